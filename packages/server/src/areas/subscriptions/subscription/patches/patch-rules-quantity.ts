import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults, faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { fewestSeats, remainingOfShare, shareInWords } from '../../../catalogue/products/public.ts'
import type { PatchFacts } from './patch-facts.ts'
import { refundableSeats } from '../seat-lots.ts'
import { catalogItemId } from '../subscription.ts'

const quantityPage = 'partner-center/developer/change-the-quantity-of-a-subscription'
const reductionPage = 'partner-center/customers/new-commerce-cancellation-policy'

const changesQuantity = ({ changes }: PatchFacts) => changes.quantity !== undefined
const wanted = ({ changes, subscription }: PatchFacts) => changes.quantity ?? subscription.quantity
const added = (facts: PatchFacts) => wanted(facts) - facts.subscription.quantity
const adds = (facts: PatchFacts) => added(facts) > 0
const reduces = (facts: PatchFacts) => added(facts) < 0

const fixedFamilies: readonly string[] = ['azurePlan', 'reservation', 'savingsPlan']

/**
 * Trials have 25 seats for good, an extended service term has those that it began with; usage and single items have no
 * seats to change. @see partner-center/customers/extended-service-terms
 */
const productHasSeatChanges = when(
  changesQuantity,
  rule<PatchFacts>({
    name: 'productHasSeatChanges',
    holds: ({ subscription, sku }) =>
      !(subscription.isTrial && subscription.commerce === 'nce') &&
      subscription.extension === undefined &&
      !fixedFamilies.includes(subscription.productFamily) &&
      !(sku !== undefined && sku.maximumQuantity === 1),
    fault: () => fault(faults.quantityIsFixed),
    decidedBy: ({ subscription, sku }) => ({
      isTrial: subscription.isTrial,
      isExtended: subscription.extension !== undefined,
      productFamily: subscription.productFamily,
      maximumQuantity: sku?.maximumQuantity,
    }),
    see: 'partner-center/customers/offer-your-customers-trials',
  }),
)

const softwareAssuranceIsNotIncreased = when(
  adds,
  rule<PatchFacts>({
    name: 'softwareAssuranceIsNotIncreased',
    holds: ({ sku }) => sku?.traits['program'] !== 'SoftwareAssurance',
    fault: () => fault(faults.softwareAssuranceQuantityIncrease),
    decidedBy: ({ sku }) => ({ program: String(sku?.traits['program'] ?? '') }),
    see: 'partner-center/developer/error-codes',
  }),
)

/** Perpetual licences are bought by the piece. Seats of an item whose sale has ended can still be managed. */
const itemTakesSeatChanges = when(
  changesQuantity,
  rule<PatchFacts>({
    name: 'itemTakesSeatChanges',
    holds: ({ subscription }) => subscription.productFamily !== 'perpetual',
    fault: () => fault(faults.quantityChangeNotEligible),
    decidedBy: ({ subscription }) => ({ productFamily: subscription.productFamily }),
    see: 'assumed',
  }),
)

const purchasedTermIsStillSold = when(
  adds,
  rule<PatchFacts>({
    name: 'purchasedTermIsStillSold',
    holds: ({ subscription, item }) => subscription.productFamily !== 'software' || !item.saleHasEnded,
    fault: () => fault(faults.purchaseTermNoLongerAvailable),
    decidedBy: ({ item }) => ({ saleHasEnded: item.saleHasEnded }),
    see: 'assumed',
  }),
)

/** A term that was bought before it had a minimum of its own can still get more seats. */
function limitsOf(facts: PatchFacts): { min: number; max: number } {
  const { sku, legacyOffer, subscription, changes } = facts
  const term = changes.termDuration ?? (reduces(facts) ? subscription.termDuration : '')
  return {
    min: Math.max(1, sku === undefined ? (legacyOffer?.minimumQuantity ?? 1) : fewestSeats(sku, term)),
    max: sku?.maximumQuantity ?? legacyOffer?.maximumQuantity ?? Number.MAX_SAFE_INTEGER,
  }
}

/** A limit that is pooled over the tenant has a fault of its own. */
const quantityIsInRange = when(
  (facts) => changesQuantity(facts) || facts.changes.termDuration !== undefined,
  rule<PatchFacts>({
    name: 'quantityIsInRange',
    holds: (facts) => {
      const { min, max } = limitsOf(facts)
      const isPooled = facts.sku?.pooledSeats !== undefined
      return wanted(facts) >= min && (wanted(facts) <= max || isPooled)
    },
    fault: () => fault(faults.quantityOutOfRange),
    decidedBy: (facts) => ({ quantity: wanted(facts), ...limitsOf(facts) }),
    see: quantityPage,
  }),
)

/** Of the promotion that the subscription carries. */
const promotionAllowsQuantity = when(
  changesQuantity,
  rule<PatchFacts>({
    name: 'promotionAllowsQuantity',
    holds: (facts) => {
      const { promotion } = facts.seats
      return promotion === undefined || (wanted(facts) >= promotion.min && wanted(facts) <= promotion.max)
    },
    fault: () => fault(extraFaults.discountedQuantityOutOfRange),
    decidedBy: (facts) => ({
      quantity: wanted(facts),
      min: facts.seats.promotion?.min,
      max: facts.seats.promotion?.max,
    }),
    see: 'partner-center/pricing/new-commerce-promotions',
  }),
)

/** A sandbox account has at most 25 seats in a subscription. @see partner-center/developer/test-and-debug */
const environmentAllowsSeats = when(
  adds,
  rule<PatchFacts>({
    name: 'environmentAllowsSeats',
    holds: (facts) => facts.seats.environmentMax === undefined || wanted(facts) <= facts.seats.environmentMax,
    fault: () => fault(faults.subscriptionSeatLimitExceeded),
    decidedBy: (facts) => ({ quantity: wanted(facts), max: facts.seats.environmentMax }),
    see: 'partner-center/developer/test-and-debug',
  }),
)

/** In spite of the text the limit is of the tenant: all its subscriptions of the SKU count, whoever sold them. */
const tenantAllowsSeats = when(
  adds,
  rule<PatchFacts>({
    name: 'tenantAllowsSeats',
    holds: (facts) => facts.sku?.pooledSeats === undefined || added(facts) <= remainingSeats(facts),
    fault: (facts) =>
      fault(faults.seatLimitExceeded, {
        requestedSeats: added(facts),
        remainingSeats: remainingSeats(facts),
        catalogItemId: catalogItemId(facts.subscription),
      }),
    decidedBy: (facts) => ({
      added: added(facts),
      pooled: facts.seats.pooled,
      limit: facts.sku?.pooledSeats,
    }),
    see: 'partner-center/developer/product-resources',
  }),
)

const addOnMaximum = ({ sku, seats }: PatchFacts): number | undefined =>
  sku && seats.addOn && remainingOfShare(sku, seats.addOn)

/** A cart only notes it on its line; a change has no line to note it on, so it is refused (assumed). */
const addOnStaysWithinShare = when(
  adds,
  rule<PatchFacts>({
    name: 'addOnStaysWithinShare',
    holds: (facts) => added(facts) <= (addOnMaximum(facts) ?? Number.MAX_SAFE_INTEGER),
    fault: (facts) =>
      fault(extraFaults.addedSeatsExceedPrerequisiteShare, {
        maximumPercentage: facts.sku === undefined ? '' : shareInWords(facts.sku),
        purchaseQuantity: added(facts),
        maximumQuantity: addOnMaximum(facts) ?? 0,
      }),
    decidedBy: (facts) => ({ added: added(facts), maximum: addOnMaximum(facts) }),
    see: 'partner-center/developer/error-codes',
  }),
)

const remainingSeats = ({ sku, seats }: PatchFacts): number =>
  Math.max(0, (sku?.pooledSeats ?? Number.MAX_SAFE_INTEGER) - seats.pooled)

const reducesNce = (facts: PatchFacts) => reduces(facts) && facts.subscription.commerce === 'nce'

const productAllowsReduction = when(
  reducesNce,
  rule<PatchFacts>({
    name: 'productAllowsReduction',
    holds: ({ subscription }) => subscription.cancellation?.seats !== 'never',
    fault: () => fault(faults.quantityDecreaseNotAllowed),
    decidedBy: ({ subscription }) => ({ productFamily: subscription.productFamily }),
    see: reductionPage,
  }),
)

/** Seats that all came by transitions never had a window: they are refused with the rule after this one. */
const someSeatsAreRefundable = when(
  reducesNce,
  rule<PatchFacts>({
    name: 'someSeatsAreRefundable',
    holds: ({ subscription, now }) =>
      refundableSeats(subscription.seatLots, now) > 0 ||
      subscription.seatLots.every((lot) => lot.reducibleUntil === null),
    fault: ({ subscription: { cancellation } }) =>
      cancellation?.unit === 'days'
        ? fault(faults.seatReductionWindowDaysPassed, { windowDays: cancellation.length })
        : fault(faults.seatReductionWindowHoursPassed, { windowHours: cancellation?.length ?? 168 }),
    decidedBy: ({ subscription, now }) => ({ refundable: refundableSeats(subscription.seatLots, now) }),
    see: reductionPage,
  }),
)

const reductionIsRefundable = when(
  reducesNce,
  rule<PatchFacts>({
    name: 'reductionIsRefundable',
    holds: (facts) => -added(facts) <= refundableSeats(facts.subscription.seatLots, facts.now),
    fault: () => fault(faults.quantityDecreaseNotAllowed),
    decidedBy: (facts) => ({
      reduction: -added(facts),
      refundable: refundableSeats(facts.subscription.seatLots, facts.now),
    }),
    see: reductionPage,
  }),
)

export const patchQuantityRules = [
  productHasSeatChanges,
  softwareAssuranceIsNotIncreased,
  itemTakesSeatChanges,
  purchasedTermIsStillSold,
  quantityIsInRange,
  promotionAllowsQuantity,
  environmentAllowsSeats,
  tenantAllowsSeats,
  addOnStaysWithinShare,
  productAllowsReduction,
  someSeatsAreRefundable,
  reductionIsRefundable,
] as const satisfies readonly Rule<PatchFacts>[]
