import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

/** A PostgreSQL database of the bench's own. */
export interface BenchDatabase {
  readonly name: string
  /** As its owner, for whom row-level security holds. */
  readonly url: string
  /** As the administrator, whom nothing holds. */
  readonly adminUrl: string
}

/** Where databases may be made: an account that may create databases and roles. */
const administration = process.env['TENANTRY_BENCH_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres'

const owner = `tenantry_bench_${randomBytes(6).toString('hex')}`
const made = new Set<string>()
let hasOwner = false

/** A new database, or a copy of one that nobody is connected to. It is gone when the bench ends. */
export async function makeDatabase(template?: BenchDatabase): Promise<BenchDatabase> {
  if (!hasOwner) await administer([`create role ${owner} login nosuperuser nobypassrls password '${owner}'`])
  hasOwner = true
  const name = `${owner}_${made.size}`
  made.add(name)
  const from = template === undefined ? '' : ` template ${template.name}`
  await administer([`create database ${name} owner ${owner}${from}`])
  return { name, url: addressOf(name, owner), adminUrl: addressOf(name) }
}

export const dropDatabase = ({ name }: BenchDatabase): Promise<unknown[]> =>
  administer([`drop database if exists ${name} with (force)`])

/** Runs statements one after the other; answers the rows of the last. */
export async function administer(
  statements: readonly string[],
  url = administration,
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement))
    return rows
  } finally {
    await client.end()
  }
}

/** What of PostgreSQL is not here, if anything. */
export async function missingPostgres(): Promise<string | undefined> {
  try {
    await administer([])
    return undefined
  } catch (error) {
    // One that is there and lets nobody in must not go by unnoticed.
    if ((error as { code?: unknown }).code !== 'ECONNREFUSED') throw error
    return `PostgreSQL, which is not at ${new URL(administration).host} (TENANTRY_BENCH_POSTGRES)`
  }
}

/** Its own client, which sends rows faster than statements do. */
export const missingPsql = async (): Promise<string | undefined> =>
  (await missingPostgres()) ?? (spawnSync('psql', ['--version']).status === 0 ? undefined : 'psql')

function addressOf(database: string, account?: string): string {
  const url = new URL(administration)
  url.pathname = `/${database}`
  if (account !== undefined) {
    url.username = account
    url.password = account
  }
  return url.href
}

const dropper = fileURLToPath(new URL('drop-databases.ts', import.meta.url))

process.on('exit', () => {
  if (hasOwner) {
    spawnSync(process.execPath, ['--no-warnings', dropper, administration, owner, ...made], {
      stdio: 'inherit',
    })
  }
})
