import type { OrderRequest } from '@tenantry/contract/resources/order.ts'
import type { Scope } from '../../../../work/scope.ts'
import { loadPurchaseContext } from '../../carts/public.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import type { CustomerRecord } from '../../../accounts/customers/public.ts'
import { Subscriptions } from '../../../subscriptions/subscription/public.ts'
import { legacyOrderLine } from '../placing/legacy-order.ts'
import { passAccount } from '../placing/order-writer.ts'
import { readOrderRequest, type NewLine } from '../placing/order-request.ts'
import type { OrderRecord } from '../order.ts'
import { passGates } from '../placing/pass-gates.ts'
import { demandOf, reviewLegacyLines, startLegacyLine } from '../placing/place-legacy-order.ts'
import { PurchasingAccount } from '../placing/purchasing-account.ts'

type RequestLine = NonNullable<OrderRequest['lineItems']>[number]

/** Lines that name a parent and are no subscription yet; the others repeat what the order has. */
export const addOnLines = ({ lineItems = [] }: OrderRequest): NewLine[] =>
  lineItems
    .filter(isAddOnLine)
    .map((line, lineItemNumber) => ({ ...line, quantity: line.quantity ?? 0, lineItemNumber }))

export const isAddOnLine = ({ parentSubscriptionId = '', subscriptionId }: RequestLine): boolean =>
  parentSubscriptionId !== '' && (subscriptionId === undefined || subscriptionId === '')

/**
 * Buys add-ons for subscriptions of the older program by an update of their order, whose billing cycle they have. It is
 * a purchase like any other one.
 * @see partner-center/developer/purchase-an-add-on-to-a-subscription
 */
export async function addToOrder(
  scope: Scope,
  customer: CustomerRecord,
  order: OrderRecord,
  body: OrderRequest,
): Promise<OrderRecord> {
  const wanted = { lineItems: addOnLines(body), billingCycle: order.billingCycle }
  const lines = readOrderRequest(catalogueOf(scope), wanted, scope.trace)
  const accepted = body.partnerOnRecordAttestationAccepted ?? order.partnerOnRecordAttestationAccepted
  const attested = accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }
  const purchase = { customerId: customer.id, lines, ...attested }
  await passGates(scope, customer, purchase)
  const context = await loadPurchaseContext(scope, customer, lines)
  const reviewed = reviewLegacyLines(context, scope, purchase, lines)
  const account = await PurchasingAccount.open(scope, customer)
  passAccount(scope, account, demandOf(reviewed))

  const added = []
  for (const [place, orderable] of reviewed.entries()) {
    const { parentSubscriptionId = '' } = orderable.line.provisioningContext
    const parent = await new Subscriptions(scope).get(customer.id, parentSubscriptionId)
    const lineNumber = order.lines.length + place
    const at = { orderId: order.id, lineNumber, parent }
    added.push(legacyOrderLine(orderable.line, await startLegacyLine(scope, context, orderable, at)))
  }
  return { ...order, lines: [...order.lines, ...added] }
}
