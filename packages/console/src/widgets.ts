import { element, replaceContent, type Child } from './dom.ts'
import { momentText } from './format.ts'
import { plainWords } from './plain-words.ts'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => Child
  /** Numbers stand at the right, so that their digits can be compared. */
  readonly isNumber?: boolean
  /** Dates and the like are not broken into lines. */
  readonly isWhole?: boolean
}

export interface TableOptions<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Said instead of a table without rows. */
  readonly empty: string
  readonly isMarked?: (row: Row) => boolean
}

const rowsAtOnce = 200

/** A table that scrolls by itself on a narrow screen; of very long ones the next rows come on demand. */
export function table<Row>({ caption, columns, rows, empty, isMarked }: TableOptions<Row>): HTMLElement {
  if (rows.length === 0) return element('p', { class: 'quiet' }, empty)
  const body = element('tbody')
  const showNext = (): void => {
    const next = rows.slice(body.rows.length, body.rows.length + rowsAtOnce)
    body.append(...next.map((row) => tableRow(columns, row, isMarked?.(row) === true)))
    more.hidden = body.rows.length >= rows.length
    more.textContent = `Show more (${body.rows.length} of ${rows.length} shown)`
  }
  const more = element('button', { type: 'button', onclick: showNext })
  const heads = columns.map((column) => element('th', { scope: 'col', class: classOf(column) }, column.head))
  showNext()
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: 0 },
      element(
        'table',
        {},
        element('caption', {}, caption),
        element('thead', {}, element('tr', {}, heads)),
        body,
      ),
    ),
    more,
  )
}

const tableRow = <Row>(columns: readonly Column<Row>[], row: Row, isMarked: boolean): HTMLTableRowElement =>
  element(
    'tr',
    { class: isMarked ? 'marked' : undefined },
    columns.map((column) => element('td', { class: classOf(column) }, column.cell(row))),
  )

const classOf = ({ isNumber, isWhole }: Pick<Column<never>, 'isNumber' | 'isWhole'>): string | undefined => {
  if (isNumber === true) return 'number'
  return isWhole === true ? 'whole' : undefined
}

export interface FieldOptions {
  readonly label: string
  readonly name: string
  readonly hint?: string
  readonly value?: string | undefined
  readonly type?: 'text' | 'password' | 'search' | 'date' | 'number'
  readonly isRequired?: boolean
  readonly min?: string
  readonly oninput?: (event: Event) => void
}

/** An input with its label and, when it needs one, a hint that is read out with it. */
export function field(options: FieldOptions): HTMLElement {
  const { label, name, hint, value, type = 'text', isRequired = false, min, oninput } = options
  const id = `field-${name}`
  const input = element('input', {
    id,
    name,
    type,
    value,
    min,
    required: isRequired,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    oninput,
  })
  return element('div', { class: 'field' }, element('label', { for: id }, label), input, hintFor(id, hint))
}

export function choice(options: {
  readonly label: string
  readonly name: string
  readonly choices: readonly (readonly [value: string, text: string])[]
  readonly chosen?: string | undefined
}): HTMLElement {
  const id = `field-${options.name}`
  const choices = options.choices.map(([value, text]) =>
    element('option', { value, selected: value === options.chosen }, text),
  )
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id }, options.label),
    element('select', { id, name: options.name }, choices),
  )
}

/** JSON to edit; what does not fit is said beside it, and the text stays as it was typed. */
export function jsonField(options: {
  readonly label: string
  readonly name: string
  readonly hint: string
  readonly value: string
  readonly rows?: number
}): HTMLElement {
  const id = `field-${options.name}`
  const area = element('textarea', {
    id,
    name: options.name,
    rows: options.rows ?? 6,
    spellcheck: 'false',
    'aria-describedby': `${id}-hint`,
  })
  area.value = options.value
  return element(
    'div',
    { class: 'field wide' },
    element('label', { for: id }, options.label),
    area,
    hintFor(id, options.hint),
  )
}

const hintFor = (id: string, hint: string | undefined): Child =>
  hint === undefined ? undefined : element('p', { id: `${id}-hint`, class: 'hint' }, hint)

/** The trimmed values of a form's fields. */
function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}

/** A form that does something; what came of it or went wrong is said under it. */
export function form(
  options: {
    readonly label?: string
    readonly submit: string
    readonly run: (values: Record<string, string>) => unknown
  },
  ...fields: readonly Child[]
): HTMLFormElement {
  const outcome = element('div', { 'aria-live': 'polite' })
  const made: HTMLFormElement = element(
    'form',
    {
      'aria-label': options.label,
      onsubmit: (event: Event) => {
        event.preventDefault()
        void attempt(made, outcome, async () => options.run(valuesOf(made)))
      },
    },
    fields,
    element('button', { type: 'submit', class: 'main', id: submitId(options.submit) }, options.submit),
    outcome,
  )
  return made
}

/** The focus finds the button again when the page is drawn anew. */
const submitId = (text: string): string => `submit-${text.toLowerCase().replaceAll(' ', '-')}`

/**
 * Runs it and tells a failure in `outcome`. Meanwhile `area` is busy: its buttons do nothing, but keep the focus, which
 * a disabled button would lose.
 */
export async function attempt(area: Element, outcome: Element, run: () => Promise<unknown>): Promise<void> {
  if (area.getAttribute('aria-busy') === 'true') return
  area.setAttribute('aria-busy', 'true')
  replaceContent(outcome, element('p', { class: 'quiet' }, 'Working …'))
  try {
    const said = await run()
    replaceContent(outcome, said instanceof Node ? said : undefined)
  } catch (error) {
    replaceContent(outcome, problem(error))
  } finally {
    area.removeAttribute('aria-busy')
  }
}

export function problem(error: unknown): HTMLElement {
  const { text, code } = plainWords(error)
  return element('p', { class: 'notice bad', role: 'alert' }, text, ' ', element('code', {}, `(${code})`))
}

export const notice = (...children: readonly Child[]): HTMLElement =>
  element('p', { class: 'notice' }, children)

export const moment = (text: string): HTMLElement => element('time', { datetime: text }, momentText(text))

/** Up to the length of a GUID it is not broken into lines in a table. */
export const code = (text: string | number): HTMLElement =>
  element('code', { class: String(text).length <= 40 ? 'whole' : undefined }, text)

export const link = (href: string, ...children: readonly Child[]): HTMLAnchorElement =>
  element('a', { href }, children)

/** Long JSON gets a scrolling box that the keyboard reaches. */
export const jsonBox = (label: string, text: string): HTMLElement =>
  element('pre', { tabindex: 0, role: 'region', 'aria-label': label }, text)

/** Names and values of one thing; what is not there is left out. */
export function facts(entries: readonly (readonly [name: string, value: Child])[]): HTMLElement {
  const known = entries.filter(([, value]) => value !== undefined && value !== '')
  return element(
    'dl',
    {},
    known.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  )
}

/** A secret that shows itself only when it is asked to. */
export function secret(label: string, text: string): HTMLElement {
  const shown = element('code', {}, '••••••••')
  const button = element(
    'button',
    {
      type: 'button',
      class: 'small',
      'aria-pressed': 'false',
      'aria-label': `Show ${label}`,
      onclick: () => {
        const isShown = button.getAttribute('aria-pressed') !== 'true'
        button.setAttribute('aria-pressed', String(isShown))
        button.textContent = isShown ? 'Hide' : 'Show'
        shown.textContent = isShown ? text : '••••••••'
      },
    },
    'Show',
  )
  return element('span', { class: 'secret' }, shown, ' ', button)
}

/** Asks before something that cannot be taken back. Escape and the first button say no. */
export function confirmed(question: string, consequence: string, yes: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (value: string) => () => dialog.close(value)
    const dialog = element(
      'dialog',
      { 'aria-labelledby': 'question', 'aria-describedby': 'consequence' },
      element('h2', { id: 'question' }, question),
      element('p', { id: 'consequence' }, consequence),
      element(
        'div',
        { class: 'row' },
        element('button', { type: 'button', autofocus: true, onclick: answer('no') }, 'Cancel'),
        element('button', { type: 'button', class: 'danger', onclick: answer('yes') }, yes),
      ),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
