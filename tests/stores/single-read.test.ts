import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newTally } from '../../packages/server/src/store/engine.ts'
import { Trx } from '../../packages/server/src/store/trx.ts'
import { boatTable, contoso } from '../../packages/server/src/store/boats.fixture.ts'
import { tenantOfPartner } from '../../packages/server/src/kernel/tenant.ts'
import { kinds } from './databases.ts'

const fabrikam = tenantOfPartner({ tenantId: 'fabrikam' })

for (const kind of kinds) {
  describe(`a read of one statement on ${kind.name}`, { concurrency: 1 }, async () => {
    const open = await kind.fresh([boatTable])
    const engine = await open('harbour')
    const place = { dialect: engine, world: 'harbour' }
    await engine.write(
      (connection) =>
        Trx.during(connection, place, (trx) =>
          trx.documents(boatTable, contoso).insert({ version: 1, harbour: 'Kiel', name: 'Hai', length: 12 }),
        ),
      contoso.partner,
    )
    const read = async <T>(work: (trx: Trx) => Promise<T>, tenant = contoso) => {
      const tally = newTally()
      const run = (connection: Parameters<typeof Trx.during>[0]) => Trx.during(connection, place, work)
      return { answer: await engine.read(run, tenant.partner, { tally, isSingle: true }), tally }
    }
    const hai = (trx: Trx) => trx.documents(boatTable, contoso).find({ harbour: 'Kiel', name: 'Hai' })

    test('answers, and shows no other partner his neighbour rows', async () => {
      for (const tenant of [contoso, fabrikam, contoso]) {
        const { answer } = await read((trx) => trx.documents(boatTable, tenant).list(), tenant)
        assert.equal(answer.length, tenant === contoso ? 1 : 0)
      }
      const { answer, tally } = await read(hai)
      assert.equal(answer?.length, 12)
      assert.equal(tally.restarts, 0)
      assert.equal(tally.statements, 1)
    })

    test('that asks more begins again, and all its answers are of one moment', async () => {
      let runs = 0
      const { answer, tally } = await read(async (trx) => {
        runs += 1
        const before = await trx.documents(boatTable, contoso).count()
        if (runs === (engine.sharesTables ? 2 : 1) && engine.sharesTables)
          await engine.write(
            (connection) =>
              Trx.during(connection, place, (other) =>
                other
                  .documents(boatTable, contoso)
                  .insert({ version: 1, harbour: 'Emden', name: `${runs}`, length: 1 }),
              ),
            contoso.partner,
          )
        return [before, await trx.documents(boatTable, contoso).count()]
      })
      assert.equal(answer[0], answer[1])
      assert.equal(tally.restarts, engine.sharesTables ? 1 : 0)
    })

    test('shares its way with others of the moment, each answered as if alone', async () => {
      const asked = Array.from({ length: 120 }, async (_, i) => {
        const tenant = i % 3 === 0 ? fabrikam : contoso
        const { answer } = await read((trx) => trx.documents(boatTable, tenant).list(), tenant)
        const names = answer.map(({ name }) => name)
        assert.equal(names.includes('Hai'), tenant === contoso)
      })
      const wrong = engine.read(
        (connection) => connection.all('select length / 0 from nothing_of_that_name', []),
        contoso.partner,
        { tally: newTally(), isSingle: true },
      )
      await assert.rejects(wrong)
      await Promise.all(asked)
    })

    test('that fails says what failed, and others go on', async () => {
      const failing = read(async (trx) => {
        await hai(trx)
        throw new RangeError('of its own')
      })
      await assert.rejects(failing, RangeError)
      assert.equal((await read(hai)).answer?.name, 'Hai')
    })
  })
}
