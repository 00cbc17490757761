import type { NewCommerceMigrationScheduleRequest } from '@tenantry/contract/resources/migration.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import {
  addDays,
  dateOf,
  findDate,
  startOfDay,
  type Instant,
  type PlainDate,
} from '../../../../kernel/time.ts'
import type { CustomerRecord } from '../../../accounts/customers/public.ts'
import { endless, Subscriptions } from '../../../subscriptions/subscription/public.ts'
import { enforcePartner, loadBundle, selectSubscriptions, type Foresight } from '../load-bundle.ts'
import type { MemberFacts } from '../member-facts.ts'
import { onDay } from '../migration-terms.ts'
import { readWish } from '../read-wish.ts'
import type { MigrationSchedule, ScheduledMember, ScheduledMoment } from './schedule.ts'
import { MigrationSchedules } from './schedule-repository.ts'
import { momentRules, scheduleRules } from './schedule-rules.ts'

/** What a request makes of a schedule, once it is found good. */
export type Written = Pick<MigrationSchedule, 'wish' | 'moment' | 'members' | 'commitmentEnd'>

/**
 * Judges a request for a schedule as the world will be at its moment. Faults: those of `selectSubscriptions`, 800002,
 * and those of `scheduleRules` in their order.
 */
export async function judgeSchedule(
  scope: Scope,
  customer: CustomerRecord,
  body: NewCommerceMigrationScheduleRequest,
  /** The schedule that is changed. */
  known?: MigrationSchedule,
): Promise<Written> {
  enforcePartner(scope)
  const moment = readMoment(scope, body)
  const { wish, shape } = readWish(body, body.addOnMigrationSchedules ?? body.addOnMigrations)
  const selection = await selectSubscriptions(scope, customer, wish, shape)
  const open = await new MigrationSchedules(scope).findOpen(customer.id, wish.base.subscriptionId)
  const { commitmentEnd } = await new Subscriptions(scope).get(customer.id, wish.base.subscriptionId)

  const renewal = commitmentEnd === endless ? dateOf(scope.now) : addDays(commitmentEnd, 1)
  const day = moment.targetDate ?? renewal
  const foresee: Foresight = (source) => onDay(source, day)
  const bundle = await loadBundle(scope, selection, startOfDay(day), foresee)
  const isScheduledAlready = open !== undefined && open.id !== known?.id
  enforce(scheduleRules, { ...bundle, isScheduledAlready }, scope.trace)

  return { wish, moment, members: bundle.members.map(scheduledMember), commitmentEnd }
}

function readMoment(scope: Scope, body: NewCommerceMigrationScheduleRequest): ScheduledMoment {
  const onRenewal = body.migrateOnRenewal === true
  const targetDate = body.targetDate ? (findDate(body.targetDate) ?? 'unreadable') : undefined
  enforce(momentRules, { targetDate, onRenewal, today: dateOf(scope.now) }, scope.trace)
  return onRenewal ? { onRenewal: true } : { targetDate: targetDate as PlainDate }
}

const scheduledMember = (member: MemberFacts): ScheduledMember => ({
  subscriptionId: member.source.id,
  catalogItemId: member.catalogItemId,
  quantity: member.quantity,
  termDuration: member.plan?.termDuration ?? member.source.termDuration,
  billingCycle: member.term.billingCycle,
  purchaseFullTerm: member.wish.purchaseFullTerm === true,
  customTermEndDate: member.wish.customTermEndDate,
})

/** The agenda's entry for a schedule; one that waits for the renewal has none. A renewal that is late comes first. */
export async function planSchedule(
  scope: Scope,
  schedule: MigrationSchedule,
  later?: Instant,
): Promise<void> {
  const { customerId, id, moment } = schedule
  if (moment.targetDate === undefined) return
  const dueAt = later ?? startOfDay(moment.targetDate)
  await scope.agenda.schedule({ dueAt, kind: 'migrate-on-day', customer: customerId, subject: id })
}

/** Microsoft leaves to the partner what the partner has scheduled. */
export async function markScheduled(
  scope: Scope,
  { customerId, wish }: MigrationSchedule,
  isScheduled: boolean,
): Promise<void> {
  const subscriptions = new Subscriptions(scope)
  const source = await subscriptions.get(customerId, wish.base.subscriptionId)
  await subscriptions.save({ ...source, hasMigrationSchedule: isScheduled ? true : undefined })
}
