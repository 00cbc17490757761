import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import { describe as describeFault } from '@tenantry/contract/locales/index.ts'
import { newCommerceEligibilityErrors } from '@tenantry/contract/reasons/new-commerce-eligibility-errors.ts'
import { describe as describeReason } from '@tenantry/contract/reasons/reason.ts'
import type { AddOnEligibility, NewCommerceEligibilityError } from '@tenantry/contract/resources/migration.ts'
import type { Operation } from '../../../work/operation.ts'
import { unmet } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { formatInstant, startOfDay } from '../../../kernel/time.ts'
import { present } from '../../../kernel/invariant.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { loadBundle, selectSubscriptions } from './load-bundle.ts'
import type { MemberFacts } from './member-facts.ts'
import { capitalised } from './migration-answer.ts'
import { migrationCreditRules, memberRules, type MigrationRule } from './migration-rules.ts'
import { readWish } from './read-wish.ts'

/**
 * Every reason against a migration, by the same rules that refuse it. Faults only where there is nothing to validate:
 * 900223, 800002, 20003, 900358, 900248, 900262.
 */
export const validateMigration: Operation<typeof migrationEndpoints.validateMigration> = async (
  scope,
  { params, body },
) => {
  const customer = await getCustomer(scope, params.customerId)
  const { wish, shape } = readWish(body, body.addOnMigrations)
  const selection = await selectSubscriptions(scope, customer, wish, shape)
  const bundle = await loadBundle(scope, selection)

  const [base, ...addOns] = bundle.members.map((member) => eligibilityOf(scope, member))
  const own = present(base, 'the base is the first member of its bundle')
  const credit = unmet(migrationCreditRules, bundle).map((check) => {
    const raised = check.fault(bundle)
    return { code: raised.spec.code, description: describeFault(raised, scope.locale) }
  })
  const errors = [...own.errors, ...credit]
  return {
    ...own,
    errors,
    isEligible: errors.length === 0 && addOns.every(({ isEligible }) => isEligible),
    addOnMigrations: addOns,
    attributes: { objectType: 'NewCommerceEligibility' },
  }
}

function eligibilityOf(scope: Scope, member: MemberFacts): AddOnEligibility {
  const { catalogItemId, plan, wish } = member
  const errors = errorsOf(scope, member)
  return {
    currentSubscriptionId: member.publishedId,
    isEligible: errors.length === 0,
    ...(catalogItemId === undefined ? {} : { catalogItemId }),
    ...(plan === undefined
      ? {}
      : { termDuration: plan.termDuration, billingCycle: capitalised(plan.billingCycle) }),
    ...(wish.customTermEndDate === undefined
      ? {}
      : { customTermEndDate: formatInstant(startOfDay(wish.customTermEndDate)) }),
    errors,
  }
}

/** One entry a number: several rules can share one. */
function errorsOf(scope: Scope, member: MemberFacts): NewCommerceEligibilityError[] {
  const broken = unmet<MemberFacts>(memberRules, member) as MigrationRule[]
  const errors = broken.map((check) => {
    if (check.reason !== undefined)
      return describeReason(newCommerceEligibilityErrors[check.reason(member)], scope.locale)
    const raised = check.fault(member)
    return { code: raised.spec.code, description: describeFault(raised, scope.locale) }
  })
  return errors.filter(({ code }, index) => errors.findIndex((other) => other.code === code) === index)
}
