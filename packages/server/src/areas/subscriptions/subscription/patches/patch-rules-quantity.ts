import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
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

function limitsOf({ sku, legacyOffer, seats }: PatchFacts): { min: number; max: number } {
  const { min, max } = {
    min: sku?.minimumQuantity ?? legacyOffer?.minimumQuantity ?? 1,
    max: sku?.maximumQuantity ?? legacyOffer?.maximumQuantity ?? Number.MAX_SAFE_INTEGER,
  }
  return { min: Math.max(1, min, seats.promotion?.min ?? 1), max: Math.min(max, seats.promotion?.max ?? max) }
}

/**
 * Of the SKU and of the promotion that the subscription carries. A limit pooled over the tenant has a fault of its
 * own.
 */
const quantityIsInRange = when(
  changesQuantity,
  rule<PatchFacts>({
    name: 'quantityIsInRange',
    holds: (facts) => {
      const { min, max } = limitsOf(facts)
      const isPooled = facts.sku?.pooledSeats !== undefined
      return (
        wanted(facts) >= min && (wanted(facts) <= max || (isPooled && facts.seats.promotion === undefined))
      )
    },
    fault: () => fault(faults.quantityOutOfRange),
    decidedBy: (facts) => ({ quantity: wanted(facts), ...limitsOf(facts) }),
    see: quantityPage,
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
  environmentAllowsSeats,
  tenantAllowsSeats,
  productAllowsReduction,
  someSeatsAreRefundable,
  reductionIsRefundable,
] as const satisfies readonly Rule<PatchFacts>[]
