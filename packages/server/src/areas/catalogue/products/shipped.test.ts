import { test, type TestContext } from 'node:test'
import { findInstant } from '../../../kernel/time.ts'
import { catalogueAt } from './catalogue.fixture.ts'
import { shippedCatalogue } from './shipped.ts'

const {
  products,
  skuByKey,
  pathsFrom,
  promotions,
  legacyOffers,
  legacyOfferById,
  markets,
  currencies,
  sold,
} = shippedCatalogue()
const skus = [...skuByKey.values()]
const unknown = (keys: readonly string[]): string[] => keys.filter((key) => !skuByKey.has(key))

test('there are at least 48 licences, eight trials and eight items for special segments', (t: TestContext) => {
  const licences = products
    .filter((product) => product.family === 'license')
    .flatMap((product) => product.skus)
  const special = licences.filter((sku) => sku.segments[0] !== 'commercial' || sku.isExclusive)
  const trials = licences.filter((sku) => sku.isTrial)

  t.assert.ok(special.length >= 8)
  t.assert.ok(trials.length >= 8)
  t.assert.ok(licences.length - special.length - trials.length >= 48)
})

test('every reference between SKUs leads to a SKU', (t: TestContext) => {
  t.assert.deepEqual(unknown(skus.flatMap((sku) => sku.prerequisiteSkus)), [])
  t.assert.deepEqual(unknown(skus.flatMap((sku) => sku.conversions)), [])
  t.assert.deepEqual(unknown([...pathsFrom.keys()]), [])
  t.assert.deepEqual(unknown([...pathsFrom.values()].flat().map((path) => path.to)), [])
  t.assert.equal([...pathsFrom.values()].flat().length, 53)
})

test('every promotion is for terms that its item is sold by, and asks for known products', (t: TestContext) => {
  for (const promotion of promotions) {
    t.assert.deepEqual(unknown(promotion.ownedProducts.flat()), [], promotion.id)
    t.assert.ok(findInstant(promotion.startDate) && findInstant(promotion.endDate), promotion.id)
    for (const item of promotion.requiredProducts) {
      const plans = skuByKey.get(`${item.productId}:${item.skuId}`)?.plans ?? []
      const isSold = plans.some(
        (plan) => plan.termDuration === item.termDuration && plan.billingCycle === item.billingCycle,
      )
      t.assert.ok(isSold, `${promotion.id} is for ${item.termDuration} ${item.billingCycle}`)
    }
  }
})

test('the offers of the older program lead to known offers and SKUs', (t: TestContext) => {
  t.assert.equal(legacyOffers.length, 17)
  t.assert.deepEqual(unknown(legacyOffers.flatMap((offer) => offer.migratesTo ?? [])), [])
  const next = legacyOffers.flatMap(({ upgradesTo, convertsTo }) => [...upgradesTo, ...convertsTo])
  t.assert.deepEqual(
    next.filter((id) => !legacyOfferById.has(id)),
    [],
  )
  const parents = legacyOffers.flatMap((offer) => offer.prerequisiteOffers)
  t.assert.deepEqual(
    parents.filter((id) => !legacyOfferById.has(id)),
    [],
  )
})

test('no path leads down: a target never leads back to its source', (t: TestContext) => {
  for (const path of [...pathsFrom.values()].flat()) {
    const back = pathsFrom.get(path.to)?.some((other) => other.to === path.from) ?? false
    t.assert.equal(back, false, `${path.from} and ${path.to} lead to each other`)
  }
})

test('every market that is sold in has a currency with a rate', (t: TestContext) => {
  for (const country of sold) {
    const market = markets.get(country)
    t.assert.ok(market !== undefined && market.currency in currencies, country)
  }
})

test('every licence is provisioned with service plans', (t: TestContext) => {
  for (const sku of skus.filter((each) => each.provisioningId !== undefined)) {
    t.assert.ok(sku.servicePlans.length > 0, sku.key)
  }
  const licences = products
    .filter((product) => product.family === 'license')
    .flatMap((product) => product.skus)
  t.assert.deepEqual(
    licences.filter((sku) => sku.provisioningId === undefined).map((sku) => sku.key),
    [],
  )
})

test('every SKU can be bought at a price in every market it is sold in', (t: TestContext) => {
  const catalogue = catalogueAt('2026-01-15T09:00:00Z')
  for (const sku of skus) {
    for (const country of sku.countries ?? sold) {
      for (const segment of sku.segments) {
        const { productId, id: skuId } = sku
        const item = catalogue.sellable({ productId, skuId, country, segment })
        t.assert.ok(item, `${sku.key} in ${country}`)
        if (sku.price.kind === 'commitment') continue
        for (const offer of catalogue.termOffers(item.availability)) {
          t.assert.ok(offer.price, `${sku.key} in ${country} for ${offer.termDuration}`)
        }
      }
    }
  }
})

test('no two availabilities of a SKU have the same id, in any market or the first generations', (t: TestContext) => {
  const rotations = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z']
  for (const sku of skus) {
    const ids = [0, 1, 2, 3].flatMap((count) => {
      const changes = { rotations: rotations.slice(0, count).map((from) => ({ from })) }
      const catalogue = catalogueAt('2026-06-01T00:00:00Z', changes)
      return (sku.countries ?? sold).flatMap((country) =>
        [undefined, 'AzurePlan' as const].flatMap((reservationScope) =>
          catalogue
            .availabilities(sku.productId, sku.id, { country, reservationScope })
            .map((availability) => `${availability.reservationScope ?? ''}${availability.id}`),
        ),
      )
    })
    t.assert.ok(ids.every((id) => /^(AzurePlan)?[A-Z0-9]{12}$/.test(id)))
    const expected = (sku.countries ?? sold).length * sku.segments.length * 4
    t.assert.equal(new Set(ids).size % expected, 0, `${sku.key} has an id twice`)
  }
})
