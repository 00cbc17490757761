import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Trace } from '../../kernel/trace.ts'
import { RequestLog } from './request-log.ts'

const entry = (url: string, requestBody = '', answerBody = '') => ({
  requestId: `id of ${url}`,
  correlationId: '',
  at: 0,
  wallAt: 0,
  method: 'POST',
  url,
  endpoint: 'createCart',
  partner: undefined,
  caller: undefined,
  requestBody,
  status: 400,
  answerBody,
  code: 800002,
  replayed: false,
  durationMs: 1,
  changes: [],
  trace: new Trace(),
})

test('the last thousand requests are kept, the newest first', () => {
  const log = new RequestLog()
  for (let i = 1; i <= 1_003; i += 1) assert.equal(log.add(entry(`/v1/${i}`)), String(i))

  const urls = log.list({ limit: 2_000 }).map(({ url }) => url)
  assert.equal(urls.length, 1_000)
  assert.deepEqual([urls[0], urls.at(-1)], ['/v1/1003', '/v1/4'])
  assert.equal(log.find('3'), undefined)
  assert.equal(log.find('id of /v1/4')?.id, '4')
  assert.deepEqual(
    log.list({ limit: 2 }, 6).map(({ id }) => id),
    ['5', '4'],
  )
})

test('long requests leave sooner: the text of a world stays below eight million characters', () => {
  const log = new RequestLog()
  for (let i = 0; i < 400; i += 1) log.add(entry('/v1/x', 'q'.repeat(60_000), 'a'.repeat(60_000)))

  assert.ok(log.length <= 8 * 1024 * 1024, `${log.length} characters`)
  const kept = log.list({ limit: 1_000 })
  assert.ok(kept.length > 50 && kept.length < 80, `${kept.length} requests`)
  assert.equal(kept[0]?.id, '400')
  for (let i = 0; i < 1_000; i += 1) log.add(entry('/'))
  assert.equal(log.length, 1_000)
})
