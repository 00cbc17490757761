import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { Customers, type CustomerRecord } from '../../packages/server/src/areas/accounts/customers/public.ts'
import { placeOfCustomer } from '../../packages/server/src/areas/accounts/customers/customer-repository.ts'
import { ChargeLines } from '../../packages/server/src/areas/books/ledger/public.ts'
import { Migrations } from '../../packages/server/src/areas/moves/migrations/migration-repository.ts'
import { MigrationSchedules } from '../../packages/server/src/areas/moves/migrations/schedules/schedule-repository.ts'
import { PartnerRegistry } from '../../packages/server/src/areas/accounts/partners/public.ts'
import { Subscriptions } from '../../packages/server/src/areas/subscriptions/subscription/public.ts'
import { tenantOfPartner, type Tenant } from '../../packages/server/src/kernel/tenant.ts'
import type { Engine, Row, SqlConnection, SqlValue } from '../../packages/server/src/store/engine.ts'
import { Trx } from '../../packages/server/src/store/trx.ts'
import { startServer } from '../../packages/server/src/server.ts'
import { hasPostgres, madeDatabase } from './databases.ts'

interface Desk {
  readonly trx: Trx
  readonly tenant: Tenant
  /** One with several subscriptions. */
  readonly customer: CustomerRecord
}

const newest = [Date.UTC(2030, 0), 'zz'] as const

/** Every query that answers a page, from a place in the middle of its list on. */
const pages: Readonly<Record<string, (desk: Desk) => Promise<readonly unknown[]>>> = {
  customers: (desk) => new Customers(desk).list({ after: ['b', ''], limit: 3 }),
  'customers whose name begins so': (desk) =>
    new Customers(desk).list({ after: ['b', ''], limit: 3 }, { nameStartsWith: 'b' }),
  'customers of a reseller': (desk) =>
    new Customers(desk).list({ after: ['b', ''], limit: 3 }, { reseller: 'somebody' }),
  'subscriptions after an offset': ({ customer, ...desk }) =>
    new Subscriptions(desk).list(customer.id, {}, { size: 1, offset: 1 }),
  'subscriptions of a partner on record': ({ customer, ...desk }) =>
    new Subscriptions(desk).list(customer.id, { partnerId: '4711001' }, { size: 1, offset: 1 }),
  'subscriptions of an order': ({ customer, ...desk }) =>
    new Subscriptions(desk).list(customer.id, { orderId: 'abc' }, { size: 1, offset: 1 }),
  ...fromPlace('migrations', (desk, filter) =>
    new Migrations(desk).list(filter, { limit: 3, after: newest }),
  ),
  ...fromPlace('migration schedules', (desk, filter) =>
    new MigrationSchedules(desk).list(filter, { limit: 3, after: newest }),
  ),
  'charge lines': (desk) => new ChargeLines(desk).list({}, { limit: 3, after: [1, 1] }),
  'charge lines of a customer': ({ customer, ...desk }) =>
    new ChargeLines(desk).list({ customerId: customer.id }, { limit: 3, after: [1, 1] }),
  'charge lines of a subscription': ({ customer, ...desk }) =>
    new ChargeLines(desk).list(
      { customerId: customer.id, subscriptionId: customer.id },
      { limit: 3, after: [1, 1] },
    ),
}

type MigrationFilter = Parameters<Migrations['list']>[0]

function fromPlace(name: string, list: (desk: Desk, filter: MigrationFilter) => Promise<readonly unknown[]>) {
  return {
    [`${name} of a customer`]: (desk: Desk) => list(desk, { customerId: desk.customer.id }),
    [`${name} of a subscription`]: (desk: Desk) => list(desk, { subscriptionId: desk.customer.id }),
    [`${name} by their reference`]: (desk: Desk) => list(desk, { externalReferenceId: 'abc' }),
  }
}

/** A connection that writes down what is asked of it. */
function recording(connection: SqlConnection, asked: { sql: string; params: readonly SqlValue[] }[]) {
  const recorder: SqlConnection = {
    all: (sql, params) => {
      asked.push({ sql, params })
      return connection.all(sql, params)
    },
    run: (sql, params) => connection.run(sql, params),
    change: (writes, isLast) => connection.change(writes, isLast),
    nextSequence: () => connection.nextSequence(),
    admit: (partner) => connection.admit?.(partner),
  }
  return recorder
}

interface Explained {
  readonly sql: string
  readonly plan: string
}

/** How the engine goes about each statement of a page. */
function plansOf(engine: Engine, desk: Omit<Desk, 'trx'>, page: (desk: Desk) => Promise<unknown>) {
  return engine.read(async (connection) => {
    const asked: { sql: string; params: readonly SqlValue[] }[] = []
    const place = { dialect: engine, world: 'main' }
    await Trx.during(recording(connection, asked), place, (trx) => page({ ...desk, trx }))
    if (engine.sharesTables) {
      // Tables as small as these are read as a whole, whatever their indexes are.
      for (const way of ['seqscan', 'bitmapscan']) await connection.all(`set local enable_${way} = off`, [])
    }
    const explain = engine.sharesTables ? 'explain' : 'explain query plan'
    const found: Explained[] = []
    for (const { sql, params } of asked) {
      const rows = await connection.all(`${explain} ${sql}`, params)
      found.push({ sql, plan: rows.map(lineOf).join('\n') })
    }
    return found
  }, desk.tenant.partner)
}

const lineOf = (row: Row): string => String(row['QUERY PLAN'] ?? row['detail'])

/** What a page must show: an index is gone into at the place where the page begins, and nothing is put in order. */
const onSqlite = {
  index: /^SEARCH .* USING (COVERING )?INDEX /,
  seek: /\([\w,]+\)[<>]\(/,
  sorts: /TEMP B-TREE/,
}
const onPostgres = {
  index: /Index (Only )?Scan/,
  seek: /Index Cond: .*ROW\(.*\) [<>] ROW\(/,
  sorts: /Sort/,
}

for (const [name, database, expected] of [
  ['SQLite', undefined, onSqlite],
  ...(hasPostgres ? [['PostgreSQL', await madeDatabase(), onPostgres] as const] : []),
] as const) {
  describe(`pages on ${name}`, async () => {
    const place = database === undefined ? {} : { database }
    const server = await startServer({ port: 0, clock: 'fixed', ...place })
    after(() => server.close())
    const world = server.worlds.get('main')
    const desk = await world.transact('read', async (trx) => {
      for (const partner of await new PartnerRegistry({ trx }).list()) {
        const tenant = tenantOfPartner(partner)
        for (const customer of await new Customers({ trx, tenant }).list()) {
          const held = await new Subscriptions({ trx, tenant }).count(customer.id)
          if (held > 2) return { tenant, customer }
        }
      }
      throw new Error('no customer of the seed has three subscriptions')
    })

    for (const [list, page] of Object.entries(pages)) {
      test(`a page of ${list} begins at its place in an index`, async () => {
        const plans = await plansOf(world.engine, desk, page)
        assert.ok(plans.length > 0)
        for (const { sql, plan } of plans) {
          const said = `${sql}\n${plan}`
          assert.match(plan, expected.index, said)
          assert.doesNotMatch(plan, expected.sorts, said)
          if (sql.includes('offset ?')) assert.doesNotMatch(sql, /doc/, said)
          else assert.match(plan, expected.seek, said)
        }
      })
    }

    test('pages of customers of any size are the whole list, by bytes', async () => {
      await world.transact('read', async (trx) => {
        const customers = new Customers({ trx, tenant: desk.tenant })
        const whole = (await customers.list()).map(({ id }) => id)
        assert.ok(whole.length > 3)
        for (const limit of [1, 2, whole.length]) {
          const seen: string[] = []
          for (let read = await customers.list({ limit }); read.length > 0;) {
            seen.push(...read.map(({ id }) => id))
            const last = read.at(-1)
            read = last === undefined ? [] : await customers.list({ limit, after: placeOfCustomer(last) })
          }
          assert.deepEqual(seen, whole)
        }
      })
    })
  })
}
