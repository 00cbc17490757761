import * as fc from 'fast-check'
import { test } from 'node:test'
import { addDays, plainDate, type PlainDate } from '../../../kernel/time.ts'
import { allowedEndDates, endDateIsInRange } from './coterm.ts'
import { licences } from './subscription.fixture.ts'
import { cycleAt, naturalEnd, type Term } from './term.ts'

const term = (start: string, termDuration: string, billingCycle: Term['billingCycle']): Term => ({
  termStart: plainDate(start),
  commitmentEnd: naturalEnd(plainDate(start), termDuration),
  termDuration,
  billingCycle,
})

test('monthly cycles keep the day that the term began on', (t) => {
  const yearly = term('2026-03-31', 'P1Y', 'monthly')
  const rows = [
    ['2026-03-31', '2026-03-31', '2026-04-29', 30],
    ['2026-04-29', '2026-03-31', '2026-04-29', 30],
    ['2026-04-30', '2026-04-30', '2026-05-30', 31],
    ['2026-06-15', '2026-05-31', '2026-06-29', 30],
    ['2027-03-30', '2027-02-28', '2027-03-30', 31],
  ] as const
  for (const [date, start, end, days] of rows)
    t.assert.deepEqual(cycleAt(yearly, plainDate(date)), { start, end, days }, date)
})

test('the cycles of a term follow each other without a gap, from its first to its last day', () => {
  const starts = fc.integer({ min: 0, max: 5000 }).map((n) => addDays(plainDate('2024-01-01'), n))
  const kinds = fc.constantFrom(
    ['P1M', 'monthly'],
    ['P1Y', 'monthly'],
    ['P1Y', 'annual'],
    ['P3Y', 'monthly'],
    ['P3Y', 'annual'],
    ['P3Y', 'triennial'],
  )
  fc.assert(
    fc.property(starts, kinds, (start, [duration = '', cycle = '']) => {
      const whole = term(start, duration, cycle as Term['billingCycle'])
      let from: PlainDate = start
      while (from <= whole.commitmentEnd) {
        const found = cycleAt(whole, from)
        if (found.start !== from || cycleAt(whole, found.end).start !== from) return false
        from = addDays(found.end, 1)
      }
      return from === addDays(whole.commitmentEnd, 1)
    }),
  )
})

test('a term of three years aligns to the latest anniversary within it', (t) => {
  const other = licences({ id: 'a', termStart: plainDate('2021-10-02'), termDuration: 'P1Y' })
  const dates = allowedEndDates(plainDate('2022-07-01'), 'P3Y', [other])
  t.assert.deepEqual(
    dates.filter(({ type }) => type === 'subscriptionAligned').map(({ date }) => date),
    ['2022-10-01', '2023-10-01', '2024-10-01'],
  )
})

test('terms align to the last month end within them', (t) => {
  const monthEnd = (start: string, duration: string) =>
    allowedEndDates(plainDate(start), duration, [])[0]?.date
  t.assert.equal(monthEnd('2022-07-15', 'P1Y'), '2023-06-30')
  t.assert.equal(monthEnd('2022-07-15', 'P1M'), '2022-07-31')
  t.assert.equal(monthEnd('2022-07-01', 'P1M'), '2022-07-31')
})

test('only active paid subscriptions are aligned to, and a year never to a month', (t) => {
  const monthly = licences({ id: 'm', termDuration: 'P1M' })
  const trial = licences({ id: 't', isTrial: true })
  const suspended = licences({ id: 's', status: 'suspended' })
  const aligned = (duration: string) =>
    allowedEndDates(plainDate('2026-11-25'), duration, [monthly, trial, suspended]).flatMap(
      (d) => d.subscriptionIds,
    )
  t.assert.deepEqual(aligned('P1Y'), [])
  t.assert.deepEqual(aligned('P1M'), ['m'])
})

test('a month-long term does not end on a day that later months lack', (t) => {
  const start = plainDate('2027-01-15')
  t.assert.equal(endDateIsInRange(plainDate('2027-01-27'), start, 'P1M'), true)
  t.assert.equal(endDateIsInRange(plainDate('2027-01-28'), start, 'P1M'), false)
  t.assert.equal(endDateIsInRange(plainDate('2027-01-29'), start, 'P1M'), false)
  t.assert.equal(endDateIsInRange(plainDate('2027-02-28'), plainDate('2027-02-15'), 'P1M'), true)
  t.assert.equal(endDateIsInRange(plainDate('2027-01-31'), start, 'P1M'), true)
  t.assert.equal(endDateIsInRange(plainDate('2027-01-29'), start, 'P1Y'), true)
  t.assert.equal(endDateIsInRange(plainDate('2028-01-15'), start, 'P1Y'), false)
})
