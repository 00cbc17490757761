import { Type } from 'typebox'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import rows from '../../data/policies/mfa-enforcement.json' with { type: 'json' }
import type { PartnerRecord } from '../work/partner.ts'
import { datedPolicy } from '../kernel/policy.ts'
import { rule, ruleList, when, type Rule } from '../kernel/rule.ts'
import type { AccessToken } from './tokens/access-token.ts'
import type { Principal } from '../work/principal.ts'

/** Since when an app+user token without the claim of a second factor is refused. */
export const mfaEnforcement = datedPolicy({
  name: 'mfa-enforcement',
  schema: Type.Object({ production: Type.Boolean(), sandbox: Type.Boolean() }),
  rows,
})

export interface TokenFacts {
  readonly token: AccessToken
  /** Undefined where the token's tenant is no partner's. */
  readonly partner: PartnerRecord | undefined
  readonly retiredAudiences: readonly string[]
  readonly mfaEnforced: { readonly production: boolean; readonly sandbox: boolean }
}

const audienceIsNotRetired = rule<TokenFacts>({
  name: 'audienceIsNotRetired',
  holds: ({ token, retiredAudiences }) => !retiredAudiences.includes(token.normalAudience),
  fault: () => fault(faults.tokenAudienceIsRetired),
  decidedBy: ({ token }) => ({ audience: token.audience }),
  see: 'partner-center/developer/deprecate-azure-active-directory-graph-token',
})

/** Until it was retired, the audience of Azure AD Graph was as good as Partner Center's own. */
const audienceIsPartnerCenter = rule<TokenFacts>({
  name: 'audienceIsPartnerCenter',
  holds: ({ token }) => token.serves === 'partnerCenter' || token.serves === 'legacyGraph',
  fault: () => fault(faults.tokenIsInvalid),
  decidedBy: ({ token }) => ({ audience: token.audience }),
  see: 'partner-center/developer/partner-center-authentication',
})

/** A customer's token, or one of a partner that is gone. That reads are refused as well as purchases is assumed. */
const tenantIsPartner = rule<TokenFacts>({
  name: 'tenantIsPartner',
  holds: ({ partner }) => partner !== undefined,
  fault: () => fault(faults.partnerTokenIsMissing),
  decidedBy: ({ token }) => ({ tenantId: token.tenantId }),
  see: 'partner-center/developer/transfer-entity-resources',
})

const userSignedInWithMfa = when<TokenFacts>(
  ({ token, partner, mfaEnforced }) =>
    !token.isAppOnly && partner !== undefined && mfaEnforced[partner.environment],
  rule<TokenFacts>({
    name: 'userSignedInWithMfa',
    holds: ({ token }) => token.mfa,
    fault: () => fault(faults.multifactorAuthenticationRequired),
    decidedBy: ({ token }) => ({ mfa: token.mfa }),
    see: 'partner-center/security/partner-security-requirements-mandating-mfa',
  }),
)

/** Looked at before the throttle counts the request. Their order is assumed: nothing publishes it. */
export const tokenRules = ruleList<Rule<TokenFacts>>('Any request: the token', [
  audienceIsNotRetired,
  audienceIsPartnerCenter,
  tenantIsPartner,
  userSignedInWithMfa,
])

/** What Partner Center knows of the app and the user behind a token. */
export type CallerFacts = Pick<Principal, 'kind' | 'partner' | 'appId' | 'userId'>

const userOf = ({ partner, userId }: CallerFacts) => partner.users.find((user) => user.id === userId)

const callerRule = (name: string, holds: (facts: CallerFacts) => boolean) =>
  rule<CallerFacts>({
    name,
    holds,
    fault: () => fault(faults.callerHasNoAccess),
    decidedBy: ({ appId, userId }) => ({ appId, userId }),
    see: 'partner-center/developer/partner-center-authentication',
  })

/** Looked at after the throttle: an app or user that Partner Center does not know (any more). The cases are assumed. */
export const callerRules = ruleList<Rule<CallerFacts>>('Any request: the caller', [
  callerRule('appIsRegistered', ({ partner, appId }) =>
    partner.apps.some((app) => app.clientId === appId && app.enabled),
  ),
  callerRule('userIsEnabled', (facts) => facts.kind !== 'user' || userOf(facts)?.enabled === true),
  callerRule(
    'userHasPartnerRole',
    (facts) => facts.kind !== 'user' || (userOf(facts)?.roles.length ?? 0) > 0,
  ),
])
