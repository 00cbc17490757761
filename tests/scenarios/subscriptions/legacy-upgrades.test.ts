import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Conversion } from '@tenantry/contract/resources/conversion.ts'
import type { Upgrade, UpgradeRequest, UpgradeResult } from '@tenantry/contract/resources/upgrade.ts'
import { faultOf, type Subscription } from '@tenantry/recipes'
import { legacyOffers } from '@tenantry/recipes/products.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

const customerOf = async (t: Parameters<typeof world>[0]) => (await world(t)).customer()

const upgradesOf = async ({ client, ids }: Subscription): Promise<Upgrade[]> =>
  (await client.upgrades.list(ids)).items

const upgrade = ({ client, ids }: Subscription, body: UpgradeRequest): Promise<UpgradeResult> =>
  client.upgrades.create(ids, body)

const toE3 = (upgradeType: string | number) => ({
  targetOffer: { id: legacyOffers['office-e3'] },
  upgradeType,
})

const holders = async ({ customer, id }: Subscription): Promise<string[]> =>
  (await customer.world.operator.licences({ customerId: customer.id, subscriptionId: id })).map(
    ({ name }) => name,
  )

describe('a legacy upgrade', () => {
  test('replaces the whole subscription and takes the licences along that the directory lets go of', async (t) => {
    const customer = await customerOf(t)
    const legacy = await customer.legacySubscription({ offer: 'office-e1', quantity: 12 })
    const users = ['Ada', 'Bob'].map((name) => ({ userObjectId: name, name, movable: name === 'Ada' }))
    await customer.world.arrange('directory', { subscriptions: { [legacy.id]: { assignedUsers: users } } })
    const [offered] = await upgradesOf(legacy)
    assert.equal(offered?.isEligible, true)

    const made = await upgrade(legacy, { ...offered, upgradeType: 2 })

    const target = customer.subscription(made.targetSubscriptionId ?? '')
    const after = await target.get()
    assert.equal(after.offerId, legacyOffers['office-e3'])
    assert.equal(after.quantity, 12)
    assert.equal((await legacy.get()).status, 'deleted')
    assert.deepEqual(await holders(target), ['Ada'])
    assert.deepEqual(
      made.licenseErrors.map(({ name }) => name),
      ['Bob'],
    )
  })

  test('tells what stands against it, and then changes nothing', async (t) => {
    const customer = await customerOf(t)
    const legacy = await customer.legacySubscription({ offer: 'office-e1' })
    await customer.legacySubscription({ offer: 'calling-plan', base: legacy })
    await customer.legacySubscription({ offer: 'office-e3' })

    const codes = (await upgrade(legacy, { ...toE3('upgrade_with_license_transfer'), quantity: 3 }))
      .upgradeErrors
    const elsewhere = await upgrade(legacy, {
      ...toE3('upgrade_only'),
      targetOffer: { id: legacyOffers.intune },
    })
    const dead = await upgrade(await customer.legacySubscription({ offer: 'intune' }), toE3(1))

    assert.deepEqual(
      codes.map(({ code }) => code),
      [6, 0, 3],
    )
    assert.deepEqual(
      elsewhere.upgradeErrors.map(({ code }) => code),
      [6, 8],
    )
    assert.deepEqual(
      dead.upgradeErrors.map(({ code }) => code),
      [7],
    )
    assert.equal(elsewhere.targetSubscriptionId, undefined)
    assert.equal((await legacy.get()).status, 'active')
  })

  test('is listed once for each way, with the status of a source that does not run', async (t) => {
    const customer = await customerOf(t)
    const legacy = await customer.legacySubscription({ offer: 'office-e1' })
    await legacy.change({ status: 'suspended' })

    const upgrades = await upgradesOf(legacy)

    assert.deepEqual(
      upgrades.map(({ upgradeType, upgradeErrors: [first] }) => [
        upgradeType,
        first?.code,
        first?.additionalDetails,
      ]),
      [
        ['upgrade_only', 2, 'suspended'],
        ['upgrade_with_license_transfer', 2, 'suspended'],
      ],
    )
    assert.deepEqual(await upgradesOf(await customer.subscribe('business-basic')), [])
  })

  test('without the licences needs no directory that can be written to', async (t) => {
    const customer = await customerOf(t)
    const legacy = await customer.legacySubscription({ offer: 'office-e1' })
    const users = [{ userObjectId: 'Ada', name: 'Ada', movable: true }]
    await customer.world.arrange('directory', {
      customers: { [customer.id]: { writeOutage: true } },
      subscriptions: { [legacy.id]: { assignedUsers: users } },
    })

    const made = await upgrade(legacy, toE3('upgrade_only'))

    assert.deepEqual(made.upgradeErrors, [])
    assert.deepEqual(await holders(legacy), ['Ada'])
  })
})

const conversionsOf = async ({ client, ids }: Subscription): Promise<Conversion[]> =>
  (await client.conversions.list(ids)).items

/** The first thing that it can become. */
async function conversionOf(trial: Subscription): Promise<Conversion> {
  const [first] = await conversionsOf(trial)
  assert.ok(first, 'it can be converted')
  return first
}

describe('a trial is converted in place', () => {
  test('of the older program', async (t) => {
    const customer = await customerOf(t)
    const trial = await customer.legacySubscription({
      offer: 'business-premium-trial',
      quantity: 25,
      billingCycle: 'none',
      startedAgo: 'P10D',
    })
    const conversion = await conversionOf(trial)
    assert.equal(conversion.targetOfferId, legacyOffers['business-premium'])

    const result = await trial.ask.conversions.create(trial.ids, {
      ...conversion,
      quantity: 30,
      billingCycle: 'Annual',
    })

    assert.equal(result.status, 200)
    const paid = await trial.get()
    assert.equal(paid.offerId, legacyOffers['business-premium'])
    assert.equal(paid.quantity, 30)
    assert.equal(paid.billingCycle, 'annual')
    assert.equal(paid['isTrial'], false)
    assert.equal(paid.commitmentEndDate, '2027-01-14T00:00:00Z')
    assert.deepEqual(await conversionsOf(trial), [])
    const again = await trial.client.conversions.create(trial.ids, conversion)
    assert.equal(again.error?.code, 1)
  })

  test('of new commerce, charged from today', async (t) => {
    const customer = await customerOf(t)
    const trial = await customer.subscribe('business-basic-trial', { seats: 25, term: 'P1M', cycle: 'none' })
    const conversion = await conversionOf(trial)

    const few = await trial.ask.conversions.create(trial.ids, { ...conversion, quantity: 5 })
    const weekly = await trial.ask.conversions.create(trial.ids, { ...conversion, billingCycle: 'weekly' })
    const result = await trial.ask.conversions.create(trial.ids, { ...conversion, quantity: 26 })

    assert.deepEqual(faultOf(few), { code: 2002, status: 400 })
    assert.deepEqual(faultOf(weekly), { code: 900269, status: 400 })
    assert.equal(result.status, 200)
    const paid = await trial.get()
    assert.equal(paid.offerId, conversion.targetOfferId)
    assert.equal(paid.quantity, 26)
    assert.equal(paid.termDuration, 'P1Y')
    const lines = await customer.world.operator.ledger({ subscriptionId: trial.id })
    assert.deepEqual(
      lines.map(({ type, quantity, amount }) => [type, quantity, amount]),
      [
        ['new', 25, '0.00'],
        ['convert', -25, '0.00'],
        ['convert', 26, '131.04'],
      ],
    )
  })

  test('that was not converted in its month is over', async (t) => {
    const customer = await customerOf(t)
    const trial = await customer.legacySubscription({
      offer: 'business-premium-trial',
      quantity: 25,
      billingCycle: 'none',
      startedAgo: 'P10D',
    })
    const conversion = await conversionOf(trial)
    await customer.world.wait({ days: 30 })

    assert.deepEqual(faultOf(await trial.ask.conversions.create(trial.ids, conversion)), {
      code: 900279,
      status: 400,
    })
  })
})

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

test('an upgrade is checked from the subscription to its licences', async (t) => {
  const customer = await customerOf(t)
  const [gone, legacy] = [
    await customer.legacySubscription({ offer: 'office-e1' }),
    await customer.legacySubscription({ offer: 'office-e1' }),
  ]
  await gone.change({ status: 'suspended' })
  await customer.world.wait({ days: 95 })
  const directory = (changes: object, isDown: boolean) =>
    customer.world.arrange('directory', {
      customers: { [customer.id]: { writeOutage: isDown } },
      subscriptions: { [legacy.id]: changes },
    })
  await directory(
    { mapped: false, assignedUsers: [{ userObjectId: 'Ada', name: 'Ada', movable: true }] },
    true,
  )

  await ladder<{ id: string }>(
    ({ id }) =>
      customer.ask.upgrades.create(
        { ...customer.ids, subscriptionId: id },
        toE3('upgrade_with_license_transfer'),
      ),
    { id: unknownId },
    [
      [{}, faults.subscriptionNotFound],
      [{ id: gone.id }, faults.deletedSubscriptionIsReadOnly],
      [{ id: legacy.id }, faults.subscriptionIdsNotConvertible],
      [
        async () => {
          await directory({ mapped: true }, true)
          return {}
        },
        faults.licenseMigrationFailed,
      ],
      [
        async () => {
          await directory({ mapped: true }, false)
          return {}
        },
        'accepted',
      ],
    ],
  )
})
