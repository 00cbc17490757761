import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { startProcess, type Place } from '../../tests/faults/machinery/server-process.ts'
import { administer } from '../../tests/stores/databases.ts'
import { live, type Life } from './life.ts'

/**
 * Makes an entry of the corpus: `node tools/corpus/make-entry.ts NAME [TREE]`. The program of TREE, a checkout with its
 * dependencies, or this one's own, lives a short life on both databases; what it leaves is kept under NAME.
 */
const [name, tree = '.'] = process.argv.slice(2)
if (name === undefined) throw new Error('usage: make-entry.ts NAME [TREE]')
const root = resolve(tree)
const entry = fileURLToPath(new URL(`../../tests/stores/corpus/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tenantry-corpus-'))
const database = `tenantry_corpus_${process.pid}`
const administration = process.env['TENANTRY_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres'
mkdirSync(entry, { recursive: true })
try {
  await administer([
    `create role ${database} login nosuperuser nobypassrls password '${database}'`,
    `create database ${database} owner ${database}`,
  ])
  const lives = {
    sqlite: await lived('sqlite', { folder }),
    postgresql: await lived('postgresql', { database: addressOf(database, database) }),
  }
  for (const world of ['main', 'other'])
    keep(`sqlite-${world}.db`, readFileSync(join(folder, 'worlds', world, 'world.db')))
  keep('postgresql.sql', dumped(addressOf(database)))
  writeFileSync(join(entry, 'lives.json'), `${JSON.stringify(lives, null, 2)}\n`)
} finally {
  await administer([`drop database if exists ${database} with (force)`, `drop role if exists ${database}`])
  rmSync(folder, { recursive: true })
}

/** Lives in a world of a few seeded customers, and makes another one; keeps the exports. */
async function lived(kind: string, place: Place): Promise<Life> {
  console.log(`${name} on ${kind}`)
  const server = await startProcess(place, { tree: root, flags: [`--seed=${smallSeed()}`] })
  try {
    await server.world.operator.worlds.create({ name: 'other', seed: 'empty' })
    const life = await live(server.world)
    const { operator } = server.world
    keep(
      `${kind}.export.json`,
      Buffer.from(await textOf(`${operator.options.url}/_tenantry/worlds/main/export`)),
    )
    return life
  } finally {
    await server.stop()
  }
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url, { headers: { Authorization: 'Operator faults' } })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.text()
}

/** The partners of the program's own seed, with its first customers. */
function smallSeed(): string {
  const text = readFileSync(join(root, 'packages/server/data/worlds/default.json'), 'utf8')
  const seed = JSON.parse(text) as { readonly customers: readonly unknown[] }
  const path = join(folder, 'seed.json')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify({ ...seed, name: 'corpus', customers: seed.customers.slice(0, 3) }))
  return path
}

function keep(file: string, bytes: Buffer): void {
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  writeFileSync(join(entry, `${file}.br`), packed)
  console.log(`  ${file}: ${bytes.length} bytes, packed ${packed.length}`)
}

/** Plain statements, so that a test needs no program of PostgreSQL's to run them. */
function dumped(url: string): Buffer {
  const path = [...globSync('/usr/lib/postgresql/*/bin'), process.env['PATH'] ?? ''].join(delimiter)
  const flags = ['--inserts', '--rows-per-insert=100', '--no-owner', '--no-privileges', '--no-comments']
  const { status, stdout, stderr } = spawnSync('pg_dump', [...flags, url], {
    maxBuffer: 1 << 28,
    env: { ...process.env, PATH: path },
  })
  if (status !== 0) throw new Error(`pg_dump ended with ${String(status)}: ${String(stderr)}`)
  // `psql` has commands of its own, which begin with a backslash.
  return Buffer.from(stdout.toString().replaceAll(/^\\.*$/gm, ''))
}

function addressOf(database: string, account?: string): string {
  const url = new URL(administration)
  url.pathname = `/${database}`
  if (account !== undefined) [url.username, url.password] = [account, account]
  return url.href
}
