import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../../kernel/rule.ts'
import { cartNotices } from '../cart-notices.ts'
import type { LegacyLineFacts } from './line-facts.ts'
import { sandboxSeatsAreWithinLimit, sandboxSubscriptionsRemain } from './sandbox-rules.ts'

const errorCodes = 'partner-center/developer/error-codes'
const offerPage = 'partner-center/developer/offer-resources'

/** Only an indirect provider sells through others. @see partner-center/developer/cart-resources */
const partnerHasResellers = rule<LegacyLineFacts>({
  name: 'partnerHasResellers',
  holds: ({ line, partner }) => (line.participants ?? []).length === 0 || partner.type === 'indirectProvider',
  fault: () => fault(cartNotices.participantsNotSupported),
  decidedBy: ({ partner }) => ({ type: partner.type }),
  see: 'partner-center/developer/cart-resources',
})

const offerExists = rule<LegacyLineFacts>({
  name: 'offerExists',
  holds: ({ offer }) => offer !== undefined,
  fault: () => fault(faults.offerIdIsInvalid),
  decidedBy: ({ line }) => ({ catalogItemId: line.catalogItemId }),
  see: errorCodes,
})

/** Microsoft Azure of the older program is no longer sold to new customers. @see partner-center/customers/azure-plan */
const azureOfferIsSold = when(
  ({ offer }) => offer?.billing === 'usage',
  rule<LegacyLineFacts>({
    name: 'azureOfferIsSold',
    holds: ({ sale }) => sale.azure === 'open',
    fault: () => fault(faults.azureItemNotAvailable),
    decidedBy: ({ sale }) => ({ sale: sale.azure }),
    see: 'partner-center/customers/azure-plan',
  }),
)

const offerIsSoldInCountry = rule<LegacyLineFacts>({
  name: 'offerIsSoldInCountry',
  holds: ({ offer, market }) => offer?.countries === undefined || offer.countries.includes(market),
  fault: () => fault(faults.offerNotAvailableInCountry),
  decidedBy: ({ offer, market }) => ({ market, countries: offer?.countries?.join() }),
  see: offerPage,
})

const partnerIsValidForOffer = rule<LegacyLineFacts>({
  name: 'partnerIsValidForOffer',
  holds: ({ offer, partner }) =>
    (offer?.resellerQualifications ?? []).every((needed) => partner.qualifications.includes(needed)),
  fault: () => fault(faults.partnerNotValidForOffer),
  decidedBy: ({ offer }) => ({ needed: offer?.resellerQualifications.join() }),
  see: offerPage,
})

const customerIsQualified = rule<LegacyLineFacts>({
  name: 'customerIsQualifiedForOffer',
  holds: ({ offer, segments }) =>
    (offer?.reselleeQualifications ?? []).every((needed) =>
      segments.some((segment) => needed.toLowerCase().startsWith(segment)),
    ),
  fault: () => fault(faults.offerNotEligible),
  decidedBy: ({ offer }) => ({ needed: offer?.reselleeQualifications.join() }),
  see: offerPage,
})

/** An offer leaves the sale when new commerce has its like. @see partner-center/customers/new-commerce-experience */
const offerIsSold = when(
  ({ offer }) => offer?.billing === 'license',
  rule<LegacyLineFacts>({
    name: 'offerIsSold',
    holds: ({ sale }) => sale.licences === 'open',
    fault: () => fault(faults.offerNoLongerAvailable),
    decidedBy: ({ sale, offer }) => ({ sale: sale.licences, migratesTo: offer?.migratesTo }),
    see: offerPage,
  }),
)

const billingCycleIsOffered = rule<LegacyLineFacts>({
  name: 'offerHasBillingCycle',
  holds: ({ offer, line }) =>
    offer === undefined ||
    line.billingCycle === undefined ||
    offer.supportedBillingCycles.includes(line.billingCycle),
  fault: () => fault(faults.billingCycleIsInvalid),
  decidedBy: ({ offer, line }) => ({
    billingCycle: line.billingCycle,
    offered: offer?.supportedBillingCycles.join(),
  }),
  see: offerPage,
})

const attestationIsAccepted = rule<LegacyLineFacts>({
  name: 'attestationIsAccepted',
  holds: ({ offer, line }) => offer?.enforcesAttestation !== true || line.attestationAccepted === true,
  fault: ({ line }) => fault(faults.attestationNotAccepted, { catalogItemId: line.catalogItemId }),
  decidedBy: ({ line }) => ({ attestationAccepted: line.attestationAccepted }),
  see: offerPage,
})

const quantityIsInRange = rule<LegacyLineFacts>({
  name: 'quantityIsInRange',
  holds: ({ line, offer }) =>
    offer === undefined || (line.quantity >= offer.minimumQuantity && line.quantity <= offer.maximumQuantity),
  fault: ({ line }) => fault(faults.lineQuantityNotAllowed, { lineNumber: line.id }),
  decidedBy: ({ line }) => ({ quantity: line.quantity }),
  see: offerPage,
})

const offerLimitRemains = rule<LegacyLineFacts>({
  name: 'offerLimitRemains',
  holds: ({ offer, heldConcurrently, everHeld }) => {
    if (offer === undefined || offer.limit.unit === 'None') return true
    return (offer.limit.unit === 'Concurrent' ? heldConcurrently : everHeld) < offer.limit.count
  },
  fault: () => fault(faults.offerLimitExceeded),
  decidedBy: ({ heldConcurrently, everHeld }) => ({ heldConcurrently, everHeld }),
  see: offerPage,
})

const addOnPage = 'partner-center/developer/purchase-an-add-on-to-a-subscription'

const parentOffer = ({ parent }: LegacyLineFacts): string | undefined =>
  typeof parent === 'object' ? parent.offerId : undefined

/** An add-on without a base has nothing to be added to (the code is assumed where none is named at all). */
const parentExists = rule<LegacyLineFacts>({
  name: 'parentSubscriptionExists',
  holds: ({ offer, parent }) => parent !== 'unknown' && !(offer?.isAddOn === true && parent === 'none'),
  fault: () => fault(faults.subscriptionIsInvalid),
  decidedBy: ({ parent }) => ({ parent: typeof parent === 'object' ? parent.offerId : parent }),
  see: addOnPage,
})

const parentIsActive = rule<LegacyLineFacts>({
  name: 'parentOfAddOnIsActive',
  holds: ({ parent }) => typeof parent !== 'object' || parent.isActive,
  fault: () => fault(faults.azureSubscriptionNotActive),
  decidedBy: ({ parent }) => ({ isActive: typeof parent === 'object' ? parent.isActive : undefined }),
  see: addOnPage,
})

/** An add-on whose offer names no prerequisite goes with any base (assumed); a base product with none. */
const parentTakesAddOn = when(
  ({ parent }) => typeof parent === 'object',
  rule<LegacyLineFacts>({
    name: 'parentTakesAddOn',
    holds: (facts) => {
      const { offer } = facts
      const bases = offer?.prerequisiteOffers ?? []
      return offer?.isAddOn === true && (bases.length === 0 || bases.includes(parentOffer(facts) ?? ''))
    },
    fault: () => fault(faults.addOnNotRelatedToParent),
    decidedBy: (facts) => ({
      parentOffer: parentOffer(facts),
      prerequisites: facts.offer?.prerequisiteOffers.join(),
    }),
    see: addOnPage,
  }),
)

/** @see partner-center/developer/test-and-debug */
const sandboxAzureRemains = when(
  ({ offer, partner }) => offer?.billing === 'usage' && partner.environment === 'sandbox',
  rule<LegacyLineFacts>({
    name: 'sandboxAzureSubscriptionsRemain',
    holds: ({ legacyAzureOfPartner, limits }) => legacyAzureOfPartner < limits.sandboxLegacyAzurePerPartner,
    fault: () => fault(faults.partnerAzureSubscriptionLimitExceeded),
    decidedBy: ({ legacyAzureOfPartner }) => ({ legacyAzureOfPartner }),
    see: 'partner-center/developer/test-and-debug',
  }),
)

/** Lines of the older program. */
export const legacyRules = ruleList<Rule<LegacyLineFacts>>('A cart line: an offer of the older program', [
  partnerHasResellers,
  offerExists,
  azureOfferIsSold,
  offerIsSoldInCountry,
  partnerIsValidForOffer,
  customerIsQualified,
  offerIsSold,
  billingCycleIsOffered,
  attestationIsAccepted,
  quantityIsInRange,
  offerLimitRemains,
  parentExists,
  parentIsActive,
  parentTakesAddOn,
  sandboxSubscriptionsRemain,
  sandboxSeatsAreWithinLimit,
  sandboxAzureRemains,
])
