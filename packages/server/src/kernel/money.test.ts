import * as fc from 'fast-check'
import { test } from 'node:test'
import {
  compareDecimals,
  decimal,
  decimalToNumber,
  formatDecimal,
  multiply,
  multiplyDecimals,
  plus,
  prorate,
} from './decimal.ts'
import { add, divide, formatAmount, money, negate, parseAmount, prorateToMoney } from './money.ts'

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })

test('division rounds by name', (t) => {
  const rows = [
    [5n, 2n, 3n, 2n, 2n],
    [7n, 2n, 4n, 4n, 3n],
    [-5n, 2n, -3n, -2n, -3n],
    [-7n, 2n, -4n, -4n, -4n],
    [6n, 3n, 2n, 2n, 2n],
    [-6n, 3n, -2n, -2n, -2n],
  ] as const
  for (const [n, d, up, even, floor] of rows) {
    t.assert.equal(divide(n, d, 'half-up'), up)
    t.assert.equal(divide(n, d, 'half-even'), even)
    t.assert.equal(divide(n, d, 'floor'), floor)
  }
  t.assert.throws(() => divide(1n, 0n, 'floor'), RangeError)
})

test('a rounded quotient is at most half a unit off, and a negated one is its mirror image', () => {
  fc.assert(
    fc.property(amount, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
      const off = divide(n, d, 'half-up') * d - n
      return 2n * off <= d && 2n * off >= -d && divide(-n, d, 'half-up') === -divide(n, d, 'half-up')
    }),
  )
})

test('amounts are printed and read with the digits of their currency', (t) => {
  t.assert.equal(formatAmount(money(-43333, 'EUR')), '-433.33')
  t.assert.equal(formatAmount(money(5, 'USD')), '0.05')
  t.assert.equal(formatAmount(money(1500, 'JPY')), '1500')
  t.assert.equal(parseAmount('20', 'EUR').minor, 2000n)
  t.assert.equal(parseAmount('-0.5', 'EUR').minor, -50n)
  t.assert.throws(() => parseAmount('0.5', 'JPY'), RangeError)
  fc.assert(
    fc.property(amount, (minor) => parseAmount(formatAmount(money(minor, 'EUR')), 'EUR').minor === minor),
  )
})

test('amounts of two currencies never add', (t) => {
  t.assert.throws(() => add(money(1, 'EUR'), money(1, 'USD')), /cannot add USD to EUR/)
  t.assert.equal(add(money(1, 'EUR'), negate(money(3, 'EUR'))).minor, -2n)
})

test('a unit price keeps all its digits until it is rounded once', (t) => {
  const price = decimal('240.00')
  t.assert.equal(formatDecimal(prorate(price, 132, 365, 6, 'half-up')), '86.794521')
  t.assert.equal(formatAmount(prorateToMoney(price, 132n * 10n, 365n, 'EUR', 'half-up')), '867.95')
  t.assert.equal(formatDecimal(multiply(decimal('5.76'), 5)), '28.8')
  t.assert.equal(formatDecimal(multiplyDecimals(decimal('48.00'), decimal('0.833'))), '39.984')
  t.assert.equal(formatDecimal(plus(decimal('0.1'), decimal('0.22'))), '0.32')
  t.assert.equal(compareDecimals(decimal('1.50'), decimal('1.5')), 0)
})

test('a decimal is the number that JSON prints', (t) => {
  t.assert.equal(JSON.stringify(decimalToNumber(decimal('86.794521'))), '86.794521')
  t.assert.equal(formatDecimal(decimal('-0.00')), '0')
})
