import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { orderGroups, type Groupable } from './order-groups.ts'

const modern = (billingCycle: BillingCycleType, currency = 'USD', termDuration = 'P1Y'): Groupable => ({
  line: { id: 0, catalogItemId: 'A:B:C', quantity: 1, billingCycle, termDuration, provisioningContext: {} },
  purchaseSystem: 'Modern',
  currency,
})

const legacy = (legacySalesGroup: string): Groupable => ({ ...modern('monthly'), legacySalesGroup })

test('Lines with the same billing cycle become one order, whatever their terms', () => {
  deepEqual(orderGroups([modern('monthly', 'USD', 'P1M'), modern('monthly', 'USD', 'P1Y')]), ['0', '0'])
})

test('Groups are numbered in the order in which they first appear', () => {
  deepEqual(
    orderGroups([
      modern('one_time'),
      modern('one_time'),
      modern('monthly'),
      modern('none'),
      modern('one_time'),
    ]),
    ['0', '0', '1', '2', '0'],
  )
})

test('Another currency is another order', () => {
  deepEqual(orderGroups([modern('annual', 'EUR'), modern('annual', 'CZK')]), ['0', '1'])
})

test('Legacy offers have groups of their own, one for each sales group', () => {
  deepEqual(orderGroups([legacy('AZR'), modern('monthly'), legacy('OFC'), legacy('AZR')]), [
    'OMS-0',
    '0',
    'OMS-1',
    'OMS-0',
  ])
})
