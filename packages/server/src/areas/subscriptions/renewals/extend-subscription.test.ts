import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import { renewals } from '../../../collaborators/renewals.ts'
import { e3, e3Trial, e5, renewalsWorld, saas, type RenewalsWorld } from './renewals-world.fixture.ts'

const refusedWith = (spec: FaultSpec) => (error: unknown) => error instanceof Fault && error.spec === spec

const atTermEnd = (actionType: 'RenewToNewTerm' | 'RenewToExtendedServiceTerm' | 'Cancel') => ({
  scheduledActions: [{ scheduleType: 'TermEnd' as const, actionType }],
})

/** Ten seats of E3 for a year from 2026-11-20, whose renewal was switched off. */
async function notRenewing(world: RenewalsWorld): Promise<string> {
  const { id } = await world.buy(e3, 10)
  await world.patch(id, { autoRenewEnabled: false })
  return id
}

test('whoever only switches renewal off has chosen months of service, three percent above a month alone', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  const { body } = await world.patch(id, { autoRenewEnabled: false })
  assert.deepEqual(body?.scheduledActions, [
    {
      scheduleType: 'TermEnd',
      actionType: 'RenewToExtendedServiceTerm',
      effectiveDate: '2027-11-20T00:00:00Z',
    },
  ])

  const events = await world.until('2028-01-20T12:00:00Z')
  const { body: month } = await world.patch(id, { friendlyName: 'Suite' })
  assert.deepEqual(
    events.filter((event) => event.endsWith('extended')),
    [
      '2027-11-20 subscription-extended',
      '2027-12-20 subscription-extended',
      '2028-01-20 subscription-extended',
    ],
  )
  assert.deepEqual((await world.ledger()).slice(-3), [
    '2027-11-20 renew 10 226.60',
    '2027-12-20 renew 10 226.60',
    '2028-01-20 renew 10 226.60',
  ])
  assert.deepEqual(
    [month?.status, month?.termDuration, month?.autoRenewEnabled, month?.commitmentEndDate],
    ['active', 'P1M', false, '2028-02-19T00:00:00Z'],
  )
})

test('a SKU that is not sold for a month costs twenty-three percent more than a month of its year', async () => {
  const world = await renewalsWorld()
  await notRenewing(world)
  const endOfSale = [
    { productId: 'CFQ7TTC0LFLX', skuId: '0001', termDuration: 'P1M', from: '2027-01-01T00:00:00Z' },
  ]
  await world.set(catalogueChanges, { ...catalogueChanges.initial, endOfSale })
  await world.until('2027-11-20T12:00:00Z')

  assert.equal((await world.ledger()).at(-1), '2027-11-20 renew 10 246.00')
})

test('a month of service is cancelled at any time, and its days are given back', async () => {
  const world = await renewalsWorld()
  const id = await notRenewing(world)
  await world.until('2027-12-11T09:00:00Z')
  const { body } = await world.patch(id, { status: 'deleted' })

  assert.equal(body?.status, 'deleted')
  assert.deepEqual((await world.ledger()).slice(-2), [
    '2027-11-20 renew 10 226.60',
    '2027-12-11 cancelImmediate -10 -67.90',
  ])
  assert.deepEqual(await world.until('2029-01-01T00:00:00Z'), [])
})

test('a month of service is cancelled to its last moment', async () => {
  const world = await renewalsWorld()
  const id = await notRenewing(world)
  await world.until('2027-12-19T23:59:59Z')
  await world.patch(id, { status: 'deleted' })
  assert.equal((await world.ledger()).at(-1), '2027-12-19 cancelImmediate -10 -7.50')
})

test('Cancel ends the subscription with its term: no grace, nothing to pay, its data kept for 90 days', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  const { body } = await world.patch(id, atTermEnd('Cancel'))
  assert.deepEqual([body?.autoRenewEnabled, body?.scheduledActions?.[0]?.actionType], [false, 'Cancel'])
  const events = await world.until('2027-11-20T12:00:00Z')

  assert.equal(events.at(-1), '2027-11-20 subscription-disabled')
  assert.equal((await world.find(id)).status, 'disabled')
  assert.equal((await world.ledger()).length, 12)
  assert.equal(await world.seats(e3), 0)
  await world.until('2028-02-17T23:59:59Z')
  assert.equal((await world.find(id)).status, 'disabled')
  await world.until('2028-02-18T00:00:00Z')
  assert.equal((await world.find(id)).status, 'deleted')
})

test('months of service end by Cancel, and go back to the old term by RenewToNewTerm', async () => {
  const world = await renewalsWorld()
  const [ending, returning] = [await notRenewing(world), await notRenewing(world)]
  await world.until('2027-11-25T10:00:00Z')
  await world.patch(ending, atTermEnd('Cancel'))
  const { body } = await world.patch(returning, atTermEnd('RenewToNewTerm'))
  assert.deepEqual([body?.autoRenewEnabled, body?.scheduledActions], [true, undefined])
  await world.until('2027-12-20T12:00:00Z')

  assert.equal((await world.find(ending)).status, 'disabled')
  const renewed = await world.find(returning)
  assert.deepEqual(
    [renewed.termDuration, renewed.billingCycle, renewed.commitmentEnd, renewed.extension],
    ['P1Y', 'monthly', '2028-12-19', undefined],
  )
  assert.equal((await world.ledger()).at(-1), '2027-12-20 renew 10 200.00')
})

test('a longer term begins at once and leaves the months of service', async () => {
  const world = await renewalsWorld()
  const id = await notRenewing(world)
  await world.until('2027-12-05T10:00:00Z')
  const { body } = await world.patch(id, { termDuration: 'P1Y' })

  assert.deepEqual([body?.termDuration, body?.commitmentEndDate], ['P1Y', '2028-12-04T00:00:00Z'])
  assert.deepEqual((await world.ledger()).slice(-2), [
    '2027-12-05 extendTerm -10 -113.30',
    '2027-12-05 extendTerm 10 200.00',
  ])
  assert.equal((await world.find(id)).extension, undefined)
})

test('what a body says of the end of the term is what differs from what was chosen', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  const choice = async (changes: Parameters<RenewalsWorld['patch']>[1]) => {
    await world.patch(id, changes)
    const { autoRenewEnabled, endOfTerm } = await world.find(id)
    return [autoRenewEnabled, endOfTerm]
  }
  assert.deepEqual(await choice(atTermEnd('RenewToNewTerm')), [true, undefined])
  assert.deepEqual(await choice({ ...atTermEnd('RenewToNewTerm'), autoRenewEnabled: undefined }), [
    true,
    undefined,
  ])
  assert.deepEqual(await choice(atTermEnd('Cancel')), [false, 'cancel'])
  assert.deepEqual(await choice({ quantity: 11, scheduledActions: undefined }), [false, 'cancel'])
  assert.deepEqual(await choice({ scheduledActions: [] }), [false, 'extend'])
  assert.deepEqual(await choice({ autoRenewEnabled: true }), [true, undefined])
  assert.deepEqual(await choice(atTermEnd('RenewToExtendedServiceTerm')), [false, 'extend'])
  assert.deepEqual(await choice({ status: 'suspended' }), [false, undefined])
})

test('a transition at the end of the term is an action with instructions', async () => {
  const world = await renewalsWorld()
  const id = await notRenewing(world)
  const [productId = '', skuId = ''] = e5.split(':')
  const instructions = {
    product: { productId, skuId, termDuration: 'P1Y', billingCycle: 'annual' },
    quantity: 12,
  }
  const transition = { scheduleType: 'TermEnd' as const, actionType: 'Transition' as const, instructions }
  const { body } = await world.patch(id, { scheduledActions: [transition] })
  assert.deepEqual(
    [body?.autoRenewEnabled, body?.scheduledNextTermInstructions?.product.productId],
    [true, productId],
  )
  await world.until('2027-11-20T12:00:00Z')
  const { skuId: became, quantity } = await world.find(id)
  assert.deepEqual([became, quantity], [skuId, 12])
})

test('only the end of a term that can be extended is chosen, and only for its end', async () => {
  const world = await renewalsWorld()
  const [trial, service] = [await world.buy(e3Trial, 25), await world.buy(saas, 5)]
  const { id } = await world.buy(e3, 10)
  await world.until('2026-11-20T12:00:00Z')
  for (const other of [trial.id, service.id])
    await assert.rejects(world.patch(other, atTermEnd('Cancel')), refusedWith(faults.autoRenewNotEligible))
  const later = { scheduleType: 'CustomDate' as const, actionType: 'Cancel' as const }
  await assert.rejects(
    world.patch(id, { scheduledActions: [later] }),
    refusedWith(faults.requestInputIsInvalid),
  )
  await world.graceOnly()
  await assert.rejects(world.patch(id, atTermEnd('Cancel')), refusedWith(faults.autoRenewNotEligible))
})

test('after a suspension the months of service follow again, and the answer says so', async () => {
  const world = await renewalsWorld()
  const { id } = await world.buy(e3, 10)
  const { body: suspended } = await world.patch(id, { status: 'suspended' })
  const { body } = await world.patch(id, { status: 'active' })
  assert.deepEqual(
    [suspended?.scheduledActions, body?.scheduledActions?.[0]?.actionType],
    [undefined, 'RenewToExtendedServiceTerm'],
  )
  const { version } = await world.find(id)
  await world.patch(id, {})
  assert.equal((await world.find(id)).version, version)
  await world.until('2027-11-20T12:00:00Z')
  assert.equal((await world.ledger()).at(-1), '2027-11-20 renew 10 226.60')
})

test('a suspended subscription has no months of service, and a trial ends as before', async () => {
  const world = await renewalsWorld()
  const [licences, trial] = [await world.buy(e3, 10), await world.buy(e3Trial, 25)]
  await world.patch(licences.id, { status: 'suspended' })
  await world.patch(trial.id, { autoRenewEnabled: false })
  await world.until('2026-12-20T12:00:00Z')
  assert.equal((await world.find(trial.id)).status, 'expired')
  await world.until('2027-11-20T12:00:00Z')
  assert.equal((await world.find(licences.id)).status, 'disabled')
})

test('what is not sold any more is not extended', async () => {
  const world = await renewalsWorld()
  const id = await notRenewing(world)
  const endOfSale = [{ productId: 'CFQ7TTC0LFLX', skuId: '0001', from: '2027-01-01T00:00:00Z' }]
  await world.set(catalogueChanges, { ...catalogueChanges.initial, endOfSale })
  const events = await world.until('2027-11-20T12:00:00Z')
  assert.deepEqual(events.slice(-2), [
    '2027-11-20 subscription-renewal-failed',
    '2027-11-20 subscription-expired',
  ])
  assert.equal((await world.find(id)).status, 'expired')
})

test('while the nightly work is paused what will be extended is being renewed', async () => {
  const world = await renewalsWorld()
  const id = await notRenewing(world)
  await world.set(renewals, { paused: true })
  await world.until('2027-11-20T05:00:00Z')
  await assert.rejects(world.patch(id, atTermEnd('Cancel')), refusedWith(faults.operationIsPending))
  await world.patch(id, { friendlyName: 'Suite' })
  await world.set(renewals, { paused: false })
  await world.until('2027-11-20T07:00:00Z')
  assert.equal((await world.find(id)).termStart, '2027-11-20')
})
