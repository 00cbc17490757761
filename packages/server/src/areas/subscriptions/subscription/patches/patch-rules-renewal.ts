import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { addDays, type PlainDate } from '../../../../kernel/time.ts'
import { endDateIsInRange } from '../coterm.ts'
import type { WantedNextTerm } from './patch-changes.ts'
import type { PatchFacts } from './patch-facts.ts'
import { firstDayAfter, type SubscriptionRecord } from '../subscription.ts'
import { naturalEnd } from '../term.ts'

const scheduledPage = 'partner-center/developer/create-scheduled-changes'
const alignPage = 'partner-center/customers/align-subscription-end-dates'

const wantedTerm = ({ changes }: PatchFacts): WantedNextTerm | undefined =>
  changes.nextTerm === 'remove' ? undefined : changes.nextTerm

const schedules = (facts: PatchFacts) => wantedTerm(facts) !== undefined
const switchesOn = ({ changes }: PatchFacts) => changes.autoRenewEnabled === true

const renewingFamilies: readonly string[] = ['license', 'software', 'saas']

/** A trial of new commerce renews as what it becomes; one of the older program only ends (assumed). */
const canRenew = ({ subscription: { commerce, isTrial }, item }: PatchFacts): boolean =>
  commerce === 'legacy' ? !isTrial : isTrial || item.isRenewable

const choosesEnd = ({ changes }: PatchFacts) => changes.endOfTerm !== undefined
const termPage = 'partner-center/customers/extended-service-terms'

const scheduledActionIsUnderstood = when(
  choosesEnd,
  rule<PatchFacts>({
    name: 'scheduledActionIsUnderstood',
    holds: ({ changes }) => changes.endOfTerm !== 'invalid',
    fault: () =>
      fault(faults.requestInputIsInvalid).with(
        'scheduledActions: one action at the end of the term, or Cancel on a CustomDate with an effectiveDate',
      ),
    see: 'assumed',
  }),
)

/** Terms that began or end too early have their days of grace (the code is assumed). */
const endOfTermCanBeChosen = when(
  choosesEnd,
  rule<PatchFacts>({
    name: 'endOfTermCanBeChosen',
    holds: ({ isExtendable, subscription }) => isExtendable && subscription.status === 'active',
    fault: () => fault(faults.autoRenewNotEligible),
    decidedBy: ({ subscription, changes, isExtendable }) => ({
      endOfTerm: changes.endOfTerm,
      isExtendable,
      termStart: subscription.termStart,
      commitmentEnd: subscription.commitmentEnd,
    }),
    see: termPage,
  }),
)

/** The first day on which an extended service term can be over: it has to have begun, and not to be over yet. */
const firstCancellableDay = ({ subscription, today }: PatchFacts): PlainDate =>
  addDays(subscription.extension === undefined ? firstDayAfter(subscription) : today, 1)

const lastCancellableDay = ({ subscription }: PatchFacts): PlainDate =>
  naturalEnd(firstDayAfter(subscription), 'P3Y')

/** What has its end in the term itself is cancelled at once or at its end; nobody plans for ever (both assumed). */
const cancellationDayIsInExtendedTerm = when(
  ({ changes }: PatchFacts) => changes.cancelOn !== undefined,
  rule<PatchFacts>({
    name: 'cancellationDayIsInExtendedTerm',
    holds: (facts) => {
      const { cancelOn } = facts.changes
      return (
        cancelOn !== undefined &&
        cancelOn >= firstCancellableDay(facts) &&
        cancelOn <= lastCancellableDay(facts)
      )
    },
    fault: (facts) =>
      fault(faults.requestInputIsInvalid).with(
        `scheduledActions[0].effectiveDate: from ${firstCancellableDay(facts)} to ${lastCancellableDay(facts)}`,
      ),
    decidedBy: (facts) => ({
      effectiveDate: facts.changes.cancelOn,
      first: firstCancellableDay(facts),
      last: lastCancellableDay(facts),
    }),
    see: 'assumed',
  }),
)

const itemRenews = when(
  switchesOn,
  rule<PatchFacts>({
    name: 'itemRenews',
    holds: (facts) => renewingFamilies.includes(facts.subscription.productFamily) && canRenew(facts),
    fault: () => fault(faults.autoRenewNotEligible),
    decidedBy: ({ subscription, item }) => ({
      productFamily: subscription.productFamily,
      isRenewable: item.isRenewable,
    }),
    see: 'partner-center/developer/update-autorenew-for-an-azure-marketplace-subscription',
  }),
)

/** What is planned for a term that does not come is refused. */
const nextTermComes = when(
  schedules,
  rule<PatchFacts>({
    name: 'nextTermComes',
    holds: ({ subscription, changes }) =>
      subscription.status === 'active' && (changes.autoRenewEnabled ?? subscription.autoRenewEnabled),
    fault: () => fault(faults.autoRenewNotEligible),
    decidedBy: ({ subscription, changes }) => ({
      autoRenewEnabled: changes.autoRenewEnabled ?? subscription.autoRenewEnabled,
    }),
    see: scheduledPage,
  }),
)

const setsEnd = (facts: PatchFacts) => wantedTerm(facts)?.customTermEndDate !== undefined

const endDateIsForOnlineServices = when(
  setsEnd,
  rule<PatchFacts>({
    name: 'nextTermEndDateIsForOnlineServices',
    holds: ({ subscription, nextTerm }) =>
      (nextTerm?.item?.product.productType.id ?? subscription.productType) === 'OnlineServicesNCE',
    fault: () => fault(faults.nextTermEndDateOnlyForOnlineServices),
    decidedBy: ({ subscription }) => ({ productType: subscription.productType }),
    see: alignPage,
  }),
)

const nextTermProductIsValid = when(
  schedules,
  rule<PatchFacts>({
    name: 'nextTermProductIsValid',
    holds: ({ nextTerm }) =>
      nextTerm !== undefined &&
      nextTerm.item !== undefined &&
      nextTerm.plan !== undefined &&
      nextTerm.isReachable &&
      nextTerm.promotionIsValid,
    fault: () => fault(faults.nextTermProductIsInvalid),
    decidedBy: ({ nextTerm }) => ({
      isKnown: nextTerm?.item !== undefined,
      hasPlan: nextTerm?.plan !== undefined,
      isReachable: nextTerm?.isReachable,
      promotionIsValid: nextTerm?.promotionIsValid,
    }),
    see: scheduledPage,
  }),
)

const nextTermQuantityIsInRange = when(
  schedules,
  rule<PatchFacts>({
    name: 'nextTermQuantityIsInRange',
    holds: (facts) => {
      const quantity = wantedTerm(facts)?.quantity ?? 0
      const sku = facts.nextTerm?.item?.sku
      return (
        sku !== undefined && quantity >= Math.max(1, sku.minimumQuantity) && quantity <= sku.maximumQuantity
      )
    },
    fault: () => fault(faults.nextTermQuantityNotAllowed),
    decidedBy: (facts) => ({ quantity: wantedTerm(facts)?.quantity }),
    see: scheduledPage,
  }),
)

/** The next term begins the day after this one ends. */
const nextStart = (subscription: SubscriptionRecord): PlainDate => firstDayAfter(subscription)

const endOf = (facts: PatchFacts): PlainDate | undefined => {
  const end = wantedTerm(facts)?.customTermEndDate
  return end === 'invalid' ? undefined : end
}

const nextTermEndIsInRange = when(
  setsEnd,
  rule<PatchFacts>({
    name: 'nextTermEndIsInRange',
    holds: (facts) => {
      const end = endOf(facts)
      const duration = wantedTerm(facts)?.termDuration ?? ''
      return end !== undefined && endDateIsInRange(end, nextStart(facts.subscription), duration)
    },
    fault: () => fault(faults.nextTermEndDateOutOfRange),
    decidedBy: (facts) => ({ start: nextStart(facts.subscription), end: endOf(facts) }),
    see: alignPage,
  }),
)

const nextTermEndIsAligned = when(
  setsEnd,
  rule<PatchFacts>({
    name: 'nextTermEndIsAligned',
    holds: (facts) => facts.nextTerm?.alignedDates.some((date) => date === endOf(facts)) === true,
    fault: () => fault(faults.nextTermEndDateNotAligned),
    decidedBy: (facts) => ({ end: endOf(facts) }),
    see: alignPage,
  }),
)

export const patchRenewalRules = [
  scheduledActionIsUnderstood,
  endOfTermCanBeChosen,
  cancellationDayIsInExtendedTerm,
  itemRenews,
  nextTermComes,
  endDateIsForOnlineServices,
  nextTermProductIsValid,
  nextTermQuantityIsInRange,
  nextTermEndIsInRange,
  nextTermEndIsAligned,
] as const satisfies readonly Rule<PatchFacts>[]
