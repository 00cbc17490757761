import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { legacyBilling } from '../../../../collaborators/purchases/legacy-billing.ts'
import { enforce, rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf, type Instant } from '../../../../kernel/time.ts'
import { catalogueOf, type LegacyOffer } from '../../../catalogue/products/public.ts'
import {
  changeSubscription,
  isInSync,
  naturalEnd,
  Subscriptions,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import type { OrderRecord } from '../order.ts'

export interface BillingCycleFacts {
  readonly now: Instant
  readonly order: OrderRecord
  readonly wanted: BillingCycleType
  /** The customer has an account where the older program is billed. */
  readonly hasAccount: boolean
  /** Those that were bought with the order. */
  readonly subscriptions: readonly SubscriptionRecord[]
  /** What they are subscriptions to; undefined where an offer is no longer published. */
  readonly offers: readonly (LegacyOffer | undefined)[]
}

const see = 'partner-center/developer/change-the-billing-cycle'

const accountExists = rule<BillingCycleFacts>({
  name: 'customerHasBillingAccount',
  holds: ({ hasAccount }) => hasAccount,
  fault: () => fault(faults.noMintAccount),
  decidedBy: ({ hasAccount }) => ({ hasAccount }),
  see: 'assumed',
})

const subscriptionsAreInSync = rule<BillingCycleFacts>({
  name: 'subscriptionsAreInSync',
  holds: ({ subscriptions, now }) => subscriptions.every((one) => isInSync(one, now)),
  fault: () => fault(faults.subscriptionSyncNotCompleted),
  decidedBy: ({ subscriptions }) => ({ syncedAt: subscriptions.map(({ syncedAt }) => syncedAt).join() }),
  see: 'partner-center/developer/error-codes',
})

/** Something else that runs would not know the new term (assumed). */
const nothingIsPending = rule<BillingCycleFacts>({
  name: 'noOperationIsPending',
  holds: ({ subscriptions }) => subscriptions.every(({ pendingOperation }) => pendingOperation === undefined),
  fault: () => fault(faults.operationIsPending),
  decidedBy: ({ subscriptions }) => ({
    operations: subscriptions.map(({ pendingOperation }) => pendingOperation?.kind).join(),
  }),
  see: 'assumed',
})

const subscriptionsAreActive = rule<BillingCycleFacts>({
  name: 'subscriptionsAreActive',
  holds: ({ subscriptions }) => subscriptions.every(({ status }) => status === 'active'),
  fault: () => fault(faults.orderHasInactiveSubscriptions),
  decidedBy: ({ subscriptions }) => ({ statuses: subscriptions.map(({ status }) => status).join() }),
  see,
})

/** A conversion of a trial, for one, gives a subscription another cycle than its order has. */
const cyclesAreThatOfOrder = rule<BillingCycleFacts>({
  name: 'cyclesAreThatOfOrder',
  holds: ({ subscriptions, order }) =>
    subscriptions.every(({ billingCycle }) => billingCycle === order.billingCycle),
  fault: () => fault(faults.subscriptionBillingCycleDiffersFromOrder),
  decidedBy: ({ subscriptions, order }) => ({
    order: order.billingCycle,
    subscriptions: subscriptions.map(({ billingCycle }) => billingCycle).join(),
  }),
  see,
})

const offersHaveCycle = rule<BillingCycleFacts>({
  name: 'offersHaveBillingCycle',
  holds: ({ offers, wanted }) =>
    offers.every((offer) => offer?.supportedBillingCycles.includes(wanted) === true),
  fault: () => fault(faults.offerDoesNotSupportBillingCycle),
  decidedBy: ({ offers, wanted }) => ({
    wanted,
    offered: offers.map((offer) => offer?.supportedBillingCycles.join('/')).join(),
  }),
  see,
})

export const billingCycleRules = ruleList<Rule<BillingCycleFacts>>('Change the billing cycle of an order', [
  accountExists,
  subscriptionsAreInSync,
  nothingIsPending,
  subscriptionsAreActive,
  cyclesAreThatOfOrder,
  offersHaveCycle,
])

/**
 * Bills an order of the older program in another rhythm. All its subscriptions begin a year today, without their
 * promotions; what is credited for the rest of the old one is billed elsewhere. Faults: 800080, 800072, 900278, 6000,
 * 800085, 6001. @see partner-center/developer/change-the-billing-cycle
 */
export async function changeBillingCycle(
  scope: Scope,
  order: OrderRecord,
  wanted: BillingCycleType,
): Promise<OrderRecord> {
  const { customerId, id: orderId } = order
  const subscriptions = await new Subscriptions(scope).list(customerId, { orderId })
  const catalogue = catalogueOf(scope)
  const hasAccount = !scope.collaborator(legacyBilling).closedAccounts.includes(customerId)
  const offers = subscriptions.map(({ legacyOfferId }) => catalogue.findLegacyOffer(legacyOfferId ?? ''))
  const facts = { now: scope.now, order, wanted, hasAccount, subscriptions, offers }
  enforce(billingCycleRules, facts, scope.trace)

  for (const subscription of subscriptions) {
    const renewed = beginYear(subscription, scope.now)
    await changeSubscription(scope, subscription, { ...renewed, billingCycle: wanted })
    await alignAddOns(scope, renewed, orderId)
  }
  return { ...order, billingCycle: wanted }
}

function beginYear(subscription: SubscriptionRecord, now: Instant): SubscriptionRecord {
  const termStart = dateOf(now)
  const commitmentEnd = naturalEnd(termStart, 'P1Y')
  return {
    ...subscription,
    termStart,
    commitmentEnd,
    chargedThrough: commitmentEnd,
    effectiveStart: now,
    promotionId: undefined,
  }
}

/** Add-ons that were bought with other orders keep their cycle and follow the dates of their base. */
async function alignAddOns(scope: Scope, base: SubscriptionRecord, orderId: string): Promise<void> {
  const { customerId, id: parentSubscriptionId, termStart, commitmentEnd, chargedThrough } = base
  const addOns = await new Subscriptions(scope).list(customerId, { parentSubscriptionId, status: ['active'] })
  for (const addOn of addOns.filter((one) => one.orderId !== orderId))
    await changeSubscription(scope, addOn, { ...addOn, termStart, commitmentEnd, chargedThrough })
}
