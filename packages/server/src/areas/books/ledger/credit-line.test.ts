import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { availableCents, dollarCents, type CreditLine } from './credit-line.ts'

const rates = {
  exchangeRate: (from: string) => (from === 'CZK' ? { numerator: 1n, denominator: 20n } : undefined),
}

test('an amount is counted in dollars, one without a rate as it is printed', () => {
  const cents = (amount: string, currency: string) => dollarCents(rates, [{ amount, currency }])

  equal(cents('12.34', 'USD'), 1234n)
  equal(cents('200.10', 'CZK'), 1001n)
  equal(cents('-200.10', 'CZK'), -1001n)
  equal(cents('12.34', 'EUR'), 1234n)
  equal(cents('500', 'JPY'), 50_000n)
  const both = [
    { amount: '1.00', currency: 'USD' },
    { amount: '40.00', currency: 'CZK' },
  ]
  equal(dollarCents(rates, both), 300n)
})

test('what is left is the limit less all that is used, plus what was overpaid', () => {
  const account: CreditLine['account'] = {
    limitUsd: '1000.00',
    state: 'active',
    unpaidInvoicesUsd: '200.00',
    unbilledUsd: '30.00',
    overpaymentUsd: '5.00',
    overdueDays: 0,
  }
  equal(availableCents({ account, unbilledCents: 4_00n }, 1_00n), 770_00n)
  const { limitUsd: _none, ...unlimited } = account
  equal(availableCents({ account: unlimited, unbilledCents: 0n }, 1_00n), undefined)
})
