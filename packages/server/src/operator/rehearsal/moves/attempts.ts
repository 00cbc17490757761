import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { AzureEntitlement } from '@tenantry/contract/resources/azure.ts'
import type { Conversion } from '@tenantry/contract/resources/conversion.ts'
import type { TransitionEligibility } from '@tenantry/contract/resources/transition.ts'
import type { Upgrade } from '@tenantry/contract/resources/upgrade.ts'
import { catalogueOf, skuKey } from '../../../areas/catalogue/products/public.ts'
import {
  endless,
  subscriptionResource,
  withEndOfTerm,
  type SubscriptionRecord,
} from '../../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDays } from '../../../kernel/time.ts'
import { addOns } from './add-on-attempts.ts'
import { post, type Attempt } from './attempt.ts'
import { otherPartner, supportContact } from './partner-attempts.ts'

/** Runs a published operation on the subscription; throws its fault. */
export type Ask = (endpoint: string, query: Readonly<Record<string, string>>) => Promise<unknown>

/** Everything that a partner can do to a subscription by itself. */
export async function attemptsOn(scope: Scope, record: SubscriptionRecord, ask: Ask): Promise<Attempt[]> {
  const partner = await otherPartner(scope, record)
  return [
    ...patches(scope, record, partner.partnerId),
    ...(record.commerce === 'nce' ? await transitions(record, ask) : migrations(record)),
    ...(record.commerce === 'legacy' ? await upgrades(ask) : []),
    ...(record.isTrial ? await conversions(ask) : []),
    ...(record.productFamily === 'azurePlan' ? await azureSubscriptions(ask) : []),
    post('register', 'registerSubscription', {}),
    post('activate', 'activateSubscription', {}),
    supportContact(partner),
    ...addOns(scope, record),
  ]
}

function patches(scope: Scope, record: SubscriptionRecord, otherPartnerId: string): Attempt[] {
  const { attributes: _, ...whole } = subscriptionResource(withEndOfTerm(scope, record), scope.now)
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
    ...(record.commerce === 'nce'
      ? [
          patch('extendAtTermEnd', atTermEnd('RenewToExtendedServiceTerm')),
          patch('cancelAtTermEnd', atTermEnd('Cancel')),
          patch('cancelOnDate', onDate(record)),
        ]
      : []),
    ...otherTerms(scope, record).map(([operation, changes]) => patch(operation, changes)),
    patch('changePartnerOnRecord', { partnerId: otherPartnerId }),
    patch('scheduleNextTerm', { scheduledNextTermInstructions: sameAgain(record) }),
  ]
}

const atTermEnd = (actionType: string) => ({ scheduledActions: [{ scheduleType: 'TermEnd', actionType }] })

/** A day that can be chosen, whether the extended service term has begun or not. */
const onDate = ({ commitmentEnd }: SubscriptionRecord) => {
  const effectiveDate = commitmentEnd === endless ? commitmentEnd : addDays(commitmentEnd, daysAfterTerm)
  return { scheduledActions: [{ scheduleType: 'CustomDate', actionType: 'Cancel', effectiveDate }] }
}
const daysAfterTerm = 10

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

/**
 * The moves that a list offers. Where the list itself is refused, asking for it stands for them, so that its fault is
 * told.
 */
async function offered<T>(
  ask: Ask,
  list: {
    readonly endpoint: string
    readonly operation: string
    readonly query?: Readonly<Record<string, string>>
  },
  moves: (item: T) => Attempt[],
): Promise<Attempt[]> {
  const { endpoint, operation, query = {} } = list
  try {
    return ((await ask(endpoint, query)) as { readonly items: readonly T[] }).items.flatMap(moves)
  } catch (error) {
    if (error instanceof Fault) return [{ operation, endpoint, changes: {}, body: {}, query }]
    throw error
  }
}

/** All seats, to each of the SKUs that the catalogue leads to. */
const transitions = (record: SubscriptionRecord, ask: Ask): Promise<Attempt[]> =>
  offered<TransitionEligibility>(
    ask,
    {
      endpoint: 'getTransitionEligibilities',
      operation: 'transition',
      query: { eligibilityType: 'immediate' },
    },
    ({ catalogItemId, eligibilities }) => [
      post('transition', 'createTransition', {
        toCatalogItemId: catalogItemId,
        quantity: record.quantity,
        termDuration: record.termDuration,
        billingCycle: record.billingCycle,
        transitionType: eligibilities[0]?.transitionType ?? 'transition_only',
      }),
    ],
  )

/** To new commerce, as it is: at once and with the next renewal. */
function migrations({ id }: SubscriptionRecord): Attempt[] {
  const currentSubscriptionId = id.toUpperCase()
  return [
    post('migrate', 'createMigration', { currentSubscriptionId }),
    post('scheduleMigration', 'createMigrationSchedule', { currentSubscriptionId, migrateOnRenewal: true }),
  ]
}

/** Within the older program. What the list itself says is not eligible is answered with reasons, not with a fault. */
const upgrades = (ask: Ask): Promise<Attempt[]> =>
  offered<Upgrade>(
    ask,
    { endpoint: 'listUpgrades', operation: 'upgrade' },
    ({ targetOffer, upgradeType }) => [
      post('upgrade', 'createUpgrade', { targetOffer: { id: targetOffer.id }, upgradeType }),
    ],
  )

const conversions = (ask: Ask): Promise<Attempt[]> =>
  offered<Conversion>(
    ask,
    { endpoint: 'listConversions', operation: 'convert' },
    ({ targetOfferId, quantity, billingCycle }) => [
      post('convert', 'createConversion', { targetOfferId, quantity, billingCycle }),
    ],
  )

/** Under an Azure plan: each of its Azure subscriptions by itself. */
const azureSubscriptions = (ask: Ask): Promise<Attempt[]> =>
  offered<AzureEntitlement>(
    ask,
    { endpoint: 'listAzureEntitlements', operation: 'cancelAzureEntitlement' },
    ({ id: entitlementId }) => [
      post(
        'cancelAzureEntitlement',
        'cancelAzureEntitlement',
        { cancellationReason: 'compromise' },
        { entitlementId },
      ),
      post('reactivateAzureEntitlement', 'reactivateAzureEntitlement', {}, { entitlementId }),
    ],
  )
