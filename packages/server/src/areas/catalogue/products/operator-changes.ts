import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { given } from '../../../kernel/given.ts'
import { dateOf, findInstant, type Instant } from '../../../kernel/time.ts'
import type { LegacyOffer, Segment, Sku } from './catalogue.ts'

/** The state of the `catalogue` collaborator. */
export type CatalogueChanges = (typeof catalogueChanges)['initial']

interface Place {
  readonly productId: string
  readonly skuId: string
  readonly country: string
  readonly segment: Segment
}

type Selector = { readonly [member in keyof Place]?: string }

/** A selector's member that is left out matches everything. */
const selects = (selector: Selector, place: Selector): boolean =>
  (selector.productId === undefined || selector.productId === place.productId) &&
  (selector.skuId === undefined || selector.skuId === place.skuId) &&
  (selector.country === undefined || selector.country === place.country) &&
  (selector.segment === undefined || selector.segment === place.segment)

const hasCome = (moment: string, now: Instant): boolean => {
  const instant = findInstant(moment)
  return instant !== undefined && instant <= now
}

/** Months are counted from here, so that the first generation is that of the shipped ids. */
const firstMonth = 2024 * 12

/** How often the availability was reissued up to `now`. */
export function generationOf(place: Place, changes: CatalogueChanges, now: Instant): number {
  const asked = changes.rotations.filter(
    (rotation) => selects(rotation, place) && hasCome(rotation.from, now),
  ).length
  if (!changes.rotatesMonthly) return asked
  const today = dateOf(now)
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return asked + Math.max(0, month - firstMonth)
}

export const isWithdrawn = (place: Place, changes: CatalogueChanges): boolean =>
  changes.withdrawn.some((selector) => selects(selector, place))

/**
 * An entry without a country (or a term) ends the sale everywhere (of every term); asking without one looks only at
 * such entries. @see partner-center/manage-end-of-sale-offers
 */
export const saleHasEnded = (
  item: { productId: string; skuId: string; country?: string; termDuration?: string },
  changes: CatalogueChanges,
  now: Instant,
): boolean => endsOf(item, changes, now).length > 0

/**
 * What is sold no more, though subscriptions may still move to it: `EndOfSaleWithConversions`.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
export function isLeftForConversions(
  item: { productId: string; skuId: string; country: string },
  changes: CatalogueChanges,
  now: Instant,
): boolean {
  const ends = endsOf(item, changes, now)
  return ends.length > 0 && ends.every(({ withConversions }) => withConversions === true)
}

const endsOf = (
  item: { productId: string; skuId: string; country?: string; termDuration?: string },
  changes: CatalogueChanges,
  now: Instant,
): CatalogueChanges['endOfSale'] =>
  changes.endOfSale.filter(
    (end) =>
      selects(end, item) &&
      (end.termDuration === undefined || end.termDuration === item.termDuration) &&
      hasCome(end.from, now),
  )

/** The SKU with the members that the operator has put in place of the shipped ones. */
export function changedSku(sku: Sku, changes: CatalogueChanges): Sku {
  const change = changes.skuChanges.find(
    (candidate) => candidate.productId === sku.productId && candidate.skuId === sku.id,
  )
  if (change === undefined) return sku
  const { furtherPlans = [], provisioningId, program, productId: _product, skuId: _sku, ...members } = change
  const { provisioningId: shippedId, ...rest } = sku
  const id = provisioningId ?? shippedId
  return {
    ...rest,
    ...given(members),
    ...(id === undefined || id === '' ? {} : { provisioningId: id }),
    ...(program === undefined ? {} : { traits: { ...sku.traits, program } }),
    plans: [
      ...sku.plans,
      ...furtherPlans.map((plan) => ({
        termDuration: plan.termDuration,
        billingCycle: plan.billingCycle as BillingCycleType,
        refunds: [],
      })),
    ],
  }
}

/** The same for an offer of the older program. */
export function changedOffer(offer: LegacyOffer, changes: CatalogueChanges): LegacyOffer {
  const change = changes.offerChanges.find(({ offerId }) => offerId.toUpperCase() === offer.id)
  if (change === undefined) return offer
  const { offerId: _offer, ...members } = change
  return { ...offer, ...given(members) }
}
