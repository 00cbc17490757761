import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { boatTable, contoso, type Boat } from '../../packages/server/src/store/boats.fixture.ts'
import { tenantOfPartner, type Tenant } from '../../packages/server/src/kernel/tenant.ts'
import type { Engine } from '../../packages/server/src/store/engine.ts'
import { Trx } from '../../packages/server/src/store/trx.ts'
import { hasPostgres, kinds, postgres } from './databases.ts'

/** Work for one partner that changes another one's rows as well, in one transaction. */
const fabrikam = tenantOfPartner({ tenantId: 'fabrikam' })
const world = 'harbour'
const ferry: Boat = { version: 1, harbour: 'Kiel', name: 'Fähre', length: 0 }

const write = <T>(engine: Engine, tenant: Tenant, work: (trx: Trx) => Promise<T>) =>
  engine.write((connection) => Trx.during(connection, { dialect: engine, world }, work), tenant.partner)

const findFerry = (trx: Trx, tenant: Tenant) =>
  trx.documents(boatTable, tenant).find({ harbour: ferry.harbour, name: ferry.name })

async function lengthen(trx: Trx, tenant: Tenant): Promise<void> {
  const found = await findFerry(trx, tenant)
  assert.ok(found)
  await trx.documents(boatTable, tenant).update({ ...found, length: found.length + 1 })
}

for (const kind of kinds) {
  describe(`work of two partners on ${kind.name}`, () => {
    test('is kept or undone together, whoever begins it', async () => {
      const open = await kind.fresh([boatTable])
      const engine = await open(world)
      // A second server, where there can be one.
      const engines = kind === postgres ? [engine, await open(world)] : [engine]
      for (const tenant of [contoso, fabrikam])
        await write(engine, tenant, (trx) => trx.documents(boatTable, tenant).insert({ ...ferry }))
      const both = (one: Engine, first: Tenant, second: Tenant, fails: boolean) =>
        write(one, first, async (trx) => {
          await lengthen(trx, first)
          trx.join(second.partner)
          await lengthen(trx, second)
          if (fails) throw new RangeError('thought better of it')
        })

      const done = await Promise.allSettled(
        Array.from({ length: 24 }, (_, i) => {
          const [first, second] = i % 2 === 0 ? [contoso, fabrikam] : [fabrikam, contoso]
          return both(engines[i % engines.length] ?? engine, first, second, i % 6 === 5)
        }),
      )

      assert.deepEqual(
        done.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : [])),
        Array.from({ length: 4 }, () => 'thought better of it'),
      )
      for (const tenant of [contoso, fabrikam])
        assert.equal((await write(engine, tenant, (trx) => findFerry(trx, tenant)))?.length, 20)
    })
  })
}

if (hasPostgres) {
  test('on PostgreSQL such work waits for what the other partner is doing, and sees it', async () => {
    const open = await postgres.fresh([boatTable])
    const [here, there] = [await open(world), await open(world)]
    const began = Promise.withResolvers<void>()
    const joined = Promise.withResolvers<void>()
    const others = write(there, fabrikam, async (trx) => {
      await trx.documents(boatTable, fabrikam).insert({ ...ferry })
      began.resolve()
      await joined.promise
    })
    await began.promise

    const seen = await write(here, contoso, async (trx) => {
      joined.resolve()
      trx.join(fabrikam.partner)
      return findFerry(trx, fabrikam)
    })

    await others
    assert.equal(seen?.name, ferry.name)
  })
}
