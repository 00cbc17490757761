import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { fulfilment } from '../../collaborators/fulfilment.ts'
import { present } from '../../kernel/invariant.ts'
import { enforce, rule, type Rule } from '../../kernel/rule.ts'
import type { Scope } from '../../kernel/scope.ts'
import {
  firstCharge,
  loadPurchaseContext,
  priceLine,
  termPrice,
  type CartRecord,
  type PurchaseContext,
} from '../carts/public.ts'
import type { CustomerRecord } from '../customers/public.ts'
import { startSubscription } from '../subscriptions/public.ts'
import { creditRules } from './credit-rules.ts'
import { Orders } from './order-repository.ts'
import type { FulfilmentBySubscription, LineFulfilment, OrderLine, OrderRecord } from './order.ts'
import type { GroupDemand, PurchasingAccount } from './purchasing-account.ts'
import { reviewGroup, type OrderableLine } from './review-group.ts'
import { purchaseIsCompliant, riskRules } from './risk-rules.ts'

export interface Checkout {
  readonly customer: CustomerRecord
  readonly cart: CartRecord
  readonly account: PurchasingAccount
  /** Groups that are ordered or were refused. */
  readonly settled: ReadonlySet<string>
}

export interface PlacedOrder {
  readonly order: OrderRecord
  readonly fulfilment: FulfilmentBySubscription
}

/** Makes the order of one group. Everything is checked before anything is written, so a fault leaves nothing behind. */
export async function placeOrder(scope: Scope, checkout: Checkout, group: string): Promise<PlacedOrder> {
  const { customer, cart, account, settled } = checkout
  const context = await loadPurchaseContext(scope, customer)
  const lines = reviewGroup(context, cart, group, settled, scope.trace)
  const demand = demandOf(lines)
  const accountFacts = account.factsOf(demand)
  enforce([purchaseIsCompliant], accountFacts, scope.trace)
  enforce(creditRules, accountFacts, scope.trace)
  enforce(riskRules, accountFacts, scope.trace)
  const writer = { outage: scope.collaborator(fulfilment).outage, failing: failingLines(scope, lines), lines }
  enforce(orderWriterRules, writer, scope.trace)

  account.reserve(demand)
  const placed = await writeOrder(scope, { context, cart, group, lines, failing: writer.failing })
  const orderId = placed.order.id
  await scope.announce({
    type: 'order-placed',
    customerId: customer.id,
    subject: orderId,
    details: { orderId },
  })
  return placed
}

const demandOf = (lines: readonly OrderableLine[]): GroupDemand => ({
  families: lines.map(({ item }) => item.product.family),
  seats: lines.reduce((sum, { line }) => sum + line.quantity, 0),
  firstCharges: lines.flatMap(({ priced }) => (priced === undefined ? [] : [firstCharge(priced)])),
})

interface OrderWriterFacts {
  readonly outage: boolean
  readonly failing: ReadonlySet<OrderableLine>
  readonly lines: readonly OrderableLine[]
}

const failingLines = (scope: Scope, lines: readonly OrderableLine[]): Set<OrderableLine> => {
  const { failingSkus } = scope.collaborator(fulfilment)
  return new Set(lines.filter(({ item }) => failingSkus.includes(item.sku.key)))
}

const orderWriterRules: readonly Rule<OrderWriterFacts>[] = [
  rule({
    name: 'fulfilmentAcceptsOrders',
    holds: ({ outage }) => !outage,
    fault: (): Fault => fault(faults.orderCreationFailed),
    decidedBy: ({ outage }) => ({ outage }),
    see: 'assumed',
  }),
  rule({
    name: 'someLineCanBeFulfilled',
    holds: ({ failing, lines }) => failing.size < lines.length,
    fault: (): Fault => fault(faults.lineItemFailed),
    decidedBy: ({ failing }) => ({ failing: failing.size }),
    see: 'assumed',
  }),
]

interface OrderToWrite {
  readonly context: PurchaseContext
  readonly cart: CartRecord
  readonly group: string
  readonly lines: readonly OrderableLine[]
  readonly failing: ReadonlySet<OrderableLine>
}

const hexadecimal = '0123456789abcdef'

async function writeOrder(scope: Scope, toWrite: OrderToWrite): Promise<PlacedOrder> {
  const { context, cart, group, lines, failing } = toWrite
  const orderId = scope.newToken(hexadecimal, 12)
  const awaitsPurchaseOrder = lines.some(({ item }) => item.sku.requiresPurchaseOrder)
  const states = new Map<string, LineFulfilment>()
  const orderLines: OrderLine[] = []
  for (const [lineNumber, orderable] of lines.entries()) {
    const isStarted = !awaitsPurchaseOrder && !failing.has(orderable)
    const subscription = isStarted ? await start(scope, cart, orderId, lineNumber, orderable) : undefined
    if (subscription !== undefined)
      states.set(subscription.id, { fulfilment: subscription.fulfilment, isEnded: false })
    orderLines.push(orderLine(lineNumber, orderable, subscription?.id))
  }
  const first = present(lines[0], 'a group has at least one line')
  const { partnerOnRecordAttestationAccepted: accepted } = cart
  const order = await new Orders(scope).add({
    id: orderId,
    version: 1,
    customerId: cart.customerId,
    cartId: cart.id,
    orderGroup: group,
    createdAt: scope.now,
    billingCycle: first.plan.billingCycle,
    currency: first.currency,
    currencySymbol: symbolOf(context, first.currency),
    country: context.customer.market,
    transactionType: 'UserPurchase',
    status: awaitsPurchaseOrder ? 'pending_po_upload' : failing.size > 0 ? 'partial_success' : 'accepted',
    lines: orderLines,
    ...(accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }),
  })
  return { order, fulfilment: states }
}

const start = (
  scope: Scope,
  cart: CartRecord,
  orderId: string,
  lineNumber: number,
  orderable: OrderableLine,
) => {
  const { line, item, plan, priced, currency, promotionId, nextTerm, partnerId } = orderable
  return startSubscription(scope, {
    customerId: cart.customerId,
    orderId,
    lineNumber,
    item,
    quantity: line.quantity,
    termDuration: plan.termDuration,
    billingCycle: plan.billingCycle,
    termPrice: priced === undefined ? '0' : termPrice(priced),
    currency,
    promotionId,
    customTermEndDate: line.customTermEndDate,
    friendlyName: line.friendlyName,
    partnerId,
    parentSubscriptionId: line.provisioningContext['parentSubscriptionId'],
    nextTerm,
  })
}

/** Members that are undefined are left out. */
const given = <T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

function orderLine(
  lineItemNumber: number,
  orderable: OrderableLine,
  subscriptionId: string | undefined,
): OrderLine {
  const { line, item, plan, promotionId, priced, partnerId } = orderable
  const additional = (line.participants ?? [])
    .filter(({ key }) => key === 'additional_transaction_reseller')
    .map(({ value }) => value)
  return {
    lineItemNumber,
    offerId: line.catalogItemId,
    productFamily: item.product.family,
    friendlyName: line.friendlyName ?? item.sku.title,
    quantity: line.quantity,
    transactionType: 'New',
    provisioningContext: line.provisioningContext,
    ...given({
      subscriptionId,
      termDuration: plan.termDuration === '' ? undefined : plan.termDuration,
      customTermEndDate: line.customTermEndDate,
      partnerIdOnRecord: partnerId,
      additionalPartnerIdsOnRecord: additional.length === 0 ? undefined : additional,
      renewsTo: line.renewsTo,
      attestationAccepted: line.attestationAccepted,
      promotionId,
      purchaseCommitment: line.purchaseCommitment,
      pricing: priced && priceLine(priced),
    }),
  }
}

/** The symbol of the market or partner whose currency it is. */
function symbolOf({ catalogue, customer, partner }: PurchaseContext, currency: string): string {
  const market = [customer.market, partner.market]
    .map((country) => catalogue.findMarket(country))
    .find((one) => one?.currency === currency)
  return market?.currencySymbol ?? currency
}
