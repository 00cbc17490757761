export {
  addEntitlement,
  changeEntitlement,
  findEntitlement,
  removeEntitlement,
} from './azure-entitlements.ts'
export { activationLink } from './start/activation-link.ts'
export {
  cancel,
  catalogItemId,
  countUpdate,
  cycleOf,
  hasActiveAzureSubscription,
  hasEnded,
  isAzurePlan,
  isExpiring,
  isInSync,
  isLegacyAzure,
  isRenewing,
  isRunning,
  willRenew,
  firstDayAfter,
  statusMoves,
  reactivate,
  suspend,
  windowEnds,
  type AzureEntitlement,
  type NextTermInstructions,
  type SubscriptionRecord,
} from './subscription.ts'
export { Subscriptions, subscriptionTable } from './subscription-repository.ts'
export { Holdings, holdingTable, promotionHoldingsOf, type Holding } from './holdings-repository.ts'
export {
  itemMembers,
  firstCharges,
  planStart,
  type Beginning,
  type StartPlan,
  type StartSubscription,
} from './start/plan-start.ts'
export { announceCreated, beginSubscription, startSubscription } from './start/start-subscription.ts'
export { startLegacySubscription } from './start/start-legacy-subscription.ts'
export {
  counterpartOf,
  isForMicrosoft,
  isInLastDayOfTerm,
  microsoftLedMigration,
} from './end-of-term/microsoft-migration.ts'
export { assignedUsers, LicenceMoves } from './licence-moves-repository.ts'
export { changeSubscription } from './change-subscription.ts'
export { handOver, keepLicences, takeOver } from './start/transferred-subscription.ts'
export { moveSeats, receiveSeats, replaceProduct } from './start/moves.ts'
export { nextStep, type LifecycleStep } from './agenda.ts'
export { chargeableOf, chargedCycle, isChargedByCycle } from './pricing.ts'
export { cycleAt, cycleMonths, endless, naturalEnd, termDays, termRank } from './term.ts'
export {
  cancellationWindows,
  lotIsReducibleUntil,
  openWindow,
  windowIsOpen,
  type CancellationWindow,
} from './cancellation.ts'
export {
  extended,
  extendedServiceTerms,
  extendedTermPrice,
  isExtendable,
  withEndOfTerm,
} from './end-of-term/extended-service-term.ts'
export { allowedEndDates, endDateIsInRange } from './coterm.ts'
export { priceOfDay, type PriceOfDay } from './price-of-day.ts'
export { sandboxPurchaseLimits, transitionLimits } from './subscription-policies.ts'
export { publishedId, subscriptionResource } from './reading/subscription-resource.ts'
export { refundableSeats } from './seat-lots.ts'
