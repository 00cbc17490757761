import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import { hasCommerceRelationship, type CustomerRecord, type DirectoryTenant } from './customer.ts'

export interface PathFacts {
  readonly partnerId: string
  readonly customerId: string
  readonly tenant: DirectoryTenant | undefined
  readonly customer: CustomerRecord | undefined
  /** The operation is one of the few that an advisor has too. */
  readonly isAdvisorAllowed: boolean
}

const tenantExists = rule<PathFacts>({
  name: 'customerTenantExists',
  holds: ({ tenant, customer }) => customer !== undefined || tenant !== undefined,
  fault: () => fault(faults.tenantNotFound),
  decidedBy: ({ customerId }) => ({ customerId }),
  see: 'partner-center/developer/error-codes',
})

/** A relationship that has ended counts as none, although the record can still be listed by its partner. */
const partnerHasCommerceRelationship = rule<PathFacts>({
  name: 'partnerHasCommerceRelationship',
  holds: ({ customer, isAdvisorAllowed }) =>
    customer !== undefined &&
    (hasCommerceRelationship(customer) || (isAdvisorAllowed && customer.relationship === 'advisor')),
  fault: ({ partnerId, customerId }) => fault(faults.noCommerceRelationship, { partnerId, customerId }),
  decidedBy: ({ customer }) => ({ relationship: customer?.relationship ?? 'none' }),
  see: 'partner-center/developer/error-codes',
})

/** The checks of every path below `/v1/customers/{id}`, in their order. */
export const pathRules = ruleList<Rule<PathFacts>>('Any request with a customer in its path', [
  tenantExists,
  partnerHasCommerceRelationship,
])
