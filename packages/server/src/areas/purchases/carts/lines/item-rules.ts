import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../../kernel/rule.ts'
import { isDuration, monthsOf } from '../../../../kernel/time.ts'
import type { ResolutionFacts, LineFacts } from './line-facts.ts'
import { monthsOfBillingCycle } from './line-pricing.ts'

const errorCodes = 'partner-center/developer/error-codes'

type Unknown = Extract<ResolutionFacts['resolution'], { found: false }>['unknown']

const isKnown = (
  name: string,
  part: Unknown,
  broken: Rule<ResolutionFacts>['fault'],
): Rule<ResolutionFacts> =>
  rule({
    name,
    holds: ({ resolution }) => resolution.found || resolution.unknown !== part,
    fault: broken,
    decidedBy: ({ line }) => ({ catalogItemId: line.catalogItemId }),
    see: errorCodes,
  })

/** The id of the item, part by part. A reissued availability is found again by reading the catalogue. */
export const resolutionRules = ruleList<Rule<ResolutionFacts>>('A cart line: an item that is not found', [
  isKnown('itemIdIsWellFormed', 'grammar', () => fault(faults.offerIdIsInvalid)),
  isKnown('productExists', 'product', () => fault(faults.productNotFound)),
  isKnown('skuExists', 'sku', () => fault(faults.skuNotFound)),
  isKnown('availabilityIsCurrent', 'availability', () => fault(faults.availabilityNotFound)),
])

/** The systems that have an order writer here. */
const purchaseSystems = ['Modern', 'MARKETPLACE', 'MODERN', 'Marketplace']

const purchaseSystemIsSupported = rule<LineFacts>({
  name: 'purchaseSystemIsSupported',
  holds: ({ item, line }) =>
    purchaseSystems.includes(item.sku.purchaseSystem) &&
    (line.purchaseSystem === undefined ||
      line.purchaseSystem.toLowerCase() === item.sku.purchaseSystem.toLowerCase()),
  fault: () => fault(faults.purchaseSystemNotSupported),
  decidedBy: ({ item, line }) => ({ purchaseSystem: item.sku.purchaseSystem, asked: line.purchaseSystem }),
  see: 'assumed',
})

const includedQuantityIsClear = rule<LineFacts>({
  name: 'includedQuantityIsClear',
  holds: ({ item }) => item.sku.includedQuantityOptions.length <= 1,
  fault: () => fault(faults.includedQuantityIsAmbiguous),
  decidedBy: ({ item }) => ({ options: item.sku.includedQuantityOptions.length }),
  see: errorCodes,
})

const durations = ['P1M', 'P1Y', 'P3Y', 'P5Y']

/** The catalogue itself offers a term that can't be ordered. */
const durationIsSupported = rule<LineFacts>({
  name: 'durationIsSupported',
  holds: ({ plan }) =>
    plan === undefined || plan.termDuration === '' || durations.includes(plan.termDuration),
  fault: ({ plan }) => fault(faults.durationNotSupported, { duration: plan?.termDuration ?? '' }),
  decidedBy: ({ plan }) => ({ termDuration: plan?.termDuration }),
  see: errorCodes,
})

const licenceCanBeProvisioned = rule<LineFacts>({
  name: 'licenceCanBeProvisioned',
  holds: ({ item }) => item.product.family !== 'license' || item.sku.provisioningId !== undefined,
  fault: () => fault(faults.provisioningSkuIdIsMissing),
  decidedBy: ({ item }) => ({ provisioningId: item.sku.provisioningId }),
  see: errorCodes,
})

const itemIsSoldInMarket = rule<LineFacts>({
  name: 'itemIsSoldInMarket',
  holds: ({ item, market }) => item.availability.country === market,
  fault: () => fault(faults.offerNotAvailableInCountry),
  decidedBy: ({ item, market }) => ({ country: item.availability.country, market }),
  see: errorCodes,
})

/** An availability can ask for tags of its own beside those of its SKU. */
const tenantHasTags = rule<LineFacts>({
  name: 'tenantHasTags',
  holds: ({ item, tenantTags }) =>
    [...item.sku.requiredTenantTags, ...item.availability.requiredTenantTags].every((tag) =>
      tenantTags.includes(tag),
    ),
  fault: () => fault(faults.tenantTagsAreMissing),
  decidedBy: ({ item }) => ({ tags: item.sku.requiredTenantTags.join() }),
  see: errorCodes,
})

const notEligible = () => fault(faults.catalogItemNotEligible)

/** @see partner-center/developer/get-customer-qualification-synchronous */
export const customerIsQualified = rule<LineFacts>({
  name: 'customerIsQualifiedForSegment',
  holds: ({ item, segments }) => segments.includes(item.availability.segment),
  fault: notEligible,
  decidedBy: ({ item }) => ({ segment: item.availability.segment }),
  see: 'partner-center/developer/get-customer-qualification-synchronous',
})

const itemIsPurchasable = rule<LineFacts>({
  name: 'itemIsPurchasable',
  holds: ({ item }) => item.availability.isPurchasable,
  fault: notEligible,
  see: 'partner-center/developer/product-resources',
})

const itemIsForThisPartner = rule<LineFacts>({
  name: 'itemIsForThisPartner',
  holds: ({ item, partner }) =>
    item.availability.partnerIds === undefined || item.availability.partnerIds.includes(partner.tenantId),
  fault: notEligible,
  decidedBy: ({ item }) => ({ isExclusive: item.sku.isExclusive }),
  see: 'assumed',
})

/** Perpetual licences need an authorisation of the partner's. */
const perpetualSoftware = 'perpetual-software'

const partnerMaySellPerpetualSoftware = when(
  ({ item }) => item.product.family === 'perpetual',
  rule<LineFacts>({
    name: 'partnerMaySellPerpetualSoftware',
    holds: ({ partner }) => partner.qualifications.includes(perpetualSoftware),
    fault: notEligible,
    decidedBy: ({ partner }) => ({ qualifications: partner.qualifications.join() }),
    see: 'partner-center/developer/software-products',
  }),
)

/** A trial is for customers who don't have the paid product yet. */
const trialIsForNewcomers = when(
  ({ item }) => item.sku.isTrial,
  rule<LineFacts>({
    name: 'trialIsForNewcomers',
    holds: ({ holdings }) => !holdings.ownsPaidVersion,
    fault: notEligible,
    see: 'partner-center/customers/offer-your-customers-trials',
  }),
)

const itemIsSoldInSandbox = rule<LineFacts>({
  name: 'itemIsSoldInSandbox',
  holds: ({ item, partner }) => partner.environment === 'production' || item.sku.isPurchasableInSandbox,
  fault: ({ item }) =>
    fault(faults.notPurchasableInSandbox, {
      productTitle: item.product.title,
      helpLink: 'https://learn.microsoft.com/partner-center/developer/test-and-debug',
    }),
  decidedBy: ({ partner }) => ({ environment: partner.environment }),
  see: 'partner-center/developer/test-and-debug',
})

const cycleFitsTerm = rule<LineFacts>({
  name: 'billingCycleFitsTerm',
  holds: ({ line }) => {
    const term = line.termDuration
    if (term === undefined || !isDuration(term)) return true
    return monthsOfBillingCycle(line.billingCycle ?? 'none') <= monthsOf(term)
  },
  fault: () => fault(faults.billingCycleLongerThanTerm),
  decidedBy: ({ line }) => ({ billingCycle: line.billingCycle, termDuration: line.termDuration }),
  see: errorCodes,
})

const planIsOffered = rule<LineFacts>({
  name: 'planIsOffered',
  holds: ({ plan }) => plan !== undefined,
  fault: () => fault(faults.billingCycleIsInvalid),
  decidedBy: ({ line }) => ({ billingCycle: line.billingCycle, termDuration: line.termDuration }),
  see: 'partner-center/developer/product-resources',
})

const attestationIsAccepted = rule<LineFacts>({
  name: 'attestationIsAccepted',
  holds: ({ item, line }) =>
    item.sku.attestation?.enforceAttestation !== true || line.attestationAccepted === true,
  fault: ({ line }) => fault(faults.attestationNotAccepted, { catalogItemId: line.catalogItemId }),
  decidedBy: ({ line }) => ({ attestationAccepted: line.attestationAccepted }),
  see: 'partner-center/developer/cart-resources',
})

/** Can the item be ordered at all, by this partner, for this customer, in this way? */
export const itemRules = [
  purchaseSystemIsSupported,
  includedQuantityIsClear,
  durationIsSupported,
  licenceCanBeProvisioned,
  itemIsSoldInMarket,
  tenantHasTags,
  customerIsQualified,
  itemIsPurchasable,
  itemIsForThisPartner,
  partnerMaySellPerpetualSoftware,
  trialIsForNewcomers,
  itemIsSoldInSandbox,
  cycleFitsTerm,
  planIsOffered,
  attestationIsAccepted,
] as const satisfies readonly Rule<LineFacts>[]
