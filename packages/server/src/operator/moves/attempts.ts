import type { TransitionEligibility } from '@tenantry/contract/resources/transition.ts'
import { catalogueOf, skuKey } from '../../areas/catalogue/public.ts'
import { subscriptionResource, type SubscriptionRecord } from '../../areas/subscriptions/public.ts'
import type { Scope } from '../../kernel/scope.ts'

/** One operation on a subscription, with a request that stands for all of its kind. */
export interface Attempt {
  /** What a user would call it, for example `decreaseQuantity`. */
  readonly operation: string
  /** The endpoint's name in the contract. */
  readonly endpoint: string
  /** Beside those of the subscription's path. */
  readonly params?: Readonly<Record<string, string>>
  /** What of the body is not simply sent back as it was read. */
  readonly changes: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

/** Runs a published operation on the subscription; throws its fault. */
export type Ask = (endpoint: string, query: Readonly<Record<string, string>>) => Promise<unknown>

/** Everything that a partner can do to a subscription by itself. */
export async function attemptsOn(scope: Scope, record: SubscriptionRecord, ask: Ask): Promise<Attempt[]> {
  return [...patches(scope, record), ...(await transitions(record, ask)), activation]
}

function patches(scope: Scope, record: SubscriptionRecord): Attempt[] {
  const { attributes: _, ...whole } = subscriptionResource(record, scope.now)
  const patch = (operation: string, changes: Readonly<Record<string, unknown>>): Attempt => ({
    operation,
    endpoint: 'updateSubscription',
    changes,
    body: { ...whole, ...changes },
  })
  return [
    patch('rename', { friendlyName: `${record.friendlyName} (renamed)` }),
    patch('increaseQuantity', { quantity: record.quantity + 1 }),
    patch('decreaseQuantity', { quantity: record.quantity - 1 }),
    patch('suspend', { status: 'suspended' }),
    patch('reactivate', { status: 'active' }),
    patch('cancel', { status: 'deleted' }),
    patch('enableAutoRenew', { autoRenewEnabled: true }),
    patch('disableAutoRenew', { autoRenewEnabled: false }),
    ...otherTerms(scope, record).map(([operation, changes]) => patch(operation, changes)),
    patch('scheduleNextTerm', { scheduledNextTermInstructions: sameAgain(record) }),
  ]
}

const sameAgain = ({
  productId,
  skuId,
  availabilityId,
  billingCycle,
  termDuration,
  quantity,
}: SubscriptionRecord) => ({
  product: { productId, skuId, availabilityId, billingCycle, termDuration },
  quantity: quantity + 1,
})

/** Another cycle of the same term, and another term of the same cycle, where the SKU is sold with one. */
function otherTerms(
  scope: Scope,
  { productId, skuId, termDuration, billingCycle }: SubscriptionRecord,
): [string, Readonly<Record<string, unknown>>][] {
  const others: [string, Readonly<Record<string, unknown>>][] = []
  const plans = catalogueOf(scope).findSkuByKey(skuKey(productId, skuId))?.plans ?? []
  const cycle = plans.find((plan) => plan.termDuration === termDuration && plan.billingCycle !== billingCycle)
  const term = plans.find((plan) => plan.termDuration !== termDuration && plan.billingCycle === billingCycle)
  if (cycle !== undefined) others.push(['changeBillingCycle', { billingCycle: cycle.billingCycle }])
  if (term !== undefined) others.push(['changeTerm', { termDuration: term.termDuration }])
  return others
}

/** All seats, to each of the SKUs that the catalogue leads to. */
async function transitions(record: SubscriptionRecord, ask: Ask): Promise<Attempt[]> {
  const { items } = (await ask('getTransitionEligibilities', {
    eligibilityType: 'immediate',
  })) as { readonly items: readonly TransitionEligibility[] }
  return items.map(({ catalogItemId, eligibilities }) => {
    const changes = {
      toCatalogItemId: catalogItemId,
      quantity: record.quantity,
      termDuration: record.termDuration,
      billingCycle: record.billingCycle,
      transitionType: eligibilities[0]?.transitionType ?? 'transition_only',
    }
    return { operation: 'transition', endpoint: 'createTransition', changes, body: changes }
  })
}

/** What a customer does in production, and a partner in the sandbox. */
const activation: Attempt = {
  operation: 'activate',
  endpoint: 'activateSubscription',
  changes: {},
  body: {},
}
