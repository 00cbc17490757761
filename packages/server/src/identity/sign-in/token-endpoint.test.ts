import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify, { type FastifyInstance } from 'fastify'
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose'
import { wallNow } from '../../world/clock.ts'
import type { World } from '../../world/world.ts'
import { dayMs, instant } from '../../kernel/time.ts'
import { conditionalAccess } from '../../collaborators/conditional-access.ts'
import { changePartner, defaultPartner, identityWorld } from '../identity.fixture.ts'
import { issueRefreshToken, refreshTokenTable } from '../tokens/refresh-tokens.ts'
import { registerIdentityRoutes } from './routes.ts'

const contoso = defaultPartner('contoso')
const [app] = contoso.apps
assert(app !== undefined)
const partnerCenter = 'https://api.partnercenter.microsoft.com'
const customerTenant = '11111111-2222-4333-8444-555555555555'

interface Setting {
  readonly world: World
  readonly login: FastifyInstance
}

async function setting(): Promise<Setting> {
  const world = await identityWorld()
  const login = Fastify({ logger: false })
  registerIdentityRoutes(login, {
    worldOf: () => world,
    findDirectoryTenant: async (_trx, name) =>
      name === customerTenant ? { tenantId: customerTenant } : undefined,
  })
  return { world, login }
}

const clientCredentials = {
  grant_type: 'client_credentials',
  client_id: app.clientId,
  client_secret: app.clientSecret,
  resource: partnerCenter,
}

async function post(
  { login }: Setting,
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await login.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
    payload: new URLSearchParams(form).toString(),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, string>>() }
}

const v1 = `/${contoso.tenantId}/oauth2/token`
const v2 = `/${contoso.tenantId}/oauth2/v2.0/token`

/** A refresh token of an interactive sign-in, which these tests do not make. */
const refreshTokenOf = ({ world }: Setting, user: string, mfa = true, atMs = wallNow() as number) =>
  world.transact('write', (trx) =>
    issueRefreshToken(
      trx,
      { tenantId: contoso.tenantId, clientId: app.clientId, userPrincipalName: user, mfa },
      instant(atMs),
    ),
  )

test('an app gets a v1 token whose numbers are strings and whose audience is the resource', async () => {
  const { status, headers, body } = await post(await setting(), v1, clientCredentials)

  assert.equal(status, 200)
  assert.equal(headers['cache-control'], 'no-cache, no-store')
  assert.equal(body['token_type'], 'Bearer')
  assert.equal(body['expires_in'], '3600')
  assert.equal(body['ext_expires_in'], '3600')
  assert.equal(body['resource'], partnerCenter)
  assert.equal(Number(body['expires_on']) - Number(body['not_before']), 3900)
  assert.equal(body['refresh_token'], undefined)
  const claims = decodeJwt(body['access_token'] ?? '')
  assert.equal(claims.aud, partnerCenter)
  assert.equal(claims.iss, `https://sts.windows.net/${contoso.tenantId}/`)
  assert.equal(claims['appid'], app.clientId)
  assert.equal(claims['appidacr'], '1')
  assert.equal(claims['idtyp'], 'app')
  assert.equal(claims['tid'], contoso.tenantId)
  assert.equal(claims['ver'], '1.0')
  assert.equal(claims['scp'], undefined)
  assert.equal(claims['upn'], undefined)
})

test('the newer endpoint answers numbers and names Partner Center by its app id', async () => {
  const { resource: _, ...form } = clientCredentials
  const { body } = await post(await setting(), v2, { ...form, scope: `${partnerCenter}/.default` })

  assert.equal(body['expires_in'], 3600)
  assert.equal(body['resource'], undefined)
  const claims = decodeJwt(body['access_token'] ?? '')
  assert.equal(claims.aud, 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd')
  assert.equal(claims.iss, `https://login.microsoftonline.com/${contoso.tenantId}/v2.0`)
  assert.equal(claims['azp'], app.clientId)
  assert.equal(claims['ver'], '2.0')
})

test('the tenant can be named by a verified domain, the secret given in a Basic header', async () => {
  const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')
  const { status, body } = await post(
    await setting(),
    '/Contoso.onmicrosoft.com/oauth2/token',
    { grant_type: 'client_credentials', resource: partnerCenter },
    { authorization: `Basic ${basic}` },
  )

  assert.equal(status, 200)
  assert.equal(decodeJwt(body['access_token'] ?? '')['tid'], contoso.tenantId)
})

test('a token verifies against the published keys', async () => {
  const here = await setting()
  const { body } = await post(here, v1, clientCredentials)
  const configuration = await here.login.inject({
    url: `/${contoso.tenantId}/.well-known/openid-configuration`,
  })
  const { jwks_uri: keysUrl, issuer } = configuration.json<{ jwks_uri: string; issuer: string }>()
  const keys = await here.login.inject({ url: new URL(keysUrl).pathname })

  const verified = await jwtVerify(
    body['access_token'] ?? '',
    createLocalJWKSet(keys.json<JSONWebKeySet>()),
    { issuer, audience: partnerCenter },
  )

  assert.equal(verified.payload['appid'], app.clientId)
})

const refusals: readonly {
  readonly title: string
  readonly path?: string
  readonly form: Readonly<Record<string, string>>
  readonly code: number
  readonly error: string
  readonly status?: number
}[] = [
  {
    title: 'an unknown tenant',
    path: '/nowhere.onmicrosoft.com/oauth2/token',
    form: clientCredentials,
    code: 90002,
    error: 'invalid_request',
  },
  {
    title: 'an app alone without a tenant',
    path: '/common/oauth2/token',
    form: clientCredentials,
    code: 50059,
    error: 'invalid_request',
  },
  {
    title: 'an unknown app',
    form: { ...clientCredentials, client_id: customerTenant },
    code: 700016,
    error: 'unauthorized_client',
  },
  {
    title: 'a wrong secret',
    form: { ...clientCredentials, client_secret: 'guessed' },
    code: 7000215,
    error: 'invalid_client',
    status: 401,
  },
  {
    title: 'no secret',
    form: { ...clientCredentials, client_secret: '' },
    code: 7000218,
    error: 'invalid_client',
    status: 401,
  },
  {
    title: 'an unsupported grant',
    form: { ...clientCredentials, grant_type: 'magic' },
    code: 70003,
    error: 'unsupported_grant_type',
  },
  { title: 'no grant type', form: { client_id: app.clientId }, code: 900144, error: 'invalid_request' },
  {
    title: 'no resource',
    form: { ...clientCredentials, resource: '' },
    code: 900144,
    error: 'invalid_request',
  },
  {
    title: 'an unknown resource',
    form: { ...clientCredentials, resource: 'https://example.org' },
    code: 500011,
    error: 'invalid_resource',
  },
  {
    title: 'a scope that is no resource’s default',
    path: v2,
    form: { ...clientCredentials, scope: `${partnerCenter}/user_impersonation` },
    code: 70011,
    error: 'invalid_scope',
  },
  {
    title: 'a name and a password',
    form: { ...clientCredentials, grant_type: 'password', username: 'admin', password: 'p' },
    code: 50076,
    error: 'invalid_grant',
  },
  {
    title: 'an unknown refresh token',
    form: { ...clientCredentials, grant_type: 'refresh_token', refresh_token: 'made-up' },
    code: 70008,
    error: 'invalid_grant',
  },
]

for (const { title, path = v1, form, code, error, status = 400 } of refusals) {
  test(`AADSTS${code}: ${title} is refused in the identity platform's own shape`, async () => {
    const answer = await post(await setting(), path, form)
    const body = answer.body as unknown as Record<string, unknown>

    assert.equal(answer.status, status)
    assert.equal(body['error'], error)
    assert.deepEqual(body['error_codes'], [code])
    assert.match(String(body['error_description']), new RegExp(`^AADSTS${code}: `))
    assert.match(String(body['error_description']), new RegExp(String(body['trace_id'])))
    assert.match(String(body['timestamp']), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/)
    assert.equal(answer.headers['client-request-id'], body['correlation_id'])
  })
}

test('a refresh gives a user token with the factors of the sign-in, and a new refresh token', async () => {
  const here = await setting()
  const user = contoso.users[0]
  assert(user !== undefined)
  const refresh_token = await refreshTokenOf(here, user.userPrincipalName)
  const form = { ...clientCredentials, grant_type: 'refresh_token', refresh_token, client_info: '1' }

  const { status, body } = await post(here, '/organizations/oauth2/token', form)

  assert.equal(status, 200)
  assert.equal(body['scope'], 'user_impersonation')
  assert.notEqual(body['refresh_token'], refresh_token)
  const claims = decodeJwt(body['access_token'] ?? '')
  assert.deepEqual(claims['amr'], ['pwd', 'mfa'])
  assert.equal(claims['upn'], user.userPrincipalName)
  assert.equal(claims['unique_name'], user.userPrincipalName)
  assert.equal(claims['oid'], user.id)
  assert.equal(claims['scp'], 'user_impersonation')
  assert.equal(claims['idtyp'], undefined)
  assert.equal(decodeJwt(body['id_token'] ?? '').aud, app.clientId)
  assert.deepEqual(JSON.parse(Buffer.from(body['client_info'] ?? '', 'base64url').toString()), {
    uid: user.id,
    utid: contoso.tenantId,
  })
  const again = await post(here, v1, { ...form, refresh_token: body['refresh_token'] ?? '' })
  assert.equal(again.status, 200)
})

test('a refresh token of a sign-in without a second factor never gives one', async () => {
  const here = await setting()
  const refresh_token = await refreshTokenOf(here, 'admin@contoso.onmicrosoft.com', false)

  const first = await post(here, v1, { ...clientCredentials, grant_type: 'refresh_token', refresh_token })
  const next = first.body['refresh_token'] ?? ''
  const second = await post(here, v1, {
    ...clientCredentials,
    grant_type: 'refresh_token',
    refresh_token: next,
  })

  assert.deepEqual(decodeJwt(second.body['access_token'] ?? '')['amr'], ['pwd'])
})

test('AADSTS700082: a refresh token that was idle for 90 days has expired', async () => {
  const here = await setting()
  const issuedMs = wallNow() - 90 * dayMs - 1000
  const refresh_token = await refreshTokenOf(here, 'admin@contoso.onmicrosoft.com', true, issuedMs)

  const { body } = await post(here, v1, { ...clientCredentials, grant_type: 'refresh_token', refresh_token })

  assert.deepEqual(body['error_codes'], [700082])
})

test('the refresh token itself is not in the database', async () => {
  const here = await setting()
  const token = await refreshTokenOf(here, 'admin@contoso.onmicrosoft.com')

  const stored = await here.world.transact('read', (trx) => trx.documents(refreshTokenTable).list())

  assert.equal(stored.length, 1)
  assert(!JSON.stringify(stored).includes(token))
})

test('AADSTS50057: a disabled user cannot refresh', async () => {
  const here = await setting()
  const refresh_token = await refreshTokenOf(here, 'admin@contoso.onmicrosoft.com')
  await changePartner(here.world, {
    ...contoso,
    users: contoso.users.map((user) => ({ ...user, enabled: false })),
  })

  const { body } = await post(here, v1, { ...clientCredentials, grant_type: 'refresh_token', refresh_token })

  assert.deepEqual(body['error_codes'], [50057])
})

test('AADSTS65001: a refresh token does not lead into another tenant without consent', async () => {
  const here = await setting()
  const refresh_token = await refreshTokenOf(here, 'admin@contoso.onmicrosoft.com')
  const form = { ...clientCredentials, grant_type: 'refresh_token', refresh_token }

  const { body } = await post(here, `/${customerTenant}/oauth2/token`, form)

  assert.deepEqual(body['error_codes'], [65001])
})

for (const [grant, code] of [
  ['block', 53003],
  ['compliantDevice', 53000],
  ['mfa', 50076],
] as const) {
  test(`AADSTS${code}: the partner's conditional access policy "${grant}" acts when a token is asked for`, async () => {
    const here = await setting()
    const refresh_token = await refreshTokenOf(here, 'sales@contoso.onmicrosoft.com', false)
    const spared = await refreshTokenOf(here, 'admin@contoso.onmicrosoft.com', false)
    await here.world.setCollaborator(conditionalAccess, {
      policies: [
        {
          tenantId: contoso.tenantId,
          displayName: 'Everyone but the admin',
          state: 'enabled',
          includeUsers: ['all'],
          excludeUsers: ['admin@contoso.onmicrosoft.com'],
          grant,
        },
      ],
    })
    const form = { ...clientCredentials, grant_type: 'refresh_token' }

    const refused = await post(here, v1, { ...form, refresh_token })
    const granted = await post(here, v1, { ...form, refresh_token: spared })

    assert.deepEqual(refused.body['error_codes'], [code])
    assert.equal(granted.status, 200)
  })
}

test('instance discovery names the tenant that was asked about', async () => {
  const { login } = await setting()
  const authority = `https://login.microsoftonline.com/${contoso.tenantId}/oauth2/v2.0/authorize`

  const answer = await login.inject({
    url: `/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(authority)}`,
  })

  assert.match(
    answer.json<{ tenant_discovery_endpoint: string }>().tenant_discovery_endpoint,
    /\/v2\.0\/\.well-known/,
  )
  assert.match(answer.body, new RegExp(contoso.tenantId))
})
