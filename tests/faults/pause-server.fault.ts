import assert from 'node:assert/strict'
import { test } from 'node:test'
import { administer, hasPostgres, madeDatabase } from '../stores/databases.ts'
import { checkBooks } from './history/check-books.ts'
import { decide, everyKindWasAccepted } from './load/kill-rounds.ts'
import { MixedLoad } from './load/mixed-load.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { startProcess, type ServerProcess } from './machinery/server-process.ts'
import { statusOf, until } from './machinery/until.ts'
import { readRows } from './history/world-rows.ts'

/** Shorter than a server's own, so that the test need not wait ten seconds each time. */
const leaseMs = 1_500
const rounds = 2

if (hasPostgres)
  test(
    'a server paused past its lease: another one goes on, and nothing is done twice',
    { timeout: 240_000 },
    async (t) => {
      const database = await madeDatabase()
      const [paused, other] = [await startAs('paused', database), await startAs('other', database)]
      t.after(() => Promise.all([paused.kill(), other.kill()]))
      const worlds = [paused.world, other.world]
      const source = new SeededSource(runSeed)
      const loads: MixedLoad[] = []

      for (let round = 1; round <= rounds; round += 1) {
        const load = await MixedLoad.open(other.world, source)
        loads.push(load)
        await t.test(`amid requests, round ${round} of seed ${runSeed}`, async () => {
          const disturb = async (): Promise<void> => {
            await load.accepted(10 + source.below(30))
            await pauseHoldingLocks(paused, database)
            // All of these are the other one's: the first waits until the lease has run out.
            await load.accepted(30)
            paused.resume()
            await load.accepted(20)
          }
          const disturbed = disturb()
          await Promise.all([load.run(4, [paused.world], disturbed), load.run(4, [other.world], disturbed)])
          await until('it is ready again', async () => (await statusOf(`${paused.url}/health/ready`)) === 200)
          await decide(load, worlds)
        })

        await t.test(`amid an advance, round ${round} of seed ${runSeed}`, async () => {
          const to = new Date(Date.parse(await other.world.now()) + 70 * 86_400_000).toISOString()
          const begun = paused.world.operator.clock.advance({ to }).then(
            () => 'done',
            (error: unknown) => String(error),
          )
          await pauseHoldingLocks(paused, database)
          await other.world.operator.clock.advance({ to })
          const before = await readRows(other.world)
          assert.equal(Date.parse(before.now), Date.parse(to))

          paused.resume()
          assert.match(
            await begun,
            /done|unavailable/,
            'it ended what it had begun, or was told that it cannot',
          )
          await paused.world.operator.clock.advance({ to })
          const after = await readRows(paused.world)
          assert.equal(after.charges.length, before.charges.length, 'the one that was paused charged again')
          assert.deepEqual(checkBooks(new Set(load.customers), after), [])
        })
      }
      everyKindWasAccepted(loads)
    },
  )

/** A server whose connections can be told apart. */
async function startAs(name: string, database: string): Promise<ServerProcess> {
  const url = new URL(database)
  url.searchParams.set('application_name', name)
  url.searchParams.set('idle_in_transaction_session_timeout', String(leaseMs))
  return startProcess({ database: url.href })
}

/** Pauses the server at a moment at which it holds a partner's lock or the world's amid a transaction. */
async function pauseHoldingLocks(server: ServerProcess, database: string): Promise<void> {
  await until('it is caught holding a lock', async () => {
    server.pause()
    const held = await administer(
      [
        `select 1 from pg_locks join pg_stat_activity using (pid)
         where application_name = 'paused' and locktype = 'advisory' and granted and state like 'idle in tr%'`,
      ],
      database,
    )
    if (held.length > 0) return true
    server.resume()
    return false
  })
}
