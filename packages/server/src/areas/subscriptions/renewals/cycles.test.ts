import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../../kernel/time.ts'
import { changeSubscription } from '../subscription/public.ts'
import { e3, renewalsWorld } from './renewals-world.fixture.ts'

test('a running term of an older world keeps the cycles that it was charged by until it renews', async () => {
  const world = await renewalsWorld()
  const older = await world.buy(e3, 10, { customTermEndDate: plainDate('2027-02-28') })
  const { cycleAnchor: _none, listPrice: _price, ...kept } = older
  const old = { ...kept, chargedThrough: plainDate('2026-12-19') }
  await world.in((scope) => changeSubscription(scope, older, old))

  await world.until('2027-03-01T12:00:00Z')

  assert.deepEqual((await world.ledger()).slice(1), [
    '2026-12-20 cycleCharge 10 200.00',
    '2027-01-20 cycleCharge 10 200.00',
    // From 20 to 28 February, the last cycle cut: 9 days of 28.
    '2027-02-20 cycleCharge 10 64.20',
    '2027-03-01 renew 10 200.00',
  ])
  const renewed = await world.find(older.id)
  assert.deepEqual([renewed.termStart, renewed.cycleAnchor], ['2027-03-01', '2027-03-01'])
})

test('a term that ends on a set day pays its part first and whole months after it', async () => {
  const world = await renewalsWorld()
  await world.buy(e3, 10, { customTermEndDate: plainDate('2027-02-28') })

  await world.until('2027-02-28T12:00:00Z')

  assert.deepEqual(await world.ledger(), [
    // 11 of the 30 days of November, at 7.33 a seat.
    '2026-11-20 new 10 73.30',
    '2026-12-01 cycleCharge 10 200.00',
    '2027-01-01 cycleCharge 10 200.00',
    '2027-02-01 cycleCharge 10 200.00',
  ])
})
