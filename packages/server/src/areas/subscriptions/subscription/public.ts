export {
  addEntitlement,
  changeEntitlement,
  findEntitlement,
  removeEntitlement,
} from './azure-entitlements.ts'
export { activationLink } from './start/activation-link.ts'
export {
  addSeats,
  cancel,
  catalogItemId,
  countUpdate,
  cycleOf,
  hasActiveAzureSubscription,
  hasEnded,
  isAzurePlan,
  isCancellable,
  isExpiring,
  isInSync,
  isLegacyAzure,
  isRenewing,
  isRunning,
  willRenew,
  firstDayAfter,
  next,
  partnerMoves,
  reactivate,
  removeSeats,
  statuses,
  suspend,
  windowEnds,
  type AzureEntitlement,
  type NextChargeInstructions,
  type NextTermInstructions,
  type PendingOperation,
  type ProductTerm,
  type Registration,
  type SubscriptionRecord,
  type SubscriptionStatus,
  type SupportContact,
} from './subscription.ts'
export { Subscriptions, subscriptionTable, type SubscriptionFilter } from './subscription-repository.ts'
export { Holdings, holdingTable, promotionHoldingsOf, type Holding } from './holdings-repository.ts'
export {
  announceCreated,
  itemMembers,
  planFulfilment,
  startSubscription,
  type StartSubscription,
} from './start/start-subscription.ts'
export { startLegacySubscription, type StartLegacySubscription } from './start/start-legacy-subscription.ts'
export {
  counterpartOf,
  isForMicrosoft,
  isInLastDayOfTerm,
  microsoftLedMigration,
} from './end-of-term/microsoft-migration.ts'
export { assignedUsers, LicenceMoves, licenceMoveTable } from './licence-moves-repository.ts'
export { changeSubscription } from './change-subscription.ts'
export { handOver, keepLicences, takeOver, type TakenOver } from './start/transferred-subscription.ts'
export { moveSeats, receiveSeats, replaceProduct, type Replacement } from './start/moves.ts'
export { nextStep, planAnew, planNext, type LifecycleStep } from './agenda.ts'
export { chargeableOf, chargedCycle, isChargedByCycle } from './pricing.ts'
export { cycleAt, cycleMonths, endless, naturalEnd, termRank, type Cycle, type Term } from './term.ts'
export {
  cancellationWindows,
  lotIsReducibleUntil,
  openWindow,
  type CancellationWindow,
} from './cancellation.ts'
export {
  extended,
  extendedServiceTerms,
  extendedTermPrice,
  isExtendable,
  withEndOfTerm,
} from './end-of-term/extended-service-term.ts'
export { allowedEndDates, endDateIsInRange, lastMonthEndUpTo, type AllowedEndDate } from './coterm.ts'
export { priceOfDay, type PricedItem, type PriceOfDay } from './price-of-day.ts'
export { sandboxPurchaseLimits, transitionLimits } from './subscription-policies.ts'
export { publishedId, subscriptionResource } from './reading/subscription-resource.ts'
export { refundableSeats, type SeatLot } from './seat-lots.ts'
