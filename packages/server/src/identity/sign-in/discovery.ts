import { issuerOf, type TokenVersion } from '../tokens/claims.ts'
import type { IdentityWorld } from '../identity-world.ts'
import { signingKeyOf } from '../tokens/signing-key.ts'

/**
 * The OpenID configuration of one tenant. The issuer is Microsoft's, as in the tokens; the endpoints are this server's,
 * under the address that the caller used.
 * @see entra/identity-platform/v2-protocols-oidc
 */
export function openidConfiguration(origin: string, tenantId: string, version: TokenVersion) {
  const oauth = version === '1.0' ? `${origin}/${tenantId}/oauth2` : `${origin}/${tenantId}/oauth2/v2.0`
  return {
    issuer: issuerOf(tenantId, version),
    authorization_endpoint: `${oauth}/authorize`,
    token_endpoint: `${oauth}/token`,
    device_authorization_endpoint: `${oauth}/devicecode`,
    jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code', 'id_token', 'code id_token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nbf', 'amr', 'name', 'oid', 'tid', 'upn', 'ver'],
    tenant_region_scope: 'NA',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
  }
}

export async function publishedKeys(world: IdentityWorld) {
  const { publicJwk } = await signingKeyOf(world)
  return { keys: [publicJwk] }
}

/** Client libraries ask it once per authority; all clouds' names are aliases of this one server. */
export function instanceDiscovery(origin: string, tenant: string) {
  const host = new URL(origin).host
  return {
    tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: host,
        preferred_cache: host,
        aliases: [
          host,
          'login.microsoftonline.com',
          'login.windows.net',
          'sts.windows.net',
          'login.microsoftonline.us',
          'login.partner.microsoftonline.cn',
        ],
      },
    ],
  }
}
