import type { TestContext } from 'node:test'
import { operatorClient, type Operator } from '@tenantry/sdk/operator.ts'
import { World } from '@tenantry/recipes/world.ts'
import { startServer } from '../../packages/server/src/server.ts'
import { atEndOfProcess } from './at-end.ts'

type Server = Awaited<ReturnType<typeof startServer>>

let running: Promise<Server> | undefined

/**
 * The one server of a test process: in memory, or on the PostgreSQL database that TENANTRY_TEST_DATABASE names; its
 * clock moved only by tests, its answers held against the contract.
 */
export function server(): Promise<Server> {
  const database = process.env['TENANTRY_TEST_DATABASE']
  running ??= startServer({
    port: 0,
    clock: 'fixed',
    verifyAnswers: true,
    ...(database === undefined ? {} : { database }),
  })
  return running
}

// An open port would keep the process alive after the last test.
atEndOfProcess(async () => (await running)?.close())

export interface TestWorld {
  readonly seed?: string
  readonly idSeed?: string
}

/** A world of the test's own, seen by an admin agent of its first direct-bill partner; gone when the test ends. */
export async function world(t: TestContext, wishes: TestWorld = {}): Promise<World> {
  return World.open(await operatorOf(t, wishes))
}

/** The vendor's side of a fresh world. */
export async function operatorOf(t: TestContext, wishes: TestWorld = {}): Promise<Operator> {
  const { url, operatorKey } = await server()
  const main = operatorClient({ url, key: operatorKey })
  const made = await main.worlds.create({ seed: 'default', clock: 'fixed', ...wishes })
  t.after(() => main.worlds.remove(made.name))
  return operatorClient({ url: made.url, key: operatorKey })
}
