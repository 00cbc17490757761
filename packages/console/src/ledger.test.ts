import { test } from 'node:test'
import type { LedgerEntry } from '@tenantry/sdk/operator.ts'
import { groupBySubscription, sumByCurrency } from './ledger.ts'

const line = (subscriptionId: string, amount: string, currency: string, skuId = '0001'): LedgerEntry => ({
  at: '2026-01-15T09:00:00Z',
  type: 'new',
  customerId: 'fabrikam',
  subscriptionId,
  orderId: '0a1b2c3d4e5f',
  productId: 'CFQ7TTC0TEST',
  skuId,
  quantity: 1,
  unitPrice: amount,
  effectiveUnitPrice: amount,
  periodStart: '2026-01-15',
  periodEnd: '2027-01-14',
  billableDays: 365,
  cycleDays: 365,
  amount,
  currency,
})

test('lines stand with their subscription, in the order of the first charge', (t) => {
  const groups = groupBySubscription([
    line('second', '10.00', 'USD'),
    line('first', '1.00', 'USD'),
    line('second', '-2.50', 'USD'),
  ])
  t.assert.deepEqual(
    groups.map(({ subscriptionId, lines, sums }) => [subscriptionId, lines.length, sums]),
    [
      ['second', 2, [{ currency: 'USD', amount: '7.50' }]],
      ['first', 1, [{ currency: 'USD', amount: '1.00' }]],
    ],
  )
})

test('a converted subscription is shown as what it is now', (t) => {
  const [group] = groupBySubscription([line('s', '0.00', 'EUR', '0001'), line('s', '9.00', 'EUR', '0002')])
  t.assert.equal(group?.skuId, '0002')
})

test('amounts of different currencies are never added up', (t) => {
  t.assert.deepEqual(
    sumByCurrency([line('s', '0.10', 'USD'), line('s', '5.00', 'EUR'), line('s', '0.20', 'USD')]),
    [
      { currency: 'EUR', amount: '5.00' },
      { currency: 'USD', amount: '0.30' },
    ],
  )
})
