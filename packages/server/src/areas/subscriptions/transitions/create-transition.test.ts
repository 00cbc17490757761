import assert from 'node:assert/strict'
import test from 'node:test'
import { Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { credit } from '../../../collaborators/purchases/credit.ts'
import { directory } from '../../../collaborators/directory.ts'
import { dateOf } from '../../../kernel/time.ts'
import {
  businessBasic,
  businessStandard,
  customerId,
  e3,
  e5,
  midCycle,
  refusedWith,
  transitionWorld,
} from './transition-world.fixture.ts'

test('what the directory and the catalogue lack is answered by its own fault', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  const moving = { toCatalogItemId: e5, quantity: 40, transitionType: 'transition_with_license_transfer' }
  const cases: [() => Promise<void>, FaultSpec][] = [
    [
      () =>
        world.set(catalogueChanges, {
          ...catalogueChanges.initial,
          withdrawn: [{ productId: e5.slice(0, 12), country: 'US' }],
        }),
      faults.customerAvailabilitiesNotFound,
    ],
    [
      () =>
        world.set(catalogueChanges, {
          ...catalogueChanges.initial,
          skuChanges: [{ productId: e5.slice(0, 12), skuId: '0002', provisioningId: '' }],
        }),
      faults.provisioningSkuIdIsMissing,
    ],
    [
      async () => {
        await world.set(catalogueChanges, catalogueChanges.initial)
        await world.set(directory, { customers: { [customerId]: { outage: true } }, subscriptions: {} })
      },
      faults.entraSubscriptionsNotFound,
    ],
  ]
  for (const [arrange, expected] of cases) {
    await arrange()
    await assert.rejects(world.eligibilities(source.id), refusedWith(expected))
    await assert.rejects(world.transition(source.id, moving), refusedWith(expected))
  }
  await world.set(directory, { customers: {}, subscriptions: { [source.id]: { mapped: false } } })
  await assert.rejects(world.transition(source.id, moving), refusedWith(faults.subscriptionIdsNotConvertible))
  const [item] = (await world.eligibilities(source.id)).items
  assert.deepEqual(
    item?.eligibilities.map(({ errors }) => errors),
    [
      [],
      [
        {
          code: 0,
          description: "Transition type isn't compatible - AzureAD subscription mapping is required.",
        },
      ],
    ],
  )
})

test('another subscription with the same services stops the transfer of licences alone', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  await world.buy(businessBasic, 3)

  const [item] = (await world.eligibilities(source.id)).items
  assert.deepEqual(
    item?.eligibilities.map(({ transitionType, errors }) => [transitionType, errors.map(({ code }) => code)]),
    [
      ['transition_only', []],
      ['transition_with_license_transfer', [3]],
    ],
  )
  const moving = { toCatalogItemId: e5, quantity: 40, transitionType: 'transition_with_license_transfer' }
  await assert.rejects(world.transition(source.id, moving), refusedWith(faults.operationNotSupported))
})

test('a subscription without a path has no eligibilities, an unknown type of them is not supported', async () => {
  const world = await transitionWorld()
  const top = await world.buy(e5, 5)

  assert.deepEqual(await world.eligibilities(top.id), {
    totalCount: 0,
    items: [],
    attributes: { objectType: 'Collection' },
  })
  await assert.rejects(
    world.eligibilities(top.id, { eligibilityType: 'soon' }),
    refusedWith(faults.operationNotSupported),
  )
  await assert.rejects(
    world.transition(top.id, { toCatalogItemId: e3, quantity: 5 }),
    refusedWith(faults.catalogItemNotEligible),
  )
})

test('the credit line must bear the difference', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 10)
  await world.until(midCycle)
  // 10 × (27.41 − 16.45) = 109.60 more; nothing else was charged in that month.
  const partners = (limitUsd: string) => ({ [world.partnerId]: { limitUsd } })
  const asked = { toCatalogItemId: e5, quantity: 10 }

  await world.set(credit, { ...credit.initial, partners: partners('109.59') })
  await assert.rejects(world.transition(source.id, asked), refusedWith(faults.prepaidCreditInsufficient))

  await world.set(credit, { ...credit.initial, partners: partners('109.60') })
  await world.transition(source.id, asked)
})

test('a sandbox moves no more than 25 seats into one subscription', async () => {
  const world = await transitionWorld()
  const sandboxed = await transitionWorld({
    principal: { partner: { ...world.partner, environment: 'sandbox' } },
  })
  const source = await sandboxed.buy(e3, 40)

  await assert.rejects(
    sandboxed.transition(source.id, { toCatalogItemId: e5, quantity: 26 }),
    refusedWith(faults.subscriptionSeatLimitExceeded),
  )
})

test('the 300 seats of a business SKU are counted over all subscriptions of the tenant', async () => {
  const world = await transitionWorld()
  const source = await world.buy(businessBasic, 100)
  await world.buy(businessStandard, 250)

  await assert.rejects(
    world.transition(source.id, { toCatalogItemId: businessStandard, quantity: 51 }),
    (error) =>
      error instanceof Fault &&
      error.spec === faults.seatLimitExceeded &&
      error.params['requestedSeats'] === 51 &&
      error.params['remainingSeats'] === 50,
  )
})

test('history can be asked for one operation, by either name of the parameter', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  const first = await world.transition(source.id, { toCatalogItemId: e5, quantity: 1 })
  await world.wait('PT1M')
  const second = await world.transition(source.id, { toCatalogItemId: e5, quantity: 2 })
  const ids = async (query: Record<string, string> = {}) =>
    (await world.history(source.id, query)).items.map(({ operationId }) => operationId)

  assert.deepEqual(await ids(), [second.operationId, first.operationId])
  assert.deepEqual(await ids({ operationId: first.operationId.toUpperCase() }), [first.operationId])
  assert.deepEqual(await ids({ 'operation-id': second.operationId }), [second.operationId])
  assert.deepEqual(await ids({ operationId: customerId }), [])
  assert.equal(dateOf(world.world.now), '2026-11-20')
})

test('an item whose sale has ended is listed without an availability, as not eligible', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  const endOfSale = [{ productId: e5.slice(0, 12), from: '2026-11-20' }]
  await world.set(catalogueChanges, { ...catalogueChanges.initial, endOfSale })

  const { items } = await world.eligibilities(source.id)

  assert.deepEqual(
    items.map(({ catalogItemId, eligibilities }) => [
      catalogItemId,
      eligibilities[0]?.errors.map(({ code }) => code),
    ]),
    [[e5, [8]]],
  )
  await assert.rejects(
    world.transition(source.id, { toCatalogItemId: e5, quantity: 1 }),
    refusedWith(faults.catalogItemNotEligible),
  )
})

test('eligibilities name existing subscriptions at once, and none for the end of the term', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  const target = await world.buy(e5, 5)

  const [now] = (await world.eligibilities(source.id)).items
  const [later] = (await world.eligibilities(source.id, { eligibilityType: 'Scheduled' })).items

  assert.deepEqual(
    now?.subscriptionEligibilities.map(({ subscriptionId, errors }) => [
      subscriptionId,
      errors.map(({ code }) => code),
    ]),
    [[target.id, [2]]],
  )
  assert.deepEqual(later?.subscriptionEligibilities, [])
  await assert.rejects(
    world.transition(source.id, { toCatalogItemId: e5, toSubscriptionId: target.id, quantity: 1 }),
    refusedWith(faults.targetNotReady),
  )
})

test('a source that waits for its renewal cannot move', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  await world.until('2027-11-20T00:00:30Z')

  await assert.rejects(
    world.transition(source.id, { toCatalogItemId: e5, quantity: 40 }),
    refusedWith(faults.operationIsPending),
  )
})
