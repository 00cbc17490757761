import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { BareOrder, BareOutcome } from '../rows/order.ts'
import type { TableRow, Value } from '../rows/table-rows.ts'
import type { WrittenRow } from '../rows/written-rows.ts'

/**
 * Writes the rows of an order by bare prepared statements, many units in a durable transaction, and prints what it
 * took. `bare-rows.ts FILE` reads its order from a file.
 */
const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BareOrder
const database = new DatabaseSync(order.file)
database.exec('pragma journal_mode = wal')
database.exec('pragma synchronous = full')
database.exec('pragma cache_size = -16000')
database.exec('pragma temp_store = memory')

interface Bound {
  readonly statement: StatementSync
  readonly values: readonly Value[]
}

const statements = new Map<string, StatementSync>()

/** Subscription, customer and order ids. Words outside of the key (`active`, a product's id) keep their value. */
const id = /^[0-9a-f][0-9a-f-]{9,}$/

prepareRows()
const begin = database.prepare('begin immediate')
const commit = database.prepare('commit')
const rowsPerCommit = Math.ceil(order.rows.length / order.commits)
let ms = 0
let cpuMs = 0
for (let batch = 0; batch < order.batches; batch += 1) {
  const bound = order.rows.map((row) => boundRow(row, batch))
  const cpuBefore = process.cpuUsage()
  const startedMs = performance.now()
  for (let done = 0; done < bound.length; done += rowsPerCommit) {
    begin.run()
    for (const { statement, values } of bound.slice(done, done + rowsPerCommit)) statement.run(...values)
    commit.run()
  }
  ms += performance.now() - startedMs
  const cpu = process.cpuUsage(cpuBefore)
  cpuMs += (cpu.user + cpu.system) / 1000
}
database.close()
const outcome: BareOutcome = { seconds: ms / 1000, cpuMs }
process.stdout.write(`${JSON.stringify(outcome)}\n`)

/** Rows that are to be changed or removed must be there before. */
function prepareRows(): void {
  database.exec('begin')
  for (let batch = 0; batch < order.batches; batch += 1) {
    for (const row of order.rows) {
      if (row.before === undefined) continue
      if (row.kind === 'update' && batch >= order.updatedBatchesMax) continue
      const before = rekeyed(row, row.before, batch)
      prepared(insertSql('insert or ignore', row.table, before)).run(...Object.values(before))
    }
  }
  database.exec('commit')
}

function boundRow(row: WrittenRow, batch: number): Bound {
  const content = rekeyed(
    row,
    row.after ?? row.before ?? {},
    row.kind === 'update' ? batch % order.updatedBatchesMax : batch,
  )
  const byKey = row.key.map((column) => `${column} = ?`).join(' and ')
  const key = row.key.map((column) => content[column] ?? null)
  if (row.kind === 'insert') {
    return { statement: prepared(insertSql('insert', row.table, content)), values: Object.values(content) }
  }
  if (row.kind === 'delete')
    return { statement: prepared(`delete from ${row.table} where ${byKey}`), values: key }
  const columns = Object.keys(content).filter((column) => !row.key.includes(column))
  const set = columns.map((column) => `${column} = ?`).join(', ')
  const values = [...columns.map((column) => content[column] ?? null), ...key]
  return { statement: prepared(`update ${row.table} set ${set} where ${byKey}`), values }
}

function prepared(sql: string): StatementSync {
  const known = statements.get(sql) ?? database.prepare(sql)
  statements.set(sql, known)
  return known
}

function insertSql(verb: string, table: string, row: TableRow): string {
  const columns = Object.keys(row)
  return `${verb} into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}

/** The row with other values of the same form wherever two units would differ. */
function rekeyed(row: WrittenRow, content: TableRow, batch: number): TableRow {
  if (row.varying.length === 0) return content
  const changed: Record<string, Value> = { ...content }
  for (const column of row.varying)
    changed[column] = rekeyedValue(content[column] ?? null, batch, row.key.includes(column))
  return changed
}

function rekeyedValue(value: Value, batch: number, isKey: boolean): Value {
  // A batch's numbers lie within a few thousand million of each other: sequences, instants of a month.
  if (typeof value === 'number') return isKey ? value + (batch + 1) * 4_000_000_000 : value
  if (value === null || (!isKey && !id.test(value))) return value
  const digits = hash('sha256', `${order.seed}/${batch}/${value}`)
  let at = 0
  return value.replaceAll(/[0-9a-f]/g, () => digits[at++ % digits.length] ?? '0')
}
