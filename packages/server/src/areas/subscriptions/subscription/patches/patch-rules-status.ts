import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { windowIsOpen } from '../cancellation.ts'
import type { PatchFacts } from './patch-facts.ts'
import { hasActiveAzureSubscription, isLegacyAzure, partnerMoves } from '../subscription.ts'

const changesStatus = ({ changes }: PatchFacts) => changes.status !== undefined
const isCancelled = ({ changes }: PatchFacts) => changes.status === 'deleted'
const lifecycle = 'partner-center/customers/subscription-lifecycle'
const cancellation = 'partner-center/customers/new-commerce-cancellation-policy'

/**
 * A trial runs or converts; a reservation is returned elsewhere. @see partner-center/customers/offer-your-
 * customers-trials
 */
const productHasStatusChanges = when(
  changesStatus,
  rule<PatchFacts>({
    name: 'productHasStatusChanges',
    holds: ({ subscription }) =>
      subscription.commerce === 'legacy' ||
      (!subscription.isTrial && subscription.productFamily !== 'reservation'),
    fault: () => fault(faults.statusIsFixed),
    decidedBy: ({ subscription }) => ({
      isTrial: subscription.isTrial,
      productFamily: subscription.productFamily,
    }),
    see: 'partner-center/customers/offer-your-customers-trials',
  }),
)

const microsoftLeavesItSuspended = when(
  ({ subscription, changes }: PatchFacts) =>
    subscription.status === 'suspended' && changes.status === 'active',
  rule<PatchFacts>({
    name: 'microsoftLeavesItSuspended',
    holds: ({ isAwaitedByMicrosoft }) => !isAwaitedByMicrosoft,
    fault: () => fault(faults.microsoftMigrationBlocksReactivation),
    decidedBy: ({ subscription }) => ({ commitmentEnd: subscription.commitmentEnd }),
    see: 'partner-center/developer/error-codes',
  }),
)

/**
 * The older program knows no deletion by a partner: it is suspended and deleted by time. What was upgraded to an Azure
 * plan stays suspended (assumed).
 */
const statusMayFollow = when(
  changesStatus,
  rule<PatchFacts>({
    name: 'statusMayFollow',
    holds: ({ subscription, changes }) =>
      partnerMoves(subscription.status).some((status) => status === changes.status) &&
      !(subscription.commerce === 'legacy' && changes.status === 'deleted') &&
      !(isLegacyAzure(subscription) && subscription.migratedTo !== undefined),
    fault: ({ subscription, changes }) =>
      fault(faults.statusChangeNotAllowed, {
        requestedStatus: changes.status ?? '',
        currentStatus: subscription.status,
      }),
    decidedBy: ({ subscription, changes }) => ({ from: subscription.status, to: changes.status }),
    see: lifecycle,
  }),
)

/** Add-ons of new commerce are independent of their base; only the older program ties them. */
const parentIsActive = when(
  ({ changes }: PatchFacts) => changes.status === 'active',
  rule<PatchFacts>({
    name: 'parentSubscriptionIsActive',
    holds: ({ subscription, parent }) =>
      subscription.commerce !== 'legacy' || parent === undefined || parent.status === 'active',
    fault: () => fault(faults.parentSubscriptionNotActive),
    decidedBy: ({ parent }) => ({ parent: parent?.status }),
    see: lifecycle,
  }),
)

/**
 * An Azure plan has an Azure subscription from the start; while one is active the plan can neither be suspended nor
 * cancelled. @see partner-center/azure-plan-manage
 */
const azureSubscriptionsAreInactive = when(
  ({ changes }: PatchFacts) => changes.status === 'suspended' || changes.status === 'deleted',
  rule<PatchFacts>({
    name: 'azureSubscriptionsAreInactive',
    holds: ({ subscription }) => !hasActiveAzureSubscription(subscription),
    fault: () => fault(faults.azurePlanHasActiveSubscriptions),
    decidedBy: ({ subscription }) => ({ azureSubscriptions: subscription.azureEntitlements?.length ?? 0 }),
    see: 'partner-center/developer/suspend-a-subscription',
  }),
)

/** What has no window at all (seats that came by a transition) is answered as if its window were over. */
const cancellationWindowIsOpen = when(
  isCancelled,
  rule<PatchFacts>({
    name: 'cancellationWindowIsOpen',
    holds: ({ subscription, now }) =>
      subscription.productFamily === 'azurePlan' || windowIsOpen(subscription.cancellation, now),
    fault: ({ subscription }) =>
      subscription.cancellation?.unit === 'days'
        ? fault(faults.cancellationWindowDaysPassed, { windowDays: subscription.cancellation.length })
        : fault(faults.cancellationWindowHoursPassed, {
            windowHours: subscription.cancellation?.length ?? defaultWindowHours,
          }),
    decidedBy: ({ subscription, now }) => ({ until: subscription.cancellation?.until, now }),
    see: cancellation,
  }),
)

const defaultWindowHours = 168

/** While suspended, only the status can change. */
const isNotSuspended = rule<PatchFacts>({
  name: 'subscriptionIsNotSuspended',
  holds: ({ subscription, changes }) =>
    subscription.status !== 'suspended' ||
    subscription.commerce !== 'nce' ||
    Object.keys(changes).every((name) => name === 'status'),
  fault: () => fault(faults.suspendedSubscriptionIsReadOnly),
  decidedBy: ({ changes }) => ({ changes: Object.keys(changes).join() }),
  see: 'partner-center/developer/suspend-a-subscription',
})

/** In the older program seats stay as they are while suspended, also when the same request suspends. */
const legacySeatsAreFreeToChange = when(
  ({ changes, subscription }: PatchFacts) =>
    subscription.commerce === 'legacy' && changes.quantity !== undefined,
  rule<PatchFacts>({
    name: 'legacySeatsAreFreeToChange',
    holds: ({ subscription, changes }) =>
      subscription.status !== 'suspended' && changes.status !== 'suspended',
    fault: () => fault(faults.suspendedQuantityIsFixed),
    decidedBy: ({ subscription }) => ({ status: subscription.status }),
    see: 'partner-center/developer/error-codes',
  }),
)

export const patchStatusRules = [
  productHasStatusChanges,
  microsoftLeavesItSuspended,
  statusMayFollow,
  parentIsActive,
  azureSubscriptionsAreInactive,
  cancellationWindowIsOpen,
  isNotSuspended,
  legacySeatsAreFreeToChange,
] as const satisfies readonly Rule<PatchFacts>[]
