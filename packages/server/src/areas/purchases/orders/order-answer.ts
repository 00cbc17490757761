import { link } from '@tenantry/contract/resources/common.ts'
import type { Order, OrderLineItem, OrderLineItemLinks } from '@tenantry/contract/resources/order.ts'
import { decimal, decimalToNumber, plus } from '../../../kernel/decimal.ts'
import { given } from '../../../kernel/given.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { endDate, pricingAnswer } from '../carts/public.ts'
import { isOfOlderProgram } from './placing/purchase.ts'
import { statusOf, type FulfilmentBySubscription, type OrderLine, type OrderRecord } from './order.ts'

export interface OrderView {
  readonly fulfilment: FulfilmentBySubscription
  readonly withPrice: boolean
}

/** The order as it is published. @see partner-center/developer/order-resources */
export function orderAnswer(order: OrderRecord, view: OrderView): Order {
  const path = `/customers/${order.customerId}/orders/${order.id}`
  const { partnerOnRecordAttestationAccepted: accepted } = order
  return {
    id: order.id,
    alternateId: order.id,
    referenceCustomerId: order.customerId,
    billingCycle: order.billingCycle,
    currencyCode: order.currency,
    currencySymbol: order.currencySymbol,
    lineItems: order.lines.map((line) => lineAnswer(order, line, view)),
    creationDate: formatInstant(order.createdAt),
    status: statusOf(order, view.fulfilment),
    transactionType: order.transactionType,
    ...(accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }),
    ...(view.withPrice ? { totalPrice: totalPrice(order) } : {}),
    links: {
      self: link(path),
      provisioningStatus: link(`${path}/provisioningstatus`),
      patchOperation: link(path, 'PATCH'),
    },
    attributes: { objectType: 'Order' },
  }
}

const totalPrice = ({ lines }: OrderRecord): number =>
  decimalToNumber(
    lines.reduce((sum, { pricing }) => plus(sum, decimal(pricing?.extendedPrice ?? '0')), decimal('0')),
  )

function lineAnswer(order: OrderRecord, line: OrderLine, { withPrice }: OrderView): OrderLineItem {
  const {
    productFamily: _family,
    pricing,
    customTermEndDate,
    additionalPartnerIdsOnRecord: additional,
    provisioningContext,
    ...rest
  } = line
  return {
    ...rest,
    ...(isOfOlderProgram({ catalogItemId: line.offerId }) ? publishedIds(line) : {}),
    ...(customTermEndDate === undefined ? {} : { customTermEndDate: endDate(customTermEndDate) }),
    ...(additional === undefined ? {} : { additionalPartnerIdsOnRecord: [...additional] }),
    ...(Object.keys(provisioningContext).length === 0 ? {} : { provisioningContext }),
    ...(withPrice && pricing !== undefined ? { pricing: pricingAnswer(pricing) } : {}),
    links: lineLinks(order, line),
  }
}

/** The older program prints its ids in upper case. */
const publishedIds = ({ subscriptionId, parentSubscriptionId }: OrderLine) =>
  given({
    subscriptionId: subscriptionId?.toUpperCase(),
    parentSubscriptionId: parentSubscriptionId?.toUpperCase(),
  })

function lineLinks(order: OrderRecord, line: OrderLine): OrderLineItemLinks {
  const [productId = '', skuId = '', availabilityId = ''] = line.offerId.split(':')
  if (isOfOlderProgram({ catalogItemId: line.offerId })) return subscriptionLink(order, line)
  const product = `/products/${productId}`
  const sku = `${product}/skus/${skuId}`
  const country = `?country=${order.country}`
  return {
    product: link(`${product}${country}`),
    sku: link(`${sku}${country}`),
    availability: link(`${sku}/availabilities/${availabilityId}${country}`),
    ...subscriptionLink(order, line),
    ...(line.productFamily === 'saas'
      ? {
          activationLinks: link(
            `/customers/${order.customerId}/orders/${order.id}/lineitems/${line.lineItemNumber}/activationlinks`,
          ),
        }
      : {}),
  }
}

const subscriptionLink = ({ customerId }: OrderRecord, { subscriptionId }: OrderLine): OrderLineItemLinks =>
  subscriptionId === undefined
    ? {}
    : { subscription: link(`/customers/${customerId}/subscriptions/${subscriptionId}`) }
