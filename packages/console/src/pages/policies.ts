import type { PolicyEntry, PolicyRow } from '@tenantry/sdk/operator.ts'
import { element, replaceContent } from '../dom.ts'
import { counted, dateOf, jsonText, words } from '../format.ts'
import { readJson } from '../json-input.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { code, form, jsonBox, jsonField, link, notice, table } from '../widgets.ts'

export const policiesPage: Page = async (context) => {
  const policies = await context.operator.policies.list()
  const { subject } = context.route
  if (subject === undefined) return listPage(context, policies)
  const policy = policies.find(({ name }) => name === subject)
  return {
    title: policy === undefined ? 'Unknown policy' : `Policy ${words(policy.name)}`,
    content: [
      element('p', {}, link(hrefOf(context, 'policies'), 'All policies')),
      policy === undefined
        ? element('p', {}, `No policy is called ${subject}.`)
        : policyPart(context, policy),
    ],
  }
}

const listPage = (context: PageContext, policies: readonly PolicyEntry[]) => ({
  title: 'Policies',
  content: [
    element(
      'p',
      {},
      'Limits, windows and dates of enforcement. The world’s date decides which row of each is in force.',
    ),
    table({
      caption: 'Policies',
      rows: policies,
      empty: 'This world has no policy.',
      columns: [
        { head: 'Policy', cell: ({ name }) => link(hrefOf(context, 'policies', name), words(name)) },
        { head: 'Rows', cell: ({ rows }) => counted(rows.length, 'row') },
        { head: 'In force now', cell: ({ rows }) => code(JSON.stringify(rowInForce(rows, context)?.value)) },
      ],
    }),
  ],
})

/** Rows stand in order of date; before the first one's date the first one holds. */
const rowInForce = (rows: readonly PolicyRow[], { clock }: PageContext): PolicyRow | undefined =>
  rows.findLast(({ effectiveFrom }) => effectiveFrom <= dateOf(clock.now)) ?? rows[0]

function policyPart(context: PageContext, { name, rows, schema }: PolicyEntry): HTMLElement {
  const shown = element('div', {}, rowsTable(context, rows))
  const save = async ({ rows: text = '' }: Readonly<Record<string, string>>): Promise<HTMLElement> => {
    const input = readJson(text)
    if ('problem' in input) return element('p', { class: 'notice bad', role: 'alert' }, input.problem)
    // Whatever was typed: the server says what does not fit.
    const kept = await context.operator.policies.set(name, input.value as PolicyRow[])
    replaceContent(shown, rowsTable(context, kept))
    return notice('Saved. It holds from the next request on.')
  }
  return element(
    'div',
    {},
    element('h2', {}, 'Rows'),
    shown,
    element('h2', {}, 'Change them'),
    form(
      { label: `Change ${name}`, submit: 'Save', run: save },
      jsonField({
        label: 'All rows',
        name: 'rows',
        value: jsonText(rows),
        rows: 16,
        hint: 'A list that replaces all rows: each has effectiveFrom (a date), value and source.',
      }),
    ),
    element('details', {}, element('summary', {}, 'Schema of a value'), jsonBox('Schema', jsonText(schema))),
  )
}

function rowsTable(context: PageContext, rows: readonly PolicyRow[]): HTMLElement {
  const inForce = rowInForce(rows, context)
  return table({
    caption: 'Rows; the marked one is in force now',
    rows,
    empty: 'No row.',
    isMarked: (row) => row === inForce,
    columns: [
      { head: 'From', isWhole: true, cell: ({ effectiveFrom }) => effectiveFrom },
      { head: 'Value', cell: ({ value }) => code(JSON.stringify(value)) },
      { head: 'Known from', cell: ({ source }) => source },
      { head: 'In force', cell: (row) => (row === inForce ? 'now' : undefined) },
    ],
  })
}
