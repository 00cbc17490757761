import { fulfilment, fulfilmentLatency } from '../../../../collaborators/purchases/fulfilment.ts'
import { marketplace } from '../../../../collaborators/purchases/marketplace.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration, instant, hourMs } from '../../../../kernel/time.ts'
import { catalogueOf, skuKey } from '../../../catalogue/products/public.ts'
import { lineRounding, writeCharges } from '../../../books/ledger/public.ts'
import { planNext } from '../agenda.ts'
import { withFirstEntitlement } from '../azure-entitlements.ts'
import { cancellationWindows } from '../cancellation.ts'
import { moveHoldings } from '../change-subscription.ts'
import { Holdings } from '../holdings-repository.ts'
import { isAzurePlan, type SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'
import {
  firstCharges,
  planStart,
  type Beginning,
  type StartPlan,
  type StartSubscription,
} from './plan-start.ts'

/** Makes the subscription of an order line: record, seats, charge, plan, fulfilment, event. */
export async function startSubscription(scope: Scope, start: StartSubscription): Promise<SubscriptionRecord> {
  const { product, sku } = start.item
  const latency = fulfilmentLatency(scope.collaborator(fulfilment), skuKey(product.id, sku.id))
  const beginning: Beginning = {
    id: scope.newId(),
    now: scope.now,
    catalogue: catalogueOf(scope),
    windows: scope.policy(cancellationWindows),
    rounding: scope.policy(lineRounding),
    isFulfilled: latency === 'PT0S',
  }
  return await beginSubscription(scope, planStart(start, beginning))
}

/** Carries a planned start out: record, seats, charges, agenda, fulfilment, event. Everything was checked before. */
export async function beginSubscription(scope: Scope, plan: StartPlan): Promise<SubscriptionRecord> {
  const subscription = await new Subscriptions(scope).add(withEntitlement(scope, plan.subscription))

  await moveHoldings(scope, undefined, subscription)
  if (subscription.promotionId !== undefined) await redeem(scope, subscription)
  // Nothing is owed for what waits: its activation charges it.
  if (subscription.awaitsActivation !== true) await writeCharges(scope, plan.charges)
  await planNext(scope, subscription)
  if (subscription.fulfilment === 'pending') {
    const sku = skuKey(subscription.productId, subscription.skuId)
    await planFulfilment(scope, subscription, fulfilmentLatency(scope.collaborator(fulfilment), sku))
  }
  if (subscription.awaitsActivation === true) await planActivation(scope, subscription)
  await announceCreated(scope, subscription)
  return subscription
}

/** The first cycle of what had to be activated before it began. */
export const chargeFirstCycle = (scope: Scope, subscription: SubscriptionRecord): Promise<unknown> =>
  writeCharges(scope, firstCharges(subscription, 'activation', scope.policy(lineRounding)))

/** Azure makes the first subscription under a plan. */
const withEntitlement = (scope: Scope, subscription: SubscriptionRecord): SubscriptionRecord =>
  subscription.fulfilment === 'completed' && isAzurePlan(subscription)
    ? withFirstEntitlement(subscription, scope.newId(), scope.now)
    : subscription

export const announceCreated = (scope: Scope, subscription: SubscriptionRecord): Promise<void> =>
  scope.announce({
    type: 'subscription-created',
    customerId: subscription.customerId,
    subject: subscription.id,
    details: { orderId: subscription.orderId, status: subscription.status },
  })

/** While fulfilment is paused the job asks again every hour. */
export async function planFulfilment(
  scope: Scope,
  subscription: SubscriptionRecord,
  latency: string | undefined,
): Promise<void> {
  const dueAt = latency === undefined ? instant(scope.now + hourMs) : addDuration(scope.now, latency)
  const { customerId: customer, id: subject } = subscription
  await scope.agenda.schedule({ dueAt, kind: 'complete-fulfilment', customer, subject })
}

/** In production the customer does it, sooner or later. */
async function planActivation(scope: Scope, { customerId, id }: SubscriptionRecord): Promise<void> {
  const { activatesAfter } = scope.collaborator(marketplace)
  if (scope.principal.partner.environment === 'sandbox' || activatesAfter === undefined) return
  const dueAt = addDuration(scope.now, activatesAfter)
  await scope.agenda.schedule({ dueAt, kind: 'activate-subscription', customer: customerId, subject: id })
}

async function redeem(
  scope: Scope,
  { customerId, promotionId = '', quantity }: SubscriptionRecord,
): Promise<void> {
  const [productId = '', skuId = ''] = promotionId.split(':')
  await new Holdings(scope).change(customerId, skuKey(productId, skuId), {
    redemptions: { count: 1, seats: quantity },
  })
}
