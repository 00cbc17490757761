import { test, type TestContext } from 'node:test'
import { formatDecimal, decimal, prorate } from '../../../kernel/decimal.ts'
import { catalogueAt } from './catalogue.fixture.ts'

const catalogue = catalogueAt('2026-01-15T09:00:00Z')

type Row = readonly [
  sku: string,
  usdMonth: string,
  usdYear: string,
  usdThreeYears: string,
  partnerYear: string,
  eurMonth: string,
  eurYear: string,
  gbpMonth: string,
  gbpYear: string,
]

/** Retail amounts, except the partner's; a dash where the SKU is not sold for that term. */
const table: readonly Row[] = [
  ['CFQ7TTC0LH18:0001', '7.2', '72', '216', '57.6', '6.72', '67.2', '5.88', '58.8'],
  ['CFQ7TTC0LDPB:0001', '15', '150', '450', '120', '14.04', '140.4', '12.36', '123.6'],
  ['CFQ7TTC0LCHC:0002', '26.4', '264', '792', '211.2', '24.72', '247.2', '21.72', '217.2'],
  ['CFQ7TTC0LH1G:0001', '9.9', '99', '297', '79.2', '9.36', '93.6', '8.16', '81.6'],
  ['CFQ7TTC0LF8R:0001', '27.6', '276', '828', '220.8', '25.92', '259.2', '22.68', '226.8'],
  ['CFQ7TTC0LFLX:0001', '43.2', '432', '1296', '345.6', '40.56', '405.6', '35.4', '354'],
  ['CFQ7TTC0LFLZ:0002', '68.4', '684', '2052', '547.2', '64.32', '643.2', '56.04', '560.4'],
  ['CFQ7TTC0MBMD:0002', '2.7', '27', '-', '21.6', '2.52', '25.2', '2.16', '21.6'],
  ['CFQ7TTC0H6RP:0001', '5994', '59940', '-', '47952', '5634.36', '56343.6', '4915.08', '49150.8'],
  ['CFQ7TTC0Z0M3:0001', '12.72', '127.2', '381.6', '101.76', '12', '120', '10.44', '104.4'],
  ['CFQ7TTC0LFJ1:0001', '19.68', '196.8', '-', '157.44', '18.48', '184.8', '16.08', '160.8'],
  ['CFQ7TTC0LCH4:0009', '-', '96', '-', '76.8', '-', '90', '-', '79.2'],
  ['CFQ7TTC0Z0D2:0001', '126', '1260', '3780', '1008', '118.44', '1184.4', '103.32', '1033.2'],
  ['CFQ7TTC0LH0J:0001', '3.6', '36', '-', '28.8', '3.36', '33.6', '3', '30'],
  ['CFQ7TTC0Z0G1:0001', '-', '24', '-', '19.2', '-', '22.8', '-', '19.2'],
  ['CFQ7TTC0LH33:0001', '-', '0', '-', '0', '-', '0', '-', '0'],
]

const parts = (key: string) => {
  const [productId = '', skuId = ''] = key.split(':')
  return { productId, skuId }
}

function price(key: string, country: string, termDuration: string) {
  const item = catalogue.sellable({ ...parts(key), country })
  const offers = item === undefined ? [] : catalogue.termOffers(item.availability)
  return offers.find((offer) => offer.termDuration === termDuration)?.price
}

test('prices per term are the price table to the cent, in dollars, euros and pounds', (t: TestContext) => {
  for (const [key, ...amounts] of table) {
    t.assert.deepEqual(
      [
        price(key, 'US', 'P1M')?.retailPrice ?? '-',
        price(key, 'US', 'P1Y')?.retailPrice ?? '-',
        price(key, 'US', 'P3Y')?.retailPrice ?? '-',
        price(key, 'US', 'P1Y')?.unitPrice ?? '-',
        price(key, 'DE', 'P1M')?.retailPrice ?? '-',
        price(key, 'DE', 'P1Y')?.retailPrice ?? '-',
        price(key, 'GB', 'P1M')?.retailPrice ?? '-',
        price(key, 'GB', 'P1Y')?.retailPrice ?? '-',
      ],
      amounts,
      key,
    )
  }
})

test('a year costs the same however often it is paid, unless the uplift of monthly payment is on', (t: TestContext) => {
  const item = { ...parts('CFQ7TTC0LH18:0001'), country: 'US', termDuration: 'P1Y' }
  const priceUnder = (uplift: string, billingCycle: 'annual' | 'monthly') =>
    catalogueAt('2026-01-15T09:00:00Z', {}, {}, uplift).priceOfSku({ ...item, billingCycle })?.unitPrice

  t.assert.equal(priceUnder('1', 'monthly'), '57.6')
  t.assert.equal(priceUnder('1.05', 'monthly'), '60.48')
  t.assert.equal(priceUnder('1.05', 'annual'), '57.6')
})

test('education and nonprofit leave no margin, government leaves the common one', (t: TestContext) => {
  const yearly = (key: string, segment: 'education' | 'nonprofit' | 'government') =>
    catalogue.priceOfSku({
      ...parts(key),
      country: 'US',
      segment,
      termDuration: 'P1Y',
      billingCycle: 'annual',
    })

  t.assert.deepEqual(yearly('CFQ7TTC0Z0E2:0001', 'education'), price39)
  t.assert.equal(yearly('CFQ7TTC0Z0N2:0001', 'nonprofit')?.unitPrice, '66')
  t.assert.equal(yearly('CFQ7TTC0Z0G3:0001', 'government')?.unitPrice, '355.2')
})

const price39 = { unitPrice: '39', retailPrice: '39', currency: 'USD' }

test('a savings plan costs its commitment for every hour of the term, in dollars everywhere', (t: TestContext) => {
  const plan = (skuId: string, termDuration: string) =>
    catalogue.priceOfSku({
      productId: 'DZH318Z09V6F',
      skuId,
      country: 'DE',
      termDuration,
      billingCycle: 'one_time',
      commitment: '0.05',
    })

  t.assert.deepEqual(plan('0001', 'P1Y'), { unitPrice: '438', retailPrice: '438', currency: 'USD' })
  t.assert.equal(plan('0002', 'P3Y')?.unitPrice, '1314')
})

test('Japanese prices have no fraction, whatever the term', (t: TestContext) => {
  for (const [key] of table) {
    const item = catalogue.sellable({ ...parts(key), country: 'JP' })
    for (const offer of item === undefined ? [] : catalogue.termOffers(item.availability)) {
      t.assert.match(offer.price?.unitPrice ?? '', /^\d+$/, `${key} ${offer.termDuration}`)
    }
  }
})

test('the operator changes one row of the price list from a date on', (t: TestContext) => {
  const changes = {
    prices: [
      {
        productId: 'CFQ7TTC0LH18',
        skuId: '0001',
        country: 'GB',
        termDuration: 'P1Y',
        unitPrice: '49.99',
        effectiveFrom: '2026-02-01T00:00:00Z',
      },
    ],
  }
  const ask = (now: string, country: string) =>
    catalogueAt(now, {}, changes).priceOfSku({
      productId: 'CFQ7TTC0LH18',
      skuId: '0001',
      country,
      termDuration: 'P1Y',
      billingCycle: 'annual',
    })?.unitPrice

  t.assert.equal(ask('2026-01-31T23:59:59Z', 'GB'), '47.04')
  t.assert.equal(ask('2026-02-01T00:00:00Z', 'GB'), '49.99')
  t.assert.equal(ask('2026-02-01T00:00:00Z', 'US'), '57.6')
})

test('a row that the price list lacks has no price, and a rate that cannot be had no exchange', (t: TestContext) => {
  const lacking = catalogueAt(
    '2026-01-15T09:00:00Z',
    {},
    { missing: [{ productId: 'CFQ7TTC0LH18', country: 'GB' }], exchangeRates: { GBP: null, EUR: '0.90' } },
  )
  const item = { ...parts('CFQ7TTC0LH18:0001'), termDuration: 'P1Y', billingCycle: 'annual' as const }

  t.assert.equal(lacking.priceOfSku({ ...item, country: 'GB' }), undefined)
  t.assert.equal(lacking.priceOfSku({ ...item, country: 'DE' })?.unitPrice, '53.76')
  t.assert.equal(lacking.exchangeRate('GBP', 'USD'), undefined)
  const rate = lacking.exchangeRate('USD', 'EUR')
  t.assert.equal(
    formatDecimal(prorate(decimal('100'), rate?.numerator ?? 0n, rate?.denominator ?? 1n, 2, 'half-up')),
    '90',
  )
})
