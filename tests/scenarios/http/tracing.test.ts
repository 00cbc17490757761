import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { run, stop } from './program.ts'

interface Sent {
  readonly name: string
  readonly traceId: string
  readonly parentSpanId?: string
  readonly attributes: readonly { key: string; value: { stringValue?: string; intValue?: number } }[]
  readonly status: { readonly code?: number }
}

interface Exported {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Sent['attributes'] }
    readonly scopeSpans: readonly { readonly spans: readonly Sent[] }[]
  }[]
}

/** A collector that keeps what it is sent. */
async function collector(t: TestContext) {
  const texts: string[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      texts.push(text)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, texts }
}

const valueOf = ({ attributes }: Pick<Sent, 'attributes'>, name: string) => {
  const value = attributes.find(({ key }) => key === name)?.value
  return value?.stringValue ?? value?.intValue
}

test('with a collector each request is a span in the caller’s trace, and no secret is in it', async (t) => {
  const { url, texts } = await collector(t)
  const program = run(t, ['--memory', '--port=0', '--operator-key=the-operators-own'], {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_SERVICE_NAME: 'rehearsal',
  })
  const server = await program.ready
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const parent = 'b7ad6b7169203331'
  await fetch(`${server}/v1/customers?size=7`, {
    headers: { traceparent: `00-${traceId}-${parent}-01`, authorization: 'Bearer a.fake.token' },
  })
  await fetch(`${server}/health/live`)

  const { code } = await stop(program)

  assert.equal(code, 0)
  const exported = texts
    .map((text) => JSON.parse(text) as Exported)
    .flatMap(({ resourceSpans }) => resourceSpans)
  const spans = exported.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
  const refused = spans.find((span) => span.traceId === traceId)
  assert.ok(refused, 'the trace of the caller goes on')
  assert.equal(refused.parentSpanId, parent)
  assert.equal(refused.name, 'listCustomers')
  assert.equal(Number(valueOf(refused, 'http.response.status_code')), 401)
  assert.equal(valueOf(refused, 'tenantry.fault'), '400')
  assert.equal(valueOf(refused, 'tenantry.world'), 'main')
  assert.ok(spans.some(({ name }) => name === '/health/live'))
  assert.ok(exported.every(({ resource }) => valueOf(resource, 'service.name') === 'rehearsal'))
  assert.doesNotMatch(texts.join(''), /fake|size=7|the-operators-own/)
})

test('a collector that is away keeps nobody waiting', async (t) => {
  const program = run(t, ['--memory', '--port=0'], { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })
  const answer = await fetch(`${await program.ready}/health/live`)
  const { code, tookMs } = await stop(program)
  assert.deepEqual([answer.status, code], [200, 0])
  assert.ok(tookMs < 10_000, `it took ${tookMs} ms to stop`)
})
