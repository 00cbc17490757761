import {
  catalogueOf,
  skuKey,
  type Catalogue,
  type LegacyOffer,
  type Sku,
} from '../../../areas/catalogue/products/public.ts'
import type { SubscriptionRecord } from '../../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../../work/scope.ts'
import { post, type Attempt } from './attempt.ts'

/** One order for each add-on that the catalogue has for what was bought: as few seats as it is sold with. */
export function addOns(scope: Scope, record: SubscriptionRecord): Attempt[] {
  const catalogue = catalogueOf(scope)
  return record.commerce === 'legacy' ? ofOlderProgram(catalogue, record) : ofNewCommerce(catalogue, record)
}

const attested = { partnerOnRecordAttestationAccepted: true }

function ofNewCommerce(catalogue: Catalogue, record: SubscriptionRecord): Attempt[] {
  const key = skuKey(record.productId, record.skuId)
  return catalogue.products
    .flatMap(({ skus }) => skus)
    .filter(({ isAddon, prerequisiteSkus }) => isAddon && prerequisiteSkus.includes(key))
    .flatMap((addOn) => newOrder(catalogue, record, addOn))
}

/** With the term and cycle of its base where it has them. */
function newOrder(catalogue: Catalogue, record: SubscriptionRecord, addOn: Sku): Attempt[] {
  const { country, segment, termDuration, billingCycle } = record
  const item = catalogue.sellable({ productId: addOn.productId, skuId: addOn.id, country, segment })
  const plans = item?.availability.plans ?? []
  const same = plans.find((one) => one.termDuration === termDuration && one.billingCycle === billingCycle)
  const plan = same ?? plans[0]
  if (item === undefined || plan === undefined) return []
  const line = {
    lineItemNumber: 0,
    offerId: item.availability.catalogItemId,
    quantity: fewestSeats(addOn, record.quantity),
    ...(plan.termDuration === '' ? {} : { termDuration: plan.termDuration }),
    ...(record.partnerId === undefined ? {} : { partnerIdOnRecord: record.partnerId }),
  }
  const order = { billingCycle: plan.billingCycle, lineItems: [line], ...attested }
  return [post('buyAddOn', 'createOrder', order)]
}

const fewestSeats = ({ minimumQuantity, seatPolicy: { minPercent = 0 } }: Sku, ofBase: number): number =>
  Math.max(1, minimumQuantity, Math.ceil((minPercent * ofBase) / 100))

function ofOlderProgram(catalogue: Catalogue, record: SubscriptionRecord): Attempt[] {
  const { legacyOfferId = '', id, orderId, partnerId } = record
  const isFor = ({ isAddOn, prerequisiteOffers }: LegacyOffer) =>
    isAddOn && prerequisiteOffers.includes(legacyOfferId)
  return catalogue.legacyOffers.filter(isFor).map((offer) => {
    const line = {
      lineItemNumber: 0,
      offerId: offer.id,
      quantity: Math.max(1, offer.minimumQuantity),
      parentSubscriptionId: id.toUpperCase(),
      ...(partnerId === undefined ? {} : { partnerIdOnRecord: partnerId }),
    }
    return post('buyAddOn', 'updateOrder', { lineItems: [line], ...attested }, { orderId })
  })
}
