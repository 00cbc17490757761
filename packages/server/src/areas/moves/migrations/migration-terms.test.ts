import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../../kernel/time.ts'
import { endOfFirstTerm, onDay, termOf } from './migration-terms.ts'

const source = (termStart: string, commitmentEnd: string) => ({
  termStart: plainDate(termStart),
  commitmentEnd: plainDate(commitmentEnd),
  termDuration: 'P1Y',
  billingCycle: 'monthly' as const,
  promotionId: 'SPRING',
})

/** The first two are published, the third is the default that the page describes. */
const ends: readonly (readonly [string, string, string, boolean, string, string])[] = [
  ['2021-02-11', '2022-02-10', 'P1M', false, '2021-11-17', '2021-12-10'],
  ['2026-07-01', '2027-06-30', 'P1Y', true, '2026-11-20', '2027-11-19'],
  ['2026-07-01', '2027-06-30', 'P1Y', false, '2026-11-20', '2027-06-30'],
  ['2026-07-01', '2027-06-30', 'P3Y', false, '2026-11-20', '2029-06-30'],
  ['2026-07-01', '2027-06-30', 'P1M', false, '2026-11-30', '2026-11-30'],
  ['2026-07-01', '2027-06-30', 'P1M', false, '2026-12-01', '2026-12-30'],
  ['2026-07-01', '2027-06-30', 'P1M', true, '2026-11-20', '2026-12-19'],
  ['2025-07-01', '2026-06-30', 'P1Y', false, '2026-07-01', '2027-06-30'],
]

for (const [start, end, term, isFull, today, expected] of ends) {
  test(`from ${start} to ${end}, migrated on ${today} to ${term}${isFull ? ' in full' : ''}: ${expected}`, () => {
    assert.equal(endOfFirstTerm(source(start, end), term, isFull, plainDate(today)), expected)
  })
}

test('on a later day the subscription has renewed, without its promotion', () => {
  const bought = source('2026-07-01', '2027-06-30')

  assert.equal(onDay(bought, plainDate('2027-06-30')), bought)
  const renewed = onDay(bought, plainDate('2028-07-01'))
  assert.deepEqual(
    [renewed.termStart, renewed.commitmentEnd, renewed.promotionId],
    ['2028-07-01', '2029-06-30', undefined],
  )
})

test('a term that does not exist is none, a cycle that does not exist unknown', () => {
  const held = source('2026-07-01', '2027-06-30')

  assert.deepEqual(termOf(held, {}), { termDuration: 'P1Y', billingCycle: 'monthly' })
  assert.deepEqual(termOf(held, { termDuration: 'p1m', billingCycle: 'Annual' }), {
    termDuration: 'P1M',
    billingCycle: 'annual',
  })
  assert.deepEqual(termOf(held, { termDuration: 'P2Y', billingCycle: 'weekly' }), {
    termDuration: undefined,
    billingCycle: 'unknown',
  })
})
