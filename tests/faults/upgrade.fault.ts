import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { newCustomer, type World } from '@tenantry/recipes'
import { administer, hasPostgres, madeDatabase } from '../stores/databases.ts'
import { decide, everyKindWasAccepted } from './load/kill-rounds.ts'
import { MixedLoad } from './load/mixed-load.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { startProcess, type Place, type ServerProcess } from './machinery/server-process.ts'
import { tempFolder } from './machinery/temp-folder.ts'
import { laterTree, treeOf } from './machinery/trees.ts'
import { statusOf, until } from './machinery/until.ts'

/** The last program of before there were generations. */
const unversioned = '9ad5c635d08d17d89d9abd8b1a6ae231c6f5cc05'

/** Two programs, of which the later one takes over what the earlier one has written. */
interface Pair {
  readonly name: string
  /** Undefined where the history is not at hand. */
  trees(t: TestContext): { readonly earlier?: string; readonly later?: string } | undefined
}

const pairs: readonly Pair[] = [
  { name: 'this program and a later one', trees: (t) => ({ later: laterTree(t) }) },
  {
    name: 'a program of before there were generations and this one',
    trees: (t) => {
      const earlier = treeOf(t, unversioned)
      return earlier === undefined ? undefined : { earlier }
    },
  },
]

const refusal = /the database is of generation \d+/

for (const { name, trees } of pairs) {
  if (hasPostgres)
    test(`${name}, on PostgreSQL, amid a load`, { timeout: 240_000 }, async (t) => {
      const found = trees(t)
      if (found === undefined) return t.diagnostic('there is no history')
      const place = { database: await madeDatabase() }
      const servers = await started(t, [place, place], found.earlier)
      const { load, bought } = await prepared(servers)
      let later: ServerProcess | undefined
      const takeOver = async (): Promise<void> => {
        await load.accepted(60)
        later = await startLater(t, place, found.later)
        await load.unanswered(20)
      }
      const takingOver = takeOver()
      await Promise.all([load.run(8, worldsOf(servers), takingOver), bought.run(servers, takingOver)])
      assert.ok(later !== undefined)
      await load.run(8, [later.world], load.accepted(40))
      await decide(load, [later.world])
      await bought.areThere(later.world)
      everyKindWasAccepted([load])

      for (const server of servers) await isShutOut(server, await newCustomer(later.world))
      await refusesToStart(place, found.earlier, load, later)
    })

  test(`${name}, on the embedded database, one after the other`, { timeout: 240_000 }, async (t) => {
    const found = trees(t)
    if (found === undefined) return t.diagnostic('there is no history')
    const place = { folder: tempFolder(t) }
    const [earlier] = await started(t, [place], found.earlier)
    assert.ok(earlier !== undefined)
    await earlier.world.operator.worlds.create({ name: 'beside', seed: 'empty' })
    const { load, bought } = await prepared([earlier])
    await assert.rejects(startLater(t, place, found.later), /is in use by another server/)
    const change = async (): Promise<void> => {
      await load.accepted(60)
      assert.equal(await earlier.stop(), 0)
    }
    const changing = change()
    await Promise.all([load.run(8, [earlier.world], changing), bought.run([earlier], changing)])
    const later = await startLater(t, place, found.later)
    await load.run(8, [later.world], load.accepted(40))
    await decide(load, [later.world])
    await bought.areThere(later.world)
    everyKindWasAccepted([load])

    assert.equal(await later.stop(), 0)
    const files = ['main', 'beside'].map((world) => join(place.folder, 'worlds', world, 'world.db'))
    const digests = () => files.map((file) => hash('sha256', readFileSync(file)))
    const before = digests()
    await assert.rejects(startProcess(place, { tree: found.earlier ?? ownTree }), refusal)
    assert.deepEqual(digests(), before)
    const again = await startLater(t, place, found.later)
    await decide(load, [again.world])
  })
}

for (const kind of hasPostgres
  ? (['the embedded database', 'PostgreSQL'] as const)
  : ['the embedded database'])
  test(`an upgrade that is killed leaves ${kind} as it was`, { timeout: 240_000 }, async (t) => {
    const later = laterTree(t)
    const place: Place =
      kind === 'PostgreSQL' ? { database: await madeDatabase() } : { folder: tempFolder(t) }
    const [first] = await started(t, [place])
    assert.ok(first !== undefined)
    const { load } = await prepared([first])
    await load.run(8, [first.world], load.accepted(120))
    const source = new SeededSource(runSeed)
    const isFile = 'folder' in place
    if (isFile) await first.stop()
    let child: ChildProcess | undefined
    const killed = startProcess(place, {
      tree: later,
      env: { TENANTRY_TEST_UPGRADE_MS: '50' },
      onSpawn: (spawned) => (child = spawned),
    })
    const isOver = killed.then(
      () => assert.fail('it was faster than its death'),
      () => undefined,
    )
    // It is tried out first and then done, which takes some seconds.
    if (isFile) await until('the file is open', async () => existsSync(logOf(place.folder)))
    else await until('the upgrade is at work', () => isUpgrading(place.database))
    await new Promise((resolve) => setTimeout(resolve, source.below(isFile ? 4_000 : 1_500)))
    child?.kill('SIGKILL')
    await isOver

    const server = isFile ? (await started(t, [place]))[0] : first
    assert.ok(server !== undefined)
    await load.run(8, [server.world], load.accepted(40))
    await decide(load, [server.world])
    everyKindWasAccepted([load])
  })

const ownTree = join(import.meta.dirname, '../..')

async function started(t: TestContext, places: readonly Place[], tree = ownTree): Promise<ServerProcess[]> {
  const servers: ServerProcess[] = []
  for (const place of places) {
    const server = await startProcess(place, { tree })
    t.after(() => server.kill())
    servers.push(server)
  }
  return servers
}

async function startLater(t: TestContext, place: Place, tree = ownTree): Promise<ServerProcess> {
  const server = await startProcess(place, { tree })
  t.after(() => server.kill())
  return server
}

const worldsOf = (servers: readonly ServerProcess[]): World[] => servers.map(({ world }) => world)

async function prepared(servers: readonly ServerProcess[]) {
  const [server] = servers
  assert.ok(server !== undefined)
  const load = await MixedLoad.open(server.world, new SeededSource(runSeed))
  return { load, bought: new Newcomers() }
}

/** Customers that are made all the time; each that was answered 201 must be there. */
class Newcomers {
  readonly #ids: string[] = []

  async run(servers: readonly ServerProcess[], over: Promise<unknown>): Promise<void> {
    const stop = new AbortController()
    const ended = over.finally(() => stop.abort())
    const make = async ({ world }: ServerProcess): Promise<void> => {
      const template = await newCustomer(world)
      for (let n = 0; !stop.signal.aborted; n += 1) {
        const domain = `newcomer-${process.pid}-${servers.length}-${this.#ids.length}-${n}.onmicrosoft.com`
        const body = { ...template, companyProfile: { ...template.companyProfile, domain } }
        const answer = await world.ask.customers.create(body).catch(() => undefined)
        if (answer?.status === 201) this.#ids.push((answer.body as { id: string }).id)
        else if (answer === undefined || answer.status === 503) await new Promise((go) => setTimeout(go, 25))
        else assert.ok(answer.status < 500, `a customer was answered ${answer.status}`)
      }
    }
    await Promise.all([ended, ...servers.map(make)])
  }

  async areThere(world: World): Promise<void> {
    assert.ok(this.#ids.length > 0, 'no customer was made')
    const lost: string[] = []
    for (const id of this.#ids)
      if ((await world.ask.customers.get({ customerId: id })).status !== 200) lost.push(id)
    assert.deepEqual(lost, [], `of ${this.#ids.length} customers`)
  }
}

/** It goes on running, says why once it is asked, and does nothing any more. */
async function isShutOut(
  { url, world, errors }: ServerProcess,
  template: Awaited<ReturnType<typeof newCustomer>>,
): Promise<void> {
  const customers = await world.ask.customers.list().catch(() => undefined)
  assert.equal(customers?.status ?? 503, 503)
  const made = await world.ask.customers.create(template).catch(() => undefined)
  assert.equal(made?.status ?? 503, 503)
  assert.equal(await statusOf(`${url}/health/ready`), 503)
  assert.match(errors(), refusal)
}

/** An earlier program that is started beside a later one ends with one line, and the later one goes on. */
async function refusesToStart(
  place: Place,
  tree: string | undefined,
  load: MixedLoad,
  later: ServerProcess,
): Promise<void> {
  const over = (async () => {
    await load.accepted(20)
    await assert.rejects(startProcess(place, { tree: tree ?? ownTree }), refusal)
    await load.accepted(20)
  })()
  await load.run(8, [later.world], over)
  await decide(load, [later.world])
}

const isUpgrading = async (database: string): Promise<boolean> => {
  const found = await administer(
    [`select 1 from pg_stat_activity where query like '%cart_rebuilt%' and pid <> pg_backend_pid()`],
    database,
  )
  return found.length > 0
}

/** It is there while a process has the world `main` open. */
const logOf = (folder: string): string => join(folder, 'worlds', 'main', 'world.db-wal')
