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
  let wanted = ''
  const list = (found: readonly FaultPage[]): void =>
    replaceContent(
      results,
      element('p', { role: 'status' }, counted(found.length, 'fault')),
      resultsTable(context, found),
    )
  /** A text whose placeholders are filled in holds words that no fault has: the server recognises it. */
  const show = async (query: string): Promise<void> => {
    wanted = query
    const found = searchFaults(faults, query)
    list(found)
    if (found.length > 0 || !query.trim().includes(' ')) return
    const recognised = await context.operator.faults.list({ text: query.slice(0, textLengthMax) })
    if (wanted === query) list(recognised)
  }
  const query = context.route.filters['q'] ?? ''
  void show(query)
  return {
    title: 'Faults',
    content: [
      field({
        label: 'Search by code or text',
        name: 'q',
        type: 'search',
        value: query,
        hint: 'Texts of all four languages are searched. A message or a whole error body can be pasted.',
        oninput: ({ target }) => {
          const text = target instanceof HTMLInputElement ? target.value : ''
          history.replaceState(undefined, '', hrefOf(context, 'faults', undefined, { q: text }))
          void show(text)
        },
      }),
      results,
    ],
  }
}

/** What the server takes. */
const textLengthMax = 5000

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
    element('h3', {}, 'Whose words these are'),
    table({
      caption: 'Published texts, and what was repaired in them',
      rows: Object.entries(fault.sources).flatMap(([locale, source]) => wordsOf(fault, locale, source)),
      empty: 'No text is on record.',
      columns: [
        { head: 'Language', cell: ({ locale }) => languages[locale] ?? locale },
        { head: 'Text is', cell: ({ source }) => element('span', { class: 'badge' }, sourceWords[source]) },
        { head: 'Published as', cell: ({ locale, text }) => element('span', { lang: locale }, text) },
        { head: 'What was wrong', cell: ({ reason }) => reason },
      ],
    }),
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

type Source = FaultPage['sources'][string]

const sourceWords: Readonly<Record<Source, string>> = {
  published: 'as published',
  repaired: 'repaired',
  ours: 'ours: no list has it',
}

interface Words {
  readonly locale: string
  readonly source: Source
  readonly text: string
  readonly reason: string
}

/** One row, or one for each published text that was repaired. */
function wordsOf(fault: FaultPage, locale: string, source: Source): Words[] {
  const originals = fault.originals.filter((one) => one.locale === locale)
  return originals.length === 0
    ? [{ locale, source, text: '', reason: '' }]
    : originals.map(({ text, reason }) => ({ locale, source, text, reason }))
}

const endpointList = (endpoints: readonly string[]): Child =>
  endpoints.length === 0
    ? element('p', { class: 'quiet' }, 'None by itself.')
    : element(
        'ul',
        {},
        endpoints.map((endpoint) => element('li', {}, code(endpoint))),
      )
