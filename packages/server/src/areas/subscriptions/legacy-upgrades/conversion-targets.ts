import { billingCycles, type BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { Scope } from '../../../work/scope.ts'
import { catalogueOf, type LegacyOffer, type SellableItem } from '../../catalogue/products/public.ts'
import { catalogItemId, type SubscriptionRecord } from '../subscription/public.ts'

/** What a trial can become: an offer of the older program, or an item of new commerce. */
export type ConversionTarget =
  | { readonly id: string; readonly offer: LegacyOffer; readonly item?: never }
  | { readonly id: string; readonly item: SellableItem; readonly offer?: never }

export function conversionTargets(scope: Scope, trial: SubscriptionRecord): ConversionTarget[] {
  const catalogue = catalogueOf(scope)
  if (!trial.isTrial) return []
  if (trial.commerce === 'legacy') {
    const own = catalogue.findLegacyOffer(trial.legacyOfferId ?? '')
    return (own?.convertsTo ?? []).flatMap((id) => {
      const offer = catalogue.findLegacyOffer(id)
      return offer === undefined ? [] : [{ id: offer.id, offer }]
    })
  }
  const { country, segment } = trial
  return (catalogue.findSku(trial.productId, trial.skuId)?.conversions ?? []).flatMap((key) => {
    const [productId = '', skuId = ''] = key.split(':')
    const item = catalogue.convertible({ productId, skuId, country, segment })
    return item === undefined ? [] : [{ id: `${key}:${item.availability.id}`, item }]
  })
}

export const offerIdOf = (trial: SubscriptionRecord): string => trial.legacyOfferId ?? catalogItemId(trial)

/** As an offer is billed by default. */
export const defaultCycle = ({ offer }: ConversionTarget): BillingCycleType =>
  offer?.supportedBillingCycles[0] ?? 'monthly'

export const readCycle = (text: string): BillingCycleType =>
  billingCycles.find((known) => known.replaceAll('_', '') === text.toLowerCase().replaceAll('_', '')) ??
  'unknown'
