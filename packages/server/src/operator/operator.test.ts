import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Customers, Directory } from '../areas/accounts/customers/public.ts'
import { authenticate, admit } from '../identity/authenticate.ts'
import { defaultPartner } from '../identity/identity.fixture.ts'
import { tenantOfPartner } from '../kernel/tenant.ts'
import { parseInstant } from '../kernel/time.ts'
import { Trace } from '../kernel/trace.ts'
import { operatorSetting } from './operator.fixture.ts'

const contoso = defaultPartner('contoso')

test('without the key, or with a wrong one, every operator path answers 401 and nothing else', async () => {
  const { app } = await operatorSetting()

  for (const authorization of [undefined, 'Operator wrong', 'Bearer the-key', 'Operator']) {
    for (const url of ['/_tenantry/world', '/_tenantry/nowhere']) {
      const answer = await app.inject({ url, headers: authorization === undefined ? {} : { authorization } })
      assert.equal(answer.statusCode, 401)
      assert.equal(answer.json<{ error: { code: string } }>().error.code, 'unauthorized')
      assert.equal(answer.headers['www-authenticate'], 'Operator')
    }
  }
})

test('an unknown path is told as such', async () => {
  const { ask } = await operatorSetting()

  const answer = await ask('GET', 'nowhere')

  assert.equal(answer.status, 404)
  assert.match(answer.body.error.message, /GET \/_tenantry\/nowhere/)
})

test('the world shows its clock, its partners with secrets and users, and its customers', async () => {
  const { ask, worlds } = await operatorSetting()
  const address = { addressLine1: '1 Lane', city: 'Seattle', state: 'WA', postalCode: '98101', country: 'US' }
  await worlds.get('main').transact('write', async (trx) => {
    await new Customers({ trx, tenant: tenantOfPartner(contoso) }).add({
      id: '22222222-2222-4222-8222-222222222222',
      version: 1,
      commerceId: '33333333-2222-4222-8222-222222222222',
      companyProfile: {
        domain: 'shop.onmicrosoft.com',
        companyName: 'The Shop',
        address,
        email: 'a@shop.example',
      },
      billingProfile: {
        id: '44444444-2222-4222-8222-222222222222',
        version: 1,
        email: 'a@shop.example',
        culture: 'en-US',
        language: 'en',
        companyName: 'The Shop',
        defaultAddress: address,
      },
      market: 'US',
      relationship: 'reseller',
      allowDelegatedAccess: true,
      enableGDAPByDefault: false,
      customDomains: [],
      qualifications: [],
      addressValid: true,
      createdAt: parseInstant('2026-01-15T09:00:00Z'),
    })
  })

  const { body } = await ask('GET', 'world')

  assert.equal(body.name, 'main')
  assert.deepEqual(body.clock, { mode: 'fixed', now: '2026-01-15T09:00:00Z' })
  const shown = body.partners.find((partner: { tenantId: string }) => partner.tenantId === contoso.tenantId)
  assert.equal(shown.domain, 'contoso.onmicrosoft.com')
  assert.equal(shown.apps[0].clientSecret, 'tenantry-fake-secret-contoso')
  assert.deepEqual(shown.users[1].roles, ['sales-agent'])
  assert.deepEqual(
    body.customers.map((customer: object) => ({ ...customer })),
    [
      {
        tenantId: '22222222-2222-4222-8222-222222222222',
        domain: 'shop.onmicrosoft.com',
        companyName: 'The Shop',
        market: 'US',
        partnerTenantIds: [contoso.tenantId],
      },
    ],
  )
})

test('the clock is advanced by a duration, to a moment, and never back', async () => {
  const { ask } = await operatorSetting()

  const byMonth = await ask('POST', 'clock/advance', { by: 'P1M' })
  const to = await ask('POST', 'clock/advance', { to: '2026-03-01T00:00:00Z' })
  const idle = await ask('POST', 'clock/advance', { until: 'next-event' })
  const back = await ask('POST', 'clock/advance', { to: '2026-02-01T00:00:00Z' })
  const negative = await ask('PUT', 'clock', { now: '2026-02-28T00:00:00Z' })

  assert.deepEqual(byMonth.body, {
    from: '2026-01-15T09:00:00Z',
    now: '2026-02-15T09:00:00Z',
    ran: 0,
    events: [],
    truncated: false,
  })
  assert.equal(to.body.now, '2026-03-01T00:00:00Z')
  assert.equal(idle.body.now, '2026-03-01T00:00:00Z')
  assert.equal(back.status, 400)
  assert.equal(back.body.error.code, 'clock-goes-back')
  assert.equal(negative.body.error.code, 'clock-goes-back')
  assert.deepEqual((await ask('GET', 'clock')).body, { mode: 'fixed', now: '2026-03-01T00:00:00Z' })
})

test('the clock can be set to run by itself and to stand still again', async () => {
  const { ask } = await operatorSetting()

  const live = await ask('PUT', 'clock', { mode: 'live' })
  const fixed = await ask('PUT', 'clock', { mode: 'fixed', now: '2090-01-01T00:00:00Z' })

  assert.equal(live.body.mode, 'live')
  assert.deepEqual(fixed.body, { mode: 'fixed', now: '2090-01-01T00:00:00Z' })
})

test('a token is made to order: app alone or user, with or without a second factor, and lets in', async () => {
  const { ask, worlds } = await operatorSetting()
  const main = worlds.get('main')
  const user = { tenantId: 'contoso.onmicrosoft.com', userPrincipalName: 'Sales@contoso.onmicrosoft.com' }

  const alone = await ask('POST', 'tokens', { tenantId: contoso.tenantId })
  const withUser = await ask('POST', 'tokens', user)
  const password = await ask('POST', 'tokens', { ...user, mfa: false, version: '2.0', expiresIn: 60 })

  assert.equal(alone.body.claims.idtyp, 'app')
  assert.equal(alone.body.refresh_token, undefined)
  assert.deepEqual(withUser.body.claims.amr, ['pwd', 'mfa'])
  assert.equal(typeof withUser.body.refresh_token, 'string')
  assert.deepEqual(password.body.claims.amr, ['pwd'])
  assert.equal(password.body.claims.aud, 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd')
  assert.equal(password.body.expires_in, 60)
  assert.equal(password.body.claims.exp - password.body.claims.iat, 60)
  const principal = await authenticate(main, `Bearer ${withUser.body.access_token}`)
  assert.deepEqual(principal.roles, ['sales-agent'])
})

test('a customer’s tenant gives a token that Partner Center refuses', async () => {
  const { ask, worlds } = await operatorSetting()
  const main = worlds.get('main')
  const id = '22222222-2222-4222-8222-222222222222'
  await main.transact('write', (trx) =>
    new Directory({ trx }).addTenant({ id, displayName: 'The Shop', country: 'US' }, [
      'shop.onmicrosoft.com',
    ]),
  )

  const made = await ask('POST', 'tokens', {
    tenantId: 'shop.onmicrosoft.com',
    clientId: contoso.apps[0]?.clientId,
  })

  assert.equal(made.body.claims.tid, id)
  await assert.rejects(authenticate(main, `Bearer ${made.body.access_token}`), /^Fault: 800001/)
})

test('worlds are made, branched, exported, imported, reset and removed; a name is taken once', async () => {
  const { ask, worlds } = await operatorSetting()
  await ask('PATCH', 'collaborators/weather', { sky: 'cloudy' })

  const empty = await ask('POST', 'worlds', { name: 'empty', seed: 'empty' })
  const branch = await ask('POST', 'worlds', { name: 'branch', from: 'main' })
  const taken = await ask('POST', 'worlds', { name: 'branch' })
  const copy = await ask('GET', 'worlds/branch/export')
  const copied = await ask('POST', 'worlds/copy/import', copy.text)

  assert.equal(empty.status, 201)
  assert.equal(branch.body.name, 'branch')
  assert.equal(taken.status, 409)
  assert.equal(copied.status, 200)
  assert.deepEqual((await ask('GET', 'world', undefined, 'empty')).body.partners, [])
  assert.equal((await ask('GET', 'collaborators/weather', undefined, 'copy')).body.sky, 'cloudy')
  await ask('POST', 'worlds/copy/reset', {})
  assert.equal((await ask('GET', 'collaborators/weather', undefined, 'copy')).body.sky, 'clear')
  assert.equal((await ask('GET', 'collaborators/weather', undefined, 'branch')).body.sky, 'cloudy')
  assert.equal((await ask('DELETE', 'worlds/copy')).status, 204)
  assert.equal((await ask('DELETE', 'worlds/main')).status, 400)
  assert.equal((await ask('GET', 'clock', undefined, 'copy')).status, 404)
  assert.deepEqual(
    worlds.list().map(({ name }) => name),
    ['main', 'empty', 'branch'],
  )
})

test('a token of one world is refused in another, and accepted in a branch of its own', async () => {
  const { ask, worlds } = await operatorSetting()
  const made = await ask('POST', 'tokens', { tenantId: contoso.tenantId })
  const header = `Bearer ${made.body.access_token}`
  await ask('POST', 'worlds', { name: 'other' })
  await ask('POST', 'worlds', { name: 'branch', from: 'main' })

  await assert.rejects(authenticate(worlds.get('other'), header), /^Fault: 400/)
  assert.equal((await authenticate(worlds.get('branch'), header)).partner.tenantId, contoso.tenantId)
})

test('a policy’s rows are replaced, kept in order of date, and listed', async () => {
  const { ask } = await operatorSetting()
  const rows = [
    { effectiveFrom: '2026-06-01', value: { requiredOf: 'everyone' }, source: 'rehearsal' },
    { effectiveFrom: '2014-01-01', value: { requiredOf: 'nobody' } },
  ]

  const put = await ask('PUT', 'policies/partner-attestation', rows)

  assert.deepEqual(
    put.body.map((row: { effectiveFrom: string }) => row.effectiveFrom),
    ['2014-01-01', '2026-06-01'],
  )
  assert.deepEqual((await ask('GET', 'policies/partner-attestation')).body, put.body)
  const names = (await ask('GET', 'policies')).body.map((policy: { name: string }) => policy.name)
  assert(names.includes('partner-on-record-validation'))
})

test('a collaborator’s state is merged: members that are not named stay, null removes', async () => {
  const { ask } = await operatorSetting()

  const cloudy = await ask('PATCH', 'collaborators/weather', { sky: 'cloudy' })
  const calm = await ask('PATCH', 'collaborators/weather', { wind: null })

  assert.deepEqual(cloudy.body, { sky: 'cloudy', wind: 3 })
  assert.deepEqual(calm.body, { sky: 'cloudy' })
  assert.deepEqual((await ask('GET', 'collaborators/weather')).body, { sky: 'cloudy' })
})

test('a partner’s user and app are disabled at once, sessions included', async () => {
  const { ask, worlds } = await operatorSetting()
  const main = worlds.get('main')
  const name = 'sales@contoso.onmicrosoft.com'
  const made = await ask('POST', 'tokens', { tenantId: contoso.tenantId, userPrincipalName: name })
  const enter = async () => admit(await authenticate(main, `Bearer ${made.body.access_token}`))
  await enter()

  const disabled = await ask('PATCH', `partners/${contoso.tenantId}/users/${name}`, { enabled: false })
  await assert.rejects(enter, /^Fault: 2032/)
  await ask('PATCH', `partners/${contoso.tenantId}/users/${name}`, { enabled: true })
  await enter()
  await ask('PATCH', `partners/${contoso.tenantId}/apps/${contoso.apps[0]?.clientId}`, { enabled: false })
  await assert.rejects(enter, /^Fault: 2032/)

  assert.equal(disabled.status, 200)
})

test('a partner’s agreement and enrolment are changed by a merge patch', async () => {
  const { ask } = await operatorSetting()

  await ask('PATCH', 'partners/contoso.onmicrosoft.com', { mpa: { accepted: false, acceptedOn: null } })
  const { body } = await ask('GET', `partners/${contoso.tenantId}`)

  assert.deepEqual(body.mpa, { accepted: false })
  assert.equal(body.name, contoso.name)
  assert.equal(body.version, undefined)
})

test('faults are listed with texts, conditions and endpoints; a code can stand for two', async () => {
  const { ask } = await operatorSetting()

  const all = await ask('GET', 'faults')
  const twice = await ask('GET', 'faults/800016')

  assert(all.body.length > 270)
  assert.equal(twice.body.length, 2)
  assert.equal(twice.body[0].status, 400)
  assert.equal(typeof twice.body[0].texts['nl-NL'], 'string')
  assert(Array.isArray(twice.body[0].conditions))
})

test('a pasted text names its faults, as it is answered and as it was published', async () => {
  const { ask } = await operatorSetting()
  const found = async (text: string) => {
    const { status, body } = await ask('GET', `faults?text=${encodeURIComponent(text)}`)
    return status === 200 ? body.map(({ name }: { name: string }) => name) : status
  }

  assert.deepEqual(await found('Předplatné s ID 0b6c nebylo nalezeno.'), ['subscriptionNotFound'])
  assert.deepEqual(await found('Het abonnement met de id is 0b6c niet gevonden.'), ['subscriptionNotFound'])
  assert.deepEqual(await found('{"code":20000,"description":"Order ID not found"}'), ['orderNotFound'])
  assert.deepEqual(await found('nobody says so'), [])
  assert.equal(await found(''), 400)
  assert.equal(await found('x'.repeat(5001)), 400)

  const { body } = await ask('GET', 'faults/20003')
  assert.deepEqual([body[0].sources['cs-CZ'], body[0].sources['nl-NL']], ['published', 'repaired'])
  assert.deepEqual(body[0].originals[0], {
    locale: 'nl-NL',
    text: 'Het abonnement met de id is {0} niet gevonden.',
    reason: 'a verb stands twice, before the placeholder',
  })
})

test('the request log is searched by code and read by its id', async () => {
  const { ask, worlds, logOf } = await operatorSetting()
  const trace = new Trace()
  trace.step('isReady', false, { stage: 2 })
  const entry = {
    requestId: 'r1',
    correlationId: 'c1',
    at: parseInstant('2026-01-15T09:00:00Z'),
    wallAt: parseInstant('2026-01-15T09:00:01Z'),
    method: 'POST',
    url: '/v1/customers',
    endpoint: 'createCustomer',
    partner: contoso.tenantId,
    caller: 'app',
    requestBody: '{"a":1}',
    status: 400,
    answerBody: '{"code":800002}',
    code: 800002,
    replayed: false,
    durationMs: 1.23456,
    changes: [],
    trace,
  }
  const id = logOf(worlds.get('main')).add(entry)

  const found = await ask('GET', 'requests?code=800002&limit=5')
  const none = await ask('GET', 'requests?code=900150')
  const wrong = await ask('GET', 'requests?code=many')
  const one = await ask('GET', `requests/${id}`)

  assert.equal(found.body[0].id, id)
  assert.deepEqual(none.body, [])
  assert.equal(wrong.status, 400)
  assert.deepEqual(one.body.request.body, { a: 1 })
  assert.deepEqual(one.body.answer, { status: 400, body: { code: 800002 } })
  assert.deepEqual(one.body.trace, [
    { check: 'isReady', held: false, decidedBy: { stage: 2 }, decided: true },
  ])
  assert.equal(one.body.at, '2026-01-15T09:00:00Z')
})

test('the ledger of a world in which nothing was bought is empty', async () => {
  const { ask } = await operatorSetting()

  assert.deepEqual((await ask('GET', `ledger?customerId=${contoso.tenantId.toUpperCase()}`)).body, [])
  assert.equal((await ask('GET', 'ledger?colour=red')).status, 400)
})
