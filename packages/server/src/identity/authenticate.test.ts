import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SignJWT } from 'jose'
import { Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { Trace } from '../kernel/trace.ts'
import { parseInstant } from '../kernel/time.ts'
import { advance } from '../world/advance.ts'
import type { World } from '../world/world.ts'
import { findResource, partnerCenter } from './tokens/audiences.ts'
import { admit, authenticate, challengeOf, isMfaCompliant } from './authenticate.ts'
import { mfaEnforcement } from './authentication-rules.ts'
import { authorise } from './authorise.ts'
import { issuerOf } from './tokens/claims.ts'
import { mintIdToken, mintToken, type TokenOrder } from './tokens/mint-token.ts'
import { signingKeyOf } from './tokens/signing-key.ts'
import { changePartner, defaultPartner, identityWorld } from './identity.fixture.ts'

const contoso = defaultPartner('contoso')
const app = contoso.apps[0]?.clientId ?? ''
const userNamed = (name: string, partner = contoso) => {
  const found = partner.users.find((user) => user.userPrincipalName.startsWith(`${name}@`))
  assert(found !== undefined)
  return found
}

const order = (changes: Partial<TokenOrder> = {}): TokenOrder => ({
  tenantId: contoso.tenantId,
  clientId: app,
  mfa: true,
  resource: partnerCenter,
  version: '1.0',
  ...changes,
})

const bearer = async (world: World, changes: Partial<TokenOrder> = {}) =>
  `Bearer ${(await mintToken(world, order(changes))).token}`

/** The whole of identity's part of a request, as the pipeline runs it. */
async function enter(world: World, header: string | undefined) {
  const principal = await authenticate(world, header)
  admit(principal)
  return principal
}

const refusedWith = async (spec: FaultSpec, work: Promise<unknown>) => {
  const refusal = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  assert(refusal instanceof Fault, `expected ${spec.code}, got ${String(refusal)}`)
  assert.equal(refusal.spec, spec)
  return refusal
}

test('an app alone is let in, without roles', async () => {
  const world = await identityWorld()

  const principal = await enter(world, await bearer(world))

  assert.equal(principal.kind, 'app')
  assert.equal(principal.partner.name, contoso.name)
  assert.deepEqual(principal.roles, [])
  assert.equal(isMfaCompliant(principal), true)
})

test('a v2 token of a user is let in with the user’s roles', async () => {
  const world = await identityWorld()

  const principal = await enter(world, await bearer(world, { user: userNamed('sales'), version: '2.0' }))

  assert.equal(principal.kind, 'user')
  assert.deepEqual(principal.roles, ['sales-agent'])
  assert.equal(principal.tokenVersion, '2.0')
})

test('a global admin is also admin agent, billing admin and user admin', async () => {
  const world = await identityWorld()

  const { roles } = await enter(world, await bearer(world, { user: userNamed('global') }))

  assert.deepEqual(roles, ['global-admin', 'admin-agent', 'billing-admin', 'user-admin'])
})

test('400: no token, another scheme, an expired, altered, foreign or id token', async () => {
  const world = await identityWorld()
  const good = await bearer(world)
  const [head, payload, signature = ''] = good.split('.')
  const altered = `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
  const graph = findResource('https://graph.microsoft.com')
  assert(graph !== undefined)
  const refused = [
    undefined,
    '',
    'Bearer',
    'Bearer nonsense',
    good.replace('Bearer', 'Basic'),
    altered,
    await bearer(await identityWorld()),
    await bearer(world, { expiresInSeconds: -60 }),
    await bearer(world, { resource: graph }),
    `Bearer ${await mintIdToken(world, order({ user: userNamed('admin') }))}`,
  ]

  for (const header of refused) {
    const refusal = await refusedWith(faults.tokenIsInvalid, enter(world, header))
    assert.match(challengeOf(refusal)['WWW-Authenticate'] ?? '', /^OAuth realm=urn:cpsvc:cpid:/)
  }
})

test('400: a token of the world’s own key that another tenant issued, or that is not valid yet', async () => {
  const world = await identityWorld()
  const key = await signingKeyOf(world)
  const { claims } = await mintToken(world, order())
  const signed = async (changes: object) => {
    const token = new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid: key.kid })
    return `Bearer ${await token.sign(key.privateKey)}`
  }
  const fabrikam = defaultPartner('fabrikam').tenantId
  const inAMinute = Number(claims['iat']) + 60

  assert.equal((await enter(world, await signed({}))).kind, 'app')
  for (const changes of [
    { iss: issuerOf(fabrikam, '1.0') },
    { iss: issuerOf(contoso.tenantId, '2.0') },
    { nbf: inAMinute },
    { nbf: undefined },
    { exp: undefined },
  ])
    await refusedWith(faults.tokenIsInvalid, enter(world, await signed(changes)))
})

test('400: a signature that is written otherwise, with bits that mean nothing', async () => {
  const world = await identityWorld()
  const good = await bearer(world)
  await enter(world, good)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet.indexOf(good.at(-1) ?? '')

  for (let bits = 1; bits < 16; bits += 1) {
    const variant = good.slice(0, -1) + alphabet.charAt(last + bits)
    const [, , signature = ''] = variant.split('.')
    const [, , own = ''] = good.split('.')
    assert.deepEqual(Buffer.from(signature, 'base64url'), Buffer.from(own, 'base64url'))
    await refusedWith(faults.tokenIsInvalid, enter(world, variant))
  }
  await refusedWith(faults.tokenIsInvalid, enter(world, `${good}==`))
})

test('tokens live by the wall clock: a world that is advanced by a year keeps its sessions', async () => {
  const world = await identityWorld()
  const header = await bearer(world)
  await enter(world, header)

  await advance(world, parseInstant('2027-01-20T00:00:00Z'))

  assert.equal((await enter(world, header)).kind, 'app')
})

test('900420: the audience of Azure AD Graph is refused since the end of August 2025', async () => {
  const graph = findResource('https://graph.windows.net')
  assert(graph !== undefined)
  const before = await identityWorld('2025-08-30T23:59:59Z')
  const after = await identityWorld('2025-08-31T00:00:00Z')

  await enter(before, await bearer(before, { resource: graph }))
  await enter(before, await bearer(before, { resource: graph, audience: 'https://graph.windows.net/' }))
  for (const version of ['1.0', '2.0'] as const) {
    const header = await bearer(after, { resource: graph, version })
    await refusedWith(faults.tokenAudienceIsRetired, enter(after, header))
  }
})

test('800001: a token of a tenant that is no partner’s', async () => {
  const world = await identityWorld()
  const header = await bearer(world, { tenantId: '11111111-2222-4333-8444-555555555555' })

  const refusal = await refusedWith(faults.partnerTokenIsMissing, enter(world, header))

  assert.match(challengeOf(refusal)['WWW-Authenticate'] ?? '', /^OAuth realm/)
})

test('900421: from 2026-04-01 a user needs a second factor, an app alone does not', async () => {
  const world = await identityWorld('2026-03-31T23:59:59Z')
  const header = await bearer(world, { user: userNamed('admin'), mfa: false })
  const principal = await enter(world, header)
  assert.equal(isMfaCompliant(principal), false)

  await advance(world, parseInstant('2026-04-01T00:00:00Z'))

  const refusal = await refusedWith(faults.multifactorAuthenticationRequired, enter(world, header))
  assert.deepEqual(challengeOf(refusal), { 'WWW-Authenticate': 'Bearer error="invalid_token"' })
  await enter(world, await bearer(world))
  await enter(world, await bearer(world, { user: userNamed('admin') }))
})

test('900421: a sandbox enforces the second factor earlier, and the operator can move the date', async () => {
  const world = await identityWorld('2025-12-01T00:00:00Z')
  const sandbox = defaultPartner('contososandbox')
  const header = await bearer(world, {
    tenantId: sandbox.tenantId,
    clientId: sandbox.apps[0]?.clientId ?? '',
    user: userNamed('admin', sandbox),
    mfa: false,
  })
  await refusedWith(faults.multifactorAuthenticationRequired, enter(world, header))

  const value = { production: false, sandbox: false }
  const [row] = mfaEnforcement.rows
  assert(row !== undefined)
  await world.setPolicy(mfaEnforcement, [{ ...row, value }])

  await enter(world, header)
})

test('2032: an app that is unregistered or disabled, a user who is gone, disabled or without a role', async () => {
  const world = await identityWorld()
  const admin = userNamed('admin')
  const gone = { ...admin, id: '11111111-2222-4333-8444-555555555555' }
  await refusedWith(faults.callerHasNoAccess, enter(world, await bearer(world, { clientId: gone.id })))
  await refusedWith(faults.callerHasNoAccess, enter(world, await bearer(world, { user: gone })))

  const asApp = await bearer(world)
  const asUser = await bearer(world, { user: admin })
  await enter(world, asApp)
  await enter(world, asUser)
  const users = (changes: object) =>
    contoso.users.map((user) => (user.id === admin.id ? { ...user, ...changes } : user))

  await changePartner(world, { ...contoso, users: users({ enabled: false }) })
  await refusedWith(faults.callerHasNoAccess, enter(world, asUser))
  await changePartner(world, { ...contoso, users: users({ roles: [] }) })
  await refusedWith(faults.callerHasNoAccess, enter(world, asUser))
  await changePartner(world, { ...contoso, apps: contoso.apps.map((each) => ({ ...each, enabled: false })) })
  await refusedWith(faults.callerHasNoAccess, enter(world, asApp))
})

test('a remembered token follows each change of its partner at once', async () => {
  const world = await identityWorld()
  const header = await bearer(world, { user: userNamed('sales') })
  assert.deepEqual((await enter(world, header)).roles, ['sales-agent'])

  const users = contoso.users.map((user) => ({ ...user, roles: ['billing-admin' as const] }))
  await changePartner(world, { ...contoso, users })

  assert.deepEqual((await enter(world, header)).roles, ['billing-admin'])
})

test('a token is verified once: the next request with it reads nothing from the database', async () => {
  const world = await identityWorld()
  const header = await bearer(world)
  await enter(world, header)
  let reads = 0
  const watched = new Proxy(world, {
    get: (target, name) => {
      if (name === 'transact') reads += 1
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })

  await enter(watched, header)
  const first = reads
  await enter(watched, header)

  assert(first > 0)
  assert.equal(reads, first)
})

test('the checks are made in the documented order, each hiding the next', async () => {
  const world = await identityWorld('2026-05-01T00:00:00Z')
  const graph = findResource('https://graph.windows.net')
  assert(graph !== undefined)
  const nobody = '11111111-2222-4333-8444-555555555555'
  const worst = { resource: graph, tenantId: nobody, clientId: nobody, user: userNamed('admin'), mfa: false }
  const ladder: readonly [Partial<TokenOrder>, FaultSpec][] = [
    [{ expiresInSeconds: -60 }, faults.tokenIsInvalid],
    [{ expiresInSeconds: 60 }, faults.tokenAudienceIsRetired],
    [{ resource: partnerCenter }, faults.partnerTokenIsMissing],
    [{ tenantId: contoso.tenantId }, faults.multifactorAuthenticationRequired],
    [{ mfa: true }, faults.callerHasNoAccess],
  ]

  let changes: Partial<TokenOrder> = worst
  for (const [repair, spec] of ladder) {
    changes = { ...changes, ...repair }
    await refusedWith(spec, enter(world, await bearer(world, changes)))
  }
  await enter(world, await bearer(world, { ...changes, clientId: app }))
})

test('the trace shows each check that was made and stops at the one that was not met', async () => {
  const world = await identityWorld('2026-05-01T00:00:00Z')
  const trace = new Trace()
  const header = await bearer(world, { user: userNamed('admin'), mfa: false })

  await refusedWith(faults.multifactorAuthenticationRequired, authenticate(world, header, trace))

  const checks = trace.read()
  assert.deepEqual(
    checks.map(({ check, held }) => [check, held]),
    [
      ['audienceIsNotRetired', true],
      ['audienceIsPartnerCenter', true],
      ['tenantIsPartner', true],
      ['userSignedInWithMfa', false],
    ],
  )
})

test('900329 comes before 900150, and an app alone needs no role', async () => {
  const world = await identityWorld()
  const asApp = await enter(world, await bearer(world))
  const asBilling = await enter(world, await bearer(world, { user: userNamed('billing') }))
  const either = { auth: 'either', roles: ['admin-agent'] } as const
  const forUsers = { auth: 'app+user', roles: ['admin-agent', 'billing-admin'] } as const
  const refusal = (work: () => void) =>
    refusedWith(faults.appOnlyTokenNotSupported, Promise.resolve().then(work))

  authorise(asApp, either)
  authorise(asBilling, forUsers)
  await refusal(() => authorise(asApp, forUsers))
  await refusedWith(
    faults.roleIsInsufficient,
    Promise.resolve().then(() => authorise(asBilling, either)),
  )
})
