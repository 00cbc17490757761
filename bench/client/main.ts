import { Connection, type RawAnswer } from './connection.ts'
import type { Address, LoadOutcome, LoadPlan, PlannedRequest, PlannedStream, StreamOutcome } from './plan.ts'

/** The load client: a process of its own that gets one plan, runs it, says what came of it and ends. */
process.once('message', (plan: LoadPlan) => {
  run(plan).then(
    (outcome) => process.send?.(outcome, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})

interface RunningStream {
  readonly plan: PlannedStream
  readonly requests: readonly Buffer[]
  readonly connections: readonly Connection[]
  readonly latencies: number[]
  readonly statuses: Record<string, number>
  readonly bodies: string[]
  firstRefusal: string | undefined
  next: number
  lastAnswerMs: number
}

async function run(plan: LoadPlan): Promise<LoadOutcome> {
  const streams = await Promise.all(plan.streams.map((stream) => opened(plan, stream)))
  const cpuBefore = process.cpuUsage()
  const startedMs = performance.now()
  const state = { isOver: false }
  const timer = setTimeout(() => (state.isOver = true), plan.seconds * 1000)
  await Promise.all(
    streams.map(async (stream) => {
      await Promise.all(stream.connections.map((connection) => drive(stream, connection, state)))
      state.isOver = true
    }),
  )
  clearTimeout(timer)
  const seconds = (performance.now() - startedMs) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  for (const { connections } of streams) for (const connection of connections) connection.close()
  return {
    seconds,
    streams: streams.map((stream) => outcomeOf(stream, startedMs)),
    clientBusy: (cpu.user + cpu.system) / 1e6 / seconds,
  }
}

async function opened(plan: LoadPlan, stream: PlannedStream): Promise<RunningStream> {
  const connections = Array.from({ length: stream.connections }, (_, i) => {
    const { host, port } = addressOf(plan, i)
    return Connection.open(host, port)
  })
  return {
    plan: stream,
    requests: stream.requests.map((request) => bytesOf(plan, request)),
    connections: await Promise.all(connections),
    latencies: [],
    statuses: {},
    bodies: [],
    firstRefusal: undefined,
    next: 0,
    lastAnswerMs: 0,
  }
}

async function drive(
  stream: RunningStream,
  connection: Connection,
  state: { isOver: boolean },
): Promise<void> {
  const { requests, plan } = stream
  while (!state.isOver) {
    if (stream.next >= requests.length) {
      if (!plan.repeats) return
      stream.next = 0
    }
    const at = stream.next++
    const request = requests[at]
    if (request === undefined) return
    const askedMs = performance.now()
    const answer = await connection.ask(request)
    stream.lastAnswerMs = performance.now()
    stream.latencies.push(stream.lastAnswerMs - askedMs)
    note(stream, at, answer)
  }
}

function note(stream: RunningStream, at: number, { status, body }: RawAnswer): void {
  stream.statuses[status] = (stream.statuses[status] ?? 0) + 1
  if (status >= 400) stream.firstRefusal ??= `${status} ${body.toString('utf8').slice(0, 500)}`
  if (stream.plan.keepsBodies === true) stream.bodies[at] = body.toString('utf8')
}

function bytesOf(plan: LoadPlan, request: PlannedRequest): Buffer {
  const body = request.body ?? ''
  const headers = {
    host: addressOf(plan, 0).host,
    ...plan.headers,
    ...(body === '' ? {} : { 'content-type': 'application/json' }),
    ...(body === '' && request.method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...request.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${request.method} ${request.path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

function addressOf({ addresses }: LoadPlan, i: number): Address {
  const address = addresses[i % addresses.length]
  if (address === undefined) throw new Error('the plan names no server')
  return address
}

function outcomeOf(stream: RunningStream, startedMs: number): StreamOutcome {
  const sorted = Float64Array.from(stream.latencies).sort()
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    name: stream.plan.name,
    answered: sorted.length,
    statuses: stream.statuses,
    perSecond: sorted.length / ((stream.lastAnswerMs - startedMs) / 1000),
    latencyMs: { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) },
    ...(stream.firstRefusal === undefined ? {} : { firstRefusal: stream.firstRefusal }),
    ...(stream.plan.keepsBodies === true ? { bodies: stream.bodies } : {}),
  }
}
