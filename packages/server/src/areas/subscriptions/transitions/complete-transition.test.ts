import assert from 'node:assert/strict'
import test from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { directory } from '../../../collaborators/directory.ts'
import { fulfilment } from '../../../collaborators/purchases/fulfilment.ts'
import { Subscriptions } from '../subscription/public.ts'
import {
  customerId,
  e3,
  e3Trial,
  e5,
  eventsOf,
  midCycle,
  refusedWith,
  transitionWorld,
} from './transition-world.fixture.ts'

test('while the seats are being provisioned both sides are locked and unchanged', async () => {
  const world = await transitionWorld()
  const [source, target] = [await world.buy(e3, 40), await world.buy(e5, 5)]
  await world.until(midCycle)
  await world.set(fulfilment, { ...fulfilment.initial, latency: { default: 'PT90S', bySku: {} } })
  const asked = { toCatalogItemId: e5, toSubscriptionId: target.id, quantity: 15 }

  await world.transition(source.id, asked)

  const sides = [await world.find(source.id), await world.find(target.id)]
  assert.deepEqual(
    sides.map(({ quantity, pendingOperation }) => [quantity, pendingOperation?.kind]),
    [
      [40, 'transition'],
      [5, 'transition'],
    ],
  )
  await assert.rejects(world.transition(source.id, asked), refusedWith(faults.operationIsPending))
  const [item] = (await world.eligibilities(source.id)).items
  assert.deepEqual(
    item?.eligibilities[0]?.errors.map(({ code }) => code),
    [4],
  )

  await world.wait('PT90S')

  const after = [await world.find(source.id), await world.find(target.id)]
  assert.deepEqual(
    after.map(({ quantity, pendingOperation }) => [quantity, pendingOperation]),
    [
      [25, undefined],
      [20, undefined],
    ],
  )
  const [done] = (await world.history(source.id)).items
  assert.deepEqual(
    done?.events.map(({ status, timestamp }) => `${status} ${timestamp}`),
    ['Started 2027-02-03T10:00:00Z', 'Completed 2027-02-03T10:01:30Z'],
  )
})

test('a new subscription has its id from the start and exists from the end on', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  await world.set(fulfilment, { ...fulfilment.initial, paused: true })

  const { toSubscriptionId = '' } = await world.transition(source.id, { toCatalogItemId: e5, quantity: 10 })
  await world.wait('PT2H')
  assert.equal(
    await world.in((scope) => new Subscriptions(scope).find(customerId, toSubscriptionId)),
    undefined,
  )
  assert.deepEqual(await eventsOf(world, source.id), ['Conversion Started'])

  await world.set(fulfilment, fulfilment.initial)
  await world.wait('PT1H')
  assert.equal((await world.find(toSubscriptionId)).status, 'active')
})

const changes: readonly [string, Partial<(typeof catalogueChanges)['initial']>, number][] = [
  ['the path is taken away', { removedPaths: [{ from: e3, to: e5 }] }, 7],
  ['the sale of the target ends', { endOfSale: [{ productId: e5.slice(0, 12), from: '2026-11-20' }] }, 8],
]
for (const [what, change, code] of changes) {
  test(`when ${what} meanwhile, the conversion fails with ${code} and leaves everything as it was`, async () => {
    const world = await transitionWorld()
    const source = await world.buy(e3, 40)
    await world.set(fulfilment, { ...fulfilment.initial, latency: { default: 'PT1H', bySku: {} } })
    await world.transition(source.id, { toCatalogItemId: e5, quantity: 10 })

    await world.set(catalogueChanges, { ...catalogueChanges.initial, ...change })
    await world.wait('PT1H')

    const { quantity, pendingOperation, status } = await world.find(source.id)
    assert.deepEqual([quantity, pendingOperation, status], [40, undefined, 'active'])
    assert.deepEqual(await world.converts(), [])
    assert.deepEqual(await eventsOf(world, source.id), ['Conversion Started', `Conversion Failed ${code}`])
  })
}

test('a trial that has no conversion any more when its turn comes fails with 11', async () => {
  const world = await transitionWorld()
  const trial = await world.buy(e3Trial, 25)
  await world.set(fulfilment, { ...fulfilment.initial, latency: { default: 'PT1H', bySku: {} } })
  await world.transition(trial.id, { toCatalogItemId: e3, quantity: 25 })

  // The customer's market is no longer one that either paid SKU is sold in.
  const skuChanges = [e3, e5].map((sku) => ({
    productId: sku.slice(0, 12),
    skuId: sku.slice(13),
    countries: ['DE'],
  }))
  await world.set(catalogueChanges, { ...catalogueChanges.initial, skuChanges })
  await world.wait('PT1H')

  assert.deepEqual(await eventsOf(world, trial.id), ['Conversion Started', 'Conversion Failed 11'])
  assert.equal((await world.find(trial.id)).isTrial, true)
})

test('a fulfilment that refuses the target fails the conversion with 0', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  await world.set(fulfilment, { ...fulfilment.initial, failingSkus: [e5] })

  await world.transition(source.id, { toCatalogItemId: e5, quantity: 40 })

  assert.deepEqual(await eventsOf(world, source.id), ['Conversion Started', 'Conversion Failed 0'])
  assert.equal((await world.find(source.id)).skuId, '0001')
})

test('a licence that cannot be moved leaves the conversion standing', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  const ada = { userObjectId: 'u1', name: 'Ada', movable: false }
  await world.set(directory, { customers: {}, subscriptions: { [source.id]: { assignedUsers: [ada] } } })

  await world.transition(source.id, { toCatalogItemId: e5, quantity: 40 })

  assert.equal((await world.find(source.id)).skuId, '0002')
  assert.deepEqual(await eventsOf(world, source.id), [
    'Conversion Started',
    'Conversion Completed',
    'LicenseReassignment Started',
    'LicenseReassignment Failed 12',
  ])
})
