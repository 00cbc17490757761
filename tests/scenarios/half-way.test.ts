import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import type { UpgradeRequest } from '@tenantry/contract/resources/upgrade.ts'
import { faultOf, type Customer, type Subscription } from '@tenantry/recipes'
import { legacyOffers } from '@tenantry/recipes/products.ts'
import { readRows } from '../faults/history/world-rows.ts'
import { counterpart, customerIn, eventsOf, found, holders, licensed } from '../world/migrations.ts'

const [firstId, secondId, thirdId] = [
  '0b6b0a4e-9c1d-4b7e-8a53-6f1e2d3c4b5a',
  '1c7c1b5f-ad2e-4c8f-9b64-7a2f3e4d5c6b',
  '2d8d2c6a-be3f-4d9a-8c75-8b3a4f5e6d7c',
] as const

describe('a migration that nobody takes', () => {
  async function refused(t: TestContext) {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription()
    const ask = (requestId: string) =>
      customer.ask.migrations.create(customer.ids, { currentSubscriptionId: legacy.id }, { requestId })
    await customer.world.arrange('migration', { answers: false })
    return { customer, legacy, ask }
  }

  const known = (customer: Customer) =>
    customer.world.client.migrations.list({ CustomerTenantId: customer.id })

  test('stays readable as failed, with its events, and costs nothing', async (t) => {
    const { customer, legacy, ask } = await refused(t)

    const answer = await ask(firstId)

    assert.deepEqual(faultOf(answer), { code: 900225, status: 408 })
    const [listed, ...more] = await known(customer)
    assert.deepEqual(more, [])
    assert.ok(listed !== undefined, 'it is listed')
    const migration = await found(customer, listed)
    assert.equal(migration.status, 'Failed')
    assert.equal(migration.newCommerceSubscriptionId, undefined)
    assert.deepEqual(await eventsOf(customer, migration), ['MigrationStarted', 'MigrationFailed'])
    assert.equal((await legacy.get()).status, 'active')
    assert.deepEqual(await customer.world.operator.ledger({ customerId: customer.id }), [])
    await legacy.change({ quantity: 11 })
  })

  test('is one migration, however often the same request comes', async (t) => {
    const { customer, ask } = await refused(t)

    const first = await ask(firstId)
    await customer.world.arrange('migration', { answers: true })
    const again = await ask(firstId)

    assert.deepEqual(again.body, first.body)
    assert.equal(again.status, 408)
    assert.equal((await known(customer)).length, 1)
  })

  test('is begun anew when the service answers again', async (t) => {
    const { customer, legacy, ask } = await refused(t)
    await ask(firstId)
    await customer.world.arrange('migration', { answers: true })

    const answer = await ask(secondId)

    assert.ok(answer.accepted)
    assert.equal(answer.status, 201)
    const migration = await found(customer, answer.body)
    assert.equal(migration.status, 'Completed')
    assert.equal((await counterpart(customer, migration).get()).status, 'active')
    assert.equal((await legacy.get()).status, 'suspended')
    const states = (await known(customer)).map(({ status }) => status)
    assert.deepEqual(states.sort(), ['Completed', 'Failed'])
  })

  test('is shown by a preview, and then nothing has failed', async (t) => {
    const { customer, legacy } = await refused(t)

    const { answer, events } = await customer.world.operator.preview({
      partnerTenantId: customer.world.partner.tenantId,
      method: 'POST',
      path: `/v1/customers/${customer.id}/migrations/newcommerce`,
      body: { currentSubscriptionId: legacy.id },
    })

    assert.equal(answer.status, 408)
    assert.deepEqual(
      events.map(({ type }) => type),
      ['migration-started', 'migration-failed'],
    )
    assert.deepEqual(await known(customer), [])
  })
})

describe('a legacy upgrade whose licences cannot be moved', () => {
  const toE3 = {
    targetOffer: { id: legacyOffers['office-e3'] },
    upgradeType: 'upgrade_with_license_transfer',
  }

  const ask = (legacy: Subscription, requestId: string, body: UpgradeRequest = toE3) =>
    legacy.ask.upgrades.create(legacy.ids, body, { requestId })

  const outage = ({ world, id }: Customer, writeOutage: boolean) =>
    world.arrange('directory', { customers: { [id]: { writeOutage } } })

  async function stuck(t: TestContext) {
    const customer = await customerIn(t)
    const legacy = await customer.legacySubscription({ offer: 'office-e1', quantity: 12 })
    await licensed(legacy, { name: 'Ada', movable: true }, { name: 'Bob', movable: false })
    await outage(customer, true)
    const answer = await ask(legacy, firstId)
    assert.deepEqual(faultOf(answer), { code: 60000, status: 400 })
    return { customer, legacy, answer }
  }

  async function targetsOf(customer: Customer): Promise<Subscription[]> {
    const { items } = await customer.client.subscriptions.list(customer.ids)
    return items
      .filter(({ offerId }) => offerId === legacyOffers['office-e3'])
      .map(({ id }) => customer.subscription(id))
  }

  test('is made nevertheless, and the licences stay with the old subscription', async (t) => {
    const { customer, legacy } = await stuck(t)

    const [target, ...more] = await targetsOf(customer)

    assert.deepEqual(more, [])
    assert.ok(target !== undefined, 'there is a new subscription')
    const { status, quantity } = await target.get()
    assert.deepEqual([status, quantity], ['active', 12])
    assert.equal((await legacy.get()).status, 'deleted')
    assert.deepEqual(await holders(legacy), ['Ada', 'Bob'])
    assert.deepEqual(await holders(target), [])
    assert.deepEqual(await customer.world.operator.ledger({ customerId: customer.id }), [])
  })

  test('is one upgrade, however often the same request comes', async (t) => {
    const { customer, legacy, answer } = await stuck(t)
    await outage(customer, false)

    const again = await ask(legacy, firstId)

    assert.deepEqual([again.status, again.body], [answer.status, answer.body])
    assert.equal((await targetsOf(customer)).length, 1)
    assert.deepEqual(await holders(legacy), ['Ada', 'Bob'])
  })

  test('moves the licences when it is asked for anew, once the directory can be written to', async (t) => {
    const { customer, legacy } = await stuck(t)
    assert.deepEqual(faultOf(await ask(legacy, secondId)), { code: 60000, status: 400 })
    await outage(customer, false)

    const done = await ask(legacy, thirdId)

    const [target, ...more] = await targetsOf(customer)
    assert.deepEqual(more, [])
    assert.ok(done.accepted)
    const { targetSubscriptionId, upgradeErrors, licenseErrors } = done.body
    assert.equal(done.status, 200)
    assert.equal(targetSubscriptionId?.toLowerCase(), target?.id.toLowerCase())
    assert.deepEqual(upgradeErrors, [])
    assert.deepEqual(
      licenseErrors.map(({ name }) => name),
      ['Bob'],
    )
    assert.ok(target !== undefined, 'there is a new subscription')
    assert.deepEqual([await holders(target), await holders(legacy)], [['Ada'], ['Bob']])
    const over = await legacy.ask.upgrades.create(legacy.ids, toE3)
    assert.deepEqual(faultOf(over), { code: 2011, status: 400 })
  })

  test('goes on as the same upgrade only, with a mapping, and while its target runs', async (t) => {
    const { customer, legacy } = await stuck(t)
    const [target] = await targetsOf(customer)
    const post = async (body: UpgradeRequest) => faultOf(await legacy.ask.upgrades.create(legacy.ids, body))
    await outage(customer, false)

    assert.deepEqual(await post({ ...toE3, upgradeType: 'upgrade_only' }), { code: 2011, status: 400 })
    assert.deepEqual(await post({ ...toE3, targetOffer: { id: legacyOffers.intune } }), {
      code: 2011,
      status: 400,
    })
    await customer.world.arrange('directory', { subscriptions: { [legacy.id]: { mapped: false } } })
    assert.deepEqual(await post(toE3), { code: 2012, status: 400 })
    await customer.world.arrange('directory', { subscriptions: { [legacy.id]: { mapped: true } } })
    await target?.change({ status: 'suspended' })
    assert.deepEqual(await post(toE3), { code: 2011, status: 400 })
    await target?.change({ status: 'active' })
    assert.equal(await post(toE3), undefined)
  })
})

test('what was kept of a refused request stands in the audit records as failed', async (t) => {
  const customer = await customerIn(t)
  const legacy = await customer.legacySubscription()
  await customer.world.arrange('migration', { answers: false })

  await customer.ask.migrations.create(customer.ids, { currentSubscriptionId: legacy.id })

  const { audits, answers } = await readRows(customer.world)
  assert.deepEqual(
    audits
      .filter(({ operationType }) => operationType === 'create_new_commerce_migration')
      .map(({ status, code }) => [status, code]),
    [['failed', 900225]],
  )
  assert.equal(answers.filter(({ status }) => status === 408).length, 1)
})
