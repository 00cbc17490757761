import * as fc from 'fast-check'
import { test } from 'node:test'
import { addDays, daysBetween, plainDate, type PlainDate } from '../../../kernel/time.ts'
import { allowedEndDates, endDateIsInRange } from './coterm.ts'
import { licences } from './subscription.fixture.ts'
import { cycleAt, naturalEnd, termDays, type Term } from './term.ts'

const term = (
  start: string,
  termDuration: string,
  billingCycle: Term['billingCycle'],
  end?: string,
): Term => ({
  ...termDays(plainDate(start), termDuration, end === undefined ? undefined : plainDate(end)),
  termDuration,
  billingCycle,
})

/** The first days of the cycles of a term. */
function startsOf(whole: Term): string[] {
  const starts: string[] = []
  for (let day = whole.termStart; day <= whole.commitmentEnd; day = addDays(cycleAt(whole, day).end, 1)) {
    starts.push(cycleAt(whole, day).start)
  }
  return starts
}

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

test('terms that begin on the 30th or the 31st have the printed cycles', (t) => {
  // Published: common billing scenarios for one-time and recurring, twelve rows each.
  const printed = (year: number, days: readonly string[]) => days.map((day) => `${year}-${day}`)
  t.assert.deepEqual(
    startsOf(term('2023-01-30', 'P1Y', 'monthly')),
    printed(2023, [
      ...['01-30', '02-27', '03-30', '04-29', '05-30', '06-29'],
      ...['07-30', '08-30', '09-29', '10-30', '11-29', '12-30'],
    ]),
  )
  t.assert.deepEqual(
    startsOf(term('2023-01-31', 'P1Y', 'monthly')),
    printed(2023, [
      ...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'],
      ...['07-31', '08-31', '09-30', '10-31', '11-30', '12-31'],
    ]),
  )
})

test('a month-long term is one cycle, on whatever day it begins', (t) => {
  for (const day of ['2027-01-28', '2027-01-29', '2027-01-30', '2027-01-31', '2027-02-28', '2028-02-29'])
    t.assert.deepEqual(startsOf(term(day, 'P1M', 'monthly')), [day])
})

test('a term that ends on a set day is counted back from it: the part comes first', (t) => {
  const first = (whole: Term) => cycleAt(whole, whole.termStart)
  // Both are published: 12 of the 31 days to a month end, and 13 of 28 up to the 14th.
  const monthEnd = term('2026-01-20', 'P1Y', 'monthly', '2026-12-31')
  t.assert.deepEqual(first(monthEnd), { start: '2026-01-20', end: '2026-01-31', days: 31 })
  t.assert.deepEqual(startsOf(monthEnd).slice(1, 4), ['2026-02-01', '2026-03-01', '2026-04-01'])
  const aligned = term('2026-03-02', 'P1Y', 'monthly', '2027-01-14')
  t.assert.deepEqual(first(aligned), { start: '2026-03-02', end: '2026-03-14', days: 28 })
  t.assert.deepEqual(startsOf(aligned).at(-1), '2026-12-15')
  const yearly = term('2026-11-20', 'P1Y', 'annual', '2027-03-31')
  t.assert.deepEqual(first(yearly), { start: '2026-11-20', end: '2027-03-31', days: 365 })
  const threeYears = term('2022-07-01', 'P3Y', 'annual', '2024-10-01')
  t.assert.deepEqual(startsOf(threeYears), ['2022-07-01', '2022-10-02', '2023-10-02'])
})

test('a term of an older world is counted from its start, and its last cycle is cut', (t) => {
  const { cycleAnchor: _none, ...old } = term('2026-01-20', 'P1Y', 'monthly', '2026-12-31')
  t.assert.deepEqual(startsOf(old).slice(0, 2), ['2026-01-20', '2026-02-20'])
  t.assert.deepEqual(cycleAt(old, plainDate('2026-12-25')), {
    start: '2026-12-20',
    end: '2026-12-31',
    days: 31,
  })
  const { cycleAnchor: _none2, ...thirtieth } = term('2023-01-30', 'P1Y', 'monthly')
  t.assert.deepEqual(startsOf(thirtieth).slice(0, 3), ['2023-01-30', '2023-02-28', '2023-03-30'])
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
  const shortenedBy = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: 0 })
  fc.assert(
    fc.property(starts, kinds, shortenedBy, (start, [duration = '', cycle = ''], less) => {
      const natural = naturalEnd(start, duration)
      const end = addDays(natural, -(less % (daysBetween(start, natural) + 1)))
      const whole = term(start, duration, cycle as Term['billingCycle'], end)
      let from: PlainDate = start
      while (from <= whole.commitmentEnd) {
        const found = cycleAt(whole, from)
        const length = daysBetween(found.start, found.end) + 1
        // Only the first one can be a part, if the end was set, and no part is longer than its cycle.
        const isPart = from === start && end !== natural
        if (found.start !== from || cycleAt(whole, found.end).start !== from) return false
        if (isPart ? length > found.days : length !== found.days) return false
        from = addDays(found.end, 1)
      }
      return from === addDays(whole.commitmentEnd, 1)
    }),
    { numRuns: 500 },
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
