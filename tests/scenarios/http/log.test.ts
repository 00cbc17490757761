import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { startServer } from '../../../packages/server/src/server.ts'
import { log, logDefect, makeLog } from '../../../packages/server/src/log.ts'
import { seededCustomer } from './place.ts'
import { run, stop } from './program.ts'

type Line = Readonly<Record<string, unknown>>

/** Everything that may stand in a line, and nothing else. */
const members = [
  'level',
  'time',
  'requestId',
  'correlationId',
  'world',
  'endpoint',
  'method',
  'status',
  'code',
  'partner',
  'durationMs',
  'replayed',
  'aborted',
  'msg',
]

const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

async function talkative(t: TestContext) {
  const program = run(t, ['--memory', '--port=0', '--clock=fixed', '--operator-key=the-operators-own'], {
    TENANTRY_LOG: 'info',
  })
  const url = await program.ready
  const operator = operatorClient({ url, key: 'the-operators-own' })
  return { program, url, world: await World.open(operator), operator }
}

test('one line a request tells who asked what of which world, and how it ended', async (t) => {
  const { program, world, operator } = await talkative(t)
  const { name } = await operator.worlds.create({ name: 'branch', from: 'main' })
  const branch = await World.open(operatorClient({ ...operator.options, world: name }))
  const ids = {
    requestId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    correlationId: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
  }
  await branch.ask.customers.get({ customerId: '11111111-2222-4333-8444-555555555555' }, ids)
  const cart = { lineItems: [] }
  await world.ask.carts.create({ customerId: seededCustomer }, cart, ids)
  await world.ask.carts.create({ customerId: seededCustomer }, cart, ids)

  const lines = linesOf((await stop(program)).stderr)
  const [refused, first, again, ...further] = lines.filter(({ requestId }) => requestId === ids.requestId)
  assert.equal(further.length, 0)
  const { time, durationMs, ...told } = refused ?? {}
  assert.deepEqual(told, {
    level: 30,
    ...ids,
    world: 'branch',
    endpoint: 'getCustomer',
    method: 'GET',
    status: 404,
    code: told['code'],
    partner: world.partner.tenantId,
    msg: 'request',
  })
  assert.ok(Number.isInteger(told['code']))
  assert.ok(Number(time) > 1.7e12 && Number(durationMs) > 0 && Number(durationMs) < 60_000)
  assert.deepEqual([first?.['world'], first?.['status'], first?.['replayed']], ['main', 400, undefined])
  assert.ok(Number.isInteger(first?.['code']))
  assert.deepEqual([again?.['status'], again?.['replayed']], [400, true])
})

test('no secret of the world gets into the log, however a request carries it', async (t) => {
  const { program, url, world, operator } = await talkative(t)
  const { tenantId } = world.partner
  const asked = { count: 0 }
  const post = async (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) => {
    asked.count += 1
    const answer = await fetch(`${url}${path}`, { method: 'POST', body, headers })
    return (await answer.json().catch(() => ({}))) as Record<string, unknown>
  }

  const [app] = world.partner.apps
  const form = {
    grant_type: 'client_credentials',
    client_id: app?.clientId ?? '',
    client_secret: app?.clientSecret ?? '',
    resource: 'https://api.partnercenter.microsoft.com',
  }
  const signedIn = await post(`/${tenantId}/oauth2/token`, new URLSearchParams(form))
  assert.equal(typeof signedIn['access_token'], 'string')
  await post(`/${tenantId}/oauth2/token`, new URLSearchParams({ ...form, client_secret: 'secret-guessed' }))
  const basic = Buffer.from(`${form.client_id}:secret-in-basic`).toString('base64')
  await post(`/${tenantId}/oauth2/token?client_secret=secret-in-query`, 'grant_type=client_credentials', {
    Authorization: `Basic ${basic}`,
  })
  const [user] = world.partner.users
  const made = await operator.tokens.create({ tenantId, userPrincipalName: user?.userPrincipalName ?? '' })
  await post(`/${tenantId}/oauth2/token`, `grant_type=refresh_token&refresh_token=${made.refresh_token}`)

  const { userCredentials } = await world.client.customers.create({
    companyProfile: { domain: 'quietly.onmicrosoft.com' },
    billingProfile,
  })
  assert.ok(userCredentials !== undefined && userCredentials.password.length > 4)
  const bearer = `Bearer ${world.caller.token}`
  const json = { Authorization: bearer, 'Content-Type': 'application/json' }
  await post('/v1/customers', '{"userCredentials": {"password": "secret-half-sent"', json)
  await post('/v1/customers', '{"companyProfile": {"domain": "secret-in-body"}}', json)
  await post('/v1/customers?access_token=secret-in-url', '{}', json)
  await post('/v1/customers', '{}', { Authorization: 'Bearer secret-bearer' })
  await post('/v1/customers/secret-in-path/carts', '{}', json)
  await post('/secret-page', '{}', json)
  await post('/v1/customers', '{}', { ...json, 'MS-RequestId': 'secret-request-id' })
  await post('/_tenantry/tokens', '{}', { Authorization: 'Operator secret-key' })

  const { stderr } = await stop(program)
  const secrets = [
    ...world.view.partners.flatMap(({ apps }) => apps.map(({ clientSecret }) => clientSecret)),
    'the-operators-own',
    world.caller.token,
    signedIn['access_token'] as string,
    made.access_token,
    made.refresh_token,
    userCredentials.password,
    basic,
    'secret-',
    'quietly',
  ]
  for (const secret of secrets) {
    assert.ok(secret !== undefined && secret !== '')
    assert.ok(!stderr.includes(secret), `the log holds ${secret}`)
  }
  assert.doesNotMatch(stderr, /bearer|authorization|eyJ|password/i)
  const lines = linesOf(stderr)
  assert.ok(lines.length > asked.count, `${lines.length} lines`)
  for (const line of lines) {
    assert.deepEqual(
      Object.keys(line).filter((member) => !members.includes(member)),
      [],
    )
  }
})

const billingProfile = {
  email: 'ada@quietly.example',
  culture: 'en-US',
  language: 'en',
  companyName: 'Quietly',
  defaultAddress: {
    firstName: 'Ada',
    lastName: 'Moore',
    addressLine1: '1 Harbor Way',
    city: 'Seattle',
    state: 'WA',
    postalCode: '98101',
    country: 'US',
    phoneNumber: '2065550100',
  },
}

test('without a wish a request leaves no line, and an unknown level ends the program with 2', async (t) => {
  const [quiet, wrong] = [
    run(t, ['--memory', '--port=0', '--seed=empty']),
    run(t, ['--memory', '--port=0'], { TENANTRY_LOG: 'loud' }),
  ]
  await fetch(`${await quiet.ready}/v1/customers`)
  assert.equal((await stop(quiet)).stderr, '')
  const { code, stderr } = await wrong.ended
  assert.equal(code, 2)
  assert.match(stderr, /^error: [^\n]*TENANTRY_LOG[^\n]*warn, info[^\n]*\n$/)
})

test('a defect is logged with its stack, under the request id that the caller was told', async (t) => {
  const server = await startServer({ port: 0, clock: 'fixed' })
  t.after(() => server.close())
  const world = await World.open(operatorClient({ url: server.url, key: server.operatorKey }))
  await world.ask.customers.get({ customerId: seededCustomer })
  const written = t.mock.method(log, 'error', () => undefined)
  const reading = t.mock.method(server.worlds.get('main').engine, 'read', async () => {
    throw new RangeError('the disk is round')
  })
  const { status, headers } = await world.raw({
    because: 'no operation takes a token in its query',
    method: 'GET',
    path: `/v1/customers/${seededCustomer}`,
    query: { access_token: 'secret' },
  })
  reading.mock.restore()

  assert.equal(status, 500)
  const [told] = written.mock.calls.map(({ arguments: [line] }) => line as Line)
  assert.equal(told?.['requestId'], headers.get('ms-requestid'))
  assert.equal(told?.['world'], 'main')
  assert.equal(told?.['path'], `/v1/customers/${seededCustomer}`)
  const defect = told?.['err']
  assert.ok(defect instanceof RangeError)
  assert.match(defect.stack ?? '', /the disk is round\n +at /)
})

test('of an error the log keeps what says where it happened, of its other properties nothing', () => {
  let text = ''
  const kept = makeLog('warn', { write: (line: string) => (text += line) })
  const cause = Object.assign(new TypeError('the cause'), { body: 'secret-of-the-cause' })
  const defect = Object.assign(new Error('the defect', { cause }), { access_token: 'secret-token' })
  const requestId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
  logDefect(defect, { method: 'GET', url: '/v1/x?password=secret', requestId, world: 'main' }, kept)
  kept.warn({ password: 'secret-password', order: { client_secret: 'secret-app' } }, 'careless')

  const [line, careless] = linesOf(text)
  assert.doesNotMatch(text, /secret-|=secret/)
  assert.deepEqual([line?.['requestId'], line?.['path'], line?.['level']], [requestId, '/v1/x', 50])
  const { type, message, stack, cause: told } = (line?.['err'] ?? {}) as Record<string, unknown>
  assert.deepEqual([type, message, (told as Line)['message']], ['Error', 'the defect', 'the cause'])
  assert.match(String(stack), /log\.test\.ts/)
  assert.equal(careless?.['password'], '[redacted]')
})
