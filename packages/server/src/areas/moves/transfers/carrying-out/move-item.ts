import { present } from '../../../../kernel/invariant.ts'
import { addDays, dateOf, startOfDay } from '../../../../kernel/time.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import { lineRounding, charge, ChargeLines, refund, writeCharges } from '../../../books/ledger/public.ts'
import { Orders, type OrderLine } from '../../../purchases/orders/public.ts'
import {
  addEntitlement,
  catalogItemId,
  changeSubscription,
  chargeableOf,
  chargedCycle,
  endless,
  handOver,
  keepLicences,
  removeEntitlement,
  takeOver,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { membersOf, type TransferItem } from './items.ts'
import type { Sides } from './move-bundle.ts'

type ItemOf<Kind extends TransferItem['kind']> = Extract<TransferItem, { readonly kind: Kind }>

interface Receiving {
  readonly partnerId: string | undefined
  /** The receiving partner's Azure plan, for what belongs to one. */
  readonly planId: string | undefined
}

/** A subscription and its add-ons go to the receiving partner, by one order of its own. */
export async function moveSubscription(
  sides: Sides,
  item: ItemOf<'subscription'>,
  { partnerId, planId }: Receiving,
): Promise<{ readonly orderId: string }> {
  const { source, target } = sides
  const orderId = target.newToken('0123456789abcdef', 12)
  const taken = new Map<string, SubscriptionRecord>()
  const lines: OrderLine[] = []
  for (const [lineNumber, member] of membersOf(item).entries()) {
    const parentSubscriptionId = taken.get(member.parentSubscriptionId ?? '')?.id
    const one = await takeOver(target, member, { orderId, lineNumber, partnerId, parentSubscriptionId })
    await keepLicences({ from: source, to: target }, member, one)
    await settle(sides, member, one)
    await handOver(source, member)
    taken.set(member.id, one)
    lines.push(orderLine(one, await contextOf(sides, member, planId)))
  }
  await writeOrder(sides, present(taken.get(item.subscription.id), 'the base goes first'), lines)
  return { orderId }
}

/**
 * The source pays through the day of the transfer and gets back what it paid for later, the target pays from the next
 * day on. What is billed elsewhere, by usage or once for ever is nobody's to settle.
 */
async function settle(
  { source: from, target: to }: Sides,
  source: SubscriptionRecord,
  taken: SubscriptionRecord,
): Promise<void> {
  const today = dateOf(from.now)
  const tomorrow = addDays(today, 1)
  const { customerId, id, currency, quantity, chargedThrough, productFamily } = source
  if (productFamily === 'azurePlan' || chargedThrough === endless || tomorrow > chargedThrough) return
  const cycle = chargedCycle(source, today)
  const charged = await new ChargeLines(from).net(customerId, id, startOfDay(cycle.start), currency)
  const referenceId = from.newId()
  const leaving = chargeableOf(source, from.policy(lineRounding))
  const back = refund(leaving, quantity, cycle, tomorrow, charged, 'prorated', 'transferOut')
  const arriving = chargeableOf(taken, to.policy(lineRounding))
  const due = charge(arriving, 'transferIn', quantity, cycle, { from: tomorrow })
  await writeCharges(from, [{ ...back, referenceId }])
  await writeCharges(to, [{ ...due, referenceId }])
}

/** A reservation or a savings plan is under the new partner's Azure plan from now on. */
async function contextOf(
  { source }: Sides,
  { customerId, orderId, id }: SubscriptionRecord,
  planId: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  const order = await new Orders(source).find(customerId, orderId)
  const context = order?.lines.find(({ subscriptionId }) => subscriptionId === id)?.provisioningContext ?? {}
  const { parentSubscriptionId: _parent, ...kept } = context
  return 'subscriptionId' in kept && planId !== undefined ? { ...kept, subscriptionId: planId } : kept
}

const orderLine = (
  subscription: SubscriptionRecord,
  provisioningContext: Readonly<Record<string, string>>,
): OrderLine => ({
  lineItemNumber: subscription.lineNumber,
  offerId: catalogItemId(subscription),
  productFamily: subscription.productFamily,
  subscriptionId: subscription.id,
  friendlyName: subscription.friendlyName,
  quantity: subscription.quantity,
  ...(subscription.termDuration === '' ? {} : { termDuration: subscription.termDuration }),
  transactionType: 'New',
  ...(subscription.parentSubscriptionId === undefined
    ? {}
    : { parentSubscriptionId: subscription.parentSubscriptionId }),
  ...(subscription.partnerId === undefined ? {} : { partnerIdOnRecord: subscription.partnerId }),
  ...(subscription.promotionId === undefined ? {} : { promotionId: subscription.promotionId }),
  provisioningContext,
})

async function writeOrder(
  { target }: Sides,
  { orderId, customerId, billingCycle, currency, country }: SubscriptionRecord,
  lines: readonly OrderLine[],
): Promise<void> {
  const market = catalogueOf(target).findMarket(country)
  await new Orders(target).add({
    id: orderId,
    version: 1,
    customerId,
    orderGroup: '0',
    createdAt: target.now,
    billingCycle,
    currency,
    currencySymbol: market?.currency === currency ? market.currencySymbol : currency,
    country,
    transactionType: 'UserPurchase',
    status: 'accepted',
    lines,
  })
  await target.announce({ type: 'order-placed', customerId, subject: orderId, details: { orderId } })
}

/** An Azure subscription goes with its id and its name from one Azure plan to the other, whose order is its own. */
export async function moveAzure(
  { source, target }: Sides,
  { plan, entitlement }: ItemOf<'azure'>,
  receiving: SubscriptionRecord | undefined,
): Promise<{ readonly orderId: string }> {
  const taking = present(receiving, 'the rules made sure of the plan')
  const without = removeEntitlement(plan, entitlement.id)
  await changeSubscription(source, plan, without, 'azure-entitlement-updated')
  await changeSubscription(target, taking, addEntitlement(taking, entitlement), 'azure-entitlement-created')
  return { orderId: taking.orderId }
}
