import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { hasPostgres, madeDatabase } from '../stores/databases.ts'
import { checkHistory } from './history/check-history.ts'
import { startProxy, type CutProxy, type Moment } from './machinery/cut-proxy.ts'
import { History } from './history/history.ts'
import { oneOfEach } from './machinery/script.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { startProcess, type ServerProcess } from './machinery/server-process.ts'
import { statusOf, until } from './machinery/until.ts'
import { readRows } from './history/world-rows.ts'

/** Shorter than a server's own limits, so that the test need not wait for them each time. */
const shortly = { statement_timeout: 1_500, idle_in_transaction_session_timeout: 1_000 }
/** The limits of a statement and of a new connection, with room for a machine that has other work. */
const answeredInMs = 30_000
const stoppedInMs = 10_000
const moments: readonly Moment[] = ['before it arrives', 'before its answer']

if (hasPostgres) {
  test(
    'a network that swallows packets at a commit: 503, and one effect',
    { timeout: 240_000 },
    async (t) => {
      const { far, near, proxy } = await twoServers(t, shortly)
      const other = await near.world.customer()
      const line = await other.line('business-basic', { seats: 1 })
      const source = new SeededSource(runSeed)
      for (const moment of moments) {
        await t.test(`from ${moment} on, seed ${runSeed}`, async () => {
          const history = new History()
          await oneOfEach(far.world, source, async (customer, request) => {
            const isHeld = proxy.holdAt('commit; select pg_advisory_unlock_all()', moment)
            const lost = await history.send(customer, request)
            await isHeld
            assert.equal(lost, undefined, 'a commit whose answer never came was answered')
            await isReady(far, 503)
            // The same partner goes on elsewhere as soon as the lease has run out.
            await other.cart([line])
            assert.equal(await statusOf(`${near.url}/health/ready`), 200)

            proxy.release()
            await isReady(far, 200)
            const answer = await history.send(customer, request)
            assert.ok(answer !== undefined, 'the repeated request was not answered')
            return answer
          })
          assert.deepEqual(checkHistory(history, await readRows(near.world)), [])
        })
      }
      assert.doesNotMatch(far.errors(), /duplicate key/)
    },
  )

  test('its limits unchanged, a server answers in time, learns what it missed, and stops', async (t) => {
    const { far, near, proxy } = await twoServers(t, {})
    const { token } = far.world.caller
    const paths = ['/v1/customers', '/v1/customers', '/_tenantry/clock', '/metrics', '/health/live']
    const ask = async (path: string) => {
      const authorization = path.startsWith('/_') ? 'Operator faults' : `Bearer ${token}`
      const began = performance.now()
      const { status } = await fetch(`${far.url}${path}`, { headers: { authorization } })
      return { path, status, tookMs: performance.now() - began }
    }
    assert.equal((await ask('/v1/customers')).status, 200)

    proxy.hold()
    const answers = await Promise.all(paths.map(ask))
    for (const { path, tookMs } of answers) assert.ok(tookMs < answeredInMs, `${path}: ${tookMs} ms`)
    const statuses = answers.map(({ status }) => status)
    assert.deepEqual(statuses, [503, 503, 200, 200, 200])
    await near.world.operator.worlds.create({ name: 'meanwhile', seed: 'empty' })
    await isReady(far, 503)

    proxy.release()
    await isReady(far, 200)
    assert.equal((await ask('/v1/customers')).status, 200)
    const known = await far.world.operator.worlds.list()
    assert.ok(known.some(({ name }) => name === 'meanwhile'))

    proxy.hold()
    const underway = ask('/v1/customers').catch(() => undefined)
    const began = performance.now()
    assert.equal(await far.stop(), 0)
    assert.ok(performance.now() - began < stoppedInMs)
    await underway
  })
}

/** Two servers of one database; `far` reaches it through the proxy. */
async function twoServers(
  t: TestContext,
  limits: Readonly<Record<string, number>>,
): Promise<{ far: ServerProcess; near: ServerProcess; proxy: CutProxy }> {
  const database = await madeDatabase()
  const address = new URL(database)
  const proxy = await startProxy(t, Number(address.port))
  address.port = String(proxy.port)
  for (const [name, ms] of Object.entries(limits)) address.searchParams.set(name, String(ms))
  const [near, far] = [await startProcess({ database }), await startProcess({ database: address.href })]
  t.after(() => Promise.all([near.kill(), far.kill()]))
  return { far, near, proxy }
}

const isReady = ({ url }: ServerProcess, status: number): Promise<void> =>
  until(
    `${url}/health/ready answers ${status}`,
    async () => (await statusOf(`${url}/health/ready`)) === status,
  )
