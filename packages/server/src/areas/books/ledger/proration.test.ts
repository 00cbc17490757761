import * as fc from 'fast-check'
import { test } from 'node:test'
import { money, parseAmount, sumOf } from '../../../kernel/money.ts'
import { addDays, endless, plainDate } from '../../../kernel/time.ts'
import type { LineRounding } from './line-rounding.ts'
import { charge, chargeQuantityChange, refund, type Chargeable } from './proration.ts'

const item = (
  termPrice: string,
  termMonths: number,
  cycleMonths: number,
  rounding: LineRounding = 'half-up',
): Chargeable => ({
  customerId: 'c',
  subscriptionId: 's',
  orderId: 'o',
  productId: 'p',
  skuId: 'k',
  termPrice,
  listPrice: termPrice,
  currency: 'EUR',
  termMonths,
  cycleMonths,
  rounding,
})

const november = { start: plainDate('2026-11-20'), end: plainDate('2026-12-19'), days: 30 }
const yearly = item('240.00', 12, 1)

test('a purchase is charged for the whole cycle', (t) => {
  const line = charge(yearly, 'purchase', 25, november)
  t.assert.equal(line.amount, '500.00')
  t.assert.equal(line.unitPrice, '20')
  t.assert.equal(line.effectiveUnitPrice, '20')
  t.assert.deepEqual([line.billableDays, line.cycleDays], [30, 30])
})

test('a line names the promotion of its price', (t) => {
  t.assert.equal(charge({ ...yearly, promotionId: 'half' }, 'purchase', 1, november).promotionId, 'half')
  t.assert.equal('promotionId' in charge(yearly, 'purchase', 1, november), false)
})

test('fewer seats wipe the rest of the cycle and recreate it', (t) => {
  const [wipe, recreate] = chargeQuantityChange(
    yearly,
    { from: 25, to: 20 },
    november,
    plainDate('2026-11-24'),
    'r',
  )
  t.assert.equal(wipe?.amount, '-433.33')
  t.assert.equal(recreate?.amount, '346.67')
  t.assert.deepEqual([wipe?.type, wipe?.billableDays, wipe?.referenceId], ['removeQuantity', 26, 'r'])
})

test('more seats are charged from the day they are added', (t) => {
  const june = { start: plainDate('2024-06-18'), end: plainDate('2024-07-17'), days: 30 }
  const [wipe, recreate] = chargeQuantityChange(
    item('10.08', 1, 1),
    { from: 10, to: 12 },
    june,
    plainDate('2024-06-20'),
    'r',
  )
  t.assert.deepEqual([wipe?.type, recreate?.type], ['addQuantity', 'addQuantity'])
  t.assert.equal(wipe?.amount, '-94.08')
  // 112.896: rounded half up, where the published sum is cut.
  t.assert.equal(recreate?.amount, '112.90')
})

test('a cancellation within a day gives all back, later the rest of the cycle', (t) => {
  const charged = money(50000, 'EUR')
  t.assert.equal(refund(yearly, 25, november, plainDate('2026-11-20'), charged, 'full').amount, '-500.00')
  t.assert.equal(refund(yearly, 25, november, plainDate('2026-11-24'), charged, 'prorated').amount, '-433.33')
})

test('a cancellation never gives back more than was charged', (t) => {
  const refunded = (charged: number) =>
    refund(yearly, 25, november, plainDate('2026-11-24'), money(charged, 'EUR'), 'prorated').amount
  t.assert.equal(refunded(43334), '-433.33')
  t.assert.equal(refunded(43333), '-433.33')
  t.assert.equal(refunded(43332), '-433.32')
  t.assert.equal(refunded(0), '0.00')
})

test('a shortened first term is charged by its days', (t) => {
  const upFront = { start: plainDate('2026-11-20'), end: plainDate('2027-03-31'), days: 365 }
  t.assert.equal(charge(item('240.00', 12, 12), 'purchase', 10, upFront).amount, '867.95')
  const october = { start: plainDate('2024-10-10'), end: plainDate('2025-06-30'), days: 365 }
  const line = charge(item('120.00', 12, 12), 'purchase', 10, october)
  t.assert.equal(line.amount, '867.95')
  t.assert.equal(line.effectiveUnitPrice, '86.79452')
})

test('a monthly charge is a twelfth of the discounted price of the year', (t) => {
  const october = { start: plainDate('2024-10-10'), end: plainDate('2024-11-09'), days: 31 }
  t.assert.equal(charge(item('39.984', 12, 1), 'purchase', 40, october).amount, '133.28')
  t.assert.equal(charge(item('120.00', 12, 12), 'purchase', 10, { ...october, days: 365 }).unitPrice, '120')
  t.assert.equal(charge(item('5.76', 1, 1), 'purchase', 5, october).amount, '28.80')
})

test('a line is rounded half up, away from zero, so that its refund mirrors it', (t) => {
  const halfCents = item('0.06', 12, 1)
  const amounts = [1, 3, 5, -1, -3, -5].map(
    (quantity) => charge(halfCents, 'purchase', quantity, november).amount,
  )
  t.assert.deepEqual(amounts, ['0.01', '0.02', '0.03', '-0.01', '-0.02', '-0.03'])
  t.assert.equal(
    refund(halfCents, 5, november, november.start, money(300, 'EUR'), 'prorated').amount,
    '-0.03',
  )
})

test('unit prices are printed with six digits, cut and never rounded up', (t) => {
  t.assert.equal(charge(item('0.000023', 12, 1), 'purchase', 1, november).unitPrice, '0.000001')
  const half = charge(item('0.000012', 12, 1), 'purchase', 1, november, { from: plainDate('2026-12-05') })
  t.assert.deepEqual([half.billableDays, half.unitPrice, half.effectiveUnitPrice], [15, '0.000001', '0'])
})

test('a line is rounded once: nothing is lost on the way to it', (t) => {
  const twelfth = charge(item('1.00', 12, 1), 'purchase', 60_000, november)
  t.assert.deepEqual([twelfth.unitPrice, twelfth.amount], ['0.083333', '5000.00'])
  const third = charge(item('1.00', 12, 1), 'purchase', 180_000, november, { from: plainDate('2026-12-10') })
  t.assert.deepEqual(
    [third.billableDays, third.effectiveUnitPrice, third.amount],
    [10, '0.027777', '5000.00'],
  )
})

test('a line is cut by the unit, by the line or not at all, as the policy has it', (t) => {
  const from = plainDate('2026-11-24')
  const amounts = (rounding: LineRounding, quantity: number) =>
    charge(item('240.00', 12, 1, rounding), 'fewerSeats', quantity, november, { from }).amount
  t.assert.deepEqual([amounts('cut-unit', -25), amounts('cut-unit', 20)], ['-433.25', '346.60'])
  t.assert.deepEqual([amounts('cut-line', -25), amounts('cut-line', 20)], ['-433.33', '346.66'])
  t.assert.deepEqual([amounts('half-up', -25), amounts('half-up', 20)], ['-433.33', '346.67'])
})

test('the list price is printed beside what is charged', (t) => {
  const promoted = { ...item('172.80', 12, 1, 'cut-unit'), listPrice: '192' }
  const line = charge(promoted, 'moreSeats', 60, november, { from: plainDate('2026-11-30') })
  t.assert.deepEqual([line.unitPrice, line.effectiveUnitPrice, line.amount], ['16', '9.6', '576.00'])
})

test('a year that is part-used is charged by its months', (t) => {
  const year = { start: plainDate('2021-09-20'), end: plainDate('2022-09-19'), days: 365 }
  const amount = (rounding: LineRounding) =>
    charge(item('750', 36, 12, rounding), 'billingPlanChange', 10, year, {
      from: plainDate('2021-10-20'),
      share: { part: 11, whole: 12 },
    }).amount
  t.assert.deepEqual([amount('cut-unit'), amount('cut-line')], ['2291.60', '2291.66'])
  t.assert.equal(amount('half-up'), '2291.67')
})

test('what is bought for good has no last day', (t) => {
  const forGood = { start: plainDate('2026-11-20'), end: endless, days: 1 }
  const line = charge(item('931', 1, 1, 'cut-unit'), 'purchase', 3, forGood)
  t.assert.deepEqual([line.amount, line.effectiveUnitPrice, line.billableDays], ['2793.00', '931', 1])
  t.assert.equal('periodEnd' in line, false)
  const back = refund(item('931', 1, 1), 3, forGood, plainDate('2026-12-01'), money(279300, 'EUR'), 'full')
  t.assert.deepEqual([back.amount, back.periodStart, back.periodEnd], ['-2793.00', '2026-11-20', undefined])
})

test('yen have no digits to round to', (t) => {
  const yen = { ...item('2400', 12, 1), currency: 'JPY' }
  t.assert.equal(charge(yen, 'purchase', 1, november, { from: plainDate('2026-11-24') }).amount, '173')
})

const price = fc
  .integer({ min: 1, max: 10_000_000 })
  .map((n) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`)
const seats = fc.integer({ min: 1, max: 5000 })
const day = fc.integer({ min: 0, max: 29 }).map((n) => addDays(november.start, n))

const roundings = fc.constantFrom<LineRounding>('cut-unit', 'cut-line', 'half-up')

test('the two parts of a cycle add up to the whole, but for what is cut or rounded', () => {
  fc.assert(
    fc.property(price, seats, day, roundings, (price, quantity, from, rounding) => {
      const product = item(price, 12, 1, rounding)
      const minor = (cycle: typeof november, part = {}) =>
        parseAmount(charge(product, 'purchase', quantity, cycle, part).amount, 'EUR').minor
      const before = from === november.start ? 0n : minor({ ...november, end: addDays(from, -1) })
      const off = minor(november) - before - minor(november, { from })
      // Each of the two loses less than a cent, of the line or of every unit.
      return rounding === 'cut-unit'
        ? off >= 0n && off <= BigInt(quantity)
        : off >= (rounding === 'half-up' ? -1n : 0n) && off <= 1n
    }),
  )
})

test('no sequence of seat changes and a cancellation gives back more than was charged', () => {
  fc.assert(
    fc.property(
      price,
      seats,
      fc.array(fc.tuple(seats, day), { maxLength: 6 }),
      day,
      roundings,
      (price, first, changes, last, rounding) => {
        const product = item(price, 12, 1, rounding)
        const lines = [charge(product, 'purchase', first, november)]
        let quantity = first
        const inOrder = [...changes].sort((a, b) => (a[1] < b[1] ? -1 : 1)).filter(([, on]) => on <= last)
        for (const [to, on] of inOrder) {
          lines.push(...chargeQuantityChange(product, { from: quantity, to }, november, on, 'r'))
          quantity = to
        }
        const charged = sumOf(
          lines.map((line) => parseAmount(line.amount, 'EUR')),
          'EUR',
        )
        const back = refund(product, quantity, november, last, charged, 'prorated')
        const net = charged.minor + parseAmount(back.amount, 'EUR').minor
        const whole = refund(product, quantity, november, last, charged, 'full')
        return net >= 0n && charged.minor + parseAmount(whole.amount, 'EUR').minor === 0n
      },
    ),
  )
})

test('wiping and recreating the same seats comes to nothing', () => {
  fc.assert(
    fc.property(price, seats, day, (price, quantity, on) => {
      const [wipe, recreate] = chargeQuantityChange(
        item(price, 12, 1),
        { from: quantity, to: quantity },
        november,
        on,
        'r',
      )
      return `-${recreate?.amount}` === wipe?.amount || Number(recreate?.amount) === 0
    }),
  )
})
