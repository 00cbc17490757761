import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueAt } from '../catalogue.fixture.ts'
import { fewestSeats } from './term-limits.ts'

const limited = ['CFQ7TTC0LF8R:0001', 'CFQ7TTC0LF8S:0002', 'CFQ7TTC0LFLX:0001', 'CFQ7TTC0LFLZ:0002']

const threeYears = (now: string, key: string) => {
  const [productId = '', skuId = ''] = key.split(':')
  const item = catalogueAt(now).sellable({ productId, skuId, country: 'US', segment: 'commercial' })
  assert.ok(item)
  const cycles = item.availability.plans
    .filter(({ termDuration }) => termDuration === 'P3Y')
    .map(({ billingCycle }) => billingCycle)
  return { cycles, seats: fewestSeats(item.sku, 'P3Y'), seatsOfYear: fewestSeats(item.sku, 'P1Y') }
}

test('since June 2025 three years of a suite are bought for 100 seats, and not by the month', () => {
  for (const key of limited) {
    assert.deepEqual(threeYears('2025-05-31T23:59:59Z', key), {
      cycles: ['triennial', 'annual', 'monthly'],
      seats: 1,
      seatsOfYear: 1,
    })
    assert.deepEqual(threeYears('2025-06-01T00:00:00Z', key), {
      cycles: ['triennial', 'annual'],
      seats: 100,
      seatsOfYear: 1,
    })
  }
})

test('other products keep their three years', () => {
  const basic = threeYears('2026-01-15T00:00:00Z', 'CFQ7TTC0LH18:0001')
  assert.deepEqual(basic, { cycles: ['triennial', 'annual', 'monthly'], seats: 1, seatsOfYear: 1 })
})

test('the suites that were sold with Teams are left for conversions', () => {
  const place = { productId: 'CFQ7TTC0Z0W3', skuId: '0001', country: 'US', segment: 'commercial' } as const
  const [before, after] = ['2025-05-31T23:59:59Z', '2025-06-01T00:00:00Z'].map((now) => catalogueAt(now))
  assert.equal(before?.sellable(place)?.availability.isPurchasable, true)
  assert.equal(after?.sellable(place), undefined)
  assert.equal(after?.convertible(place)?.availability.isPurchasable, false)
})
