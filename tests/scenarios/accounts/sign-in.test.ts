import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  appCredentials,
  everyItem,
  fixedToken,
  partnerCenter,
  PartnerCenterError,
  refreshTokenCredentials,
} from '@tenantry/sdk'
import { World } from '@tenantry/recipes'
import { operatorOf } from '../../world/world.ts'

async function signedUpApp(t: Parameters<typeof operatorOf>[0]) {
  const operator = await operatorOf(t)
  const { partner } = await World.open(operator)
  const [app] = partner.apps
  assert.ok(app)
  const { clientId, clientSecret } = app
  return { operator, partner, url: operator.options.url, clientId, clientSecret, tenantId: partner.tenantId }
}

for (const version of ['v1', 'v2'] as const) {
  test(`an app signs in with its secret by the ${version} token endpoint`, async (t) => {
    const { url, tenantId, clientId, clientSecret } = await signedUpApp(t)
    const tokens = appCredentials({ authority: url, tenantId, clientId, clientSecret, version })

    const customers = await partnerCenter({ url, tokens }).customers.list()

    assert.ok(customers.totalCount > 0)
  })
}

test('an app with a wrong secret gets no token', async (t) => {
  const { url, tenantId, clientId } = await signedUpApp(t)
  const tokens = appCredentials({ authority: url, tenantId, clientId, clientSecret: 'guessed' })

  await assert.rejects(partnerCenter({ url, tokens }).customers.list(), /AADSTS7000215/)
})

test("a user's refresh token keeps giving access, and is replaced each time", async (t) => {
  const { operator, partner, url, tenantId, clientId, clientSecret } = await signedUpApp(t)
  const userPrincipalName = partner.users[0]?.userPrincipalName ?? ''
  const { refresh_token: refreshToken = '' } = await operator.tokens.create({ tenantId, userPrincipalName })
  const kept: string[] = []
  const tokens = refreshTokenCredentials({
    authority: url,
    tenantId,
    clientId,
    clientSecret,
    refreshToken,
    keep: (replaced) => kept.push(replaced),
  })

  await partnerCenter({ url, tokens }).customers.list()
  tokens.renew()
  await partnerCenter({ url, tokens }).customers.list()

  assert.equal(new Set([refreshToken, ...kept]).size, 3)
})

test('a client reads a list to its end, page by page', async (t) => {
  const { url, tenantId, clientId, clientSecret } = await signedUpApp(t)
  const client = partnerCenter({
    url,
    tokens: appCredentials({ authority: url, tenantId, clientId, clientSecret }),
  })
  const whole = await client.customers.list()
  const seen: string[] = []

  for await (const { id } of everyItem(client.core, client.customers.list({ size: 2 }))) seen.push(id)

  assert.ok(whole.items.length > 2)
  assert.deepEqual(seen.sort(), whole.items.map(({ id }) => id).sort())
})

test('a refused call says its code, its text and the id to ask support about', async (t) => {
  const { url } = await signedUpApp(t)

  await assert.rejects(partnerCenter({ url, tokens: fixedToken(undefined) }).customers.list(), (error) => {
    assert.ok(error instanceof PartnerCenterError)
    assert.deepEqual([error.status, error.code, error.description], [401, 400, 'Access denied'])
    assert.match(error.requestId ?? '', /^[0-9a-f-]{36}$/)
    return true
  })
})
