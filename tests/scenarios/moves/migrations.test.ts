import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { QueryOf } from '@tenantry/contract/endpoint.ts'
import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type {
  NewCommerceMigrationRequest,
  NewCommerceMigrationScheduleRequest,
} from '@tenantry/contract/resources/migration.ts'
import { faultOf } from '@tenantry/recipes'
import {
  customerIn,
  migrate,
  found,
  eventsOf,
  counterpart,
  holders,
  licensed,
} from '../../world/migrations.ts'
import { world } from '../../world/world.ts'

type Query = QueryOf<(typeof migrationEndpoints)['listMigrations']>

describe('a migration', () => {
  test('goes on to the end of the legacy term, with its seats, name and price of the day', async (t) => {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription({ quantity: 12, friendlyName: 'Bakery' })
    const before = await legacy.get()

    const begun = await migrate(customer, legacy)
    const migration = await found(customer, begun)
    const subscription = counterpart(customer, migration)
    const after = await subscription.get()

    assert.equal(begun.status, 'Processing')
    assert.equal(migration.status, 'Completed')
    assert.equal(after.status, 'active')
    assert.equal(after.quantity, 12)
    assert.equal(after['friendlyName'], 'Bakery')
    assert.equal(after.commitmentEndDate, before.commitmentEndDate)
    assert.equal(after['migratedFromSubscriptionId'], legacy.id.toLowerCase())
    assert.equal((await legacy.get()).status, 'suspended')
    assert.equal(after['orderId'], migration.newCommerceOrderId)
    const { lineItems } = await customer.client.orders.get({
      ...customer.ids,
      orderId: migration.newCommerceOrderId ?? '',
    })
    assert.deepEqual(
      lineItems.map(({ subscriptionId }) => subscriptionId),
      [subscription.id],
    )
    assert.deepEqual(await eventsOf(customer, migration), [
      'MigrationStarted',
      'NewCommerceSubscriptionCreated',
      'NewCommerceSubscriptionProvisioned',
      'MigrationCompleted',
    ])
    const [line, ...more] = await customer.world.operator.ledger({ subscriptionId: subscription.id })
    assert.deepEqual(more, [])
    assert.equal(line?.type, 'new')
    assert.equal(line?.quantity, 12)
    assert.equal(line?.periodStart, '2026-01-15')
  })

  test('with a full term begins a year today, and a monthly one ends within a month', async (t) => {
    const customer = await customerIn(t)
    const [first, second] = [await customer.legacySubscription(), await customer.legacySubscription()]

    const year = await migrate(customer, first, { purchaseFullTerm: true })
    const month = await migrate(customer, second, { termDuration: 'P1M', billingCycle: 'Monthly' })

    assert.equal(year.subscriptionEndDate, '2027-01-14T00:00:00Z')
    // The legacy term ends on 14 August 2026: the next day of a month that is a 14th is a month ahead.
    assert.equal(month.subscriptionEndDate, '2026-02-14T00:00:00Z')
  })

  test('takes its add-ons along, which become independent', async (t) => {
    const customer = await customerIn(t)
    const base = await customer.legacySubscription()
    const addOn = await customer.legacySubscription({ offer: 'calling-plan', base, quantity: 3 })

    const begun = await migrate(customer, base, { addOnMigrations: [{ currentSubscriptionId: addOn.id }] })
    const migration = await found(customer, begun)

    assert.equal(migration.addOnMigrations.length, 1)
    const [moved] = migration.addOnMigrations
    const subscription = await customer.subscription(moved?.newCommerceSubscriptionId ?? '').get()
    assert.equal(subscription.quantity, 3)
    assert.equal(subscription['parentSubscriptionId'], undefined)
    assert.equal((await addOn.get()).status, 'suspended')
    const events = await customer.client.migrations.listMigrationEvents(customer.ids, {
      current_subscription_id: addOn.id,
    })
    assert.equal(events.length, 4)
  })

  test('moves the licences that the directory lets go of', async (t) => {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription()
    await licensed(legacy, { name: 'Ada', movable: true }, { name: 'Bob', movable: false })

    const migration = await found(customer, await migrate(customer, legacy))

    assert.deepEqual(await holders(counterpart(customer, migration)), ['Ada'])
    assert.deepEqual(await holders(legacy), ['Bob'])
  })

  test('costs what a purchase of the day costs, promotion included', async (t) => {
    const seller = await world(t)
    const customer = await seller.customer()
    const legacy = await customer.legacySubscription({ quantity: 10 })
    const bought = await (await seller.customer()).subscribe('business-standard', { seats: 10 })

    const begun = await migrate(customer, legacy, { purchaseFullTerm: true })
    const migrated = counterpart(customer, await found(customer, begun))

    const [a] = await customer.world.operator.ledger({ subscriptionId: bought.id })
    const [b] = await customer.world.operator.ledger({ subscriptionId: migrated.id })
    assert.equal(b?.amount, a?.amount)
    assert.equal((await migrated.get())['promotionId'], (await bought.get())['promotionId'])
  })

  test('keeps the partner on record', async (t) => {
    const provider = await (await world(t)).of({ type: 'indirectProvider' })
    const customer = await provider.customer()
    const legacy = await customer.legacySubscription({ partnerId: '4100003' })

    const migration = await found(customer, await migrate(customer, legacy))

    assert.equal((await counterpart(customer, migration).get())['partnerId'], '4100003')
  })

  test('that nobody fulfils leaves the legacy subscription as it was, and can be tried again', async (t) => {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription()
    await customer.world.arrange('fulfilment', { outage: true })

    const failed = await found(customer, await migrate(customer, legacy))

    assert.equal(failed.status, 'Failed')
    assert.equal(failed.newCommerceSubscriptionId, undefined)
    assert.equal((await legacy.get()).status, 'active')
    assert.deepEqual(await eventsOf(customer, failed), ['MigrationStarted', 'MigrationFailed'])
    assert.deepEqual(await customer.world.operator.ledger({ customerId: customer.id }), [])
    await customer.world.arrange('fulfilment', { outage: false })
    assert.equal((await found(customer, await migrate(customer, legacy))).status, 'Completed')
  })

  test('waits for its seats before the legacy subscription is suspended', async (t) => {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription()
    await customer.world.arrange('fulfilment', { latency: { default: 'PT3H', bySku: {} } })

    const begun = await migrate(customer, legacy)

    assert.equal((await found(customer, begun)).status, 'Processing')
    assert.equal((await legacy.get()).status, 'active')
    await customer.world.wait({ hours: 3 })
    assert.equal((await found(customer, begun)).status, 'Completed')
    assert.equal((await legacy.get()).status, 'suspended')
  })
})

describe('a migration whose licences cannot be moved', () => {
  async function stuck(t: Parameters<typeof world>[0]) {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription()
    await licensed(legacy, { name: 'Ada', movable: true })
    await customer.world.arrange('directory', { customers: { [customer.id]: { writeOutage: true } } })
    const migration = await found(customer, await migrate(customer, legacy))
    return { customer, legacy, migration }
  }

  test('is completed when the directory answers again', async (t) => {
    const { customer, legacy, migration } = await stuck(t)
    assert.equal(migration.status, 'Failed')
    assert.equal((await legacy.get()).status, 'suspended')
    assert.deepEqual(faultOf(await legacy.askToChange({ friendlyName: 'Bakery' })), {
      code: 900280,
      status: 400,
    })

    await customer.world.arrange('directory', { customers: { [customer.id]: { writeOutage: false } } })
    await customer.world.wait({ hours: 1 })

    const repaired = await found(customer, migration)
    assert.equal(repaired.status, 'Completed')
    assert.deepEqual(await holders(counterpart(customer, repaired)), ['Ada'])
  })

  test('is taken back after three days, costs nothing and can be tried again', async (t) => {
    const { customer, legacy, migration } = await stuck(t)
    const made = counterpart(customer, migration)

    await customer.world.wait({ days: 3, hours: 1 })

    assert.equal((await found(customer, migration)).status, 'Failed')
    const restored = await legacy.get()
    assert.equal(restored.status, 'active')
    assert.equal(restored.autoRenewEnabled, true)
    assert.equal((await made.get()).status, 'deleted')
    const amounts = (await customer.world.operator.ledger({ subscriptionId: made.id })).map(
      ({ amount }) => amount,
    )
    assert.equal(amounts.length, 2)
    assert.equal(amounts[1], `-${amounts[0]}`)
    assert.deepEqual(await holders(legacy), ['Ada'])
    await customer.world.arrange('directory', { customers: { [customer.id]: { writeOutage: false } } })
    assert.equal((await found(customer, await migrate(customer, legacy))).status, 'Completed')
  })
})

test('what is not of the older program has no path, and no date is too strange', async (t) => {
  const customer = await customerIn(t)
  const [modern, plan] = [
    await customer.subscribe('business-basic'),
    await customer.subscribe('azure-plan', { term: undefined, seats: 1 }),
  ]
  const legacy = await customer.legacySubscription()
  const ask = (body: NewCommerceMigrationRequest) => customer.ask.migrations.create(customer.ids, body)
  const schedule = (body: Partial<NewCommerceMigrationScheduleRequest>) =>
    customer.ask.migrations.createMigrationSchedule(customer.ids, {
      currentSubscriptionId: legacy.id,
      ...body,
    })
  await customer.world.wait({ months: 2 })

  for (const { id } of [modern, plan]) {
    assert.deepEqual(faultOf(await ask({ currentSubscriptionId: id, purchaseFullTerm: true })), {
      code: 900220,
      status: 400,
    })
    const renewing = await schedule({ currentSubscriptionId: id, migrateOnRenewal: true })
    assert.deepEqual(faultOf(renewing), { code: 900221, status: 400 })
  }
  for (const customTermEndDate of ['0001-01-01', '9999-12-31']) {
    const answer = await ask({ currentSubscriptionId: legacy.id, customTermEndDate })
    assert.deepEqual(faultOf(answer), { code: 900291, status: 400 })
  }
  for (const targetDate of ['9999-12-31', '2026-02-30', 'soon'])
    assert.deepEqual(faultOf(await schedule({ targetDate })), { code: 800002, status: 400 })
  for (const quantity of [-1, 0])
    assert.deepEqual(faultOf(await ask({ currentSubscriptionId: legacy.id, quantity })), {
      code: 2002,
      status: 400,
    })
})

test('a validation names every reason at once, in the caller’s language', async (t) => {
  const customer = await customerIn(t)
  const legacy = await customer.legacySubscription({
    offer: 'intune-device',
    startedAgo: 'P1D',
    promotionId: 'SPRING',
  })
  await customer.legacySubscription({ offer: 'intune-storage', base: legacy })
  await legacy.change({ status: 'suspended' })

  const body = { currentSubscriptionId: legacy.id }
  const answer = await customer.client.migrations.validate(customer.ids, body, { locale: 'nl-NL' })

  assert.equal(answer.isEligible, false)
  assert.deepEqual(
    answer.errors.map(({ code }) => code),
    [0, 7, 3, 5],
  )
})

test('migrations and schedules are found by customer, subscription and reference, page by page', async (t) => {
  const customer = await customerIn(t)
  const reference = '771317a4-275d-47d9-9724-3eefa4a168ad'
  const legacy = await Promise.all([1, 2, 3].map(() => customer.legacySubscription()))
  for (const one of legacy) {
    await migrate(customer, one, { externalReferenceId: reference.toUpperCase() })
    await customer.world.wait({ hours: 1 })
  }
  const ask = (query: Query, token?: string) =>
    customer.ask.migrations.list(
      query,
      token === undefined ? {} : { headers: { 'MS-ContinuationToken': token } },
    )
  const found = async (query: Query) => {
    const answer = await ask(query)
    return answer.accepted ? answer.body.length : answer.fault
  }

  const first = await ask({ ExternalReferenceId: reference, PageSize: 2 })
  const token = first.headers.get('ms-continuationtoken') ?? ''
  const second = await ask({ ExternalReferenceId: reference, PageSize: 2 }, token)
  assert.ok(first.accepted && second.accepted)
  const ids = [...first.body, ...second.body].map(({ id }) => id)

  assert.equal(first.body.length, 2)
  assert.equal(new Set(ids).size, 3)
  assert.equal(second.headers.get('ms-continuationtoken'), null)
  assert.equal(await found({ CurrentSubscriptionId: legacy[0]?.id ?? '' }), 1)
  assert.equal(await found({ CustomerTenantId: customer.id }), 3)
  assert.deepEqual(faultOf(await ask({ PageSize: 2 })), { code: 400056, status: 400 })
  assert.deepEqual(faultOf(await ask({ CustomerTenantId: customer.id }, token)), {
    code: 400056,
    status: 400,
  })
})
