import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { NewCommerceEligibilityErrorName } from '@tenantry/contract/reasons/new-commerce-eligibility-errors.ts'
import { on, ruleList, type Rule } from '../../../kernel/rule.ts'
import { addDuration, formatInstant } from '../../../kernel/time.ts'
import { accountRules } from '../../accounts/customers/public.ts'
import { endDateIsInRange, isInLastDayOfTerm } from '../../subscriptions/subscription/public.ts'
import type { MemberFacts } from './member-facts.ts'

/**
 * A rule that a migration enforces and a validation reports: a fault for the one, a number of the eligibility's own for
 * the other. What has no number there is reported by the fault's code (assumed).
 */
export interface MigrationRule extends Rule<MemberFacts> {
  readonly reason?: (facts: MemberFacts) => NewCommerceEligibilityErrorName
}

const migratePage = 'partner-center/customers/migrate-subscriptions-to-new-commerce'
const createPage = 'partner-center/developer/create-migration'
const errorCodes = 'partner-center/developer/error-codes'

const subscriptionIdOf = ({ publishedId }: MemberFacts) => ({ subscriptionId: publishedId })

export const sourceIsActive: MigrationRule = {
  name: 'sourceIsActive',
  reason: () => 'subscriptionStatusNotActive',
  holds: ({ source }) => source.status === 'active',
  fault: (facts) => fault(faults.migrationSourceNotActive, subscriptionIdOf(facts)),
  decidedBy: ({ source }) => ({ status: source.status }),
  see: migratePage,
}

export const sourceIsNotBeingProcessed: MigrationRule = {
  name: 'sourceIsNotBeingProcessed',
  reason: () => 'subscriptionBeingProcessed',
  holds: ({ source, isRenewing }) =>
    source.pendingOperation === undefined &&
    source.hold === undefined &&
    source.fulfilment !== 'pending' &&
    !isRenewing,
  fault: (facts) => fault(faults.migrationSourceIsBeingProcessed, subscriptionIdOf(facts)),
  decidedBy: ({ source }) => ({ operation: source.pendingOperation?.kind, hold: source.hold }),
  see: migratePage,
}

/** Sandboxes are exempt, so that what was just made can be migrated. */
const sourceIsOldEnough: MigrationRule = {
  name: 'sourceIsOldEnough',
  reason: () => 'subscriptionActiveForLessThanOneMonth',
  holds: ({ environment, source, now }) =>
    environment === 'sandbox' || now >= addDuration(source.createdAt, 'P1M'),
  fault: (facts) => fault(faults.migrationSourceTooRecent, subscriptionIdOf(facts)),
  decidedBy: ({ source, environment }) => ({ createdAt: formatInstant(source.createdAt), environment }),
  see: migratePage,
}

/** Who refused a full term by name is told so. */
export const termIsNotAboutToEnd: MigrationRule = {
  name: 'termIsNotAboutToEnd',
  reason: ({ wish }) =>
    wish.purchaseFullTerm === false ? 'lastDayNeedsFullTerm' : 'subscriptionTooCloseToTermEnd',
  holds: ({ source, wish, now }) => wish.purchaseFullTerm === true || !isInLastDayOfTerm(source, now),
  fault: (facts) => fault(faults.migrationTooCloseToTermEnd, subscriptionIdOf(facts)),
  decidedBy: ({ source, now }) => ({ commitmentEnd: source.commitmentEnd, now: formatInstant(now) }),
  see: migratePage,
}

/** A promotion of the older program ends with the year that it was bought for. */
export const sourceHasNoPromotion: MigrationRule = {
  name: 'sourceHasNoPromotion',
  reason: () => 'subscriptionPromotionsPresent',
  holds: ({ source }) => source.promotionId === undefined,
  fault: (facts) => fault(faults.migrationSourceHasPromotions, subscriptionIdOf(facts)),
  decidedBy: ({ source }) => ({ promotionId: source.promotionId }),
  see: migratePage,
}

export const addOnsGoAlong: MigrationRule = {
  name: 'addOnsGoAlong',
  reason: () => 'subscriptionAddOnsPresent',
  holds: ({ leftBehind }) => leftBehind.length === 0,
  fault: (facts) => fault(faults.migrationSourceHasAddOns, subscriptionIdOf(facts)),
  decidedBy: ({ leftBehind }) => ({ leftBehind: leftBehind.join(', ') }),
  see: createPage,
}

/** What is no subscription of the older program has no path either (assumed). */
export const counterpartExists: MigrationRule = {
  name: 'counterpartExists',
  reason: () => 'newCommerceProductUnavailable',
  holds: ({ item }) => item !== undefined,
  fault: (facts) => fault(faults.migrationPathNotFound, subscriptionIdOf(facts)),
  decidedBy: ({ source }) => ({ offerId: source.legacyOfferId, segment: source.segment }),
  see: 'partner-center/developer/validate-subscription-for-migration',
}

export const termAndCycleAreOffered: MigrationRule = {
  name: 'termAndCycleAreOffered',
  reason: () => 'termAndBillingCycleNotSupported',
  holds: ({ item, plan }) => item === undefined || plan !== undefined,
  fault: (facts) => fault(faults.migrationTermAndBillingNotSupported, subscriptionIdOf(facts)),
  decidedBy: ({ term }) => ({ termDuration: term.termDuration, billingCycle: term.billingCycle }),
  see: createPage,
}

/** A migration is a purchase: the customer must be good for it. Its place is that of its number (assumed). */
const tradeIsAllowed: readonly MigrationRule[] = accountRules.map((check) => ({
  ...on(({ account }: MemberFacts) => ({ account }), check),
  reason: () => 'tradeStatusNotAllowed' as const,
}))

const partnerOnRecordIsValid: MigrationRule = {
  name: 'partnerOnRecordIsValid',
  reason: () => 'invalidPartnerIdOnRecord',
  holds: (facts) => facts.partnerOnRecordIsValid,
  fault: (facts) => fault(faults.migrationPartnerOnRecordIsInvalid, subscriptionIdOf(facts)),
  decidedBy: ({ source }) => ({ partnerId: source.partnerId }),
  see: errorCodes,
}

/** Looked at only where there is a term for the date to lie in. */
export const customEndIsInRange: MigrationRule = {
  name: 'customEndIsInRange',
  reason: () => 'invalidCustomTermEndDate',
  holds: ({ wish, plan, today, latestEnd }) =>
    wish.customTermEndDate === undefined ||
    plan === undefined ||
    (wish.customTermEndDate <= latestEnd &&
      endDateIsInRange(wish.customTermEndDate, today, plan.termDuration)),
  fault: () => fault(faults.migrationEndDateOutOfRange),
  decidedBy: ({ wish, latestEnd }) => ({ customTermEndDate: wish.customTermEndDate, latestEnd }),
  see: errorCodes,
}

export const customEndIsAligned: MigrationRule = {
  name: 'customEndIsAligned',
  reason: () => 'customTermEndDateNotAligned',
  holds: ({ wish, plan, alignedDates }) =>
    wish.customTermEndDate === undefined ||
    plan === undefined ||
    alignedDates.includes(wish.customTermEndDate),
  fault: () => fault(faults.migrationEndDateNotAligned),
  decidedBy: ({ wish }) => ({ customTermEndDate: wish.customTermEndDate }),
  see: errorCodes,
}

const seatsAreWithinSku: MigrationRule = {
  name: 'seatsAreWithinSku',
  holds: ({ item, quantity }) =>
    item === undefined || (quantity >= item.sku.minimumQuantity && quantity <= item.sku.maximumQuantity),
  fault: () => fault(faults.quantityOutOfRange),
  decidedBy: ({ quantity, item }) => ({ quantity, max: item?.sku.maximumQuantity }),
  see: errorCodes,
}

const seatsAreWithinEnvironment: MigrationRule = {
  name: 'seatsAreWithinEnvironment',
  holds: ({ seats, quantity }) => seats.environmentMax === undefined || quantity <= seats.environmentMax,
  fault: () => fault(faults.subscriptionSeatLimitExceeded),
  decidedBy: ({ quantity, seats }) => ({ quantity, max: seats.environmentMax }),
  see: errorCodes,
}

/** Seats of the older program do not count against the limit of new commerce (assumed). */
const seatsAreWithinPool: MigrationRule = {
  name: 'seatsAreWithinPool',
  holds: ({ seats, quantity }) => seats.pooledLeft === undefined || quantity <= seats.pooledLeft,
  fault: ({ seats, quantity, catalogItemId = '' }) =>
    fault(faults.seatLimitExceeded, {
      requestedSeats: quantity,
      remainingSeats: Math.max(0, seats.pooledLeft ?? 0),
      catalogItemId,
    }),
  decidedBy: ({ quantity, seats }) => ({ quantity, left: seats.pooledLeft }),
  see: errorCodes,
}

/** Nothing can be charged for without a price; as at a purchase. */
const priceIsKnown: MigrationRule = {
  name: 'priceIsKnown',
  holds: ({ plan, price }) => plan === undefined || price !== undefined,
  fault: () => fault(faults.temporaryFailure),
  see: errorCodes,
}

/** Whether one subscription can be migrated. Order is precedence. */
export const memberRules = ruleList<MigrationRule>('Migrate to new commerce: each subscription', [
  sourceIsActive,
  sourceIsNotBeingProcessed,
  sourceIsOldEnough,
  termIsNotAboutToEnd,
  sourceHasNoPromotion,
  addOnsGoAlong,
  counterpartExists,
  termAndCycleAreOffered,
  ...tradeIsAllowed,
  partnerOnRecordIsValid,
  customEndIsInRange,
  customEndIsAligned,
  seatsAreWithinSku,
  seatsAreWithinEnvironment,
  seatsAreWithinPool,
  priceIsKnown,
])

export interface BundleFacts {
  /** The base first. */
  readonly members: readonly MemberFacts[]
  readonly isCreditSufficient: boolean
}

/**
 * One subscription that cannot be migrated keeps all of them from it. Which rule comes first counts more than which
 * subscription breaks it (assumed).
 */
export const overAll = (check: Rule<MemberFacts>): Rule<BundleFacts> => {
  const breaking = ({ members }: BundleFacts) => members.find((member) => !check.holds(member)) ?? members[0]
  return {
    name: check.name,
    holds: ({ members }) => members.every((member) => check.holds(member)),
    fault: (facts) => check.fault(breaking(facts) as MemberFacts),
    decidedBy: (facts) => check.decidedBy?.(breaking(facts) as MemberFacts) ?? {},
    ...(check.see === undefined ? {} : { see: check.see }),
  }
}

const creditIsSufficient: Rule<BundleFacts> = {
  name: 'creditIsSufficient',
  holds: (facts) => facts.isCreditSufficient,
  fault: () => fault(faults.prepaidCreditInsufficient),
  see: errorCodes,
}

export const migrationCreditRules = ruleList('Migrate to new commerce: credit', [creditIsSufficient])

/** Whether all subscriptions of a migration can be migrated. */
export const migrationRules = ruleList<Rule<BundleFacts>>('Migrate to new commerce', [
  ...memberRules.map(overAll),
  creditIsSufficient,
])
