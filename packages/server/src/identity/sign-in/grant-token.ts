import { findUser, type PartnerRecord, type PartnerUser } from '../../work/partner.ts'
import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import { conditionalAccess } from '../../collaborators/conditional-access.ts'
import { formatInstant, instant } from '../../kernel/time.ts'
import type { Trx } from '../../store/trx.ts'
import { wallNow } from '../../world/clock.ts'
import { obstacleOf } from './conditional-access.ts'
import { entraError } from './entra-error.ts'
import { entraErrors } from './entra-errors.ts'
import type { FindDirectoryTenant, IdentityWorld } from '../identity-world.ts'
import { mintIdToken, mintToken, type MintedToken } from '../tokens/mint-token.ts'
import { findRefreshToken, issueRefreshToken, type RefreshTokenRecord } from '../tokens/refresh-tokens.ts'
import { admitTokenRequest, parameterOf, type AdmittedRequest, type TokenRequest } from './token-request.ts'

export type TokenAnswer = Readonly<Record<string, string | number>>

/**
 * Answers a post to a token endpoint, or throws an EntraError.
 * @see entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function grantToken(
  world: IdentityWorld,
  request: TokenRequest,
  findDirectoryTenant: FindDirectoryTenant,
): Promise<TokenAnswer> {
  const admitted = await world.transact('read', (trx) => admitTokenRequest(trx, request, findDirectoryTenant))
  switch (admitted.grant) {
    case 'client_credentials':
      return grantToApp(world, admitted)
    case 'refresh_token':
      return grantByRefresh(world, admitted)
    case 'password':
      // A name and a password can never be the second factor, whoever they belong to.
      throw entraError(entraErrors.multifactorRequired, { resource: admitted.resource.appId })
  }
}

async function grantToApp(world: IdentityWorld, admitted: AdmittedRequest): Promise<TokenAnswer> {
  const { app, resource, tenantId = '' } = admitted
  const minted = await mintToken(world, {
    tenantId,
    clientId: app.clientId,
    mfa: false,
    resource,
    version: admitted.request.version,
    ...audienceAsAsked(admitted),
  })
  return answerOf(admitted, minted)
}

async function grantByRefresh(world: IdentityWorld, admitted: AdmittedRequest): Promise<TokenAnswer> {
  const token = parameterOf(admitted.request, 'refresh_token')
  const { grant, partner, user } = await world.transact('read', async (trx) => {
    const grant = refreshGrant(admitted, await findRefreshToken(trx, token))
    return { grant, ...(await signedInUser(trx, grant)) }
  })
  refuseByConditionalAccess(world, grant, admitted)

  const subject = {
    tenantId: partner.tenantId,
    clientId: grant.clientId,
    user,
    mfa: grant.mfa,
    resource: admitted.resource,
    version: admitted.request.version,
    ...audienceAsAsked(admitted),
  }
  const minted = await mintToken(world, subject)
  const { tenantId, clientId, userPrincipalName, mfa } = grant
  return {
    ...answerOf(admitted, minted),
    scope:
      admitted.request.version === '1.0'
        ? 'user_impersonation'
        : `${admitted.resource.uri}/user_impersonation`,
    refresh_token: await world.transact('write', (trx) =>
      issueRefreshToken(trx, { tenantId, clientId, userPrincipalName, mfa }, wallNow()),
    ),
    id_token: await mintIdToken(world, subject),
    ...clientInfoMember(admitted.request, partner, user),
  }
}

function refreshGrant(
  { app, tenantId, request }: AdmittedRequest,
  found: RefreshTokenRecord | undefined,
): RefreshTokenRecord {
  if (found === undefined) throw entraError(entraErrors.refreshTokenUnknown)
  if (found.clientId !== app.clientId) {
    throw entraError(entraErrors.refreshTokenOfOtherApp, { clientId: app.clientId, tenant: request.tenant })
  }
  if (found.expiresAt <= wallNow()) {
    throw entraError(entraErrors.refreshTokenExpired, {
      issuedOn: formatInstant(instant(found.issuedAt)),
      inactiveFor: '90.00:00:00',
    })
  }
  // Into another tenant goes only an app that was consented to there.
  if (tenantId !== undefined && tenantId !== found.tenantId) {
    throw entraError(entraErrors.consentMissing, { clientId: app.clientId, tenant: request.tenant })
  }
  return found
}

async function signedInUser(
  trx: Trx,
  grant: RefreshTokenRecord,
): Promise<{ partner: PartnerRecord; user: PartnerUser }> {
  const partner = await new PartnerRegistry({ trx }).find(grant.tenantId)
  const user = partner === undefined ? undefined : findUser(partner, grant.userPrincipalName)
  if (partner === undefined || user === undefined || !user.enabled) {
    throw entraError(entraErrors.userIsDisabled)
  }
  return { partner, user }
}

/** The partner's own policies act when a token is given out, never when it is used. */
function refuseByConditionalAccess(
  world: IdentityWorld,
  grant: RefreshTokenRecord,
  { resource }: AdmittedRequest,
): void {
  const { policies } = world.settings.collaboratorState(conditionalAccess)
  const { tenantId, userPrincipalName, mfa } = grant
  switch (obstacleOf(policies, { tenantId, homeTenantId: tenantId, userPrincipalName, mfa })) {
    case 'block':
      throw entraError(entraErrors.blockedByConditionalAccess)
    case 'compliantDevice':
      throw entraError(entraErrors.deviceNotCompliant)
    case 'mfa':
      throw entraError(entraErrors.multifactorRequired, { resource: resource.appId })
    case undefined:
  }
}

const audienceAsAsked = ({ request, audience }: AdmittedRequest) =>
  request.version === '1.0' ? { audience } : {}

/** The older endpoint writes its numbers as strings. */
function answerOf(
  { request, audience }: AdmittedRequest,
  minted: MintedToken,
): Record<string, string | number> {
  const lifetime = minted.expiresAt - minted.issuedAt
  if (request.version === '2.0') {
    return {
      token_type: 'Bearer',
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: minted.token,
    }
  }
  return {
    token_type: 'Bearer',
    expires_in: String(lifetime),
    ext_expires_in: String(lifetime),
    expires_on: String(minted.expiresAt),
    not_before: String(minted.notBefore),
    resource: audience,
    access_token: minted.token,
  }
}

/** Microsoft's client libraries ask for it, to know which account the token belongs to. */
function clientInfoMember(request: TokenRequest, partner: PartnerRecord, user: PartnerUser): TokenAnswer {
  if (request.form['client_info'] !== '1') return {}
  const account = JSON.stringify({ uid: user.id, utid: partner.tenantId })
  return { client_info: Buffer.from(account).toString('base64url') }
}
