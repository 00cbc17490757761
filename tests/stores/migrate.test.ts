import { test } from 'node:test'
import { tenantOfPartner } from '../../packages/server/src/kernel/tenant.ts'
import { documentTable } from '../../packages/server/src/store/table.ts'
import { migrate } from '../../packages/server/src/store/migrate.ts'
import { Trx } from '../../packages/server/src/store/trx.ts'
import { type Versioned } from '../../packages/server/src/store/table.ts'
import { kinds } from './databases.ts'

interface Ship extends Versioned {
  name: string
  flag: string
  tons: number
}

const before = documentTable<Ship>()({
  name: 'ship',
  tenancy: 'partner',
  key: ['name'],
  row: ({ name }) => ({ name }),
})
const after = documentTable<Ship>()({
  name: 'ship',
  tenancy: 'partner',
  key: ['flag', 'name'],
  columns: { tons: 'bigint' },
  indexes: [['tons']],
  row: ({ name, flag, tons }) => ({ name, flag, tons }),
})
const owners = ['contoso', 'fabrikam'].map((tenantId) => tenantOfPartner({ tenantId }))

for (const kind of kinds) {
  test(`on ${kind.name} a table that is declared anew is made again from its documents`, async (t) => {
    const open = await kind.fresh([before])
    const engine = await open('sea')
    const place = { dialect: engine, world: 'sea' }
    for (const [i, owner] of owners.entries()) {
      const sail = async (trx: Trx) => {
        const ships = trx.documents(before, owner)
        await ships.insert({ version: 1, name: 'Rickmer', flag: 'DE', tons: 10 + i })
        const sedov = await ships.insert({ version: 1, name: 'Sedov', flag: 'RU', tons: 20 + i })
        await ships.update(sedov)
      }
      await engine.write((connection) => Trx.during(connection, place, sail), owner.partner)
    }

    // Twice, and on PostgreSQL by two servers at once.
    const other = engine.sharesTables ? await open('sea') : engine
    await Promise.all([migrate(engine, [after]), migrate(other, [after])])

    for (const [i, owner] of owners.entries()) {
      const look = async (trx: Trx) => {
        const ships = trx.documents(after, owner)
        const found = await ships.list({ range: { tons: { atLeast: 20 } } })
        return [found, await ships.find({ flag: 'RU', name: 'Sedov' })] as const
      }
      const [heavy, sedov] = await engine.read(
        (connection) => Trx.during(connection, place, look),
        owner.partner,
      )
      t.assert.deepEqual(heavy, [{ version: 2, name: 'Sedov', flag: 'RU', tons: 20 + i }])
      t.assert.equal(sedov?.version, 2)
    }
  })
}
