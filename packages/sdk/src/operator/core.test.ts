import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NoAnswerError, operatorClient, OperatorRefusal } from '../operator.ts'
import { webTransport } from '../transport.ts'

interface Sent {
  readonly url: string
  readonly init: RequestInit
}

function setting(answer: () => Response, world?: string) {
  const sent: Sent[] = []
  const operator = operatorClient({
    url: 'http://server.example/',
    key: 'the-key',
    ...(world === undefined ? {} : { world }),
    transport: {
      ...webTransport,
      fetch: async (url, init) => {
        sent.push({ url, init })
        return answer()
      },
    },
  })
  return { operator, sent }
}

test('the key and the world go in headers and never into the URL', async () => {
  const { operator, sent } = setting(() => Response.json([]), 'branch-1')
  await operator.requests.list({ code: 900118, path: '/v1/customers?x=1&y' })
  assert.equal(
    sent[0]?.url,
    'http://server.example/_tenantry/requests?code=900118&path=%2Fv1%2Fcustomers%3Fx%3D1%26y',
  )
  assert.deepEqual(sent[0]?.init.headers, {
    accept: 'application/json',
    authorization: 'Operator the-key',
    'tenantry-world': 'branch-1',
  })
})

test('names in paths are escaped, and the parameters of a path come one by one', async () => {
  const { operator, sent } = setting(() => Response.json({}))
  await operator.collaborators.patch('../worlds', { outage: true })
  await operator.partners.patchUser('contoso.example', 'a/b@contoso.example', { enabled: false })
  assert.equal(sent[0]?.url, 'http://server.example/_tenantry/collaborators/..%2Fworlds')
  assert.equal(sent[0]?.init.body, '{"outage":true}')
  assert.equal(
    sent[1]?.url,
    'http://server.example/_tenantry/partners/contoso.example/users/a%2Fb%40contoso.example',
  )
})

test('an answer without a body is no failure', async () => {
  const { operator } = setting(() => new Response(null, { status: 204 }))
  assert.equal(await operator.worlds.remove('branch-1'), undefined)
})

test('where a list goes on is read from the whole answer and sent as a header', async () => {
  const { operator, sent } = setting(() => Response.json([], { headers: { 'MS-ContinuationToken': 'abc' } }))
  let next: string | null = null
  await operator.ledger(
    { limit: 1 },
    {
      headers: { 'MS-ContinuationToken': 'before' },
      onAnswer: ({ headers }) => (next = headers.get('ms-continuationtoken')),
    },
  )
  assert.equal(next, 'abc')
  assert.equal(new Headers(sent[0]?.init.headers).get('ms-continuationtoken'), 'before')
})

test('a refusal has the code, the words and the status of the server', async () => {
  const body = { error: { code: 'clock-goes-back', message: 'the clock goes only forward' } }
  const { operator } = setting(() => Response.json(body, { status: 400 }))
  await assert.rejects(operator.clock.advance({ by: 'P1D' }), (error) => {
    assert.ok(error instanceof OperatorRefusal)
    assert.deepEqual(
      [error.status, error.code, error.description],
      [400, 'clock-goes-back', body.error.message],
    )
    assert.equal(
      error.message,
      'POST /_tenantry/clock/advance: 400 / clock-goes-back: the clock goes only forward',
    )
    return true
  })
})

test('an answer that is not the server’s own is told as it came', async () => {
  for (const [text, description] of [
    ['Bad gateway', 'Bad gateway'],
    ['', 'the server gave no reason'],
    ['{"fault":1}', '{"fault":1}'],
  ]) {
    const { operator } = setting(() => new Response(text, { status: 502 }))
    await assert.rejects(operator.clock.get(), { status: 502, code: undefined, description })
  }
})

test('a server that says nothing is no refusal', async () => {
  const { operator } = setting(() => {
    throw new TypeError('fetch failed')
  })
  await assert.rejects(operator.clock.get(), NoAnswerError)
})
