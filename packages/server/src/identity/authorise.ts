import type { Endpoint, Role } from '@tenantry/contract/endpoint.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { enforce, rule, ruleList, when, type Rule } from '../kernel/rule.ts'
import type { Trace } from '../kernel/trace.ts'
import type { Principal } from '../work/principal.ts'

export interface AuthorisationFacts {
  readonly principal: Pick<Principal, 'kind' | 'roles' | 'partner'>
  readonly endpoint: Pick<Endpoint, 'auth' | 'roles' | 'environment'>
}

const userIsPresentWhereNeeded = when<AuthorisationFacts>(
  ({ endpoint }) => endpoint.auth === 'app+user',
  rule<AuthorisationFacts>({
    name: 'userIsPresentWhereNeeded',
    holds: ({ principal }) => principal.kind !== 'app',
    fault: () => fault(faults.appOnlyTokenNotSupported),
    decidedBy: ({ principal }) => ({ kind: principal.kind }),
    see: 'partner-center/developer/error-codes',
  }),
)

/** An app alone has no roles: what it may call is decided by the endpoint's `auth`. */
const roleIsSufficient = when<AuthorisationFacts>(
  ({ principal }) => principal.kind === 'user',
  rule<AuthorisationFacts>({
    name: 'roleIsSufficient',
    holds: ({ principal, endpoint }) => endpoint.roles.some((role: Role) => principal.roles.includes(role)),
    fault: () => fault(faults.roleIsInsufficient),
    decidedBy: ({ principal, endpoint }) => ({
      roles: principal.roles.join(' '),
      allowed: endpoint.roles.join(' '),
    }),
    see: 'partner-center/account-settings/permissions-overview',
  }),
)

/** Some operations exist only in the sandbox, for example the deletion of a customer. */
const environmentIsTheEndpoints = rule<AuthorisationFacts>({
  name: 'environmentIsTheEndpoints',
  holds: ({ principal, endpoint }) =>
    endpoint.environment === undefined || principal.partner.environment === endpoint.environment,
  fault: () => fault(faults.operationNotSupportedInEnvironment),
  decidedBy: ({ principal, endpoint }) => ({
    environment: principal.partner.environment,
    needed: endpoint.environment,
  }),
  see: 'partner-center/developer/test-and-debug',
})

export const authorisationRules = ruleList<Rule<AuthorisationFacts>>('Any request: the endpoint', [
  userIsPresentWhereNeeded,
  roleIsSufficient,
  environmentIsTheEndpoints,
])

/** Whether the caller may use the endpoint at all: 900329, 900150, 900127. */
export function authorise(
  principal: Principal,
  endpoint: AuthorisationFacts['endpoint'],
  trace?: Trace,
): void {
  enforce(authorisationRules, { principal, endpoint }, trace)
}
