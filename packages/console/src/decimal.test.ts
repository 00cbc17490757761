import { test } from 'node:test'
import * as fc from 'fast-check'
import { groupDigits, sumDecimals } from './decimal.ts'

test('amounts add up to the last digit, where floating-point numbers would not', (t) => {
  t.assert.equal(sumDecimals(['0.10', '0.20']), '0.30')
  t.assert.equal(sumDecimals(['9007199254740993.01', '0.01']), '9007199254740993.02')
})

test('a sum has as many digits as the longest amount', (t) => {
  t.assert.equal(sumDecimals(['345.6', '-0.125', '12']), '357.475')
  t.assert.equal(sumDecimals(['-0.05', '0.02']), '-0.03')
  t.assert.equal(sumDecimals(['5', '-5']), '0')
  t.assert.equal(sumDecimals([]), '0')
})

test('a sum of cents is what integers say', () => {
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
  const text = (value: bigint): string => {
    const digits = String(value < 0n ? -value : value).padStart(3, '0')
    return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  }
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1 }), (values) => {
      const expected = text(values.reduce((sum, value) => sum + value, 0n))
      return sumDecimals(values.map(text)) === expected
    }),
  )
})

test('what is no decimal amount is not added up silently', (t) => {
  t.assert.throws(() => sumDecimals(['1.00', '1e3']), /1e3 is no decimal amount/)
  t.assert.throws(() => sumDecimals(['']), /no decimal amount/)
})

test('thousands are set apart', (t) => {
  t.assert.equal(groupDigits('1234567.891'), '1,234,567.891')
  t.assert.equal(groupDigits('-41472.00'), '-41,472.00')
  t.assert.equal(groupDigits('999'), '999')
  t.assert.equal(groupDigits('n/a'), 'n/a')
})
