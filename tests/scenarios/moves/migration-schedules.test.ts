import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faultOf } from '@tenantry/recipes'
import { customerIn, found, scheduled, foundSchedule, counterpart } from '../../world/migrations.ts'

describe('a scheduled migration', () => {
  test('runs on its day', async (t) => {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription()
    const schedule = await scheduled(customer, legacy, { targetDate: '2026-02-01T00:00:00Z', quantity: 7 })

    await customer.world.waitUntil('2026-01-31T23:00:00Z')
    assert.equal((await foundSchedule(customer, schedule)).status, 'Created')
    await customer.world.waitUntil('2026-02-01T00:00:00Z')

    const done = await foundSchedule(customer, schedule)
    assert.equal(done.status, 'Completed')
    const migration = await found(customer, { id: done.newCommerceMigrationId ?? '' })
    assert.equal((await counterpart(customer, migration).get()).quantity, 7)
  })

  test('waits for the renewal, and the new subscription gets a whole term', async (t) => {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription({ startedAgo: 'P11M' })
    const schedule = await scheduled(customer, legacy, { migrateOnRenewal: true })

    await customer.world.wait({ months: 1, days: 1 })

    const done = await foundSchedule(customer, schedule)
    assert.equal(done.status, 'Completed')
    const migration = await found(customer, { id: done.newCommerceMigrationId ?? '' })
    assert.equal(migration.subscriptionEndDate, '2027-02-14T00:00:00Z')
  })

  test('that is cancelled does not run; one that is moved runs on the other day', async (t) => {
    const customer = await customerIn(t)
    const [one, other] = [await customer.legacySubscription(), await customer.legacySubscription()]
    const cancelled = await scheduled(customer, one, { targetDate: '2026-02-01' })
    const moved = await scheduled(customer, other, { targetDate: '2026-02-01' })

    await customer.client.migrations.cancelMigrationSchedule({ ...customer.ids, scheduleId: cancelled.id })
    await customer.client.migrations.updateMigrationSchedule(
      { ...customer.ids, scheduleId: moved.id },
      { ...moved, targetDate: '2026-02-10', quantity: 4 },
    )
    await customer.world.waitUntil('2026-02-05T00:00:00Z')

    assert.equal((await foundSchedule(customer, cancelled)).status, 'Cancelled')
    assert.equal((await one.get()).status, 'active')
    assert.equal((await foundSchedule(customer, moved)).status, 'Created')
    await customer.world.waitUntil('2026-02-10T01:00:00Z')
    assert.equal((await foundSchedule(customer, moved)).status, 'Completed')
    const again = await customer.client.migrations.cancelMigrationSchedule({
      ...customer.ids,
      scheduleId: cancelled.id,
    })
    assert.equal(again.status, 'Cancelled')
    const late = await customer.ask.migrations.cancelMigrationSchedule({
      ...customer.ids,
      scheduleId: moved.id,
    })
    assert.deepEqual(faultOf(late), { code: 800002, status: 400 })
  })

  test('that has become impossible says why', async (t) => {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription()
    const schedule = await scheduled(customer, legacy, { targetDate: '2026-02-01' })
    await legacy.change({ status: 'suspended' })

    await customer.world.waitUntil('2026-02-02T00:00:00Z')

    const failed = await foundSchedule(customer, schedule)
    assert.equal(failed.status, 'Failed')
    assert.equal(failed.errorCode, 900215)
  })
})

describe('Microsoft migrates by itself', () => {
  test('when the term ends, unless the partner has scheduled it', async (t) => {
    const customer = await customerIn(t)
    await customer.world.decree('microsoft-led-migration', { partners: 'everyone' })
    const [left, planned] = [
      await customer.legacySubscription({ startedAgo: 'P11M' }),
      await customer.legacySubscription({ startedAgo: 'P11M' }),
    ]
    await customer.legacySubscription({ offer: 'calling-plan', base: left })
    await scheduled(customer, planned, { targetDate: '2026-06-01' })

    await customer.world.wait({ months: 1, days: 1 })

    const query = { CustomerTenantId: customer.id, IsMicrosoftLed: true }
    const migrations = await customer.client.migrations.list(query)
    assert.equal(migrations.length, 1)
    const [migration] = migrations
    assert.equal(migration?.microsoftLed, true)
    assert.equal(migration?.addOnMigrations.length, 1)
    assert.equal((await left.get()).status, 'suspended')
    assert.equal((await planned.get()).status, 'active')
  })
})
