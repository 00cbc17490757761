import * as fc from 'fast-check'
import { test } from 'node:test'
import { compareDecimals, decimal, formatDecimal, prorate } from './decimal.ts'

test('a decimal prints with every digit it needs and no more, with its sign and never as minus nothing', (t) => {
  const rows = [
    ['12', '12'],
    ['-0.50', '-0.5'],
    ['0.0', '0'],
    ['-0.00', '0'],
    ['5.760', '5.76'],
    ['-12.345', '-12.345'],
    ['100', '100'],
  ] as const
  for (const [text, printed] of rows) t.assert.equal(formatDecimal(decimal(text)), printed, text)
})

test('what is no decimal number is refused', (t) => {
  for (const text of ['', '-', '.5', '5.', '1,5', 'x1', '1x', '1.2.3', '--1', ' 1', '1e3'])
    t.assert.throws(() => decimal(text), RangeError, text)
})

/** `n` eighths, with so many digits. */
const eighths = (n: number, digits: number): string => {
  const thousandths = String(Math.abs(n) * 125).padStart(4, '0')
  const text = `${thousandths.slice(0, -3)}.${thousandths.slice(-3).padEnd(digits, '0')}`
  return n < 0 ? `-${text}` : text
}

test('decimals compare as numbers do, however many digits they are written with', (t) => {
  t.assert.equal(compareDecimals(decimal('1.5'), decimal('1.25')), 1)
  t.assert.equal(compareDecimals(decimal('1.25'), decimal('1.5')), -1)
  t.assert.equal(compareDecimals(decimal('1.50'), decimal('1.5')), 0)
  const small = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(small, small, (a, b) => {
      const order = compareDecimals(decimal(eighths(a, 3)), decimal(eighths(b, 5)))
      return order === Math.sign(a - b)
    }),
  )
})

test('a share is rounded once, to as many digits as are asked for', (t) => {
  t.assert.equal(formatDecimal(prorate(decimal('1.00'), 1, 3, 4, 'half-up')), '0.3333')
  t.assert.equal(formatDecimal(prorate(decimal('1.0000'), 2, 3, 2, 'half-up')), '0.67')
  t.assert.equal(formatDecimal(prorate(decimal('1.25'), 1, 1, 1, 'half-up')), '1.3')
})
