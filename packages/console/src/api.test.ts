import { test, type TestContext } from 'node:test'
import { operatorApi, Refusal, Unreachable } from './api.ts'
import { plainWords } from './plain-words.ts'

interface Sent {
  readonly url: string
  readonly init: RequestInit
}

function setting(answer: () => Response, world?: string) {
  const sent: Sent[] = []
  const api = operatorApi({
    key: 'the-key',
    world,
    send: async (url, init) => {
      sent.push({ url, init })
      return answer()
    },
  })
  return { api, sent }
}

test('the key goes in a header and never into the URL', async (t) => {
  const { api, sent } = setting(() => Response.json([]), 'branch-1')
  await api.requests({ code: '900118', status: undefined, path: '/v1/customers?x=1&y' })
  t.assert.equal(sent[0]?.url, '/_tenantry/requests?code=900118&path=%2Fv1%2Fcustomers%3Fx%3D1%26y')
  t.assert.deepEqual(sent[0]?.init.headers, {
    authorization: 'Operator the-key',
    'tenantry-world': 'branch-1',
  })
})

test('names in paths are escaped', async (t) => {
  const { api, sent } = setting(() => Response.json({}))
  await api.patchCollaborator('../worlds', { outage: true })
  t.assert.equal(sent[0]?.url, '/_tenantry/collaborators/..%2Fworlds')
  t.assert.equal(sent[0]?.init.body, '{"outage":true}')
})

test('an answer without a body is no failure', async (t) => {
  const { api } = setting(() => new Response(null, { status: 204 }))
  await t.assert.doesNotReject(api.removeWorld('branch-1'))
})

test('a refusal is told in its own words with its code', async (t: TestContext) => {
  const body = { error: { code: 'clock-goes-back', message: 'the clock goes only forward' } }
  const { api } = setting(() => Response.json(body, { status: 400 }))
  const error = await api.advance({ by: 'P1D' }).catch((thrown: unknown) => thrown)
  t.assert.ok(error instanceof Refusal)
  t.assert.deepEqual(plainWords(error), {
    text: 'The clock goes only forward.',
    code: 'clock-goes-back, HTTP 400',
  })
})

test('an answer that is no JSON is still told', async (t) => {
  const { api } = setting(() => new Response('Bad gateway', { status: 502 }))
  const error = await api.clock().catch((thrown: unknown) => thrown)
  t.assert.deepEqual(plainWords(error), { text: 'Bad gateway.', code: 'unknown, HTTP 502' })
})

test('a wrong key and a silent server are told apart', async (t: TestContext) => {
  const refused = new Refusal(401, 'unauthorized', 'send the header …')
  t.assert.match(plainWords(refused).text, /does not accept this operator key/)
  const { api } = setting(() => {
    throw new TypeError('fetch failed')
  })
  const silent = await api.clock().catch((thrown: unknown) => thrown)
  t.assert.ok(silent instanceof Unreachable)
  t.assert.match(plainWords(silent).text, /does not answer/)
})
