import type { PartnerApp, PartnerRecord } from '../../work/partner.ts'
import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import type { Trx } from '../../store/trx.ts'
import { findResource, normalAudience, partnerCenter, type Resource } from '../tokens/audiences.ts'
import type { TokenVersion } from '../tokens/claims.ts'
import { entraError } from './entra-error.ts'
import { entraErrors } from './entra-errors.ts'
import type { FindDirectoryTenant } from '../identity-world.ts'

/** A post to a token endpoint, as it came in. */
export interface TokenRequest {
  /** Tenant id, verified domain, `organizations` or `common`. */
  readonly tenant: string
  readonly version: TokenVersion
  readonly form: Readonly<Record<string, string>>
  /** From an `Authorization: Basic` header. */
  readonly basic?: { readonly clientId: string; readonly clientSecret: string }
}

/** What was asked for, once tenant, app and resource are known. */
export interface AdmittedRequest {
  readonly request: TokenRequest
  readonly grant: 'client_credentials' | 'refresh_token' | 'password'
  /** Undefined for `organizations` and `common`. */
  readonly tenantId: string | undefined
  readonly partner: PartnerRecord | undefined
  readonly app: PartnerApp
  readonly resource: Resource
  /** As it was written: a v1 token repeats it. */
  readonly audience: string
}

const supportedGrants = ['client_credentials', 'refresh_token', 'password'] as const
const tenantsByUser = new Set(['organizations', 'common'])

/**
 * The checks that every grant shares, in the order in which the identity platform makes them; the order is assumed from
 * which refusal hides which.
 */
export async function admitTokenRequest(
  trx: Trx,
  request: TokenRequest,
  findDirectoryTenant: FindDirectoryTenant,
): Promise<AdmittedRequest> {
  const grantType = parameterOf(request, 'grant_type')
  const { tenantId, partner } = await tenantOfRequest(trx, request, grantType, findDirectoryTenant)
  const grant = supportedGrants.find((supported) => supported === grantType)
  if (grant === undefined) throw entraError(entraErrors.grantNotSupported, { grant: grantType })

  const app = await appOf(trx, request, partner)
  const { resource, audience } = resourceOf(request, grant)

  return { request, grant, tenantId, partner, app, resource, audience }
}

/** Refuses a missing or empty one: 900144. */
export function parameterOf(request: TokenRequest, parameter: string): string {
  const value = request.form[parameter]
  if (value === undefined || value === '') throw entraError(entraErrors.parameterMissing, { parameter })
  return value
}

async function tenantOfRequest(
  trx: Trx,
  request: TokenRequest,
  grantType: string,
  findDirectoryTenant: FindDirectoryTenant,
) {
  if (tenantsByUser.has(request.tenant.toLowerCase())) {
    // An app alone belongs to no user whose tenant could be meant.
    if (grantType === 'client_credentials') throw entraError(entraErrors.tenantNotGiven)
    return { tenantId: undefined, partner: undefined }
  }
  const partner = await new PartnerRegistry({ trx }).findByName(request.tenant)
  if (partner !== undefined) return { tenantId: partner.tenantId, partner }
  const customer = await findDirectoryTenant(trx, request.tenant.toLowerCase())
  if (customer === undefined) throw entraError(entraErrors.tenantNotFound, { tenant: request.tenant })
  return { tenantId: customer.tenantId, partner: undefined }
}

/** In a customer's tenant the apps of all partners are known: that each has been consented to there is assumed. */
async function appOf(
  trx: Trx,
  request: TokenRequest,
  partner: PartnerRecord | undefined,
): Promise<PartnerApp> {
  const clientId = (request.basic?.clientId ?? parameterOf(request, 'client_id')).toLowerCase()
  const partners = partner === undefined ? await new PartnerRegistry({ trx }).list() : [partner]
  const app = partners.flatMap((owner) => owner.apps).find((candidate) => candidate.clientId === clientId)
  if (app === undefined) {
    throw entraError(entraErrors.applicationNotFound, { clientId, tenant: request.tenant })
  }
  const secret = request.basic?.clientSecret ?? request.form['client_secret']
  if (secret === undefined || secret === '') throw entraError(entraErrors.secretMissing)
  if (secret !== app.clientSecret) throw entraError(entraErrors.secretIsWrong, { clientId })
  return app
}

function resourceOf(request: TokenRequest, grant: AdmittedRequest['grant']) {
  const audience =
    request.version === '1.0' ? resourceParameter(request, grant) : resourceOfScope(request, grant)
  const resource = findResource(audience)
  if (resource === undefined) {
    throw entraError(entraErrors.resourceNotFound, { resource: audience, tenant: request.tenant })
  }
  return { resource, audience }
}

/** A refresh that names no resource is for Partner Center: what the sign-in was for is not kept. */
function resourceParameter(request: TokenRequest, grant: AdmittedRequest['grant']): string {
  if (grant === 'refresh_token') return request.form['resource'] || partnerCenter.uri
  return parameterOf(request, 'resource')
}

const signInScopes = new Set(['openid', 'profile', 'email', 'offline_access'])

/** `<resource>/.default`; a user's token may name a permission instead, beside the scopes of the sign-in. */
function resourceOfScope(request: TokenRequest, grant: AdmittedRequest['grant']): string {
  const text = grant === 'refresh_token' ? (request.form['scope'] ?? '') : parameterOf(request, 'scope')
  const scopes = text.split(/\s+/).filter((scope) => scope !== '' && !signInScopes.has(scope))
  if (scopes.length === 0 && grant === 'refresh_token') return partnerCenter.uri

  const resources = new Set(scopes.map((scope) => resourceOfOneScope(scope, grant)))
  const [only, ...others] = resources
  if (only === undefined || others.length > 0) {
    throw entraError(entraErrors.scopeIsInvalid, { scope: text })
  }
  return only
}

function resourceOfOneScope(scope: string, grant: AdmittedRequest['grant']): string {
  const slash = scope.lastIndexOf('/')
  const permission = scope.slice(slash + 1)
  if (slash <= 0 || permission === '' || (grant === 'client_credentials' && permission !== '.default')) {
    throw entraError(entraErrors.scopeIsInvalid, { scope })
  }
  return normalAudience(scope.slice(0, slash))
}
