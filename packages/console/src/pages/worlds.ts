import type { WorldAddress, WorldRequest } from '@tenantry/sdk/operator.ts'
import { element, type Child } from '../dom.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { hashOf } from '../route.ts'
import { attempt, choice, code, confirmed, field, form, link, table } from '../widgets.ts'

export const worldsPage: Page = async (context) => {
  const worlds = await context.operator.worlds.list()
  const outcome = element('div', { 'aria-live': 'polite' })
  return {
    title: 'Worlds',
    content: [
      element(
        'p',
        {},
        'Each world has its own partners, clock and database, and an address of its own beside this one.',
      ),
      table({
        caption: 'Worlds of this server',
        rows: worlds,
        empty: 'No world.',
        columns: [
          { head: 'World', cell: ({ name }) => nameCell(context, name) },
          { head: 'Actions', cell: (world) => actions(context, world, outcome) },
          { head: 'Address of its own', cell: ({ url }) => addressCell(url) },
        ],
      }),
      outcome,
      element('div', { class: 'cards' }, branchPart(context, worlds), createPart(context)),
    ],
  }
}

const nameCell = (context: PageContext, name: string): Child =>
  name === context.world
    ? element('strong', {}, `${name} (on screen)`)
    : link(hashOf({ world: name, page: 'world' }), name)

/** The key is asked for again there: a browser keeps it for each address apart. */
const addressCell = (url: string): Child =>
  /^https?:\/\//.test(url) ? link(`${url}/console/`, code(url)) : code(url)

interface Question {
  readonly text: string
  readonly consequence: string
  readonly yes: string
}

function actions(context: PageContext, { name }: WorldAddress, outcome: Element): HTMLElement {
  const row = element('div', { class: 'row' })
  const act = (text: string, run: () => Promise<unknown>, question?: Question): HTMLElement => {
    const start = async (): Promise<void> => {
      if (question !== undefined && !(await confirmed(question.text, question.consequence, question.yes)))
        return
      await attempt(row, outcome, run)
    }
    const style = question === undefined ? 'small' : 'small danger'
    return element(
      'button',
      { type: 'button', class: style, 'aria-label': `${text} ${name}`, onclick: () => void start() },
      text,
    )
  }
  row.append(
    act('Export', () => exportWorld(context, name)),
    act('Reset …', () => resetWorld(context, name), resetQuestion(name)),
  )
  // The server keeps its main world always.
  if (name !== 'main') row.append(act('Delete …', () => removeWorld(context, name), removeQuestion(name)))
  return row
}

const resetQuestion = (name: string): Question => ({
  text: `Reset the world ${name}?`,
  consequence:
    'It goes back to its seed. What happened in it since is lost; export or branch it first to keep that.',
  yes: 'Reset it',
})

const removeQuestion = (name: string): Question => ({
  text: `Delete the world ${name}?`,
  consequence: 'The world and everything in it are gone for good, unless you exported it.',
  yes: 'Delete it',
})

/** By then the browser has taken the file over. */
const downloadMs = 60_000

async function exportWorld({ operator }: PageContext, name: string): Promise<void> {
  const file = JSON.stringify(await operator.worlds.export(name))
  const address = URL.createObjectURL(new Blob([file], { type: 'application/json' }))
  element('a', { href: address, download: `${name}.world.json` }).click()
  setTimeout(() => URL.revokeObjectURL(address), downloadMs)
}

async function resetWorld(context: PageContext, name: string): Promise<void> {
  await context.operator.worlds.reset(name)
  if (name === context.world) context.keepAdvance(undefined)
  await context.redraw()
}

async function removeWorld(context: PageContext, name: string): Promise<void> {
  await context.operator.worlds.remove(name)
  if (name === context.world) location.hash = hashOf({ world: 'main', page: 'worlds' })
  else await context.redraw()
}

const branchPart = (context: PageContext, worlds: readonly WorldAddress[]): HTMLElement =>
  element(
    'section',
    { class: 'card' },
    element('h2', {}, 'Branch a world'),
    element('p', {}, 'A copy that goes its own way from now on.'),
    form(
      {
        label: 'Branch a world',
        submit: 'Branch',
        run: ({ from = '', branchName = '' }) => create(context, { from, ...named(branchName) }),
      },
      choice({
        label: 'From',
        name: 'from',
        choices: worlds.map(({ name }) => [name, name] as const),
        chosen: context.world,
      }),
      nameField('branchName'),
    ),
  )

const createPart = (context: PageContext): HTMLElement =>
  element(
    'section',
    { class: 'card' },
    element('h2', {}, 'Create a world'),
    form(
      {
        label: 'Create a world',
        submit: 'Create',
        run: ({ newName = '', seed = '', clock = '', idSeed = '' }) =>
          create(context, {
            ...named(newName),
            seed,
            clock: clock === 'live' ? 'live' : 'fixed',
            ...(idSeed === '' ? {} : { idSeed }),
          }),
      },
      nameField('newName'),
      choice({
        label: 'Seed',
        name: 'seed',
        choices: [
          ['default', 'default: partners, customers and their past'],
          ['empty', 'empty'],
        ],
      }),
      choice({
        label: 'Clock',
        name: 'clock',
        choices: [
          ['fixed', 'fixed: moves only when told to'],
          ['live', 'live: runs with the wall clock'],
        ],
      }),
      field({
        label: 'Seed of the ids',
        name: 'idSeed',
        hint: 'Optional. The same text makes the same ids.',
      }),
    ),
  )

const nameField = (name: string): HTMLElement =>
  field({ label: 'Name', name, hint: 'Optional. Lower-case letters, digits and hyphens.' })

const named = (name: string): { name?: string } => (name === '' ? {} : { name })

async function create(context: PageContext, wanted: WorldRequest): Promise<void> {
  const { name } = await context.operator.worlds.create(wanted)
  if (hrefOf(context, 'worlds') === location.hash) await context.redraw()
  const made = document.querySelector<HTMLElement>(`a[href="${hashOf({ world: name, page: 'world' })}"]`)
  made?.focus()
}
