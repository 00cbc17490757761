import { programVersion } from '../../kernel/program.ts'
import type { Dialect } from '../engine.ts'
import type { DocumentTable } from '../table.ts'
import { createTable, indexedColumns } from '../table-sql.ts'
import type { StoredSchema, StoredTable } from './stored-schema.ts'

/** Counts the ways in which all tables are kept: locks, fences, the tables about tables. */
const layout = 1

/**
 * What tells programs apart that cannot live with each other's databases. It grows with every table that is added and
 * every shape that is raised, so that two changes that are made side by side are counted together when they meet.
 */
export const generationOf = (tables: readonly DocumentTable<never>[]): number =>
  tables.reduce((sum, { shape }) => sum + shape, layout)

/** A database or an export of a program that is newer than this one. */
export class NewerVersion extends Error {
  override readonly name = 'NewerVersion'
}

/** What brings a database to the declared tables. */
export interface Plan {
  readonly create: readonly DocumentTable<never>[]
  readonly rebuild: readonly { readonly table: DocumentTable<never>; readonly stored: StoredTable }[]
  readonly index: readonly {
    readonly table: DocumentTable<never>
    readonly add: readonly string[]
    /** Names. */
    readonly drop: readonly string[]
  }[]
  /** Programs of the generation before must be kept out. */
  readonly isNewGeneration: boolean
}

export const isNothing = ({ create, rebuild, index, isNewGeneration }: Plan): boolean =>
  create.length + rebuild.length + index.length === 0 && !isNewGeneration

/** Compares; throws `NewerVersion` for a database that this program must leave alone. */
export function planOf(
  stored: StoredSchema,
  tables: readonly DocumentTable<never>[],
  dialect: Dialect,
): Plan {
  refuseNewer(stored, tables)
  const known = tables.flatMap((table) => {
    const found = stored.tables.get(table.name)
    return found === undefined ? [] : [{ table, stored: found }]
  })
  const rebuild = known.filter((one) => isMadeOtherwise(one.table, one.stored, stored, dialect))
  // Of one generation, the later version has the say about what does not keep the other from working.
  const isOthers = stored.generation > 0 && isLater(stored.program, programVersion)
  const index = known
    .filter(({ table }) => !isOthers && !rebuild.some((one) => one.table === table))
    .map(({ table, stored: { indexes } }) => {
      const wanted = indexedColumns(table, dialect)
      const add = wanted.filter((columns) => ![...indexes.values()].includes(columns))
      const drop = [...indexes].flatMap(([name, columns]) => (wanted.includes(columns) ? [] : [name]))
      return { table, add, drop }
    })
    .filter(({ add, drop }) => add.length + drop.length > 0)
  return {
    create: tables.filter(({ name }) => !stored.tables.has(name)),
    rebuild,
    index,
    isNewGeneration: stored.generation !== generationOf(tables),
  }
}

function refuseNewer(stored: StoredSchema, tables: readonly DocumentTable<never>[]): void {
  const generation = generationOf(tables)
  const later =
    stored.generation === 0
      ? undefined
      : [...stored.tables.values()].find(({ name, shape }) => {
          const table = tables.find((one) => one.name === name)
          return table === undefined || shape > table.shape
        })
  if (stored.generation <= generation && later === undefined) return
  const because = later === undefined ? '' : ` (its table ${later.name} has shape ${later.shape})`
  throw new NewerVersion(
    `the database is of generation ${stored.generation}, written by Tenantry ${stored.program}${because}: ` +
      `this is Tenantry ${programVersion}, which knows generation ${generation}, and leaves it alone`,
  )
}

function isMadeOtherwise(
  table: DocumentTable<never>,
  stored: StoredTable,
  { generation }: StoredSchema,
  dialect: Dialect,
): boolean {
  if (stored.shape !== table.shape) return true
  if (stored.definition === createTable(table, dialect)) return false
  // Whoever comes later could not tell which of the two is the newer one.
  if (generation > 0)
    throw new TypeError(`the columns of ${table.name} have changed and its shape has not: raise it`)
  return true
}

/** Compares versions such as 1.10.2. */
export function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  for (let i = 0; i < 3; i += 1) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}
