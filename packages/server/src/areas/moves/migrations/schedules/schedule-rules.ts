import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import { addMonths, type PlainDate } from '../../../../kernel/time.ts'
import {
  addOnsGoAlong,
  counterpartExists,
  customEndIsAligned,
  customEndIsInRange,
  overAll,
  sourceHasNoPromotion,
  sourceIsActive,
  sourceIsNotBeingProcessed,
  termAndCycleAreOffered,
  termIsNotAboutToEnd,
  type BundleFacts,
} from '../migration-rules.ts'
import type { MigrationSchedule } from './schedule.ts'

const schedulePage = 'partner-center/developer/schedule-a-new-commerce-migration'

export interface MomentFacts {
  /** `unreadable` for text that is no date. */
  readonly targetDate: PlainDate | 'unreadable' | undefined
  readonly onRenewal: boolean
  readonly today: PlainDate
}

/** No further ahead than the longest term. */
const monthsAhead = 36

/** When a migration can be scheduled for. That it is one of both, and a later day within three years, is assumed. */
export const momentRules = ruleList<Rule<MomentFacts>>('Schedule a migration: the moment', [
  rule<MomentFacts>({
    name: 'momentIsGiven',
    holds: ({ targetDate, onRenewal }) => onRenewal !== (targetDate !== undefined),
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ targetDate, onRenewal }) => ({ targetDate, onRenewal }),
    see: schedulePage,
  }),
  rule<MomentFacts>({
    name: 'targetDateIsToCome',
    holds: ({ targetDate, today }) =>
      targetDate === undefined ||
      (targetDate !== 'unreadable' && targetDate > today && targetDate <= addMonths(today, monthsAhead)),
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ targetDate, today }) => ({ targetDate, today }),
    see: schedulePage,
  }),
])

/** What was carried out, cancelled or failed stays as it is (the fault is assumed). */
export const changeRules = ruleList<Rule<MigrationSchedule>>('Change or cancel a scheduled migration', [
  rule<MigrationSchedule>({
    name: 'scheduleIsOpen',
    holds: ({ status }) => status === 'Created',
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ status }) => ({ status }),
    see: 'partner-center/developer/update-a-new-commerce-migration-schedule',
  }),
])

export interface ScheduleFacts extends BundleFacts {
  /** Another schedule of the same subscription is open. */
  readonly isScheduledAlready: boolean
}

/** A subscription has one schedule at a time: it counts as being processed (assumed). */
const isNotScheduledYet: Rule<ScheduleFacts> = {
  name: 'sourceIsNotScheduledYet',
  holds: ({ isScheduledAlready }) => !isScheduledAlready,
  fault: ({ members }) =>
    fault(faults.migrationSourceIsBeingProcessed, { subscriptionId: members[0]?.publishedId ?? '' }),
  see: 'assumed',
}

/** The five conditions that the text of 900221 names; which one it is shows when the migration is validated. */
const coarse = [
  sourceIsActive,
  sourceHasNoPromotion,
  addOnsGoAlong,
  termIsNotAboutToEnd,
  counterpartExists,
].map((check) => {
  const inner = overAll(check)
  return {
    ...inner,
    fault: ({ members }: BundleFacts) =>
      fault(faults.migrationNotEligible, {
        subscriptionId: (members.find((member) => !check.holds(member)) ?? members[0])?.publishedId ?? '',
      }),
  }
})

/** Whether a migration can be scheduled; at its moment `migrationRules` decide. Order is precedence. */
export const scheduleRules = ruleList<Rule<ScheduleFacts>>('Schedule a migration', [
  overAll(sourceIsNotBeingProcessed),
  isNotScheduledYet,
  ...coarse,
  overAll(termAndCycleAreOffered),
  overAll(customEndIsInRange),
  overAll(customEndIsAligned),
])
