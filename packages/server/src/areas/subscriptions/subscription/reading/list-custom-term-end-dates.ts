import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { collection, type CollectionOf } from '@tenantry/contract/resources/common.ts'
import type { AllowedCustomTermEndDate } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce, rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf, findDate, type PlainDate } from '../../../../kernel/time.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { allowedEndDates, type AllowedEndDate } from '../coterm.ts'
import { Subscriptions } from '../subscription-repository.ts'

interface Asked {
  readonly duration: string | undefined
  readonly start: PlainDate | undefined
  readonly today: PlainDate
}

export const endDateQueryRules = ruleList<Rule<Asked>>('End dates of a term: the query', [
  rule<Asked>({
    name: 'termDurationIsGiven',
    holds: ({ duration }) => duration !== undefined,
    fault: () => fault(faults.requestInputIsInvalid),
    see: 'partner-center/developer/custom-term-end-dates',
  }),
  rule<Asked>({
    name: 'termDurationIsKnown',
    holds: ({ duration }) => duration !== undefined && ['P1M', 'P1Y', 'P3Y'].includes(duration),
    fault: () => fault(faults.termDurationIsInvalid),
    decidedBy: ({ duration }) => ({ duration }),
    see: 'partner-center/developer/custom-term-end-dates',
  }),
  rule<Asked>({
    name: 'termStartIsNotPast',
    holds: ({ start, today }) => start !== undefined && start >= today,
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ start, today }) => ({ start, today }),
    see: 'partner-center/developer/custom-term-end-dates',
  }),
])

/** Most dates in one answer; more do not exist for the terms there are. */
const pageMax = 300

/** @see partner-center/developer/custom-term-end-dates */
export async function listCustomTermEndDates(
  scope: Scope,
  { params, query }: Input<typeof subscriptionEndpoints.listCustomTermEndDates>,
): Promise<CollectionOf<AllowedCustomTermEndDate>> {
  await getCustomer(scope, params.customerId)
  const today = dateOf(scope.now)
  const duration = (query.term_duration ?? query.TermDuration)?.toUpperCase()
  const askedStart = query.term_start_date ?? query.TermStartDate
  const start = askedStart === undefined ? today : findDate(askedStart)
  enforce(endDateQueryRules, { duration, start, today }, scope.trace)

  const others = await new Subscriptions(scope).list(params.customerId, { status: ['active'] })
  const target = query.target_coterm_subscription_id ?? query.TargetCotermSubscriptionId
  const dates = allowedEndDates(start ?? today, duration ?? '', others)
    .filter((allowed) => target === undefined || allowed.subscriptionIds.includes(target))
    .slice(0, pageMax)

  return collection(dates.map(resource))
}

const resource = ({ date, type, subscriptionIds }: AllowedEndDate): AllowedCustomTermEndDate => ({
  allowedCustomTermEndDateType: type,
  ...(type === 'subscriptionAligned' ? { cotermSubscriptionIds: [...subscriptionIds] } : {}),
  allowedCustomTermEndDate: `${date}T00:00:00`,
})
