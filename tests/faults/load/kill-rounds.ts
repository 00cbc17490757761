import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { World } from '@tenantry/recipes'
import { checkBooks } from '../history/check-books.ts'
import { checkHistory } from '../history/check-history.ts'
import { isAccepted } from '../history/history.ts'
import { MixedLoad } from './mixed-load.ts'
import { runSeed, SeededSource } from '../machinery/seeded-source.ts'
import { startProcess, type Place, type ServerProcess } from '../machinery/server-process.ts'
import { readRows } from '../history/world-rows.ts'

export interface Rounds {
  readonly place: Place
  readonly nodes: number
  readonly rounds: number
  readonly clients: number
}

/**
 * Round after round: clients work, one server is killed at a random moment amid it and started again, every request is
 * sent again under its name, and the history decides.
 */
export async function killRounds(t: TestContext, { place, nodes, rounds, clients }: Rounds): Promise<void> {
  const source = new SeededSource(runSeed)
  const servers: ServerProcess[] = []
  t.after(async () => {
    for (const server of servers) await server.kill()
  })
  for (let i = 0; i < nodes; i += 1) servers.push(await startProcess(place))
  const worlds = () => servers.map(({ world }) => world)

  const loads: MixedLoad[] = []
  for (let round = 1; round <= rounds; round += 1) {
    await t.test(`round ${round} of seed ${runSeed}`, async () => {
      const load = await MixedLoad.open(source.oneOf(worlds()), source)
      loads.push(load)
      const victim = source.below(nodes)
      const [writes, delayMs] = [30 + source.below(90), source.below(15)]
      const kill = async (): Promise<void> => {
        await load.accepted(writes)
        await new Promise((resolve) => setTimeout(resolve, delayMs))
        await servers[victim]?.kill()
        // Another server goes on for a while.
        if (nodes > 1) await load.accepted(20)
      }
      await load.run(clients, worlds(), kill())

      servers[victim] = await startProcess(place)
      await decide(load, worlds())

      await killAmidAdvance(servers, place, victim, source.below(120))
      assert.deepEqual(checkBooks(new Set(load.customers), await readRows(source.oneOf(worlds()))), [])
    })
  }
  everyKindWasAccepted(loads)
}

/**
 * A server is killed amid an advance of months, which is then told again: every cycle is charged once. With several
 * servers all of them are told at once, and the others end what the one began.
 */
async function killAmidAdvance(servers: ServerProcess[], place: Place, victim: number, delayMs: number) {
  const [first] = servers
  if (first === undefined) throw new Error('there is no server')
  const to = new Date(Date.parse(await first.world.now()) + 70 * 86_400_000).toISOString()
  const told = servers.map(({ world }) => world.operator.clock.advance({ to }).catch(() => undefined))
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  await servers[victim]?.kill()
  await Promise.all(told)
  const again = await startProcess(place)
  servers[victim] = again
  await again.world.operator.clock.advance({ to })
}

/** Sends every write again under its name, and holds the world against the history. */
export async function decide(load: MixedLoad, nodes: readonly World[]): Promise<void> {
  const [world] = nodes
  if (world === undefined) throw new Error('there is no server')
  await load.repeatAll(nodes)
  const rows = await readRows(world)
  assert.deepEqual(checkHistory(load.history, rows), [])
}

/** A load that did nothing would prove nothing. */
export function everyKindWasAccepted(loads: readonly MixedLoad[]): void {
  const accepted = loads.flatMap(({ history }) =>
    history.attempts.filter(({ answer }) => isAccepted(answer)).map(({ request }) => request.wish.kind),
  )
  for (const kind of ['cart', 'checkout', 'quantity', 'transition', 'cancel', 'read'] as const)
    assert.ok(accepted.includes(kind), `no ${kind} was accepted`)
}
