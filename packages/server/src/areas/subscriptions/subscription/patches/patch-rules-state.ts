import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { etagMatches } from '../../../../kernel/etag.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { isCommercial } from './patch-changes.ts'
import type { PatchFacts } from './patch-facts.ts'
import { hasEnded, isExpiring, isRenewing } from '../subscription.ts'

const errorCodes = 'partner-center/developer/error-codes'
const updatePage = 'partner-center/developer/update-a-subscription-by-id'
const isLegacy = ({ subscription }: PatchFacts) => subscription.commerce === 'legacy'

const isNotMigratedByMicrosoft = rule<PatchFacts>({
  name: 'subscriptionIsNotMigratedByMicrosoft',
  holds: ({ subscription }) => subscription.migratedTo?.by !== 'microsoft',
  fault: ({ subscription }) =>
    fault(faults.subscriptionMigratedByMicrosoft, {
      newCommerceSubscriptionId: subscription.migratedTo?.subscriptionId ?? '',
    }),
  see: errorCodes,
})

const legacyIsNotDeleted = when(
  isLegacy,
  rule<PatchFacts>({
    name: 'legacySubscriptionIsNotDeleted',
    holds: ({ subscription }) => subscription.status !== 'deleted',
    fault: ({ subscription }) =>
      fault(faults.deletedSubscriptionIsReadOnly, { subscriptionId: subscription.id }),
    see: errorCodes,
  }),
)

const isNotExpiring = rule<PatchFacts>({
  name: 'subscriptionIsNotExpiring',
  holds: ({ subscription, now }) => !isExpiring(subscription, now),
  fault: () => fault(faults.subscriptionIsExpiring),
  decidedBy: ({ subscription }) => ({
    commitmentEnd: subscription.commitmentEnd,
    status: subscription.status,
  }),
  see: errorCodes,
})

/** What has expired, is disabled or deleted never comes back. @see partner-center/customers/subscription-lifecycle */
const hasNotEnded = rule<PatchFacts>({
  name: 'subscriptionHasNotEnded',
  holds: ({ subscription }) => !hasEnded(subscription),
  fault: () => fault(faults.updatesNoLongerAllowed),
  decidedBy: ({ subscription }) => ({ status: subscription.status }),
  see: 'partner-center/customers/subscription-lifecycle',
})

/** From a day before Microsoft migrates it, until that is done. @see partner-center/developer/error-codes */
const isNotAwaitedByMicrosoft = rule<PatchFacts>({
  name: 'subscriptionIsNotAwaitedByMicrosoft',
  holds: ({ subscription, changes, isAwaitedByMicrosoft }) =>
    !isAwaitedByMicrosoft ||
    subscription.status !== 'active' ||
    !subscription.autoRenewEnabled ||
    Object.keys(changes).length === 0,
  fault: () => fault(faults.microsoftMigrationIsImminent),
  decidedBy: ({ subscription }) => ({ commitmentEnd: subscription.commitmentEnd }),
  see: errorCodes,
})

const isActivated = rule<PatchFacts>({
  name: 'subscriptionIsActivated',
  holds: ({ subscription, changes }) => subscription.awaitsActivation !== true || !isCommercial(changes),
  fault: () => fault(faults.subscriptionNotYetActivated),
  decidedBy: ({ subscription }) => ({ status: subscription.status }),
  see: 'partner-center/developer/activate-sandbox-subscription-azure-marketplace-products',
})

/** A name can be changed while seats are being provisioned; so can what concerns only the next term (assumed). */
const isProvisioned = rule<PatchFacts>({
  name: 'subscriptionIsProvisioned',
  holds: ({ subscription, changes }) =>
    subscription.fulfilment !== 'pending' ||
    (changes.quantity === undefined && changes.status === undefined && changes.termDuration === undefined),
  fault: () => fault(faults.subscriptionNotReady),
  decidedBy: ({ subscription }) => ({ fulfilment: subscription.fulfilment }),
  see: errorCodes,
})

const hasNoPendingOperation = rule<PatchFacts>({
  name: 'subscriptionHasNoPendingOperation',
  holds: ({ subscription }) => subscription.pendingOperation === undefined,
  fault: () => fault(faults.operationIsPending),
  decidedBy: ({ subscription }) => ({ operation: subscription.pendingOperation?.kind }),
  see: errorCodes,
})

/**
 * On the day of the renewal, until it is done, only what does not bear on it can be changed: seats, the name, the
 * partner on record, cancellation. @see partner-center/developer/create-scheduled-changes
 */
const isNotBeingRenewed = rule<PatchFacts>({
  name: 'subscriptionIsNotBeingRenewed',
  holds: ({ subscription, changes, now }) =>
    !isRenewing(subscription, now) ||
    (changes.autoRenewEnabled === undefined &&
      changes.endOfTerm === undefined &&
      changes.nextTerm === undefined &&
      (changes.status === undefined || changes.status === 'deleted')),
  fault: () => fault(faults.operationIsPending),
  decidedBy: ({ subscription }) => ({ commitmentEnd: subscription.commitmentEnd }),
  see: 'partner-center/developer/create-scheduled-changes',
})

const isNotHeld = rule<PatchFacts>({
  name: 'subscriptionIsNotHeld',
  holds: ({ subscription }) => subscription.hold === undefined,
  fault: () => fault(faults.updatesCurrentlyNotAllowed),
  decidedBy: ({ subscription }) => ({ hold: subscription.hold }),
  see: 'assumed',
})

const mayStillBeUpdated = rule<PatchFacts>({
  name: 'subscriptionMayStillBeUpdated',
  holds: ({ subscription, updatesMax }) => subscription.updateCount < updatesMax,
  fault: () => fault(faults.tooManyUpdates),
  decidedBy: ({ subscription, updatesMax }) => ({ updates: subscription.updateCount, updatesMax }),
  see: 'partner-center/developer/create-a-new-subscription',
})

/** Official clients send the body's own ETag and no header, so neither is demanded. */
const etagIsCurrent = rule<PatchFacts>({
  name: 'etagIsCurrent',
  holds: ({ subscription, etag }) => etagMatches(etag, subscription.id, subscription.version),
  fault: () => fault(faults.etagIsStale),
  decidedBy: ({ subscription }) => ({ version: subscription.version }),
  see: 'partner-center/developer/test-and-debug',
})

const legacyCycleIsChangedByOrder = when(
  isLegacy,
  rule<PatchFacts>({
    name: 'legacyBillingCycleIsChangedByOrder',
    holds: ({ changes }) => changes.billingCycle === undefined,
    fault: () => fault(faults.billingCycleChangeNeedsOrderUpdate),
    see: 'partner-center/developer/change-the-billing-cycle',
  }),
)

/**
 * What was bought by an offer that Microsoft has blocked, or no longer publishes, takes no commercial change (assumed).
 */
const legacyOfferIsUpdatable = when(
  isLegacy,
  rule<PatchFacts>({
    name: 'legacyOfferIsUpdatable',
    holds: ({ legacyOffer, changes }) => legacyOffer?.isUpdatable === true || !isCommercial(changes),
    fault: ({ subscription }) =>
      fault(faults.offerUpdatesNotAllowed, { offerId: subscription.legacyOfferId ?? '' }),
    decidedBy: ({ legacyOffer }) => ({ isUpdatable: legacyOffer?.isUpdatable }),
    see: 'assumed',
  }),
)

const membersAreOfThisCommerce = when(
  isLegacy,
  rule<PatchFacts>({
    name: 'membersAreOfThisCommerce',
    holds: ({ changes }) =>
      changes.nextTerm === undefined && changes.termDuration === undefined && changes.endOfTerm === undefined,
    fault: () => fault(faults.notSupportedForLegacySubscription),
    see: 'partner-center/developer/create-scheduled-changes',
  }),
)

/** Only its renewal and its name are a partner's to change. */
const savingsPlanIsOnlyRenamed = rule<PatchFacts>({
  name: 'savingsPlanIsOnlyRenamed',
  holds: ({ subscription, changes }) =>
    subscription.productFamily !== 'savingsPlan' ||
    (changes.quantity === undefined && changes.status === undefined && changes.termDuration === undefined),
  fault: () => fault(faults.savingsPlanOperationNotSupported),
  decidedBy: ({ subscription }) => ({ productFamily: subscription.productFamily }),
  see: updatePage,
})

/**
 * Whether the subscription takes a change at all: terminal states, locks, the ETag, products with bans of their
 * own.
 */
export const patchStateRules = [
  isNotMigratedByMicrosoft,
  legacyIsNotDeleted,
  isNotExpiring,
  hasNotEnded,
  isNotAwaitedByMicrosoft,
  isActivated,
  isProvisioned,
  hasNoPendingOperation,
  isNotBeingRenewed,
  isNotHeld,
  mayStillBeUpdated,
  etagIsCurrent,
  legacyCycleIsChangedByOrder,
  legacyOfferIsUpdatable,
  membersAreOfThisCommerce,
  savingsPlanIsOnlyRenamed,
] as const satisfies readonly Rule<PatchFacts>[]
