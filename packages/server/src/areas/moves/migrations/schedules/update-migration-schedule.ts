import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Operation } from '../../../../work/operation.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import { getHeldCustomer } from '../../../accounts/customers/public.ts'
import { enforcePartner } from '../load-bundle.ts'
import { scheduleAnswer } from './schedule-answer.ts'
import { MigrationSchedules } from './schedule-repository.ts'
import { changeRules } from './schedule-rules.ts'
import { judgeSchedule, planSchedule } from './write-schedule.ts'

/**
 * Replaces what was scheduled; the subscription stays. Faults: 900223, 900224, 800002, and those of `judgeSchedule`.
 * @see partner-center/developer/update-a-new-commerce-migration-schedule
 */
export const updateMigrationSchedule: Operation<typeof migrationEndpoints.updateMigrationSchedule> = async (
  scope,
  { params, body },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  enforcePartner(scope)
  const schedules = new MigrationSchedules(scope)
  const before = await schedules.get(customer.id, params.scheduleId)
  const { subscriptionId } = before.wish.base
  enforce(changeRules, before, scope.trace)
  const { currentSubscriptionId = subscriptionId } = body
  enforce(identityRules, { subscriptionId, asked: currentSubscriptionId.toLowerCase() }, scope.trace)

  const written = await judgeSchedule(scope, customer, { ...body, currentSubscriptionId }, before)
  const after = await schedules.save({ ...before, ...written, modifiedAt: scope.now })
  await scope.agenda.cancel('migrate-on-day', before.id)
  await planSchedule(scope, after)

  const answer = scheduleAnswer(after)
  scope.audit({ customerId: customer.id, oldValue: scheduleAnswer(before), newValue: answer })
  return answer
}

interface Identity {
  readonly subscriptionId: string
  readonly asked: string
}

export const identityRules = ruleList('Change a scheduled migration: the subscription', [
  rule<Identity>({
    name: 'scheduleKeepsItsSubscription',
    holds: ({ subscriptionId, asked }) => asked === subscriptionId,
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ subscriptionId, asked }) => ({ subscriptionId, asked }),
    see: 'partner-center/developer/update-a-new-commerce-migration-schedule',
  }),
])
