import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../../../kernel/time.ts'
import { priceLine, type PricedLine } from './line-pricing.ts'

const annual: PricedLine = {
  quantity: 10,
  unitPrice: '120',
  currency: 'USD',
  exchange: { numerator: 1n, denominator: 1n },
  start: plainDate('2024-10-10'),
  termDuration: 'P1Y',
  billingCycle: 'annual',
}

test('A full term costs list price times seats', () => {
  deepEqual(priceLine(annual), {
    currency: 'USD',
    listPrice: '120',
    discountedPrice: '120',
    proratedPrice: '120',
    price: '120.00',
    extendedPrice: '1200.00',
  })
})

test('A custom end date costs its days of the term, and the extended price comes from the unrounded unit', () => {
  const aligned = priceLine({ ...annual, customTermEndDate: plainDate('2025-06-30') })

  equal(aligned.proratedPrice, '86.794521')
  equal(aligned.price, '86.79')
  equal(aligned.extendedPrice, '867.95')
})

test('A promotion lowers the price of the whole term, billed in twelfths on a monthly plan', () => {
  const promoted: PricedLine = {
    ...annual,
    quantity: 40,
    unitPrice: '48',
    billingCycle: 'monthly',
    discountedUnitPrice: '39.984',
  }

  equal(priceLine(promoted).discountedPrice, '39.984')
  equal(priceLine(promoted).extendedPrice, '1599.36')
})

test('A monthly term is charged once a month as a whole', () => {
  const monthly: PricedLine = {
    ...annual,
    quantity: 5,
    unitPrice: '5.76',
    termDuration: 'P1M',
    billingCycle: 'monthly',
  }

  equal(priceLine(monthly).extendedPrice, '28.80')
})

test('On a monthly plan full months cost a twelfth each and the first month its days', () => {
  // 10 October to 15 December: 10 to 15 October = 6 of 30 days, then two full months.
  const aligned: PricedLine = {
    ...annual,
    quantity: 1,
    billingCycle: 'monthly',
    customTermEndDate: plainDate('2024-12-15'),
  }

  equal(priceLine(aligned).proratedPrice, '22')
})

test('A price in another currency is converted before it is rounded', () => {
  const inKoruna: PricedLine = {
    ...annual,
    quantity: 3,
    currency: 'CZK',
    exchange: { numerator: 2317n, denominator: 100n },
  }

  equal(priceLine(inKoruna).price, '2780.40')
  equal(priceLine(inKoruna).extendedPrice, '8341.20')
})

test('Yen have no decimals', () => {
  const inYen: PricedLine = {
    ...annual,
    quantity: 1,
    unitPrice: '5.763',
    currency: 'JPY',
    exchange: { numerator: 150n, denominator: 1n },
  }

  equal(priceLine(inYen).price, '864')
})
