import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import { given } from '../../../../kernel/given.ts'
import { present } from '../../../../kernel/invariant.ts'
import { enforce, rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import {
  firstCharge,
  loadPurchaseContext,
  priceLine,
  termPrice,
  type CartLine,
  type PurchaseContext,
} from '../../carts/public.ts'
import { startSubscription } from '../../../subscriptions/subscription/public.ts'
import { Orders } from '../order-repository.ts'
import { passAccount, symbolOf, type Checkout, type PlacedOrder } from './order-writer.ts'
import type { LineFulfilment, OrderLine } from '../order.ts'
import { placeLegacyOrder } from './place-legacy-order.ts'
import { isOfOlderProgram, linesOfGroup, type Purchase } from './purchase.ts'
import type { GroupDemand } from './purchasing-account.ts'
import { reviewGroup, type OrderableLine } from './review-group.ts'

/** Makes the order of one group. Everything is checked before anything is written, so a fault leaves nothing behind. */
export async function placeOrder(scope: Scope, checkout: Checkout, group: string): Promise<PlacedOrder> {
  const lines = linesOfGroup(checkout.purchase, group)
  enforce([linesAreOfOneProgram], { lines }, scope.trace)
  const placed = lines.some(isOfOlderProgram)
    ? await placeLegacyOrder(scope, checkout, group)
    : await placeModernOrder(scope, checkout, group)
  const orderId = placed.order.id
  await scope.announce({
    type: 'order-placed',
    customerId: checkout.customer.id,
    subject: orderId,
    details: { orderId },
  })
  return placed
}

/** The two programs have order writers of their own. */
const linesAreOfOneProgram = rule<{ readonly lines: readonly CartLine[] }>({
  name: 'linesAreOfOneProgram',
  holds: ({ lines }) => lines.every(isOfOlderProgram) || !lines.some(isOfOlderProgram),
  fault: () => fault(faults.orderCannotBeProcessed),
  decidedBy: ({ lines }) => ({ older: lines.filter(isOfOlderProgram).length, lines: lines.length }),
  see: 'assumed',
})

async function placeModernOrder(scope: Scope, checkout: Checkout, group: string): Promise<PlacedOrder> {
  const { customer, purchase, account, settled } = checkout
  const context = await loadPurchaseContext(scope, customer, linesOfGroup(purchase, group))
  const lines = reviewGroup(context, purchase, group, settled, scope.trace)
  const demand = demandOf(lines)
  passAccount(scope, account, demand)
  const failing = failingLines(scope, lines)
  enforce([someLineCanBeFulfilled], { failing, lines }, scope.trace)

  account.reserve(demand)
  return await writeOrder(scope, { context, purchase, group, lines, failing })
}

const demandOf = (lines: readonly OrderableLine[]): GroupDemand => ({
  families: lines.map(({ item }) => item.product.family),
  seats: lines.reduce((sum, { line }) => sum + line.quantity, 0),
  firstCharges: lines.flatMap(({ priced }) => (priced === undefined ? [] : [firstCharge(priced)])),
})

const failingLines = (scope: Scope, lines: readonly OrderableLine[]): Set<OrderableLine> => {
  const { failingSkus } = scope.collaborator(fulfilment)
  return new Set(lines.filter(({ item }) => failingSkus.includes(item.sku.key)))
}

/** Only part of an order can be left unfulfilled. */
const someLineCanBeFulfilled = rule<{ failing: ReadonlySet<OrderableLine>; lines: readonly OrderableLine[] }>(
  {
    name: 'someLineCanBeFulfilled',
    holds: ({ failing, lines }) => failing.size < lines.length,
    fault: () => fault(faults.lineItemFailed),
    decidedBy: ({ failing }) => ({ failing: failing.size }),
    see: 'assumed',
  },
)

interface OrderToWrite {
  readonly context: PurchaseContext
  readonly purchase: Purchase
  readonly group: string
  readonly lines: readonly OrderableLine[]
  readonly failing: ReadonlySet<OrderableLine>
}

const hexadecimal = '0123456789abcdef'

async function writeOrder(scope: Scope, toWrite: OrderToWrite): Promise<PlacedOrder> {
  const { context, purchase, group, lines, failing } = toWrite
  const orderId = scope.newToken(hexadecimal, 12)
  const awaitsPurchaseOrder = lines.some(({ item }) => item.sku.requiresPurchaseOrder)
  const states = new Map<string, LineFulfilment>()
  const orderLines: OrderLine[] = []
  for (const [lineNumber, orderable] of lines.entries()) {
    const isStarted = !awaitsPurchaseOrder && !failing.has(orderable)
    const subscription = isStarted ? await start(scope, purchase, orderId, lineNumber, orderable) : undefined
    if (subscription !== undefined)
      states.set(subscription.id, { fulfilment: subscription.fulfilment, isEnded: false })
    orderLines.push(orderLine(lineNumber, orderable, subscription?.id))
  }
  const first = present(lines[0], 'a group has at least one line')
  const { cartId, partnerOnRecordAttestationAccepted: accepted } = purchase
  const order = await new Orders(scope).add({
    id: orderId,
    version: 1,
    customerId: purchase.customerId,
    ...(cartId === undefined ? {} : { cartId }),
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
  purchase: Purchase,
  orderId: string,
  lineNumber: number,
  orderable: OrderableLine,
) => {
  const { line, item, plan, priced, currency, promotionId, nextTerm, partnerId } = orderable
  return startSubscription(scope, {
    customerId: purchase.customerId,
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
