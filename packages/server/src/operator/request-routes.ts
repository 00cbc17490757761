import type { requestEndpoints } from '@tenantry/contract/operator/requests.ts'
import type { LoggedRequest as RequestView } from '@tenantry/contract/operator/resources/request.ts'
import { differencesOf, ignoredView } from '../http/watching/explain-request.ts'
import { nearestRoute } from '../http/watching/nearest-route.ts'
import { tracedChecks, unmatched, type LoggedRequest } from '../http/watching/request-log.ts'
import { pageOf } from '../kernel/page.ts'
import { formatInstant, instant } from '../kernel/time.ts'
import { reply } from '../work/operation.ts'
import type { OperatorHost } from './host.ts'
import { goOnFrom, seekOf } from './input.ts'
import type { OperatorRoutes } from './operation.ts'
import { notFound } from './operator-error.ts'

/** The last requests to the world, newest first: what came in, what was answered, and which checks decided it. */
export const requestRoutes: OperatorRoutes<typeof requestEndpoints> = {
  listRequests: async ({ host, world }, { query: { limit = 100, ...filter }, headers }) => {
    const list = { of: ['requests', filter], place: ['integer'] } as const
    const [before] = (seekOf(headers, list) ?? []) as readonly number[]

    const found = host.logOf(world).list({ ...filter, limit: limit + 1 }, before)
    const page = pageOf(list, found, limit, ({ id }) => [Number(id)])

    return reply(
      page.items.map((entry) => summaryView(entry, host)),
      goOnFrom(page.continuationToken),
    )
  },

  getRequest: async ({ host, world }, { params: { id } }) => {
    const entry = host.logOf(world).find(id)
    if (entry === undefined) throw notFound(`request ${id} in the log`)
    return {
      ...summaryView(entry, host),
      request: { body: jsonOrText(entry.requestBody) },
      answer: { status: entry.status, body: jsonOrText(entry.answerBody) },
      trace: tracedChecks(entry),
      ignored: ignoredView(entry),
      differences: differencesOf(entry),
      changes: [...entry.changes],
    }
  },
}

const summaryView = (entry: LoggedRequest, host: OperatorHost): RequestView => ({
  id: entry.id,
  requestId: entry.requestId,
  correlationId: entry.correlationId,
  at: formatInstant(instant(entry.at)),
  wallAt: formatInstant(instant(entry.wallAt)),
  method: entry.method,
  path: entry.url,
  endpoint: entry.endpoint,
  ...nearestOf(entry, host),
  ...(entry.partner === undefined ? {} : { partnerTenantId: entry.partner }),
  ...(entry.caller === undefined ? {} : { caller: entry.caller }),
  status: entry.status,
  ...(entry.code === undefined ? {} : { code: entry.code }),
  replayed: entry.replayed,
  durationMs: Math.round(entry.durationMs * 100) / 100,
})

/** Looked for only where somebody reads the log. */
function nearestOf(entry: LoggedRequest, { endpoints }: OperatorHost): { readonly nearest?: string } {
  if (entry.endpoint !== unmatched) return {}
  const nearest = nearestRoute(
    entry,
    [...endpoints.values()].map(({ endpoint }) => endpoint),
  )
  return nearest === undefined ? {} : { nearest }
}

export function jsonOrText(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
