import { describe } from '@tenantry/contract/reasons/reason.ts'
import { upgradeErrors } from '@tenantry/contract/reasons/upgrade-errors.ts'
import { link } from '@tenantry/contract/resources/common.ts'
import type { Offer } from '@tenantry/contract/resources/catalogue/legacy-offer.ts'
import type { Upgrade, UpgradeError } from '@tenantry/contract/resources/upgrade.ts'
import type { LegacyOffer } from '../../catalogue/products/public.ts'
import { upgradeErrorRules, type UpgradeFacts } from './upgrade-rules.ts'

/** One way for a subscription to become one offer, with all that stands against it. */
export function upgradeAnswer(facts: UpgradeFacts, target: LegacyOffer, locale: string): Upgrade {
  const errors = errorsOf(facts, locale)
  return {
    targetOffer: offerAnswer(target, facts.source.country),
    upgradeType: facts.upgradeType,
    isEligible: errors.length === 0,
    quantity: facts.quantity,
    upgradeErrors: errors,
    attributes: { objectType: 'Upgrade' },
  }
}

export const errorsOf = (facts: UpgradeFacts, locale: string): UpgradeError[] =>
  upgradeErrorRules
    .filter((check) => !check.holds(facts))
    .map(({ reason, details }) => ({
      ...describe(upgradeErrors[reason], locale),
      ...(details === undefined ? {} : { additionalDetails: details(facts) }),
      attributes: { objectType: 'UpgradeError' },
    }))

/** Ranks order offers on a page of Partner Center; here all stand alike. */
const rank = 0

/** @see partner-center/developer/offer-resources */
function offerAnswer(offer: LegacyOffer, country: string): Offer {
  const place = { locale: 'en-us', country }
  const unit = offer.billing === 'usage' ? 'Usage-based' : 'Licenses'
  return {
    id: offer.id,
    name: offer.name,
    description: offer.description,
    minimumQuantity: offer.minimumQuantity,
    maximumQuantity: offer.maximumQuantity,
    rank,
    uri: `/offers/${offer.id}`,
    ...place,
    category: {
      id: offer.category,
      name: offer.category,
      rank,
      ...place,
      attributes: { objectType: 'OfferCategory' },
    },
    prerequisiteOffers: [...offer.prerequisiteOffers],
    isAddOn: offer.isAddOn,
    isTrial: offer.isTrial,
    isAvailableForPurchase: false,
    billing: offer.billing,
    supportedBillingCycles: [...offer.supportedBillingCycles],
    isAutoRenewable: !offer.isTrial,
    isInternal: false,
    conversionTargetOffers: [...offer.convertsTo],
    upgradeTargetOffers: [...offer.upgradesTo],
    partnerQualifications: ['none'],
    product: { id: offer.productId ?? offer.id, name: offer.name, unit },
    unitType: unit,
    links: { self: link(`/offers/${offer.id}?country=${country}`) },
    attributes: { objectType: 'Offer' },
  }
}
