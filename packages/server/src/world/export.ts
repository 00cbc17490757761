import { programVersion } from '../kernel/program.ts'
import type { SqlValue } from '../store/engine.ts'
import { NewerVersion } from '../store/schema/plan.ts'
import { upgraded, type DocumentTable } from '../store/table.ts'
import { rowValues, tableColumns } from '../store/table-sql.ts'
import type { WorldCopy } from './copy.ts'

const format = 'tenantry-world'
const formatVersion = 2

/**
 * A world as a text: of each table its shape and its documents, in the order of their keys. Columns are derived. A line
 * holds one document, so that two exports can be compared with any diff tool.
 */
export function writeExport(copy: WorldCopy, tables: readonly DocumentTable<never>[]): string {
  const written = tables.map((table) => {
    const { columns, rows } = copy.tables[table.name] ?? { columns: [], rows: [] }
    const at = (column: string) => columns.indexOf(column)
    const [partner, version, doc] = [at('partner'), at('version'), at('doc')]
    const lines = rows.map((row) => {
      const whose = table.tenancy === 'partner' ? `"partner": ${JSON.stringify(row[partner])}, ` : ''
      return `  {${whose}"version": ${String(row[version])}, "document": ${String(row[doc])}}`
    })
    return ` ${JSON.stringify(table.name)}: {"shape": ${table.shape}, "rows": [\n${lines.join(',\n')}]}`
  })
  const head = `"format": "${format}", "formatVersion": ${formatVersion}, "program": "${programVersion}"`
  return `{${head}, "tables": {\n${written.join(',\n')}}}\n`
}

/** A text that is no exported world. */
export class UnreadableExport extends Error {
  override readonly name = 'UnreadableExport'
}

/** A document with what stands beside it. */
interface ExportedRow {
  readonly partner: SqlValue
  readonly version: SqlValue
  readonly document: object
  /** As it stands in the file, where that is a text. */
  readonly text?: string
}

/** Reads an export, and brings the documents of an older one to today's shapes; a newer one is refused by name. */
export function readExport(text: string, tables: readonly DocumentTable<never>[]): WorldCopy {
  const parsed = objectOf(parse(text))
  const exported = objectOf(parsed?.['tables'])
  const version = parsed?.['formatVersion']
  if (parsed?.['format'] !== format || !Number.isSafeInteger(version) || exported === undefined)
    throw new UnreadableExport(`the file is no exported world (format ${format} 1 or ${formatVersion})`)
  const program = `Tenantry ${String(parsed['program'] ?? 'of an earlier version')}`
  if (Number(version) > formatVersion)
    throw newer(`format ${String(version)}`, program, `it reads formats 1 and ${formatVersion}`)
  const rowsOf = version === 1 ? rowsWithColumns : rowsOfDocuments
  const copied: Record<string, { columns: readonly string[]; rows: SqlValue[][] }> = {}
  for (const [name, value] of Object.entries(exported)) {
    const table = tables.find((one) => one.name === name)
    const content = objectOf(value)
    if (table === undefined && version !== 1)
      throw newer(`a table ${name}`, program, 'it knows no such table')
    if (table === undefined) throw new UnreadableExport(`the file has an unknown table: ${name}`)
    const shape = version === 1 ? 1 : Number(content?.['shape'])
    if (shape > table.shape)
      throw newer(`${name} in shape ${shape}`, program, `it knows shape ${table.shape}`)
    if (!(shape >= 1) || !Array.isArray(content?.['rows']))
      throw new UnreadableExport(`the table ${name} has no shape or no rows`)
    const { all } = tableColumns(table, false)
    copied[name] = { columns: all, rows: rowsOf(table, content).map((row) => valuesOf(table, shape, row)) }
  }
  refuseHalves(copied)
  return { tables: copied }
}

/** Before there were shapes all columns stood in it. Only three are read: the others may be other ones by now. */
function rowsWithColumns(
  table: DocumentTable<never>,
  content: Readonly<Record<string, unknown>>,
): ExportedRow[] {
  const columns = Array.isArray(content['columns']) ? content['columns'] : []
  const at = (column: string) => columns.indexOf(column)
  const [partner, version, doc] = [at('partner'), at('version'), at('doc')]
  return (content['rows'] as readonly unknown[]).map((row) => {
    const values: readonly unknown[] = Array.isArray(row) ? row : []
    const text = values[doc]
    const document = typeof text === 'string' ? objectOf(parse(text)) : undefined
    if (document === undefined || values.length !== columns.length) throw misfit(table)
    return checkedRow(table, {
      partner: values[partner],
      version: values[version],
      document,
      text: String(text),
    })
  })
}

const rowsOfDocuments = (
  table: DocumentTable<never>,
  content: Readonly<Record<string, unknown>>,
): ExportedRow[] =>
  (content['rows'] as readonly unknown[]).map((row) => {
    const { partner, version, document } = objectOf(row) ?? {}
    return checkedRow(table, { partner, version, document: objectOf(document) })
  })

function checkedRow(
  table: DocumentTable<never>,
  row: { readonly [Part in keyof ExportedRow]?: unknown },
): ExportedRow {
  const { partner, version, document } = row
  const isWhole =
    (table.tenancy === 'world' || typeof partner === 'string') &&
    Number.isSafeInteger(version) &&
    document !== undefined
  if (!isWhole) throw misfit(table)
  return row as ExportedRow
}

/** The row of a document in its table of today. */
function valuesOf(table: DocumentTable<never>, shape: number, row: ExportedRow): SqlValue[] {
  try {
    const document = upgraded(table, row.document, shape)
    const isSame = document === row.document && row.text !== undefined
    return [
      ...(table.tenancy === 'partner' ? [row.partner] : []),
      ...rowValues(table, document as never),
      row.version,
      isSame ? (row.text ?? '') : JSON.stringify(document),
    ]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UnreadableExport(
      `a document of ${table.name} cannot be brought from shape ${shape} to ${table.shape}: ${why}`,
    )
  }
}

function refuseHalves(tables: WorldCopy['tables']): void {
  const { columns = [], rows = [] } = tables['meta'] ?? {}
  const names = new Set(rows.map((row) => row[columns.indexOf('name')]))
  if (!['origin', 'clock', 'sequence'].every((name) => names.has(name)))
    throw new UnreadableExport('the file has no world: its origin, its clock or its sequence is missing')
}

const newer = (what: string, program: string, knows: string): NewerVersion =>
  new NewerVersion(
    `the file has ${what}, written by ${program}: this is Tenantry ${programVersion}, and ${knows}`,
  )

const misfit = ({ name }: DocumentTable<never>): UnreadableExport =>
  new UnreadableExport(`the rows of ${name} do not fit its shape`)

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableExport('the file is not JSON')
  }
}
