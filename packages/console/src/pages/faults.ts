import type { FaultPage } from '@tenantry/sdk/operator.ts'
import { element, replaceContent, type Child } from '../dom.ts'
import { counted, words } from '../format.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { searchFaults } from '../search-faults.ts'
import { code, facts, field, link, table } from '../widgets.ts'

const languages: Readonly<Record<string, string>> = {
  'en-US': 'English',
  'nl-NL': 'Dutch',
  'pt-PT': 'Portuguese',
  'cs-CZ': 'Czech',
}

export const faultsPage: Page = async (context) => {
  const faults = await context.operator.faults.list()
  const { subject } = context.route
  return subject === undefined ? searchPage(context, faults) : detailPage(context, faults, subject)
}

function searchPage(context: PageContext, faults: readonly FaultPage[]) {
  const results = element('div')
  const show = (query: string): void => {
    const found = searchFaults(faults, query)
    replaceContent(
      results,
      element('p', { role: 'status' }, counted(found.length, 'fault')),
      resultsTable(context, found),
    )
  }
  const query = context.route.filters['q'] ?? ''
  show(query)
  return {
    title: 'Faults',
    content: [
      field({
        label: 'Search by code or text',
        name: 'q',
        type: 'search',
        value: query,
        hint: 'Texts of all four languages are searched.',
        oninput: ({ target }) => {
          const text = target instanceof HTMLInputElement ? target.value : ''
          history.replaceState(undefined, '', hrefOf(context, 'faults', undefined, { q: text }))
          show(text)
        },
      }),
      results,
    ],
  }
}

const resultsTable = (context: PageContext, found: readonly FaultPage[]): HTMLElement =>
  table({
    caption: 'Faults',
    rows: found,
    empty: 'No fault has such a code or text.',
    columns: [
      {
        head: 'Code',
        isNumber: true,
        cell: (fault) => link(hrefOf(context, 'faults', String(fault.code)), code(fault.code)),
      },
      { head: 'Status', isNumber: true, cell: ({ status }) => status },
      { head: 'Text', cell: ({ texts }) => texts['en-US'] },
      { head: 'Area', cell: ({ area }) => words(area) },
    ],
  })

function detailPage(context: PageContext, faults: readonly FaultPage[], subject: string) {
  const own = faults.filter((fault) => String(fault.code) === subject)
  return {
    title: own.length === 0 ? 'Unknown fault' : `Fault ${subject}`,
    content: [
      element(
        'p',
        {},
        link(hrefOf(context, 'faults'), 'All faults'),
        ' · ',
        link(hrefOf(context, 'requests', undefined, { code: subject }), 'Requests that met it'),
      ),
      own.length === 0 ? element('p', {}, 'No fault has the code ', code(subject), '.') : undefined,
      own.length > 1 ? element('p', {}, `This code stands for ${own.length} faults.`) : undefined,
      own.map(faultPart),
    ],
  }
}

const faultPart = (fault: FaultPage): HTMLElement =>
  element(
    'section',
    { class: 'card' },
    element('h2', {}, words(fault.name)),
    facts([
      ['HTTP status', fault.status],
      ['Area', words(fault.area)],
      ['Recipe', fault.recipe],
      ...Object.entries(fault.texts).map(
        ([locale, text]) => [languages[locale] ?? locale, element('span', { lang: locale }, text)] as const,
      ),
    ]),
    element('h3', {}, 'When it is answered'),
    table({
      caption: 'Conditions and where they are known from',
      rows: fault.conditions,
      empty: 'No condition is on record.',
      columns: [
        { head: 'Operation', cell: ({ operation }) => operation },
        { head: 'When', cell: ({ when }) => when },
        { head: 'Known from', cell: ({ provenance }) => element('span', { class: 'badge' }, provenance) },
      ],
    }),
    element('h3', {}, 'Endpoints that declare it'),
    endpointList(fault.endpoints),
  )

const endpointList = (endpoints: readonly string[]): Child =>
  endpoints.length === 0
    ? element('p', { class: 'quiet' }, 'None by itself.')
    : element(
        'ul',
        {},
        endpoints.map((endpoint) => element('li', {}, code(endpoint))),
      )
