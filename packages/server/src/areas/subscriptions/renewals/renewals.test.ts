import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { credit } from '../../../collaborators/purchases/credit.ts'
import { fulfilment } from '../../../collaborators/purchases/fulfilment.ts'
import { renewals } from '../../../collaborators/renewals.ts'
import { etagOf } from '../../../kernel/etag.ts'
import { e3, e3Trial, e5, renewalsWorld, saas } from './renewals-world.fixture.ts'

const refusedWith = (spec: FaultSpec) => (error: unknown) => error instanceof Fault && error.spec === spec

test('a subscription that is cancelled within a day costs nothing', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 25)
  await world.until('2026-11-20T18:00:00Z')
  const { body } = await world.patch(id, { status: 'deleted' })

  assert.equal(body?.status, 'deleted')
  assert.deepEqual(await world.ledger(), [
    '2026-11-20 new 25 500.00',
    '2026-11-20 cancelImmediate -25 -500.00',
  ])
  assert.equal(await world.seats(e3), 0)
  assert.deepEqual(await world.until('2028-01-01T00:00:00Z'), [])
})

test('a later cancellation gives back the rest of the cycle, and after the window there is none', async () => {
  const world = await renewalsWorld()
  const [early, late] = [await world.buy(e3, 25), await world.buy(e3, 25)]
  await world.until('2026-11-24T10:00:00Z')
  await world.patch(early.id, { status: 'deleted' })
  assert.equal((await world.ledger()).at(-1), '2026-11-24 cancelImmediate -25 -433.25')

  await world.until('2026-11-27T10:00:01Z')
  await assert.rejects(world.patch(late.id, { status: 'deleted' }), /168-hour cancellation window/)
})

test('fewer seats are given back by the day, and only those of open lots', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 25)
  await world.until('2026-11-24T10:00:00Z')
  await world.patch(id, { quantity: 20 })
  assert.deepEqual((await world.ledger()).slice(1), [
    '2026-11-24 removeQuantity -25 -433.25',
    '2026-11-24 removeQuantity 20 346.60',
  ])

  await world.until('2026-12-01T10:00:00Z')
  const { body } = await world.patch(id, { quantity: 25 })
  assert.deepEqual(body?.refundableQuantity, {
    totalQuantity: 5,
    details: [{ quantity: 5, allowedUntilDateTime: '2026-12-08T10:00:00Z' }],
  })
  await world.until('2026-12-03T10:00:00Z')
  await assert.rejects(world.patch(id, { quantity: 19 }), refusedWith(faults.quantityDecreaseNotAllowed))
  await world.patch(id, { quantity: 20 })
  await world.patch(id, { quantity: 25 })
  await world.until('2026-12-10T10:00:01Z')
  await assert.rejects(world.patch(id, { quantity: 24 }), refusedWith(faults.seatReductionWindowHoursPassed))
  assert.equal(await world.seats(e3), 25)
})

test('a year is charged month by month and renews at the price of the day', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  await world.until('2027-06-01T00:00:00Z')
  await world.price('360')
  const events = await world.until('2027-11-20T12:00:00Z')

  assert.equal(events.at(-1), '2027-11-20 subscription-renewed')
  const lines = await world.ledger()
  assert.equal(lines.length, 13)
  assert.deepEqual(lines.slice(10), [
    '2027-09-20 cycleCharge 10 200.00',
    '2027-10-20 cycleCharge 10 200.00',
    '2027-11-20 renew 10 300.00',
  ])
  const { body } = await world.patch(id, { friendlyName: 'Suite' })
  assert.equal(body?.commitmentEndDate, '2028-11-19T00:00:00Z')
  assert.equal(body?.commitmentEndDateTime, '2028-11-19T23:59:59Z')
  assert.equal(body?.billingCycleEndDate, '2027-12-19T00:00:00Z')
  assert.equal(body?.cancellationAllowedUntilDate, '2027-11-27T00:00:00Z')
  assert.deepEqual(body?.refundOptions, [
    { type: 'Full', expiresAt: '2027-11-21T00:00:00Z' },
    { type: 'Partial', expiresAt: '2027-11-27T00:00:00Z' },
  ])
})

test('where no extended service term is offered, what does not renew expires, is disabled and deleted', async () => {
  const world = await renewalsWorld()
  await world.graceOnly()
  const { id } = await world.buy(e3, 10)
  await world.patch(id, { autoRenewEnabled: false })
  await world.until('2027-11-19T23:59:59Z')
  const rows = [
    ['2027-11-20T00:00:00Z', 'expired'],
    ['2027-12-19T23:59:59Z', 'expired'],
    ['2027-12-20T00:00:00Z', 'disabled'],
    ['2028-03-18T23:59:59Z', 'disabled'],
    ['2028-03-19T00:00:00Z', 'deleted'],
  ] as const
  for (const [moment, status] of rows) {
    await world.until(moment)
    assert.equal((await world.find(id)).status, status, moment)
  }
  assert.equal((await world.ledger()).length, 12)
  await assert.rejects(world.patch(id, { status: 'active' }), refusedWith(faults.updatesNoLongerAllowed))
})

test('a suspended subscription is charged on, and skips the days of grace', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  const { body } = await world.patch(id, { status: 'suspended' })
  assert.equal(body?.autoRenewEnabled, false)
  await world.until('2027-11-20T00:00:00Z')
  assert.equal((await world.find(id)).status, 'disabled')
  assert.equal((await world.ledger()).length, 12)
  await world.until('2028-03-18T23:59:59Z')
  assert.equal((await world.find(id)).status, 'disabled')
  await world.until('2028-03-19T00:00:00Z')
  assert.equal((await world.find(id)).status, 'deleted')
})

test('instructions for the next term are carried out once', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  const [productId = '', skuId = ''] = e5.split(':')
  const { body } = await world.patch(id, {
    scheduledNextTermInstructions: {
      product: { productId, skuId, termDuration: 'P1Y', billingCycle: 'Annual' },
      quantity: 12,
      customTermEndDate: '2028-10-31',
    },
  })
  assert.equal(body?.scheduledNextTermInstructions?.product.billingCycle, 'annual')

  await world.until('2027-11-20T01:00:00Z')
  const renewed = await world.find(id)
  assert.deepEqual(
    [renewed.productId, renewed.quantity, renewed.commitmentEnd, renewed.billingCycle, renewed.nextTerm],
    [productId, 12, '2028-10-31', 'annual', undefined],
  )
  assert.deepEqual([await world.seats(e3), await world.seats(e5)], [0, 12])
  await world.until('2028-11-01T01:00:00Z')
  assert.equal((await world.find(id)).commitmentEnd, '2029-10-31')
})

test('a change of seats, a suspension and switching renewal off discard the instructions', async () => {
  const world = await renewalsWorld()
  const product = { productId: 'CFQ7TTC0LFLX', skuId: '0001', termDuration: 'P1Y', billingCycle: 'annual' }
  const instructions = { scheduledNextTermInstructions: { product, quantity: 12 } }
  for (const change of [{ quantity: 11 }, { status: 'suspended' }, { autoRenewEnabled: false }] as const) {
    const { id } = await world.buy(e3, 10)
    await world.patch(id, instructions)
    const { body } = await world.patch(id, change)
    assert.equal(body?.scheduledNextTermInstructions, undefined, JSON.stringify(change))
  }
})

test('a trial becomes the paid product, with a window of its own', async () => {
  const world = await renewalsWorld()
  const trial = await world.buy(e3Trial, 25)
  assert.deepEqual(trial.nextTerm?.product.termDuration, 'P1Y')
  await world.until('2026-12-20T01:00:00Z')

  const paid = await world.find(trial.id)
  assert.deepEqual(
    [paid.isTrial, paid.quantity, paid.billingCycle, paid.commitmentEnd],
    [false, 25, 'monthly', '2027-12-19'],
  )
  assert.deepEqual(await world.ledger(), ['2026-11-20 new 25 0.00', '2026-12-20 convert 25 500.00'])
  const { body } = await world.patch(trial.id, { status: 'deleted' })
  assert.equal(body?.status, 'deleted')
})

test('a product whose sale has ended does not renew', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  const endOfSale = [{ productId: 'CFQ7TTC0LFLX', skuId: '0001', from: '2027-01-01T00:00:00Z' }]
  await world.set(catalogueChanges, { ...catalogueChanges.initial, endOfSale })
  const events = await world.until('2027-11-20T00:00:00Z')
  assert.deepEqual(events.slice(-2), [
    '2027-11-20 subscription-renewal-failed',
    '2027-11-20 subscription-expired',
  ])
  assert.equal((await world.find(id)).status, 'expired')
})

test('while the nightly work is paused the end of a term waits, and is made up for', async () => {
  const world = await renewalsWorld()
  await world.graceOnly()
  const [renewing, ending] = [await world.buy(e3, 10), await world.buy(e3, 10)]
  await world.patch(ending.id, { autoRenewEnabled: false })
  await world.until('2027-11-19T12:00:00Z')
  await world.set(renewals, { paused: true })
  await world.until('2027-11-20T05:00:00Z')

  await assert.rejects(
    world.patch(renewing.id, { autoRenewEnabled: false }),
    refusedWith(faults.operationIsPending),
  )
  await assert.rejects(
    world.patch(ending.id, { friendlyName: 'x' }),
    refusedWith(faults.subscriptionIsExpiring),
  )

  await world.set(renewals, { paused: false })
  await world.until('2027-11-20T07:00:00Z')
  const after = await world.find(renewing.id)
  assert.deepEqual([after.termStart, after.commitmentEnd], ['2027-11-20', '2028-11-19'])
  assert.equal((await world.find(ending.id)).status, 'expired')
})

test('a longer term begins today and gives back the rest of the old cycle', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  await world.until('2026-12-05T10:00:00Z')
  const { body } = await world.patch(id, { termDuration: 'P3Y', billingCycle: 'annual' })
  assert.deepEqual(
    [body?.commitmentEndDate, body?.billingCycleEndDate],
    ['2029-12-04T00:00:00Z', '2027-12-04T00:00:00Z'],
  )
  const lines = await world.ledger()
  assert.equal(lines[1], '2026-12-05 extendTerm -10 -100.00')
  assert.match(lines[2] ?? '', /^2026-12-05 extendTerm 10 /)
  assert.deepEqual((await world.until('2027-12-05T01:00:00Z')).at(-1), '2027-12-05 subscription-charged')
})

test('seats that are provisioned slowly are answered with 202 and lock the subscription meanwhile', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  await world.set(fulfilment, { ...fulfilment.initial, latency: { default: 'PT10M', bySku: {} } })
  const answer = await world.patch(id, { quantity: 12 })
  assert.equal(answer.status, 202)
  assert.match(answer.headers?.['location'] ?? '', new RegExp(`/subscriptions/${id}$`))
  await assert.rejects(world.patch(id, { quantity: 13 }), refusedWith(faults.subscriptionNotReady))
  await world.until('2026-11-20T10:10:00Z')
  await world.patch(id, { friendlyName: 'x' })
  assert.equal((await world.find(id)).fulfilment, 'completed')
})

test('a new subscription is pending until it is fulfilled', async () => {
  const world = await renewalsWorld()
  await world.set(fulfilment, { ...fulfilment.initial, paused: true })
  const { id, status } = await world.buy(e3, 10)
  assert.equal(status, 'pending')
  await world.until('2026-11-21T10:00:00Z')
  assert.equal((await world.find(id)).status, 'pending')
  await world.set(fulfilment, fulfilment.initial)
  await world.until('2026-11-21T11:00:00Z')
  assert.equal((await world.find(id)).status, 'active')
})

test('a marketplace product waits for its customer, who activates it in time', async () => {
  const world = await renewalsWorld()
  const { id, status } = await world.buy(saas, 5, { termDuration: 'P1Y', billingCycle: 'annual' })
  assert.equal(status, 'pending')
  await assert.rejects(world.patch(id, { quantity: 6 }), refusedWith(faults.subscriptionNotYetActivated))
  await assert.rejects(world.activate(id), refusedWith(faults.operationNotSupportedInEnvironment))
  await world.until('2026-11-20T11:00:00Z')
  assert.equal((await world.find(id)).status, 'active')
})

test('in a sandbox the partner activates, once, and only what needs it', async () => {
  const world = await renewalsWorld('sandbox')
  const { id } = await world.buy(saas, 5, { termDuration: 'P1Y', billingCycle: 'annual' })
  await world.until('2026-11-21T10:00:00Z')
  assert.equal((await world.find(id)).status, 'pending')
  assert.deepEqual(await world.activate(id), { subscriptionId: id, status: 'Success' })
  assert.equal((await world.find(id)).status, 'active')
  await assert.rejects(world.activate(id), refusedWith(faults.alreadyActivated))
  const licences = await world.buy(e3, 5)
  await assert.rejects(world.activate(licences.id), refusedWith(faults.activationNotSupported))
})

test('the second of two writers with the same ETag is refused', async () => {
  const world = await renewalsWorld()
  const { id, version } = await world.buy(e3, 10)
  const ifMatch = `"${etagOf(id, version)}"`
  await world.patch(id, { friendlyName: 'a' }, { ifMatch })
  await assert.rejects(world.patch(id, { friendlyName: 'b' }, { ifMatch }), refusedWith(faults.etagIsStale))
})

test('a resource that is sent back as it was read changes nothing', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  await world.patch(id, {})
  assert.equal((await world.find(id)).version, 1)
})

test('within three years the cycle changes with the next charge', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10, { termDuration: 'P3Y', termPrice: '720' })
  const { body } = await world.patch(id, { billingCycle: 'annual' })
  assert.deepEqual(
    [body?.billingCycle, body?.nextChargeInstructions?.product.billingCycle],
    ['monthly', 'annual'],
  )

  const [resent, undone] = [
    await world.patch(id, {}),
    await world.patch(id, { nextChargeInstructions: undefined }),
  ]
  assert.notEqual(resent.body?.nextChargeInstructions, undefined)
  assert.equal(undone.body?.nextChargeInstructions, undefined)
})

test('a bigger quantity must be borne by the credit line', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  await world.set(credit, {
    ...credit.initial,
    otherwise: { ...credit.initial.otherwise, limitUsd: '219.99' },
  })
  await assert.rejects(world.patch(id, { quantity: 11 }), refusedWith(faults.creditLineBelowMinimum))
  await world.set(credit, {
    ...credit.initial,
    otherwise: { ...credit.initial.otherwise, limitUsd: '220.00' },
  })
  await world.patch(id, { quantity: 11 })
})
