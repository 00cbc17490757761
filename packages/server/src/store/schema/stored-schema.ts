import type { ColumnDefinition, Engine, SqlConnection } from '../engine.ts'

/** One table as it stands in a database. */
export interface StoredTable {
  readonly name: string
  readonly shape: number
  /** The statement that creates it. */
  readonly definition: string
  /** Which columns each index has, by its name. */
  readonly indexes: ReadonlyMap<string, string>
}

/** How the tables of a database are made, and who made them so. */
export interface StoredSchema {
  /** 0 where a program wrote it that knew no generations. */
  readonly generation: number
  readonly program: string
  readonly tables: ReadonlyMap<string, StoredTable>
  /** It says how its tables are made in the way of before. */
  readonly isUnversioned: boolean
}

const unversioned = 'an earlier version'

/** Asks a database how it is made. What programs wrote that knew no shapes is of shape 1. */
export async function readSchema(connection: SqlConnection, engine: Engine): Promise<StoredSchema> {
  const names = new Set((await connection.all(engine.schema.listNames, [])).map(({ name }) => String(name)))
  if (names.has('schema_generation')) return readVersioned(connection)
  const isUnversioned = names.has('schema_table')
  const tables = isUnversioned ? await readUnversioned(connection) : new Map<string, StoredTable>()
  return { generation: 0, program: unversioned, tables, isUnversioned }
}

async function readVersioned(connection: SqlConnection): Promise<StoredSchema> {
  const [made] = await connection.all('select generation, program from schema_generation', [])
  const rows = await connection.all('select name, shape, definition, indexes from schema_shape', [])
  const tables = rows.map((row): [string, StoredTable] => {
    const indexes = JSON.parse(String(row['indexes'])) as Readonly<Record<string, string>>
    const name = String(row['name'])
    return [
      name,
      {
        name,
        shape: Number(row['shape']),
        definition: String(row['definition']),
        indexes: new Map(Object.entries(indexes)),
      },
    ]
  })
  const generation = Number(made?.['generation'])
  return { generation, program: String(made?.['program']), tables: new Map(tables), isUnversioned: false }
}

/** Before there were generations, a table's statements stood in one text. */
async function readUnversioned(connection: SqlConnection): Promise<Map<string, StoredTable>> {
  const rows = await connection.all('select name, definition from schema_table', [])
  return new Map(
    rows.map((row) => {
      const name = String(row['name'])
      const [definition = '', ...others] = String(row['definition']).split(';\n')
      const indexes = others.flatMap((statement): [string, string][] => {
        const found = /^create index (\w+) on \w+ \((.*)\)$/.exec(statement)
        return found === null ? [] : [[found[1] ?? '', found[2] ?? '']]
      })
      return [name, { name, shape: 1, definition, indexes: new Map(indexes) }]
    }),
  )
}

/** Where generation and shapes are kept. */
export const schemaTables: readonly string[] = [
  'create table if not exists schema_generation (generation bigint not null primary key, program text not null)',
  'create table if not exists schema_shape (name text not null primary key, shape bigint not null, ' +
    'definition text not null, indexes text not null)',
]

export async function writeSchema(
  connection: SqlConnection,
  { generation, program, tables }: Omit<StoredSchema, 'isUnversioned'>,
): Promise<void> {
  await connection.run('delete from schema_generation', [])
  await connection.run('insert into schema_generation (generation, program) values (?, ?)', [
    generation,
    program,
  ])
  await connection.run('delete from schema_shape', [])
  for (const { name, shape, definition, indexes } of tables.values()) {
    await connection.run('insert into schema_shape (name, shape, definition, indexes) values (?, ?, ?, ?)', [
      name,
      shape,
      definition,
      JSON.stringify(Object.fromEntries(indexes)),
    ])
  }
}

/** The columns in a statement that creates a table. */
export function columnsIn(definition: string): ColumnDefinition[] {
  const [, inner = ''] = /^create table \w+ \((.*), primary key \(/.exec(definition) ?? []
  return inner.split(', ').map((column) => {
    const [name = ''] = /^\w+/.exec(column) ?? []
    const isRequired = column.endsWith(' not null')
    const type = column.slice(name.length + 1, isRequired ? -' not null'.length : undefined)
    return { name, type, isRequired }
  })
}

/** The columns of the key in a statement that creates a table. */
export const keyIn = (definition: string): string[] =>
  (/primary key \(([^)]*)\)/.exec(definition)?.[1] ?? '').split(', ')
