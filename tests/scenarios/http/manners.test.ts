import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { startServer } from '../../../packages/server/src/server.ts'
import { server } from '../../world/world.ts'
import { outcome, place, seededCustomer, type Place } from './place.ts'
import { exchange, send, type WireRequest } from './wire.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const customer = `/v1/customers/${seededCustomer}`
const carts = `${customer}/carts`
const anId = '3f8e7a52-4c1b-4f0e-9d6a-2b7c8d9e0f11'
const another = 'A6D1C9E4-7B23-4E58-8F90-1C2D3E4F5A6B'

/** Nothing here changes the world, so that one is enough. */
let here: Place
before(async () => {
  here = await place()
})

const answered = (request: WireRequest) => here.ask(request).then(outcome)
const withHeaders = (headers: Record<string, string>, request: Partial<WireRequest> = {}) =>
  here.ask({ path: customer, ...request, headers: { ...here.json, ...headers } })

describe('ids and language of an answer', () => {
  test('the request and correlation ids are those of the request', async () => {
    const { headers } = await withHeaders({ 'MS-RequestId': anId, 'MS-CorrelationId': another })
    assert.equal(headers['ms-requestid'], anId)
    assert.equal(headers['ms-correlationid'], another)
  })

  test('ids are made for a request without them, new ones each time', async () => {
    const first = (await here.ask({ path: customer })).headers
    const second = (await here.ask({ path: customer })).headers
    const ids = [first, second].flatMap((headers) => [headers['ms-requestid'], headers['ms-correlationid']])
    assert.ok(ids.every((id) => guid.test(id ?? '')))
    assert.equal(new Set(ids).size, 4)
  })

  test('a refused request gets its ids back too, also when no route takes it', async () => {
    const ids = { 'MS-RequestId': anId, 'MS-CorrelationId': another }
    for (const path of ['/v1/customers/nobody', '/v1/nope', '/v1/customers/%zz']) {
      const { status, headers } = await withHeaders(ids, { path })
      assert.ok(status >= 400)
      assert.equal(headers['ms-requestid'], anId, path)
      assert.equal(headers['ms-correlationid'], another, path)
    }
  })

  for (const [name, value] of [
    ['MS-RequestId', 'seven'],
    ['MS-RequestId', `${anId}, ${anId}`],
    ['MS-CorrelationId', `{${anId}}`],
  ] as const) {
    test(`${name}: ${value} is no GUID and is refused with 2000`, async () => {
      const answer = await withHeaders({ [name]: value })
      assert.deepEqual(outcome(answer), [400, 2000])
      assert.match(answer.body, new RegExp(name))
      assert.match(answer.headers['ms-requestid'] ?? '', guid)
    })
  }

  for (const [wanted, locale, text] of [
    [undefined, 'en-US', 'Invalid Customer ID'],
    ['nl-NL', 'nl-NL', 'Ongeldige klant-id'],
    ['NL-nl', 'nl-NL', 'Ongeldige klant-id'],
    ['pt-BR', 'pt-PT', 'ID de cliente inválido'],
    ['cs', 'cs-CZ', undefined],
    ['xx-YY', 'en-US', 'Invalid Customer ID'],
    ['\xff\xfe', 'en-US', 'Invalid Customer ID'],
  ] as const) {
    test(`X-Locale: ${wanted ?? '(none)'} is answered in ${locale}, and says so`, async () => {
      const headers: Record<string, string> = wanted === undefined ? {} : { 'X-Locale': wanted }
      const answer = await withHeaders(headers, { path: '/v1/customers/nobody' })
      const { description } = JSON.parse(answer.body) as { description: string }
      assert.equal(answer.headers['x-locale'], locale)
      if (text !== undefined) assert.equal(description, text)
      else assert.notEqual(description, 'Invalid Customer ID')
    })
  }
})

describe('routes', () => {
  test('what no route takes is 404, and below /v1 says so', async () => {
    for (const path of ['/', '/v2/customers', '/v10/customers', '/customers']) {
      assert.deepEqual(await answered({ path }), [404], path)
    }
    for (const path of ['/v1', '/v1/', '/V1/nope', '/v1/customers/../customers', '/v1/nope?x=1']) {
      assert.deepEqual(await answered({ path }), [404, 0], path)
    }
  })

  test('another verb of a known path is 405 and names the verbs that it has', async () => {
    for (const [method, path, allowed] of [
      ['PUT', '/v1/customers', 'GET, POST'],
      ['HEAD', '/v1/customers?size=1', 'GET, POST'],
      ['OPTIONS', '/V1/Customers/', 'GET, POST'],
      ['DELETE', '/v1/domains/x.example', 'HEAD'],
      ['GET', '/common/oauth2/token', 'POST'],
      ['POST', '/health/live', 'GET'],
    ] as const) {
      const { status, headers, body } = await here.ask({ method, path })
      assert.deepEqual([status, headers['allow']], [405, allowed], `${method} ${path}`)
      const isTold = method !== 'HEAD' && /^\/v1\//i.test(path)
      assert.equal(body === '', !isTold, `${method} ${path}`)
    }
  })

  test('paths match without regard to case, slashes too many and the case of a GUID', async () => {
    const plain = await here.ask({ path: customer })
    const upper = seededCustomer.toUpperCase()
    for (const path of [
      `/V1/CUSTOMERS/${upper}`,
      `${customer}/`,
      `${customer}//`,
      `/v1//customers//${upper}/`,
    ]) {
      const { status, body } = await here.ask({ path })
      assert.deepEqual([status, body], [200, plain.body])
    }
  })

  test('HEAD has no body: 200 for a taken domain, 404 for a free one', async () => {
    for (const [domain, status] of [
      ['northwind.onmicrosoft.com', 200],
      ['free.onmicrosoft.com', 404],
    ] as const) {
      const answer = await here.ask({ method: 'HEAD', path: `/v1/domains/${domain}` })
      assert.deepEqual([answer.status, answer.body], [status, ''])
    }
  })

  test('bytes that decode to no text make a URL malformed: 2000', async () => {
    for (const id of ['%zz', '%c0%af', '%']) {
      assert.deepEqual(await answered({ path: `/v1/customers/${id}` }), [400, 2000], id)
    }
  })
})

describe('what is wrong with an id in the path is said by the fault of its kind', () => {
  const garbage = [
    'not-an-id',
    '%00',
    '%F0%9F%98%80',
    '__proto__',
    'constructor',
    '%20',
    '%2e%2e%2f',
    'a'.repeat(3_000),
  ]
  for (const [path, expected] of [
    ['/v1/customers/:id', [400, 900118]],
    [`${carts}/:id`, [404, 800008]],
    [`${customer}/orders/:id`, [404, 20000]],
    [`${customer}/subscriptions/:id`, [404, 20003]],
    ['/v1/products/:id?country=US', [400, 400056]],
    [`${customer}/products/:id`, [400, 400056]],
    ['/v1/countryvalidationrules/:id', [404, 1000]],
    ['/v1/agreementtemplates/:id/document', [404, 1000]],
  ] as const) {
    test(`${path}: ${expected.join(' ')}`, async () => {
      for (const id of garbage) {
        assert.deepEqual(await answered({ path: path.replace(':id', id) }), expected, id.slice(0, 20))
      }
    })
  }
})

describe('expectations', () => {
  test('what cannot be expected is 417 with the catalogue’s code, in the caller’s language', async () => {
    for (const [locale, text] of [
      ['en-US', /Pre-condition failed/],
      ['nl-NL', /voorwaarde/],
    ] as const) {
      const headers = { Expect: 'a miracle', 'X-Locale': locale, 'MS-RequestId': anId }
      const answer = await withHeaders(headers, { method: 'POST', path: carts, body: '{}' })
      assert.deepEqual(outcome(answer), [417, 800036])
      assert.match(answer.body, text)
      assert.equal(answer.headers['ms-requestid'], anId)
    }
  })

  test('on the main port too, and without a token it is not looked at', async () => {
    const { url } = await server()
    const headers = { Expect: 'a miracle' }
    assert.deepEqual(outcome(await send(url, { path: customer, headers })), [401, 400])
    assert.deepEqual(outcome(await send(url, { path: '/_tenantry/world', headers })), [417])
  })

  test('a client that waits to be asked for its body is asked for it', async () => {
    const answer = await withHeaders({ Expect: '100-Continue' })
    assert.equal(answer.status, 100)
    assert.match(answer.body, /^HTTP\/1\.1 200 OK/)
  })
})

describe('media types', () => {
  for (const accept of ['text/html', 'application/xml', 'application/json;q=0, text/html', 'nonsense']) {
    test(`Accept: ${accept} is 406`, async () => {
      assert.deepEqual(outcome(await withHeaders({ Accept: accept })), [406, 0])
    })
  }

  for (const accept of [
    '',
    '*/*',
    'application/*',
    'text/json',
    'text/html, application/json;q=0.1',
    'application/hal+json',
  ]) {
    test(`Accept: ${accept || '(empty)'} is served`, async () => {
      assert.equal((await withHeaders({ Accept: accept })).status, 200)
    })
  }

  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application',
    ';;;',
  ]) {
    test(`a body of type ${type} is 415`, async () => {
      const answer = await withHeaders({ 'Content-Type': type }, { method: 'POST', path: carts, body: '{}' })
      assert.deepEqual(outcome(answer), [415, 0])
    })
  }

  test('a type on a request without a body is not looked at', async () => {
    assert.equal((await withHeaders({ 'Content-Type': 'text/plain' })).status, 200)
  })

  test('an answer is JSON in UTF-8', async () => {
    assert.equal(
      (await here.ask({ path: customer })).headers['content-type'],
      'application/json; charset=utf-8',
    )
  })
})

describe('what never becomes a request', () => {
  test('a body of more than one mebibyte is 413', async () => {
    const ofLength = (length: number) =>
      answered({ method: 'POST', path: carts, body: Buffer.alloc(length, 32) })
    assert.deepEqual(await ofLength(1024 * 1024), [400, 800002])
    assert.deepEqual(await ofLength(1024 * 1024 + 1), [413, 0])
  })

  test('a head of more than sixteen kibibytes is 431', async () => {
    assert.deepEqual(await answered({ path: `/v1/customers?filter=${'a'.repeat(20_000)}` }), [431, 0])
  })

  test('an expectation that nobody can meet is 417; 100-continue is met', async () => {
    assert.equal(
      (await withHeaders({ Expect: 'foo' }, { method: 'POST', path: carts, body: '{}' })).status,
      417,
    )
    const met = await withHeaders({ Expect: '100-continue' }, { method: 'POST', path: carts, body: '{}' })
    assert.match(met.body, /^HTTP\/1\.1 400 [^]*800002/)
  })

  test('a body that does not arrive in time is 408, on the main port and on the port of a world', async () => {
    const server = await startServer({ port: 0, clock: 'fixed', seed: 'empty', requestTimeoutMs: 150 })
    try {
      const made = await fetch(`${server.url}/_tenantry/worlds`, {
        method: 'POST',
        headers: { authorization: `Operator ${server.operatorKey}` },
        body: '{"seed": "empty"}',
      })
      const { url } = (await made.json()) as { url: string }
      const head = ['Host: x', 'Content-Type: application/json', 'Content-Length: 20'].join('\r\n')
      const half = `POST ${carts} HTTP/1.1\r\n${head}\r\n\r\n{"lin`
      for (const answer of await Promise.all([exchange(server.url, half), exchange(url, half)])) {
        assert.deepEqual(outcome(answer), [408, 0])
      }
    } finally {
      await server.close()
    }
  })

  for (const [what, bytes] of [
    ['a TLS hello', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'],
    ['an unknown verb', 'BREW /v1/customers HTTP/1.1\r\nHost: x\r\n\r\n'],
    [
      'a control character in a header',
      `GET ${customer} HTTP/1.1\r\nHost: x\r\nMS-RequestId: a\x01b\r\n\r\n`,
    ],
    [
      'a malformed chunk',
      'POST /v1/customers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n',
    ],
    [
      'two contradicting lengths',
      'POST /v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ] as const) {
    test(`${what} is refused with 2000`, async () => {
      assert.deepEqual(outcome(await exchange(here.url, bytes)), [400, 2000])
    })
  }
})

test('a request without a valid token is 401 and says how to sign in', async () => {
  for (const authorization of [
    undefined,
    'Basic YTpi',
    'Bearer',
    'Bearer a.b.c',
    'Bearer \xff',
    'Operator x',
  ]) {
    const headers: Record<string, string> =
      authorization === undefined ? {} : { Authorization: authorization }
    const answer = await send(here.url, { path: customer, headers })
    assert.deepEqual(outcome(answer), [401, 400], authorization)
    assert.match(answer.headers['www-authenticate'] ?? '', /^OAuth realm=urn:cpsvc:cpid:/)
  }
})

test('a token without MFA is told so in its challenge', async () => {
  const user = here.world.partner.users[0]?.userPrincipalName ?? ''
  const single = await here.world.withToken({ userPrincipalName: user, mfa: false })
  await here.world.decree('mfa-enforcement', { production: true, sandbox: true })
  const answer = await send(here.url, {
    path: customer,
    headers: { Authorization: `Bearer ${single.caller.token}` },
  })
  assert.deepEqual(outcome(answer), [401, 900421])
  assert.equal(answer.headers['www-authenticate'], 'Bearer error="invalid_token"')
})

test('ValidateMfa: true tells whether the caller is compliant', async () => {
  const answer = await withHeaders({ ValidateMfa: 'true' })
  assert.equal(answer.headers['ismfacompliant'], 'true')
  assert.equal((await here.ask({ path: customer })).headers['ismfacompliant'], undefined)
})

test('who asks too often is told when to come back, in the words of the gateway', async (t) => {
  const busy = await place(t)
  await busy.world.arrange('throttling', { requestsPerMinute: 2 })
  const asked = []
  for (let i = 0; i < 3; i += 1)
    asked.push(await busy.ask({ path: i === 0 ? customer : '/v1/customers/nobody' }))
  const last = asked.at(-1)
  assert.deepEqual(
    asked.map(({ status }) => status),
    [200, 400, 429],
  )
  assert.deepEqual(JSON.parse(last?.body ?? ''), {
    statusCode: 429,
    message: 'Rate limit is exceeded. Try again in 30 seconds.',
  })
  assert.equal(last?.headers['retry-after'], '30')
})
