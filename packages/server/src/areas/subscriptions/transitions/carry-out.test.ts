import assert from 'node:assert/strict'
import test from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import { Holdings, refundableSeats } from '../subscription/public.ts'
import {
  businessBasic,
  businessStandard,
  customerId,
  e3,
  e3Trial,
  e5,
  eventsOf,
  midCycle,
  refusedWith,
  transitionWorld,
} from './transition-world.fixture.ts'

test('some seats go to a new subscription that ends and is billed with its source', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  await world.until(midCycle)

  const answer = await world.transition(source.id, { toCatalogItemId: `${e5}:ANY`, quantity: 10 })

  assert.deepEqual(
    answer.events.map(({ name, status }) => `${name} ${status}`),
    ['Conversion Started'],
  )
  const [left, target] = [await world.find(source.id), await world.find(answer.toSubscriptionId ?? '')]
  assert.deepEqual([left.quantity, left.status, target.quantity, target.status], [30, 'active', 10, 'active'])
  assert.equal(`${target.productId}:${target.skuId}`, e5)
  assert.equal(target.commitmentEnd, source.commitmentEnd)
  assert.equal(target.chargedThrough, '2027-02-19')
  assert.deepEqual(await world.converts(), ['-10 -164.50', '10 274.10'])
  assert.equal(refundableSeats(target.seatLots, world.world.now), 0)
  assert.equal(target.cancellation, undefined)
  assert.deepEqual(await eventsOf(world, source.id), ['Conversion Started', 'Conversion Completed'])
})

test('a full upgrade replaces the product and keeps the id, the end and the cycle', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  await world.change(source.id, { nextTerm: { product: source, quantity: 7 } })
  await world.until(midCycle)

  const answer = await world.transition(source.id, { toCatalogItemId: `${e5}:ANY`, quantity: 45 })

  const after = await world.find(source.id)
  assert.equal(answer.toSubscriptionId, undefined)
  assert.equal(answer.fromCatalogItemId, `${e3}:${source.availabilityId}`)
  assert.equal(answer.toCatalogItemId, `${e5}:${after.availabilityId}`)
  assert.deepEqual([after.quantity, `${after.productId}:${after.skuId}`, after.updateCount], [45, e5, 1])
  assert.deepEqual([after.commitmentEnd, after.chargedThrough], [source.commitmentEnd, '2027-02-19'])
  assert.deepEqual([after.nextTerm, after.cancellation], [undefined, undefined])
  assert.equal(refundableSeats(after.seatLots, world.world.now), 0)
  // 40 × 30.00 × 17/31 and 45 × 50.00 × 17/31
  assert.deepEqual(await world.converts(), ['-40 -658.00', '45 1233.45'])
  assert.deepEqual(await eventsOf(world, source.id), [
    'Conversion Started',
    'Conversion Completed',
    'LicenseReassignment Started',
    'LicenseReassignment Completed',
  ])
})

test('the seats of the tenant are counted with their new product', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)

  await world.transition(source.id, { toCatalogItemId: e5, quantity: 40 })

  const held = await world.in((scope) => new Holdings(scope).list(customerId))
  assert.deepEqual(
    held.map(({ sku, seats, subscriptions }) => [sku, seats, subscriptions]),
    [
      [e3, 0, 0],
      [e5, 40, 1],
    ],
  )
})

test('a longer term begins on the day of the transition', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40, { termDuration: 'P1M' })
  await world.wait('P3D')

  const whole = { toCatalogItemId: e5, quantity: 40, termDuration: 'P1Y', billingCycle: 'Annual' }
  await world.transition(source.id, whole)

  const after = await world.find(source.id)
  assert.deepEqual([after.termStart, after.commitmentEnd], ['2026-11-23', '2027-11-22'])
  assert.deepEqual([after.billingCycle, after.chargedThrough], ['annual', '2027-11-22'])
  assert.equal((await world.converts())[1], '40 24000.00')
})

test('all seats into an existing subscription end their source, without a refund window', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  const target = await world.buy(e5, 5)
  await world.until(midCycle)

  const into = { toCatalogItemId: e5, toSubscriptionId: target.id, quantity: 40 }
  const answer = await world.transition(source.id, into)

  const [left, grown] = [await world.find(source.id), await world.find(target.id)]
  assert.deepEqual([left.quantity, left.status, left.autoRenewEnabled], [0, 'deleted', false])
  assert.deepEqual(
    [grown.quantity, grown.commitmentEnd, grown.billingCycle],
    [45, target.commitmentEnd, 'monthly'],
  )
  assert.equal(answer.toSubscriptionId, target.id)
  assert.deepEqual(await world.converts('moveQuantity'), ['-40 -658.00', '40 1096.40'])
  assert.equal((await world.history(target.id)).totalCount, 1)
})

test('some seats into an existing subscription leave the rest where they are', async () => {
  const world = await transitionWorld()
  const source = await world.buy(e3, 40)
  const target = await world.buy(e5, 5)
  await world.until(midCycle)

  await world.transition(source.id, { toCatalogItemId: e5, toSubscriptionId: target.id, quantity: 15 })

  assert.equal((await world.find(source.id)).quantity, 25)
  assert.equal((await world.find(target.id)).quantity, 20)
})

test('two subscriptions become one: the first in place, the second into it', async () => {
  const world = await transitionWorld()
  const [first, second] = [await world.buy(businessBasic, 10), await world.buy(e3, 20)]
  await world.until(midCycle)

  await world.transition(first.id, { toCatalogItemId: e5, quantity: 10 })
  await world.transition(second.id, { toCatalogItemId: e5, toSubscriptionId: first.id, quantity: 20 })

  assert.equal((await world.find(first.id)).quantity, 30)
  assert.equal((await world.find(second.id)).status, 'deleted')
  assert.equal((await world.history(first.id)).totalCount, 2)
})

test('a trial becomes a paid year of at least 25 seats, billed monthly from that day', async () => {
  const world = await transitionWorld()
  const trial = await world.buy(e3Trial, 25)
  await world.wait('P4D')

  await assert.rejects(
    world.transition(trial.id, { toCatalogItemId: e3, quantity: 24 }),
    refusedWith(faults.quantityOutOfRange),
  )
  const answer = await world.transition(trial.id, { toCatalogItemId: e3, quantity: 30 })

  const paid = await world.find(trial.id)
  assert.deepEqual([answer.termDuration, answer.billingCycle], ['P1Y', 'monthly'])
  assert.deepEqual([paid.isTrial, paid.quantity, `${paid.productId}:${paid.skuId}`], [false, 30, e3])
  assert.deepEqual([paid.termStart, paid.commitmentEnd], ['2026-11-24', '2027-11-23'])
  assert.deepEqual([paid.nextTerm, paid.promotionId], [undefined, undefined])
  assert.deepEqual(await world.converts(), ['-25 0.00', '30 900.00'])
})

test('an offer of the older program becomes a new subscription and ends', async () => {
  const world = await transitionWorld({ principal: { kind: 'user' } })
  const bought = await world.buy(businessStandard, 10)
  const legacyOfferId = await world.in(async (scope) => {
    return catalogueOf(scope).legacyOffers.find(({ migratesTo }) => migratesTo === businessStandard)?.id
  })
  assert.ok(legacyOfferId, 'the catalogue has a legacy offer of that SKU')
  await world.change(bought.id, {
    commerce: 'legacy',
    productId: '',
    skuId: '',
    availabilityId: '',
    legacyOfferId,
  })

  const noSeats = { seats: -10, subscriptions: -1 }
  await world.in((scope) => new Holdings(scope).change(customerId, businessStandard, noSeats))

  const answer = await world.transition(bought.id, {
    toCatalogItemId: e3,
    quantity: 10,
    transitionType: 'transition_with_license_transfer',
  })

  assert.equal(answer.fromCatalogItemId, legacyOfferId)
  assert.equal((await world.find(bought.id)).status, 'deleted')
  assert.equal((await world.find(answer.toSubscriptionId ?? '')).quantity, 10)
  await assert.rejects(world.history(bought.id), refusedWith(faults.notSupportedForLegacySubscription))
})

test('a new target gets the promotion it is eligible for, and no other', async () => {
  const world = await transitionWorld()
  const [f1, f3] = ['CFQ7TTC0MBMD:0002', 'CFQ7TTC0LH05:0001']
  const source = await world.buy(f1, 30, { billingCycle: 'annual' })
  const asked = { toCatalogItemId: f3, quantity: 10 }
  const listPrice = await world.in(async (scope) => {
    const plan = { termDuration: 'P1Y', billingCycle: 'annual' } as const
    return catalogueOf(scope).priceOfSku({
      productId: f3.slice(0, 12),
      skuId: '0001',
      country: 'US',
      ...plan,
    })
  })

  await assert.rejects(
    world.transition(source.id, { ...asked, promotionId: '39NFJQT1PJQB:0001:39NFJQT1Q5KN' }),
    refusedWith(faults.promotionCodeIsInvalid),
  )
  const answer = await world.transition(source.id, asked)

  assert.equal(answer.promotionId, '39NFJQT1SNC7:0001:39NFJQT1Q5KM')
  const target = await world.find(answer.toSubscriptionId ?? '')
  assert.equal(target.promotionId, answer.promotionId)
  assert.equal(Number(target.termPrice) * 2, Number(listPrice?.unitPrice))
})
