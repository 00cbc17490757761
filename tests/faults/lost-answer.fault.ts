import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { hasPostgres, madeDatabase } from '../stores/databases.ts'
import { checkHistory } from './history/check-history.ts'
import { startProxy, type CutProxy, type Moment } from './machinery/cut-proxy.ts'
import { History } from './history/history.ts'
import { oneOfEach, sendTwice } from './machinery/script.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { startProcess, worldAt, type Place, type ServerProcess } from './machinery/server-process.ts'
import { tempFolder } from './machinery/temp-folder.ts'
import { readRows } from './history/world-rows.ts'

const moments: readonly Moment[] = ['before it arrives', 'before its answer']

test('a client whose connection is cut asks again: one effect, one answer', async (t) => {
  const server = await started(t, { folder: tempFolder(t) })
  const proxy = await startProxy(t, Number(new URL(server.url).port))
  const cut = await worldAt(`http://127.0.0.1:${proxy.port}`)
  const source = new SeededSource(runSeed)
  for (const moment of moments) {
    await t.test(`cut ${moment}`, async () => {
      const history = new History()
      await oneOfEach(server.world, source, async (customer, request) => {
        const isCut = proxy.cut(request.name, moment)
        const answer = await sendTwice(history, request, [customer.by(cut), customer])
        await isCut
        return answer
      })
      assert.deepEqual(checkHistory(history, await readRows(server.world)), [])
    })
  }
})

if (hasPostgres)
  test('a server cut off from PostgreSQL at a commit: 503, and one effect when asked again', async (t) => {
    const address = new URL(await madeDatabase())
    const proxy = await startProxy(t, Number(address.port))
    address.port = String(proxy.port)
    const server = await started(t, { database: address.href })
    const source = new SeededSource(runSeed)
    for (const moment of moments)
      await t.test(`cut ${moment}`, () => cutAtCommits(server, proxy, moment, source))
    assert.doesNotMatch(server.errors(), /duplicate key/)
  })

async function cutAtCommits(
  { world }: ServerProcess,
  proxy: CutProxy,
  moment: Moment,
  source: SeededSource,
): Promise<void> {
  const history = new History()
  const other = await world.customer()
  const line = await other.line('business-basic', { seats: 1 })
  await oneOfEach(world, source, async (customer, request) => {
    const isCut = proxy.cut('commit; select pg_advisory_unlock_all()', moment)
    const lost = await history.send(customer, request)
    assert.equal(lost, undefined, 'a commit whose answer was lost was answered')
    await isCut
    // Work that comes in between takes numbers of its own, whatever became of the lost commit.
    await other.cart([line])
    const answer = await history.send(customer, request)
    assert.ok(answer !== undefined, 'the repeated request was not answered')
    return answer
  })
  assert.deepEqual(checkHistory(history, await readRows(world)), [])
}

async function started(t: TestContext, place: Place): Promise<ServerProcess> {
  const server = await startProcess(place)
  t.after(() => server.kill())
  return server
}
