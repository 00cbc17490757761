import assert from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as assertAll, asyncProperty, integer, record } from 'fast-check'
import { systemPrincipal } from '../work/principal.ts'
import { tenantOfPartner } from '../kernel/tenant.ts'
import type { PartnerRecord } from '../work/partner.ts'
import type { DueEntry, ScheduleHandlers } from '../work/scope.ts'
import { parseInstant, type Instant } from '../kernel/time.ts'
import { Trace } from '../kernel/trace.ts'
import { EngineUnavailable, type SqlConnection } from '../store/engine.ts'
import { migrate } from '../store/migrate.ts'
import { SqliteEngine } from '../store/sqlite/sqlite.ts'
import { worldTables } from '../store/tables.ts'
import { outboxTable } from '../store/world-tables.ts'
import { advance, AdvanceStopped } from './advance.ts'
import { copyIn, copyOut } from './copy.ts'
import { readExport, writeExport } from './export.ts'
import { World } from './world.ts'

const start = parseInstant('2026-01-31T09:00:00Z')
const dayMs = 86_400_000
const partner = { tenantId: 'contoso' } as PartnerRecord
const principal = systemPrincipal(partner)
const caller = { principal, locale: 'en-US' as const, trace: new Trace() }

/** `ring` announces itself and, as often as its body says, writes down its successor. */
const bells: ScheduleHandlers = {
  ring: async (scope, entry) => {
    const { left = 0, everyDays = 1 } = entry.body as { left?: number; everyDays?: number }
    await scope.announce({
      type: 'subscription-updated',
      customerId: entry.customer,
      subject: entry.subject,
      details: { id: scope.newId() },
    })
    if (left > 0)
      await scope.agenda.schedule(ringAt((entry.dueAt + everyDays * dayMs) as Instant, entry, left - 1))
  },
  fail: async (scope, entry) => {
    await scope.announce({ type: 'subscription-updated', customerId: entry.customer, subject: 'never' })
    throw new RangeError('out of order')
  },
}

const ringAt = (dueAt: Instant, entry: Pick<DueEntry, 'customer' | 'subject' | 'body'>, left: number) => ({
  dueAt,
  kind: 'ring',
  customer: entry.customer,
  subject: entry.subject,
  body: {
    ...entry.body,
    left,
  },
})

async function bellTower(engine = new SqliteEngine(':memory:')): Promise<World> {
  await migrate(engine, worldTables)
  const wiring = {
    tables: worldTables,
    listeners: {},
    schedule: bells,
    collaborators: [],
    policies: [],
    systemPrincipalOf: async () => principal,
  }
  return World.open('tower', engine, wiring, {
    origin: { seed: 'empty', idSeed: 'bells' },
    clock: { mode: 'fixed', now: start, aheadMs: 0 },
  })
}

interface Bell {
  readonly afterDays: number
  readonly left: number
  readonly everyDays: number
}

const hang = (world: World, bells: readonly Bell[]) =>
  world.write(caller, async ({ scope }) => {
    for (const [i, { afterDays, left, everyDays }] of bells.entries()) {
      const dueAt = (start + afterDays * dayMs) as Instant
      await scope.agenda.schedule({
        dueAt,
        kind: 'ring',
        customer: 'c',
        subject: `bell-${i}`,
        body: { left, everyDays },
      })
    }
  })

const rung = (world: World) =>
  world.transact('read', async (trx) =>
    (await trx.documents(outboxTable, tenantOfPartner(partner)).list({ orderBy: ['sequence'] })).map(
      ({ at, subject, details }) => ({ at, subject, details }),
    ),
  )

const someBells = array(
  record({
    afterDays: integer({ min: 0, max: 40 }),
    left: integer({ min: 0, max: 4 }),
    everyDays: integer({ min: 0, max: 20 }),
  }),
  { maxLength: 12 },
)
const days = (n: number) => (start + n * dayMs) as Instant

test('an advance in two steps does what one step does', async () => {
  await assertAll(
    asyncProperty(someBells, integer({ min: 0, max: 60 }), async (hung, stop) => {
      const [one, two] = [await bellTower(), await bellTower()]
      await hang(one, hung)
      await hang(two, hung)
      await advance(one, days(60))
      await advance(two, days(stop))
      await advance(two, days(60))
      assert.deepEqual(await rung(one), await rung(two))
      assert.equal(one.now, two.now)
    }),
    { numRuns: 40 },
  )
})

test('a restart between two advances changes nothing', async (t) => {
  const engine = new SqliteEngine(':memory:')
  const [straight, first] = [await bellTower(), await bellTower(engine)]
  const hung = [
    { afterDays: 3, left: 5, everyDays: 4 },
    { afterDays: 3, left: 2, everyDays: 9 },
  ]
  await hang(straight, hung)
  await hang(first, hung)
  await advance(straight, days(40))
  await advance(first, days(10))
  const again = await bellTower(engine)
  t.assert.equal(again.now, days(10))
  await advance(again, days(40))
  t.assert.deepEqual(await rung(again), await rung(straight))
})

test('each entry sees its own instant, and an entry that comes in between runs in its turn', async (t) => {
  const world = await bellTower()
  await hang(world, [
    { afterDays: 1, left: 3, everyDays: 1 },
    { afterDays: 2, left: 0, everyDays: 1 },
    { afterDays: 3, left: 0, everyDays: 1 },
  ])
  const { ran, events, now, truncated } = await advance(world, days(10))
  t.assert.deepEqual({ ran, now, truncated }, { ran: 6, now: days(10), truncated: false })
  t.assert.deepEqual(
    events.map(({ at, subject }) => [(at - start) / dayMs, subject]),
    [
      [1, 'bell-0'],
      [2, 'bell-1'],
      [2, 'bell-0'],
      [3, 'bell-2'],
      [3, 'bell-0'],
      [4, 'bell-0'],
    ],
  )
})

test('an entry that fails stops the advance at its instant and leaves nothing of itself', async (t) => {
  const world = await bellTower()
  await hang(world, [{ afterDays: 1, left: 0, everyDays: 1 }])
  await world.write(caller, ({ scope }) =>
    scope.agenda.schedule({ dueAt: days(2), kind: 'fail', customer: 'c', subject: 's' }),
  )
  await t.assert.rejects(advance(world, days(9)), AdvanceStopped)
  t.assert.equal(world.now, days(2))
  t.assert.deepEqual(
    (await rung(world)).map(({ subject }) => subject),
    ['bell-0'],
  )
  await t.assert.rejects(advance(world, days(9)), /fail of s at 2026-02-02T09:00:00Z failed: out of order/)
})

test('a database that goes away fails no entry: what was due is due again when it is back', async (t) => {
  const engine = new FailingEngine(':memory:')
  const world = await bellTower(engine)
  await world.setClockMode('live')
  await hang(world, [{ afterDays: 0, left: 4, everyDays: 0 }])

  for (const when of ['at a write', 'at the commit'] as const) {
    engine.fails = when
    await t.assert.rejects(advance(world, world.now), EngineUnavailable)
    t.assert.equal(world.failing, undefined)
    t.assert.equal(world.isBehind, true, `it went away ${when}`)
  }
  engine.fails = undefined
  t.assert.equal((await rung(world)).length, 0)
  await advance(world, world.now)
  t.assert.equal((await rung(world)).length, 5)
  t.assert.equal(world.isBehind, false)
})

/** A database that goes away when told to: when it is to write, or after all work and before the commit. */
class FailingEngine extends SqliteEngine {
  fails: 'at a write' | 'at the commit' | undefined

  override write<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T> {
    return super.write(this.#failing(work))
  }

  override writeInParts(part: (connection: SqlConnection) => Promise<boolean>): Promise<void> {
    return super.writeInParts(this.#failing(part))
  }

  readonly #failing =
    <T>(work: (connection: SqlConnection) => Promise<T>) =>
    async (connection: SqlConnection): Promise<T> => {
      const result = await work(this.fails === 'at a write' ? refusingWrites(connection) : connection)
      if (this.fails === 'at the commit') throw new EngineUnavailable('gone')
      return result
    }
}

const refusingWrites = (connection: SqlConnection): SqlConnection => ({
  all: (sql, params) => connection.all(sql, params),
  run: (sql, params) => connection.run(sql, params),
  nextSequence: () => connection.nextSequence(),
  change: () => Promise.reject(new EngineUnavailable('gone')),
})

test('an exported world imports into an empty one and exports the same bytes', async (t) => {
  const world = await bellTower()
  await hang(world, [{ afterDays: 1, left: 9, everyDays: 3 }])
  await advance(world, days(9))
  const text = writeExport(await copyOut(world.engine, worldTables, world.name), worldTables)
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, worldTables)
  await copyIn(engine, worldTables, 'other', readExport(text, worldTables))
  t.assert.equal(writeExport(await copyOut(engine, worldTables, 'other'), worldTables), text)
  t.assert.equal((await bellTower(engine)).now, days(9))
})
