import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { present } from '../../../../kernel/invariant.ts'
import { enforce, rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import {
  checkLine,
  loadLegacyLine,
  loadPurchaseContext,
  resellerOf,
  type PurchaseContext,
  type RequestedLine,
} from '../../carts/public.ts'
import {
  segments,
  type LegacyOffer,
  type ProductFamily,
  type Segment,
} from '../../../catalogue/products/public.ts'
import {
  announceCreated,
  startLegacySubscription,
  Subscriptions,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { legacyOrder, legacyOrderLine } from './legacy-order.ts'
import { Orders } from '../order-repository.ts'
import { passAccount, type Checkout, type PlacedOrder } from './order-writer.ts'
import type { OrderLine } from '../order.ts'
import { linesOfGroup, type Purchase } from './purchase.ts'
import type { GroupDemand } from './purchasing-account.ts'
import { answerable } from './review-group.ts'

/** A line of the older program that can be ordered now. */
export interface LegacyOrderableLine {
  readonly line: RequestedLine
  readonly offer: LegacyOffer
  readonly billingCycle: BillingCycleType
  /** The place, among the lines of its order, of the line that an add-on is nested in. */
  readonly base?: number
}

/**
 * The order of one group of lines of the older program: each becomes a subscription of a year that renews by itself. It
 * is billed elsewhere, so neither the ledger nor the credit line hears of it (assumed).
 * @see partner-center/developer/create-an-order
 */
export async function placeLegacyOrder(
  scope: Scope,
  checkout: Checkout,
  group: string,
): Promise<PlacedOrder> {
  const { customer, purchase, account } = checkout
  const context = await loadPurchaseContext(scope, customer, linesOfGroup(purchase, group))
  const lines = reviewLegacyLines(context, scope, purchase, linesOfGroup(purchase, group))
  enforce(legacyOrderRules, { lines }, scope.trace)
  const demand = demandOf(lines)
  passAccount(scope, account, demand)

  account.reserve(demand)
  const orderId = scope.newId()
  const ordered = await startLines(scope, context, orderId, lines)
  const order = await new Orders(scope).add(
    legacyOrder(context.catalogue, {
      id: orderId,
      customerId: customer.id,
      country: customer.market,
      createdAt: scope.now,
      orderGroup: group,
      billingCycle: present(lines[0], 'an order has a line').billingCycle,
      lines: ordered,
      cartId: purchase.cartId,
      partnerOnRecordAttestationAccepted: purchase.partnerOnRecordAttestationAccepted,
    }),
  )
  return { order, fulfilment: new Map() }
}

/** Checks each line against what holds now; add-ons follow the line they are nested in. */
export function reviewLegacyLines(
  context: PurchaseContext,
  scope: Pick<Scope, 'trace'>,
  purchase: Purchase,
  lines: readonly RequestedLine[],
): LegacyOrderableLine[] {
  const orderable: LegacyOrderableLine[] = []
  const review = (line: RequestedLine, base?: LegacyOrderableLine): LegacyOrderableLine => {
    const loaded = loadLegacyLine(context, line, base?.line)
    const broken = checkLine(withEarlier(loaded, orderable), 'checkout', scope.trace)
    if (broken !== undefined) throw answerable(broken.fault, purchase)
    const offer = present(loaded.offer, 'a line without broken rules has an offer')
    const billingCycle = line.billingCycle ?? usualCycle(offer, base?.billingCycle)
    const place = base === undefined ? {} : { base: orderable.indexOf(base) }
    const reviewed = { line, offer, billingCycle, ...place }
    orderable.push(reviewed)
    return reviewed
  }
  for (const line of lines) {
    const base = review(line)
    for (const addOn of line.addonItems ?? []) review(addOn, base)
  }
  return orderable
}

type LoadedLegacyLine = ReturnType<typeof loadLegacyLine>

/** Lines of the same order count against the offer's limit as if they were bought. */
function withEarlier(loaded: LoadedLegacyLine, earlier: readonly LegacyOrderableLine[]): LoadedLegacyLine {
  const same = earlier.filter(({ offer }) => offer.id === loaded.offer?.id).length
  const azure = earlier.filter(({ offer }) => offer.billing === 'usage').length
  return {
    ...loaded,
    heldConcurrently: loaded.heldConcurrently + same,
    everHeld: loaded.everHeld + same,
    legacyAzureOfPartner: loaded.legacyAzureOfPartner + azure,
    holdings: { customerSubscriptions: loaded.holdings.customerSubscriptions + earlier.length },
  }
}

/** An add-on follows its base where it can; otherwise monthly, or whatever there is. */
function usualCycle(offer: LegacyOffer, ofBase: BillingCycleType | undefined): BillingCycleType {
  const wished = ofBase ?? 'monthly'
  const { supportedBillingCycles: offered } = offer
  return offered.includes(wished) ? wished : (offered[0] ?? wished)
}

interface LegacyOrderFacts {
  readonly lines: readonly LegacyOrderableLine[]
}

const sharedBy = (
  name: string,
  trait: (line: LegacyOrderableLine) => string,
  see: string,
): Rule<LegacyOrderFacts> =>
  rule({
    name,
    holds: ({ lines }) => new Set(lines.map(trait)).size <= 1,
    fault: () => fault(faults.orderCannotBeProcessed),
    decidedBy: ({ lines }) => ({ found: [...new Set(lines.map(trait))].join() }),
    see,
  })

/** One order of the older program is one bill. */
export const legacyOrderRules = ruleList<Rule<LegacyOrderFacts>>('An order of the older program', [
  sharedBy(
    'linesShareSalesGroup',
    ({ offer }) => offer.salesGroupId,
    'partner-center/developer/offer-resources',
  ),
  sharedBy('linesShareBillingCycle', ({ billingCycle }) => billingCycle, 'assumed'),
])

const familyOf = (offer: LegacyOffer): ProductFamily => (offer.billing === 'usage' ? 'azurePlan' : 'license')

export const demandOf = (lines: readonly LegacyOrderableLine[]): GroupDemand => ({
  families: lines.map(({ offer }) => familyOf(offer)),
  seats: lines.reduce((sum, { line }) => sum + line.quantity, 0),
  charges: [],
})

async function startLines(
  scope: Scope,
  context: PurchaseContext,
  orderId: string,
  lines: readonly LegacyOrderableLine[],
): Promise<OrderLine[]> {
  const started: SubscriptionRecord[] = []
  for (const orderable of lines) {
    const { line, base } = orderable
    const parent =
      base === undefined
        ? await namedParent(scope, context, line)
        : present(started[base], 'a base is started before its add-ons')
    const place = { orderId, lineNumber: started.length, parent }
    started.push(await startLegacyLine(scope, context, orderable, place))
  }
  return lines.map(({ line }, place) =>
    legacyOrderLine(line, present(started[place], 'every line is started')),
  )
}

/** The subscription that an add-on is bought for, where it is not in the same order. */
async function namedParent(
  scope: Scope,
  { customer }: PurchaseContext,
  { provisioningContext }: RequestedLine,
): Promise<SubscriptionRecord | undefined> {
  const { parentSubscriptionId } = provisioningContext
  return parentSubscriptionId === undefined
    ? undefined
    : await new Subscriptions(scope).get(customer.id, parentSubscriptionId)
}

/** An offer for customers of one segment says so by what the customer has to be. */
const segmentOf = ({ reselleeQualifications }: LegacyOffer): Segment =>
  segments.find((segment) => reselleeQualifications.some((one) => one.toLowerCase().startsWith(segment))) ??
  'commercial'

interface LineOfOrder {
  readonly orderId: string
  readonly lineNumber: number
  readonly parent: SubscriptionRecord | undefined
}

/** Makes the subscription of one line and tells of it. */
export async function startLegacyLine(
  scope: Scope,
  { customer }: PurchaseContext,
  { line, offer, billingCycle }: LegacyOrderableLine,
  place: LineOfOrder,
): Promise<SubscriptionRecord> {
  const subscription = await startLegacySubscription(scope, {
    customerId: customer.id,
    country: customer.market,
    segment: segmentOf(offer),
    offer,
    quantity: line.quantity,
    billingCycle,
    startedAt: scope.now,
    friendlyName: line.friendlyName,
    partnerId: resellerOf(line),
    ...place,
  })
  await announceCreated(scope, subscription)
  return subscription
}
