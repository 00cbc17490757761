import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import type { PoolUse } from '../../store/postgres/postgres-pool.ts'
import type { Worlds } from '../../world/worlds.ts'
import { Exposition } from './exposition.ts'
import type { Metrics } from './metrics.ts'
import { programVersion } from '../../kernel/program.ts'
import { readWorldGauges, type WorldGauges } from './world-gauges.ts'

/** `GET /metrics`: what was counted, and the gauges, which are read only now. */
export function registerMetrics(app: FastifyInstance, metrics: Metrics, worlds: Worlds): void {
  app.get('/metrics', async (_request, reply) => {
    // Loaded by the first who asks: it would cost every start a tenth of a second.
    const client = await import('prom-client')
    const page = new Exposition(client)
    page.gauge('tenantry_build_info', 'Always 1; what is running is in its labels', [
      { labels: { version: programVersion, node: process.version }, value: 1 },
    ])
    writeRequests(page, metrics)
    writeStatements(page, metrics)
    writeCommits(page, metrics)
    const open = worlds.list()
    page.gauge('tenantry_worlds_open', 'Worlds that are open', [{ value: open.length }])
    writeConnections(page, worlds.connections)
    writeWorlds(page, await readWorldGauges(open))
    writeProcess(page)
    return reply.type(page.contentType).send(await page.text())
  })
}

const statusClasses = ['aborted', '1xx', '2xx', '3xx', '4xx', '5xx']

function writeRequests(page: Exposition, metrics: Metrics): void {
  page.histogram(
    'tenantry_request_duration_seconds',
    'From the head of a request to the last byte of its answer',
    metrics.places.flatMap(({ endpoint, method, latencies }) =>
      latencies.map((buckets, status) => ({
        labels: { endpoint, method, status: statusClasses[status] ?? 'other' },
        buckets,
      })),
    ),
  )
  page.gauge('tenantry_requests_in_flight', 'Requests that are not answered yet', [
    { value: metrics.inFlight },
  ])
  page.counter('tenantry_faults_total', 'Answers that carry an error code', metrics.faults)
  page.counter(
    'tenantry_replayed_answers_total',
    'Requests that got the answer they got before, by their MS-RequestId',
    metrics.replayed,
  )
  page.counter('tenantry_throttled_requests_total', 'Requests answered 429', metrics.throttled)
}

function writeStatements(page: Exposition, { places }: Metrics): void {
  const each = (tallied: 'statements' | 'roundTrips') =>
    places.map(({ endpoint, method, [tallied]: total }) => ({ labels: { endpoint, method }, total }))
  page.summary(
    'tenantry_request_statements',
    'Statements that a request sent to the database',
    each('statements'),
  )
  page.summary(
    'tenantry_request_round_trips',
    'How often a request waited for a database in another process',
    each('roundTrips'),
  )
}

function writeCommits(page: Exposition, { groupSizes, commitSeconds }: Metrics): void {
  page.histogram('tenantry_commit_group_size', 'Units of work that shared a durable commit', [
    { labels: {}, buckets: groupSizes },
  ])
  page.histogram('tenantry_commit_duration_seconds', 'How long making a commit durable took', [
    { labels: {}, buckets: commitSeconds },
  ])
}

/** None where every world has a file of its own. */
function writeConnections(page: Exposition, pools: readonly PoolUse[]): void {
  if (pools.length === 0) return
  const each = (value: (use: PoolUse) => number) =>
    pools.map((use) => ({ labels: { pool: use.pool }, value: value(use) }))
  page.gauge(
    'tenantry_database_connections',
    'Connections to PostgreSQL',
    each(({ open }) => open),
  )
  page.gauge(
    'tenantry_database_connections_max',
    'Most connections to PostgreSQL',
    each(({ most }) => most),
  )
  page.gauge(
    'tenantry_database_idle_connections',
    'Connections to PostgreSQL that do nothing',
    each(({ idle }) => idle),
  )
  page.gauge(
    'tenantry_database_waiting',
    'Units of work that wait for a connection to PostgreSQL',
    each(({ waiting }) => waiting),
  )
}

function writeWorlds(page: Exposition, worlds: readonly WorldGauges[]): void {
  const each = (value: (gauges: WorldGauges) => number) =>
    worlds.map((gauges) => ({ labels: { world: gauges.world }, value: value(gauges) }))
  page.gauge(
    'tenantry_agenda_lag_seconds',
    "How far the oldest due agenda entry is behind the world's now",
    each(({ agendaLagSeconds }) => agendaLagSeconds),
  )
  page.gauge(
    'tenantry_agenda_entries',
    'Agenda entries, due and to come',
    each(({ agendaEntries }) => agendaEntries),
  )
  page.gauge(
    'tenantry_outbox_rows',
    'Events in the outbox',
    each(({ outboxRows }) => outboxRows),
  )
}

/** Under the names that dashboards for any process know. */
function writeProcess(page: Exposition): void {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  page.total('process_cpu_seconds_total', 'Processor time, user and system', (user + system) / 1e6)
  page.gauge('process_start_time_seconds', 'When the process started, since 1970', [
    { value: performance.timeOrigin / 1000 },
  ])
  page.gauge('process_resident_memory_bytes', 'Resident memory', [{ value: rss }])
  page.gauge('nodejs_heap_size_used_bytes', 'Used heap', [{ value: heapUsed }])
  page.gauge('nodejs_eventloop_utilization', 'Share of its life that the event loop was busy', [
    { value: performance.eventLoopUtilization().utilization },
  ])
}
