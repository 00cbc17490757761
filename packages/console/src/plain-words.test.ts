import { test, type TestContext } from 'node:test'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { webTransport } from '@tenantry/sdk/transport.ts'
import { plainWords } from './plain-words.ts'

/** What the console says when the server answers this. */
async function wordsFor(answer: () => Response) {
  const transport = { ...webTransport, fetch: async () => answer() }
  const operator = operatorClient({ url: 'http://127.0.0.1:1', key: 'the-key', transport })
  return plainWords(await operator.clock.get().catch((thrown: unknown) => thrown))
}

const refused = (status: number, code: string, message: string) => () =>
  Response.json({ error: { code, message } }, { status })

test('a refusal is told in its own words with its code', async (t: TestContext) => {
  t.assert.deepEqual(await wordsFor(refused(400, 'clock-goes-back', 'the clock goes only forward')), {
    text: 'The clock goes only forward.',
    code: 'clock-goes-back, HTTP 400',
  })
})

test('the path of a member stays as it is', async (t: TestContext) => {
  const { text } = await wordsFor(refused(400, 'bad-request', 'body/paused: must be boolean'))
  t.assert.equal(text, 'body/paused: must be boolean.')
})

test('an answer that is no JSON is still told', async (t: TestContext) => {
  t.assert.deepEqual(await wordsFor(() => new Response('Bad gateway', { status: 502 })), {
    text: 'Bad gateway.',
    code: 'unknown, HTTP 502',
  })
})

test('a wrong key and a silent server are told apart', async (t: TestContext) => {
  const wrong = await wordsFor(refused(401, 'unauthorized', 'send the header …'))
  t.assert.match(wrong.text, /does not accept this operator key/)
  const silent = await wordsFor(() => {
    throw new TypeError('fetch failed')
  })
  t.assert.match(silent.text, /does not answer/)
})
