import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, everyKindWasAccepted } from './load/kill-rounds.ts'
import { MixedLoad } from './load/mixed-load.ts'
import { hasPostgresPrograms, PostgresCluster, type Victim } from './machinery/postgres-cluster.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { startProcess, type ServerProcess } from './machinery/server-process.ts'
import { statusOf, until } from './machinery/until.ts'

const victims: readonly Victim[] = [
  'a backend',
  'every process',
  'the postmaster',
  'a backend',
  'every process',
]

if (hasPostgresPrograms)
  test(
    'PostgreSQL killed amid the work of two servers, and started again',
    { timeout: 240_000 },
    async (t) => {
      const cluster = await PostgresCluster.start(t)
      const servers = [
        await startProcess({ database: cluster.url }),
        await startProcess({ database: cluster.url }),
      ]
      t.after(async () => {
        for (const server of servers) await server.kill()
      })
      const worlds = servers.map(({ world }) => world)
      const source = new SeededSource(runSeed)
      const loads: MixedLoad[] = []
      for (const victim of victims) {
        await t.test(`${victim}, seed ${runSeed}`, async () => {
          const load = await MixedLoad.open(source.oneOf(worlds), source)
          loads.push(load)
          const disturb = async (): Promise<void> => {
            await load.accepted(20 + source.below(40))
            await cluster.kill(victim)
            if (victim !== 'a backend') {
              await allAnswer(servers, 503)
              await cluster.restart()
            }
            await allAnswer(servers, 200)
            await load.accepted(20)
          }
          await load.run(8, worlds, disturb())
          await decide(load, worlds)
        })
      }
      everyKindWasAccepted(loads)
      // The servers outlived it all, and stop as they should.
      for (const server of servers) assert.equal(await server.stop(), 0)
    },
  )

/** What `/health/ready` says of each server, which lives all the time. */
async function allAnswer(servers: readonly ServerProcess[], status: number): Promise<void> {
  for (const { url } of servers) {
    await until(
      `${url}/health/ready answers ${status}`,
      async () => (await statusOf(`${url}/health/ready`)) === status,
    )
    assert.equal(await statusOf(`${url}/health/live`), 200)
  }
}
