import { fulfilmentLatency, type FulfilmentState } from '../../../../collaborators/purchases/fulfilment.ts'
import { given } from '../../../../kernel/given.ts'
import { present } from '../../../../kernel/invariant.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { priceLine, termPrices, type PurchaseContext } from '../../carts/public.ts'
import { planStart, type Beginning, type StartPlan } from '../../../subscriptions/subscription/public.ts'
import type { OrderLine, OrderRecord } from '../order.ts'
import { symbolOf } from './order-writer.ts'
import type { Purchase } from './purchase.ts'
import type { GroupDemand } from './purchasing-account.ts'
import type { OrderableLine } from './review-group.ts'

export interface OrderToPlan {
  readonly context: PurchaseContext
  readonly purchase: Purchase
  readonly group: string
  readonly lines: readonly OrderableLine[]
  /** Those that the fulfilment system will leave undone. */
  readonly failing: ReadonlySet<OrderableLine>
  readonly orderId: string
  /** One for each line. */
  readonly subscriptionIds: readonly string[]
  readonly now: Instant
  readonly windows: Beginning['windows']
  readonly rounding: Beginning['rounding']
  readonly fulfilment: FulfilmentState
}

/** What an order comes to, before anything of it is kept. */
export interface OrderPlan {
  readonly order: OrderRecord
  /** The subscriptions that begin with it. */
  readonly starts: readonly StartPlan[]
  /** What all of its lines ask of the partner's account, also those that begin later or not at all. */
  readonly demand: GroupDemand
}

/** Works the order of one group out. Its lines were checked before. */
export function planOrder(asked: OrderToPlan): OrderPlan {
  const { lines, failing } = asked
  const awaitsPurchaseOrder = lines.some(({ item }) => item.sku.requiresPurchaseOrder)
  const planned = lines.map((orderable, lineNumber) => ({
    orderable,
    lineNumber,
    plan: planLine(asked, orderable, lineNumber),
    isStarted: !awaitsPurchaseOrder && !failing.has(orderable),
  }))
  const orderLines = planned.map(({ orderable, lineNumber, plan, isStarted }) =>
    orderLine(lineNumber, orderable, isStarted ? plan.subscription.id : undefined),
  )
  return {
    order: orderRecord(asked, orderLines, awaitsPurchaseOrder),
    starts: planned.filter(({ isStarted }) => isStarted).map(({ plan }) => plan),
    demand: {
      families: lines.map(({ item }) => item.product.family),
      seats: lines.reduce((sum, { line }) => sum + line.quantity, 0),
      charges: planned.flatMap(({ plan }) => plan.charges),
    },
  }
}

function planLine(asked: OrderToPlan, orderable: OrderableLine, lineNumber: number): StartPlan {
  const { context, purchase, orderId, subscriptionIds, now, windows, rounding, fulfilment } = asked
  const { line, item, plan, priced, currency, promotionId, nextTerm, partnerId } = orderable
  const start = {
    customerId: purchase.customerId,
    orderId,
    lineNumber,
    item,
    quantity: line.quantity,
    termDuration: plan.termDuration,
    billingCycle: plan.billingCycle,
    ...(priced === undefined ? { termPrice: '0' } : termPrices(priced)),
    currency,
    promotionId,
    customTermEndDate: line.customTermEndDate,
    friendlyName: line.friendlyName,
    partnerId,
    parentSubscriptionId: line.provisioningContext['parentSubscriptionId'],
    nextTerm,
  }
  return planStart(start, {
    id: present(subscriptionIds[lineNumber], 'each line has an id for its subscription'),
    now,
    catalogue: context.catalogue,
    windows,
    rounding,
    isFulfilled: fulfilmentLatency(fulfilment, item.sku.key) === 'PT0S',
  })
}

function orderRecord(
  { context, purchase, group, lines, failing, orderId, now }: OrderToPlan,
  orderLines: readonly OrderLine[],
  awaitsPurchaseOrder: boolean,
): OrderRecord {
  const first = present(lines[0], 'a group has at least one line')
  const { cartId, partnerOnRecordAttestationAccepted: accepted } = purchase
  return {
    id: orderId,
    version: 1,
    customerId: purchase.customerId,
    ...(cartId === undefined ? {} : { cartId }),
    orderGroup: group,
    createdAt: now,
    billingCycle: first.plan.billingCycle,
    currency: first.currency,
    currencySymbol: symbolOf(context, first.currency),
    country: context.customer.market,
    transactionType: 'UserPurchase',
    status: awaitsPurchaseOrder ? 'pending_po_upload' : failing.size > 0 ? 'partial_success' : 'accepted',
    lines: orderLines,
    ...(accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }),
  }
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
