import { programVersion } from '../kernel/program.ts'
import type { Engine, SqlConnection } from './engine.ts'
import { generationOf, isNothing, planOf, type Plan } from './schema/plan.ts'
import { rebuild } from './schema/rebuild.ts'
import {
  readSchema,
  schemaTables,
  writeSchema,
  type StoredSchema,
  type StoredTable,
} from './schema/stored-schema.ts'
import type { DocumentTable } from './table.ts'
import { createTable, indexedColumns } from './table-sql.ts'

/**
 * Brings a database to the declared tables, in one transaction or not at all. A new table is created, indexes come and
 * go; one whose shape is another than it was is made anew from its documents. A database of a newer program is refused
 * by name. With `isTrial` all of it is done and taken back.
 */
export async function migrate(
  engine: Engine,
  tables: readonly DocumentTable<never>[],
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<void> {
  // Looked at without a lock first: a start changes nothing, mostly.
  const stored = await engine.read((connection) => readSchema(connection, engine))
  const plan = planOf(stored, tables, engine)
  if (isNothing(plan)) return
  const done = engine.alter(lockedFor(plan, stored, tables), async (connection) => {
    await carryOut(connection, engine, tables)
    if (isTrial) throw new Tried()
  })
  await done.catch((error: unknown) => {
    if (!(error instanceof Tried)) throw error
  })
}

/** Ends a transaction that was to leave nothing. */
class Tried extends Error {}

/** An index locks its own table alone. In the declared order: `meta`, which every write asks, is first. */
function lockedFor(
  { create, rebuild: rebuilt, index, isNewGeneration }: Plan,
  stored: StoredSchema,
  tables: readonly DocumentTable<never>[],
): string[] {
  const isLarge = isNewGeneration || create.length + rebuilt.length > 0
  if (!isLarge) return index.map(({ table }) => table.name)
  return tables.flatMap(({ name }) => (stored.tables.has(name) ? [name] : []))
}

async function carryOut(
  connection: SqlConnection,
  engine: Engine,
  tables: readonly DocumentTable<never>[],
): Promise<void> {
  // Another server may have done it while this one waited.
  const stored = await readSchema(connection, engine)
  const plan = planOf(stored, tables, engine)
  if (isNothing(plan)) return
  for (const statement of engine.schema.open(stored.generation)) await connection.run(statement, [])
  for (const statement of schemaTables) await connection.run(statement, [])
  if (stored.isUnversioned) await connection.run('drop table schema_table', [])
  const made = new Map(stored.tables)
  for (const table of plan.create) made.set(table.name, await create(connection, engine, table))
  for (const { table, stored: before } of plan.rebuild) {
    await rebuild(connection, engine, table, before)
    made.set(table.name, await indexed(connection, engine, table))
  }
  for (const { table, add, drop } of plan.index) {
    const indexes = new Map(made.get(table.name)?.indexes)
    for (const name of drop) {
      await connection.run(`drop index ${name}`, [])
      indexes.delete(name)
    }
    await addIndexes(connection, table, add, indexes)
    made.set(table.name, described(engine, table, indexes))
  }
  const generation = generationOf(tables)
  if (plan.isNewGeneration) await keepOthersOut(connection, engine, tables, generation)
  await writeSchema(connection, { generation, program: programVersion, tables: made })
}

async function create(
  connection: SqlConnection,
  engine: Engine,
  table: DocumentTable<never>,
): Promise<StoredTable> {
  await connection.run(createTable(table, engine), [])
  return indexed(connection, engine, table)
}

/** Gives a table that has none its indexes. */
async function indexed(
  connection: SqlConnection,
  engine: Engine,
  table: DocumentTable<never>,
): Promise<StoredTable> {
  const indexes = new Map<string, string>()
  await addIndexes(connection, table, indexedColumns(table, engine), indexes)
  return described(engine, table, indexes)
}

const described = (
  engine: Engine,
  table: DocumentTable<never>,
  indexes: ReadonlyMap<string, string>,
): StoredTable => ({
  name: table.name,
  shape: table.shape,
  definition: createTable(table, engine),
  indexes,
})

async function addIndexes(
  connection: SqlConnection,
  { name: table }: DocumentTable<never>,
  wanted: readonly string[],
  indexes: Map<string, string>,
): Promise<void> {
  for (const columns of wanted) {
    let n = 1
    while (indexes.has(`${table}_${n}`)) n += 1
    await connection.run(`create index ${table}_${n} on ${table} (${columns})`, [])
    indexes.set(`${table}_${n}`, columns)
  }
}

async function keepOthersOut(
  connection: SqlConnection,
  engine: Engine,
  tables: readonly DocumentTable<never>[],
  generation: number,
): Promise<void> {
  const refusal =
    `the database is of generation ${generation}, written by Tenantry ${programVersion}: ` +
    'stop this server and start that version'
  const fenced = tables.map(({ name, tenancy }) => ({ name, isOfPartner: tenancy === 'partner' }))
  for (const statement of engine.schema.fence(fenced, generation, refusal))
    await connection.run(statement, [])
}
