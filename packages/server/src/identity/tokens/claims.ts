import { createHash } from 'node:crypto'
import type { PartnerUser } from '../../work/partner.ts'
import type { Resource } from './audiences.ts'

export type TokenVersion = '1.0' | '2.0'

/** For whom and for what a token is made. Moments are seconds of the wall clock. */
export interface TokenSubject {
  readonly tenantId: string
  readonly clientId: string
  /** Absent for an app alone. */
  readonly user?: Pick<PartnerUser, 'id' | 'userPrincipalName' | 'displayName'>
  /** The user's sign-in was done with a second factor. */
  readonly mfa: boolean
  readonly resource: Resource
  /** The audience as it was asked for, where it is none that is known. */
  readonly audience?: string
  readonly version: TokenVersion
  readonly issuedAt: number
  readonly expiresAt: number
  /** Makes two tokens of one second differ. */
  readonly nonce: string
}

export type Claims = Readonly<Record<string, unknown>>

/** v1 tokens are not valid before five minutes before their issue, so that clocks may differ. */
const notBeforeSeconds = 300

/**
 * The claims of an access token, as Microsoft Entra ID issues them.
 * @see entra/identity-platform/access-token-claims-reference
 */
export function claimsFor(subject: TokenSubject): Claims {
  return {
    ...commonClaims(subject),
    ...(subject.user === undefined ? appClaims(subject) : userClaims(subject)),
  }
}

export const issuerOf = (tenantId: string, version: TokenVersion): string =>
  version === '1.0'
    ? `https://sts.windows.net/${tenantId}/`
    : `https://login.microsoftonline.com/${tenantId}/v2.0`

function commonClaims(subject: TokenSubject): Claims {
  const { tenantId, clientId, resource, version, issuedAt, expiresAt, nonce } = subject
  const audience = subject.audience ?? (version === '1.0' ? resource.uri : resource.appId)
  // The app was identified by a client secret, hence 1.
  const app = version === '1.0' ? { appid: clientId, appidacr: '1' } : { azp: clientId, azpacr: '1' }
  return {
    aud: audience,
    iss: issuerOf(tenantId, version),
    iat: issuedAt,
    nbf: issuedAt - notBeforeSeconds,
    exp: expiresAt,
    ...app,
    tid: tenantId,
    tenant_region_scope: 'NA',
    uti: nonce,
    ver: version,
  }
}

function appClaims({ tenantId, clientId }: TokenSubject): Claims {
  const oid = servicePrincipalOf(tenantId, clientId)
  return { idtyp: 'app', oid, sub: oid, roles: [] }
}

function userClaims({ user, mfa, version, tenantId, clientId }: TokenSubject): Claims {
  if (user === undefined) return {}
  const [givenName = '', ...familyNames] = user.displayName.split(' ')
  const names =
    version === '1.0'
      ? { unique_name: user.userPrincipalName, acr: '1', ipaddr: '127.0.0.1' }
      : { preferred_username: user.userPrincipalName }
  return {
    // A password alone, or a password and a second factor.
    amr: mfa ? ['pwd', 'mfa'] : ['pwd'],
    given_name: givenName,
    family_name: familyNames.join(' '),
    name: user.displayName,
    oid: user.id,
    scp: 'user_impersonation',
    sub: pairwiseSubject(tenantId, clientId, user.id),
    upn: user.userPrincipalName,
    ...names,
  }
}

/** An app's object id differs from tenant to tenant and never changes within one. */
const servicePrincipalOf = (tenantId: string, clientId: string): string =>
  guidFrom(`service-principal ${tenantId} ${clientId}`)

const pairwiseSubject = (tenantId: string, clientId: string, userId: string): string =>
  createHash('sha256').update(`subject ${tenantId} ${clientId} ${userId}`).digest('base64url')

function guidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
