import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { effectiveRoles, type PartnerRecord } from '../work/partner.ts'
import { PartnerRegistry } from '../areas/accounts/partners/public.ts'
import { present } from '../kernel/invariant.ts'
import { enforce } from '../kernel/rule.ts'
import type { Trace } from '../kernel/trace.ts'
import {
  readAccessToken,
  refuseUnlessCurrent,
  type AccessToken,
  type TokenReading,
} from './tokens/access-token.ts'
import { tokenFault } from './tokens/refuse-token.ts'
import { partnerCenter, retiredAudiences } from './tokens/audiences.ts'
import { callerRules, mfaEnforcement, tokenRules, type TokenFacts } from './authentication-rules.ts'
import { policyOf, type IdentityWorld } from './identity-world.ts'
import type { Principal } from '../work/principal.ts'
import { VerifiedTokens } from './tokens/verified-tokens.ts'

/** A token whose signature was checked, and the account it stands for. */
interface VerifiedToken {
  readonly token: AccessToken
  readonly partner: PartnerRecord | undefined
  readonly principal: Principal | undefined
}

/**
 * Whose token a request carries, or the documented refusal, in this order: 400 (HTTP 401), 900420, 800001, 900421.
 * `admit` follows it, after the throttle has counted the request. `others` are the worlds that may have signed a token
 * that this one did not.
 */
export async function authenticate(
  world: IdentityWorld,
  authorizationHeader: string | undefined,
  trace?: Trace,
  others: () => readonly IdentityWorld[] = () => [],
): Promise<Principal> {
  const verified = await verify(world, authorizationHeader ?? '', { trace, others })
  const facts: TokenFacts = {
    token: verified.token,
    partner: verified.partner,
    retiredAudiences: policyOf(world, retiredAudiences).retired,
    mfaEnforced: policyOf(world, mfaEnforcement),
  }

  enforce(tokenRules, facts, trace)

  return present(verified.principal, 'tokenRules refuse a token of no partner')
}

/** 2032 for an app that is not registered or disabled, and for a user that is disabled or has no partner role. */
export function admit(principal: Principal, trace?: Trace): void {
  enforce(callerRules, principal, trace)
}

/** What a request with `ValidateMfa: true` is told in `isMfaCompliant`. An app alone has nothing to prove. */
export const isMfaCompliant = (principal: Principal): boolean => principal.kind !== 'user' || principal.mfa

/**
 * The headers that go with a 401; none for other refusals. The published realm leaves its id open; that it is the id
 * of the Partner Center application is assumed.
 * @see partner-center/developer/error-codes
 */
export function challengeOf(refusal: Fault): Readonly<Record<string, string>> {
  if (refusal.spec.status !== 401) return {}
  const isAboutMfa = refusal.spec === faults.multifactorAuthenticationRequired
  const realm = `OAuth realm=urn:cpsvc:cpid:${partnerCenter.appId}`
  return { 'WWW-Authenticate': isAboutMfa ? 'Bearer error="invalid_token"' : realm }
}

function bearerOf(header: string, trace: Trace | undefined): string {
  const match = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(header)
  if (match?.[1] !== undefined) return match[1]
  if (header === '') throw tokenFault(trace, 'authorizationIsGiven', { authorization: 'absent' })
  // What follows the scheme may be a secret, and so may be what stands in its place.
  const scheme = /^([a-z]{1,16})(?: |$)/i.exec(header)?.[1]
  if (scheme?.toLowerCase() !== 'bearer')
    throw tokenFault(trace, 'schemeIsBearer', {
      scheme: scheme ?? 'none: the header begins with something else',
    })
  throw tokenFault(trace, 'tokenIsJwt', { parts: header.slice(scheme.length).trim().split('.').length })
}

const remembered = new WeakMap<IdentityWorld, VerifiedTokens<VerifiedToken>>()

/**
 * Checking a signature costs more than most reads, so a token's is checked once while it lives. It is remembered by the
 * whole header as it was sent: even a digest of it would be a tenth of what a read costs.
 */
async function verify(world: IdentityWorld, header: string, reading: TokenReading): Promise<VerifiedToken> {
  const { trace } = reading
  const tokens = remembered.get(world) ?? new VerifiedTokens<VerifiedToken>()
  remembered.set(world, tokens)
  const revision = world.identityVersion
  const known = tokens.find(header, revision)
  if (known !== undefined) {
    refuseUnlessCurrent(known.token, trace)
    return known
  }

  const token = await readAccessToken(world, bearerOf(header, trace), reading)
  refuseUnlessCurrent(token, trace)
  const partner = await world.transact('read', (trx) => new PartnerRegistry({ trx }).find(token.tenantId))
  const principal = partner === undefined ? undefined : principalOf(token, partner)
  const verified = { token, partner, principal }
  tokens.keep(header, revision, verified)
  return verified
}

/** Who a token of a partner stands for. */
export function principalOf(
  token: Pick<AccessToken, 'appId' | 'audience' | 'version' | 'mfa' | 'isAppOnly' | 'userId'>,
  partner: PartnerRecord,
): Principal {
  const common = {
    partner,
    appId: token.appId,
    audience: token.audience,
    tokenVersion: token.version,
    mfa: token.mfa,
  }
  if (token.isAppOnly) return { ...common, kind: 'app', roles: [] }
  const user = partner.users.find(({ id }) => id === token.userId)
  // A user who is gone stays a user, without any role: `admit` refuses him.
  if (user === undefined) return { ...common, kind: 'user', userId: token.userId, roles: [] }
  const { id, userPrincipalName, displayName } = user
  return { ...common, kind: 'user', userId: id, userPrincipalName, displayName, roles: effectiveRoles(user) }
}
