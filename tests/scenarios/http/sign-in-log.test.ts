import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { outcome, place, seededCustomer, type Place } from './place.ts'
import { send, type WireAnswer } from './wire.ts'

const path = `/v1/customers/${seededCustomer}`

let here: Place
let elsewhere: Place
before(async () => {
  here = await place()
  elsewhere = await place()
})

interface Check {
  readonly check: string
  readonly held: boolean
  readonly decidedBy: Readonly<Record<string, unknown>>
}

const rowOf = (answer: WireAnswer) =>
  here.world.operator.requests.get(answer.headers['tenantry-request-log']?.split('/').at(-1) ?? '')

/** How a request with this header ends, and what decided it. */
async function refused(authorization: string | undefined) {
  const answer = await send(here.url, { path, headers: authorization === undefined ? {} : { authorization } })
  assert.deepEqual(outcome(answer), [401, 400])
  assert.deepEqual(Object.keys(JSON.parse(answer.body) as object), ['code', 'description', 'data', 'source'])
  const { trace = [], ...row } = await rowOf(answer)
  const decisive = (trace as readonly Check[]).filter(({ held }) => !held)
  assert.equal(decisive.length, 1)
  return { row, wire: answer.body, check: decisive[0]?.check, decidedBy: decisive[0]?.decidedBy ?? {} }
}

const tokenOf = ({ world }: Place, wishes: object = {}) =>
  world.operator.tokens
    .create({ tenantId: world.partner.tenantId, ...wishes })
    .then((made) => made.access_token)

test('401: the log names the check and the values, the wire tells all of them alike', async () => {
  const good = await tokenOf(here)
  const foreign = await tokenOf(elsewhere)
  const [head, payload = '', signature] = good.split('.')
  const altered = `${head}.${payload.slice(0, -2)}AA.${signature}`
  const answers = [
    [undefined, 'authorizationIsGiven', { authorization: 'absent' }],
    ['Basic YTpi', 'schemeIsBearer', { scheme: 'Basic' }],
    [good, 'schemeIsBearer', { scheme: 'none: the header begins with something else' }],
    ['Bearer', 'tokenIsJwt', { parts: 1 }],
    ['Bearer a.b', 'tokenIsJwt', { parts: 2 }],
    ['Bearer a.b.cg', 'signatureIsThisWorlds', { signedBy: 'no world of this server' }],
    [`Bearer ${foreign}`, 'signatureIsThisWorlds', {}],
    [`Bearer ${altered}`, 'signatureIsThisWorlds', { signedBy: 'this world, and altered since' }],
  ] as const
  const told = new Set<string>()
  for (const [authorization, check, values] of answers) {
    const { wire, row, ...decisive } = await refused(authorization)
    told.add(wire)
    assert.equal(decisive.check, check)
    for (const [name, value] of Object.entries(values)) assert.equal(decisive.decidedBy[name], value, check)
    assert.equal(row.request?.body, null)
    assert.doesNotMatch(JSON.stringify([row, decisive]), /eyJ|YTpi/)
  }
  assert.equal(told.size, 1)
})

test('401: which world signed a token is told by its name', async () => {
  const { decidedBy } = await refused(`Bearer ${await tokenOf(elsewhere)}`)
  const names = (await here.world.operator.worlds.list()).map(({ name, url }) => [url, name] as const)
  assert.equal(decidedBy['signedBy'], new Map(names).get(elsewhere.url))
  assert.equal(decidedBy['thisWorld'], new Map(names).get(here.url))
})

test('401: an expired token says since when, one for another audience for which', async () => {
  const expired = await refused(`Bearer ${await tokenOf(here, { expiresIn: -60 })}`)
  assert.equal(expired.check, 'tokenIsCurrent')
  const ago = Number(expired.decidedBy['expiredSecondsAgo'])
  assert.ok(ago >= 60 && ago < 120, `${ago} s`)
  assert.match(String(expired.decidedBy['expiresAt']), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)

  const graph = await refused(`Bearer ${await tokenOf(here, { audience: 'https://graph.microsoft.com' })}`)
  assert.equal(graph.check, 'audienceIsPartnerCenter')
  assert.equal(graph.decidedBy['audience'], 'https://graph.microsoft.com')
})

test('calls of the token endpoints are in the log, and no secret with them', async () => {
  const [app] = here.world.partner.apps
  const { tenantId } = here.world.partner
  const ask = (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    send(here.url, {
      method: 'POST',
      path: `/${tenantId}/oauth2/token?client_secret=secret-in-query`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    })
  const form = {
    grant_type: 'client_credentials',
    client_id: app?.clientId ?? '',
    client_secret: app?.clientSecret ?? '',
    resource: 'https://api.partnercenter.microsoft.com',
  }
  const good = await ask(form)
  assert.equal(good.status, 200)
  const wrong = await ask({ ...form, client_secret: 'secret-guessed', 'secret-name': 'secret-value' })
  const basic = await ask(
    { grant_type: 'refresh_token', refresh_token: 'secret-refresh' },
    {
      Authorization: `Basic ${Buffer.from(`${form.client_id}:secret-basic`).toString('base64')}`,
    },
  )
  assert.deepEqual([wrong.status, basic.status], [401, 401])

  const [last, middle, first] = await here.world.operator.requests.list({ path: '/oauth2/token', limit: 3 })
  const rows = await Promise.all(
    [first, middle, last].map((row) => here.world.operator.requests.get(row?.id ?? '')),
  )
  assert.deepEqual(
    rows.map(({ status, code, endpoint, partnerTenantId }) => [status, code, endpoint, partnerTenantId]),
    [
      [200, undefined, '/:tenant/oauth2/token', tenantId],
      [401, 7000215, '/:tenant/oauth2/token', tenantId],
      [401, 7000215, '/:tenant/oauth2/token', tenantId],
    ],
  )
  assert.deepEqual(rows[1]?.request?.body, {
    ...form,
    client_secret: '(taken out)',
    further: '1 unknown members',
  })
  assert.match(JSON.stringify(rows[0]?.answer?.body), /"access_token":"\(taken out\)"/)
  assert.equal(rows[1]?.requestId, wrong.headers['x-ms-request-id'])
  assert.equal(wrong.headers['tenantry-request-log'], `/_tenantry/requests/${rows[1]?.id}`)
  const { access_token: token } = JSON.parse(good.body) as { access_token: string }
  const text = JSON.stringify(rows)
  for (const secret of ['secret-', form.client_secret, token]) assert.ok(!text.includes(secret), secret)
})
