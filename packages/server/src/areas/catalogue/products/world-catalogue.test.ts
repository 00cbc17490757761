import { test, type TestContext } from 'node:test'
import { catalogueAt } from './catalogue.fixture.ts'

const now = '2026-01-15T09:00:00Z'
const basic = { productId: 'CFQ7TTC0LH18', skuId: '0001' }

test('the first availabilities in the United States carry the published ids', (t: TestContext) => {
  const item = catalogueAt(now).sellable({ ...basic, country: 'US' })

  t.assert.equal(item?.availability.catalogItemId, 'CFQ7TTC0LH18:0001:CFQ7TTC0K971')
  t.assert.equal(item?.availability.currency, 'USD')
  t.assert.deepEqual(
    item?.availability.plans.map((plan) => `${plan.termDuration}/${plan.billingCycle}`),
    ['P1M/monthly', 'P1Y/annual', 'P1Y/monthly', 'P3Y/triennial', 'P3Y/annual', 'P3Y/monthly'],
  )
})

test('a catalogItemId is resolved part by part, in any case of its letters', (t: TestContext) => {
  const catalogue = catalogueAt(now)
  const outcome = (id: string) => {
    const resolution = catalogue.resolve(id)
    return resolution.found ? resolution.availability.country : resolution.unknown
  }
  const german = catalogue.sellable({ ...basic, country: 'DE' })?.availability.catalogItemId ?? ''

  t.assert.equal(outcome('cfq7ttc0lh18:0001:cfq7ttc0k971'), 'US')
  t.assert.equal(outcome(german), 'DE')
  t.assert.equal(outcome('CFQ7TTC0LH18:0001'), 'grammar')
  t.assert.equal(outcome('CFQ7TTC00000:0001:CFQ7TTC0K971'), 'product')
  t.assert.equal(outcome('CFQ7TTC0LH18:00ZZ:CFQ7TTC0K971'), 'sku')
  t.assert.equal(outcome('CFQ7TTC0LH18:0001:CFQ7TTC00000'), 'availability')
})

test('without an operator the same item is on sale under the same id for years', (t: TestContext) => {
  const idIn = (year: string) =>
    catalogueAt(`${year}-07-01T00:00:00Z`).sellable({ ...basic, country: 'NL' })?.availability.id

  t.assert.equal(idIn('2024'), idIn('2031'))
})

test('a reissued availability has another id, and the old one is unknown from that instant', (t: TestContext) => {
  const rotations = [{ productId: 'CFQ7TTC0LH18', from: '2026-01-15T09:00:00Z' }]
  const before = catalogueAt('2026-01-15T08:59:59Z', { rotations })
  const after = catalogueAt('2026-01-15T09:00:00Z', { rotations })
  const oldId = before.sellable({ ...basic, country: 'US' })?.availability.catalogItemId ?? ''

  t.assert.equal(before.resolve(oldId).found, true)
  t.assert.deepEqual(after.resolve(oldId), { found: false, unknown: 'availability' })
  t.assert.notEqual(after.sellable({ ...basic, country: 'US' })?.availability.catalogItemId, oldId)
  const other = { productId: 'CFQ7TTC0LDPB', skuId: '0001', country: 'US' }
  t.assert.equal(after.sellable(other)?.availability.id, 'CFQ7TTC0LGNT')
})

test('monthly rotation reissues at the first instant of each month', (t: TestContext) => {
  const idAt = (moment: string) =>
    catalogueAt(moment, { rotatesMonthly: true }).sellable({ ...basic, country: 'US' })?.availability.id

  t.assert.equal(idAt('2026-01-01T00:00:00Z'), idAt('2026-01-31T23:59:59Z'))
  t.assert.notEqual(idAt('2026-01-31T23:59:59Z'), idAt('2026-02-01T00:00:00Z'))
})

test('an item whose sale has ended cannot be bought or moved to, and keeps its price', (t: TestContext) => {
  const endOfSale = [{ productId: 'CFQ7TTC0LFLX', skuId: '0001', from: '2026-01-10T00:00:00Z' }]
  const catalogue = catalogueAt(now, { endOfSale })
  const e3 = { productId: 'CFQ7TTC0LFLX', skuId: '0001' }

  t.assert.equal(catalogue.sellable({ ...e3, country: 'US' }), undefined)
  t.assert.deepEqual(catalogue.resolve('CFQ7TTC0LFLX:0001:CFQ7TTC0LB30'), { found: false, unknown: 'sku' })
  t.assert.equal(catalogue.findSku('CFQ7TTC0LFLX', '0001')?.title, 'Microsoft 365 E3')
  t.assert.equal(
    catalogue.priceOfSku({ ...e3, country: 'US', termDuration: 'P1Y', billingCycle: 'annual' })?.unitPrice,
    '345.6',
  )
  t.assert.equal(catalogue.convertible({ ...e3, country: 'US' }), undefined)
  const targets = catalogue.transitionPaths('CFQ7TTC0LH18:0001').map((path) => path.to)
  t.assert.ok(targets.includes('CFQ7TTC0LFLX:0001'))
})

test('what is left for conversions cannot be bought, and seats move to it under its old id', (t: TestContext) => {
  const e3 = { productId: 'CFQ7TTC0LFLX', skuId: '0001', country: 'US' }
  const ended = { productId: e3.productId, skuId: e3.skuId, from: '2026-01-10T00:00:00Z' }
  const left = catalogueAt(now, { endOfSale: [{ ...ended, withConversions: true }] })
  const before = catalogueAt('2026-01-09T00:00:00Z', { endOfSale: [{ ...ended, withConversions: true }] })
  const over = catalogueAt(now, { endOfSale: [{ ...ended, withConversions: true }, ended] })

  t.assert.equal(left.sellable(e3), undefined)
  t.assert.equal(left.convertible(e3)?.availability.catalogItemId, 'CFQ7TTC0LFLX:0001:CFQ7TTC0LB30')
  t.assert.equal(left.convertible(e3)?.availability.isPurchasable, false)
  t.assert.deepEqual(before.convertible(e3), before.sellable(e3))
  // One entry says that nobody moves to it any more either.
  t.assert.equal(over.convertible(e3), undefined)
})

test('the sale of one term in one market ends without touching the others', (t: TestContext) => {
  const endOfSale = [{ ...basic, country: 'DE', termDuration: 'P3Y', from: '2026-01-01T00:00:00Z' }]
  const catalogue = catalogueAt(now, { endOfSale })
  const terms = (country: string) => [
    ...new Set(
      catalogue.sellable({ ...basic, country })?.availability.plans.map((plan) => plan.termDuration),
    ),
  ]

  t.assert.deepEqual(terms('DE'), ['P1M', 'P1Y'])
  t.assert.deepEqual(terms('US'), ['P1M', 'P1Y', 'P3Y'])
  t.assert.equal(catalogue.saleHasEnded({ ...basic, country: 'DE', termDuration: 'P3Y' }), true)
  t.assert.equal(catalogue.saleHasEnded({ ...basic, country: 'DE' }), false)
})

test('calling plans are sold in three markets only', (t: TestContext) => {
  const plan = { productId: 'CFQ7TTC0LHXJ', skuId: '0017' }
  const catalogue = catalogueAt(now)

  t.assert.ok(catalogue.sellable({ ...plan, country: 'CA' }))
  t.assert.equal(catalogue.sellable({ ...plan, country: 'DE' }), undefined)
})

test('a reservation has another availability for the Azure plan, with more ways to pay', (t: TestContext) => {
  const reservation = { productId: 'DZH318Z0BQ3Q', skuId: '0001', country: 'US' }
  const catalogue = catalogueAt(now)
  const own = catalogue.sellable(reservation)?.availability
  const azurePlan = catalogue.sellable({ ...reservation, reservationScope: 'AzurePlan' })?.availability

  t.assert.equal(own?.id, 'DZH318XZXPHL')
  t.assert.deepEqual(
    own?.plans.map((plan) => plan.billingCycle),
    ['one_time'],
  )
  t.assert.equal(azurePlan?.id, 'DZH318XZXVNF')
  t.assert.deepEqual(
    azurePlan?.plans.map((plan) => plan.billingCycle),
    ['one_time', 'monthly'],
  )
})

test('an exclusive item is offered to the named partners', (t: TestContext) => {
  const exclusiveTo = [{ productId: 'CFQ7TTC0Z0S1', skuId: '0001', partnerIds: ['fabrikam'] }]
  const catalogue = catalogueAt(now, { exclusiveTo })
  const item = catalogue.sellable({ productId: 'CFQ7TTC0Z0S1', skuId: '0001', country: 'US' })

  t.assert.deepEqual(item?.availability.partnerIds, ['fabrikam'])
  t.assert.equal(item !== undefined && catalogue.isOfferedTo(item.sku, 'fabrikam'), true)
  t.assert.equal(item !== undefined && catalogue.isOfferedTo(item.sku, 'woodgrove'), false)
})

test('the operator gives a SKU faulty members: no provisioning id, a term that nobody can handle', (t: TestContext) => {
  const catalogue = catalogueAt(now, {
    skuChanges: [
      {
        ...basic,
        provisioningId: '',
        purchaseSystem: 'VL',
        minimumQuantity: 30,
        furtherPlans: [{ termDuration: 'P2Y', billingCycle: 'annual' }],
      },
    ],
  })
  const sku = catalogue.findSku('CFQ7TTC0LH18', '0001')
  const availability = catalogue.sellable({ ...basic, country: 'US' })?.availability

  t.assert.equal(sku?.provisioningId, undefined)
  t.assert.equal(sku?.purchaseSystem, 'VL')
  t.assert.equal(sku?.minimumQuantity, 30)
  t.assert.ok(availability && catalogue.findPlan(availability, 'P2Y', 'annual'))
  t.assert.equal(
    availability &&
      catalogue.priceOf({ availability, termDuration: 'P2Y', billingCycle: 'annual' })?.retailPrice,
    '144',
  )
})

test('markets know their region, currency and neighbours', (t: TestContext) => {
  const catalogue = catalogueAt(now)

  t.assert.equal(catalogue.currencyOf('CH'), 'CHF')
  t.assert.equal(catalogue.regionOf('PT'), 'europe')
  t.assert.ok(catalogue.marketsOfRegion('united-states').includes('PR'))
  t.assert.equal(catalogue.marketsOfRegion('united-states').includes('CA'), false)
  t.assert.equal(catalogue.findMarket('PR')?.isSold, false)
  t.assert.equal(catalogue.regionOf('RU'), undefined)
})
