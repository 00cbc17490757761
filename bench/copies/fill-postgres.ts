import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { administer, type BenchDatabase } from '../processes/postgres.ts'
import { reaped } from '../processes/reaped.ts'
import { telling, textOf, type Cell, type Story, type Telling } from './story.ts'

/** Tells a story so often in the main world of a PostgreSQL database that no server has open. Needs `psql`. */
export async function fillPostgres(database: BenchDatabase, story: Story, tellings: number): Promise<void> {
  const tables = [...new Set(story.templates.map(({ table }) => table))]
  // Two at a time: one makes an index while rows are sent to the other.
  const queue = [...tables]
  const work = async () => {
    for (let table = queue.shift(); table !== undefined; table = queue.shift())
      await fillTable(database, story, table, tellings)
  }
  await Promise.all([work(), work()])
  // Not the tables that are empty: a plan made for an empty table is kept, and serves badly what fills it.
  await administer([`vacuum analyze ${tables.join(', ')}`, 'checkpoint'], database.adminUrl)
}

async function fillTable(
  database: BenchDatabase,
  story: Story,
  table: string,
  tellings: number,
): Promise<void> {
  const indexes = await administer(
    [`select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = '${table}'`],
    database.adminUrl,
  )
  const isKey = ({ indexname }: Record<string, unknown>) => indexname === `${table}_pkey`
  const key = /\((.*)\)$/.exec(String(indexes.find(isKey)?.['indexdef']))?.[1] ?? ''
  const others = indexes.filter((index) => !isKey(index))
  // An index of many rows is made faster when they are all there.
  await administer(
    [
      `alter table ${table} drop constraint ${table}_pkey`,
      ...others.map(({ indexname }) => `drop index ${String(indexname)}`),
    ],
    database.adminUrl,
  )
  await copyIn(database, story, table, tellings)
  await administer(
    [
      "set maintenance_work_mem = '512MB'",
      `alter table ${table} add primary key (${key})`,
      ...others.map(({ indexdef }) => String(indexdef)),
    ],
    database.adminUrl,
  )
}

async function copyIn(
  { adminUrl }: BenchDatabase,
  story: Story,
  table: string,
  tellings: number,
): Promise<void> {
  const templates = story.templates
    .filter((template) => template.table === table)
    .map(({ columns, cells }) => ({ columns, cells: cells.map(escapedCell) }))
  const columns = ['world', ...(templates[0]?.columns ?? [])].join(', ')
  const child = reaped(
    spawn('psql', [adminUrl, '-qXc', `copy ${table} (${columns}) from stdin`], {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, PGOPTIONS: '-c synchronous_commit=off' },
    }),
  )
  const ended = once(child, 'exit')
  let text = ''
  for (let n = 0; n < tellings; n += 1) {
    const told = telling(story, n, tellings)
    for (const { cells } of templates)
      text += `main\t${cells.map((cell) => fieldOf(cell, told)).join('\t')}\n`
    if (text.length < bytesPerWrite) continue
    if (!child.stdin.write(text)) await once(child.stdin, 'drain')
    text = ''
  }
  child.stdin.end(text)
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Error(`psql ended with ${String(code)}`)
}

const bytesPerWrite = 1 << 20

/** A backslash is the only sign of COPY's own that JSON has. */
function escapedCell(cell: Cell): Cell {
  const escaped = (text: string) => text.replaceAll('\\', '\\\\')
  if (cell.kind === 'constant')
    return { ...cell, value: typeof cell.value === 'string' ? escaped(cell.value) : cell.value }
  if (cell.kind === 'place') return cell
  return { ...cell, parts: cell.parts.map((part) => (typeof part === 'string' ? escaped(part) : part)) }
}

function fieldOf(cell: Cell, told: Telling): string {
  if (cell.kind === 'constant') return cell.value === null ? '\\N' : String(cell.value)
  return cell.kind === 'place' ? String(told.firstPlace + cell.place) : textOf(cell.parts, told)
}
