import * as fc from 'fast-check'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  addDuration,
  addMonths,
  dateOf,
  daysBetween,
  endOfDay,
  findDate,
  findInstant,
  formatInstant,
  isDuration,
  isPlainDate,
  lastOfMonth,
  parseInstant,
  plainDate,
  startOfDay,
  termEnd,
} from './time.ts'

const anyDate = fc.integer({ min: -200_000, max: 200_000 }).map((n) => addDays(plainDate('2000-01-01'), n))

test('a moment is printed with a fraction only when it has one', (t) => {
  t.assert.equal(formatInstant(parseInstant('2026-01-15T09:00:00Z')), '2026-01-15T09:00:00Z')
  t.assert.equal(formatInstant(parseInstant('2026-01-15T09:00:00.1234567Z')), '2026-01-15T09:00:00.123Z')
  t.assert.equal(formatInstant(parseInstant('2026-01-15T09:00:00+01:00')), '2026-01-15T08:00:00Z')
  t.assert.equal(formatInstant(parseInstant('1969-12-31T23:59:59.5Z')), '1969-12-31T23:59:59.500Z')
})

test('text that is no moment is refused', (t) => {
  for (const text of [
    '',
    'tomorrow',
    '2026-02-29T00:00:00Z',
    '2026-01-15T24:00:00Z',
    '2026-13-01',
    '15/01/2026',
  ])
    t.assert.equal(findInstant(text), undefined, text)
})

test('a day can be named with or without a time and a zone', (t) => {
  for (const text of ['2026-06-30', '2026-06-30T00:00:00', '2026-06-30T23:59:59Z'])
    t.assert.equal(findDate(text), '2026-06-30', text)
})

test('the end of a day is its last second', (t) => {
  t.assert.equal(formatInstant(endOfDay(plainDate('2026-06-30'))), '2026-06-30T23:59:59Z')
  t.assert.equal(formatInstant(startOfDay(plainDate('2026-06-30'))), '2026-06-30T00:00:00Z')
})

test('terms end the day before the same day of a later month', (t) => {
  const rows = [
    ['2027-01-31', 'P1M', '2027-02-27'],
    ['2027-02-28', 'P1M', '2027-03-27'],
    ['2026-03-31', 'P1Y', '2027-03-30'],
    ['2028-02-29', 'P1Y', '2029-02-27'],
    ['2026-11-20', 'P1Y', '2027-11-19'],
    ['2026-11-20', 'P3Y', '2029-11-19'],
    ['2026-11-20', 'P30D', '2026-12-19'],
  ] as const
  for (const [start, duration, end] of rows)
    t.assert.equal(termEnd(plainDate(start), duration), end, `${start} ${duration}`)
})

test('monthly cycles of a term keep the anchor day', (t) => {
  const anchor = plainDate('2026-03-31')
  const starts = [0, 1, 2, 3].map((k) => addMonths(anchor, k))
  t.assert.deepEqual(starts, ['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'])
})

test('months are added within the month, never past it', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
      const moved = addMonths(date, months)
      const sameDay = moved.slice(8) === date.slice(8)
      const clamped = moved === lastOfMonth(moved) && moved.slice(8) < date.slice(8)
      return isPlainDate(moved) && (sameDay || clamped)
    }),
  )
})

test('days between two dates undo adding days', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
      return daysBetween(date, addDays(date, days)) === days
    }),
  )
})

test('printing and reading a moment give the same moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e14 }), (ms) => {
      const moment = parseInstant(
        formatInstant(parseInstant(Temporal.Instant.fromEpochMilliseconds(ms).toString())),
      )
      return (
        moment === ms && dateOf(moment) === Temporal.Instant.fromEpochMilliseconds(ms).toString().slice(0, 10)
      )
    }),
  )
})

test('a duration moves the date and keeps the time of day', (t) => {
  const start = parseInstant('2027-01-31T10:30:00Z')
  t.assert.equal(formatInstant(addDuration(start, 'P1M')), '2027-02-28T10:30:00Z')
  t.assert.equal(formatInstant(addDuration(start, 'P1DT2H')), '2027-02-01T12:30:00Z')
  t.assert.equal(formatInstant(addDuration(start, 'PT1.5S')), '2027-01-31T10:30:01.500Z')
  t.assert.equal(formatInstant(addDuration(start, '-P1M')), '2026-12-31T10:30:00Z')
})

test('a duration needs a part', (t) => {
  for (const text of ['P', 'PT', 'P1YT', '1Y', 'P1.5M', '']) t.assert.equal(isDuration(text), false, text)
  for (const text of ['P1M', 'P1Y', 'P3Y', 'P30D', 'PT24H', 'P2W', 'P1Y2M3DT4H5M6S'])
    t.assert.equal(isDuration(text), true, text)
})
