import type { LoggedRequest, LoggedRequestDetail, TracedCheck } from '@tenantry/sdk/operator.ts'
import { element, type Child } from '../dom.ts'
import { decidingText, jsonText, words } from '../format.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { code, facts, field, form, jsonBox, link, moment, table } from '../widgets.ts'

export const requestsPage: Page = (context) =>
  context.route.subject === undefined ? logPage(context) : detailPage(context, context.route.subject)

const logPage: Page = async (context) => {
  const { filters } = context.route
  const requests = await context.operator.requests.list(queryOf(filters))
  return {
    title: 'Requests',
    content: [
      filterForm(context),
      table({
        caption: 'The last requests, newest first',
        rows: requests,
        empty: 'No request fits. Only calls of the Partner Center API are kept here, the last 1,000 of them.',
        columns: [
          { head: 'At', cell: ({ at }) => moment(at) },
          { head: 'Request', cell: (entry) => requestLink(context, entry) },
          { head: 'Status', isNumber: true, cell: ({ status }) => statusBadge(status) },
          { head: 'Code', isNumber: true, cell: (entry) => faultLink(context, entry.code) },
          { head: 'Caller', cell: ({ caller }) => caller },
          { head: 'Took', isNumber: true, cell: ({ durationMs }) => `${durationMs} ms` },
        ],
      }),
    ],
  }
}

/** What the hash asks for; of what should be a number and is none the server says so. */
const queryOf = ({ code, status, path }: Readonly<Record<string, string | undefined>>) => ({
  ...(code === undefined ? {} : { code: Number(code) }),
  ...(status === undefined ? {} : { status: Number(status) }),
  ...(path === undefined ? {} : { path }),
})

const requestLink = (context: PageContext, { id, method, path }: LoggedRequest): HTMLElement =>
  link(hrefOf(context, 'requests', id), code(`${method} ${path}`))

const faultLink = (context: PageContext, faultCode: number | undefined): Child =>
  faultCode === undefined ? undefined : link(hrefOf(context, 'faults', String(faultCode)), code(faultCode))

const statusBadge = (status: number): HTMLElement =>
  element('span', { class: status < 400 ? 'badge good' : 'badge bad' }, status)

function filterForm(context: PageContext): HTMLElement {
  const { filters } = context.route
  const show = (values: Readonly<Record<string, string>>): Promise<void> | undefined => {
    const href = hrefOf(context, 'requests', undefined, values)
    if (href === location.hash) return context.redraw()
    location.hash = href
    return undefined
  }
  return form(
    { label: 'Filter the requests', submit: 'Show', run: show },
    element(
      'div',
      { class: 'row' },
      field({ label: 'Code', name: 'code', type: 'number', value: filters['code'] }),
      field({ label: 'Status', name: 'status', type: 'number', value: filters['status'] }),
      field({ label: 'Path contains', name: 'path', type: 'search', value: filters['path'] }),
    ),
  )
}

const detailPage = async (context: PageContext, id: string) => {
  const request = await context.operator.requests.get(id)
  return {
    title: `Request ${request.id}`,
    content: [
      element('p', {}, link(hrefOf(context, 'requests'), 'All requests')),
      element('p', { class: 'lead' }, code(`${request.method} ${request.path}`)),
      requestFacts(context, request),
      checksPart(request),
      unreadPart(request),
      element('h2', {}, 'Request body'),
      bodyBox('Request body', request.request.body),
      element('h2', {}, 'Answer body'),
      bodyBox('Answer body', request.answer.body),
      element('h2', {}, 'What it changed'),
      table({
        caption: 'Events that the request announced',
        rows: request.changes,
        empty: 'Nothing.',
        columns: [
          { head: 'What', cell: ({ type }) => words(type) },
          { head: 'Subject', cell: ({ subject }) => code(subject) },
        ],
      }),
    ],
  }
}

const requestFacts = (context: PageContext, request: LoggedRequestDetail): HTMLElement =>
  facts([
    ['Status', statusBadge(request.status)],
    ['Code', faultLink(context, request.code)],
    ['Operation', request.endpoint],
    ['Probably meant', request.nearest === undefined ? undefined : code(request.nearest)],
    ['Business time', moment(request.at)],
    ['Wall clock', moment(request.wallAt)],
    ['Caller', request.caller],
    ['Partner tenant', request.partnerTenantId],
    ['Request id', code(request.requestId)],
    ['Correlation id', code(request.correlationId)],
    ['Took', `${request.durationMs} ms`],
    ['Repeated', request.replayed ? 'yes: it got the answer of the first request with this id' : undefined],
  ])

function checksPart({ trace }: LoggedRequestDetail): Child {
  const decisive = trace.find(({ decided }) => decided === true)
  return [
    element('h2', {}, 'Checks'),
    decisive === undefined
      ? undefined
      : element('p', {}, 'Decided by ', element('strong', {}, words(decisive.check)), '.'),
    table<TracedCheck>({
      caption: 'The check that decided, then the others in the order in which they were made',
      rows: trace,
      empty: 'No check is on record: the request was answered before any rule was asked.',
      isMarked: (check) => check === decisive,
      columns: [
        { head: 'Check', cell: ({ check }) => words(check) },
        {
          head: 'Held',
          cell: ({ held, applied }) =>
            applied === false
              ? element('span', { class: 'quiet' }, 'did not apply')
              : element('span', { class: held ? 'badge good' : 'badge bad' }, held ? 'held' : 'did not hold'),
        },
        { head: 'Because of', cell: ({ decidedBy }) => decidingText(decidedBy) },
      ],
    }),
  ]
}

/** What became of members that the answer cannot show. Most requests have none, and then nothing is said. */
const unreadPart = ({ ignored, differences }: LoggedRequestDetail): Child => [
  ignored.length === 0
    ? undefined
    : table<LoggedRequestDetail['ignored'][number]>({
        caption: 'What nobody read',
        rows: ignored,
        empty: '',
        columns: [
          { head: 'Member', cell: ({ path }) => code(path === '' ? 'the body' : path) },
          { head: 'Value', cell: ({ value }) => code(JSON.stringify(value)) },
          { head: 'Probably meant', cell: ({ nearest }) => (nearest === undefined ? '' : code(nearest)) },
        ],
      }),
  differences.length === 0
    ? undefined
    : table<LoggedRequestDetail['differences'][number]>({
        caption: 'What was stored otherwise than it was asked',
        rows: differences,
        empty: '',
        columns: [
          { head: 'Member', cell: ({ path }) => code(path) },
          { head: 'Asked', cell: ({ asked }) => code(JSON.stringify(asked)) },
          { head: 'Stored', cell: ({ stored }) => code(JSON.stringify(stored)) },
        ],
      }),
]

const bodyBox = (label: string, body: unknown): HTMLElement =>
  body === null || body === undefined
    ? element('p', { class: 'quiet' }, 'None.')
    : jsonBox(label, typeof body === 'string' ? body : jsonText(body))
