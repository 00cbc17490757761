import { test, type TestContext } from 'node:test'
import { parseInstant } from '../../../kernel/time.ts'
import { noHoldings, type PromotionHoldings, type PromotionLine } from './catalogue.ts'
import { catalogueAt } from './catalogue.fixture.ts'
import {
  bestPromotion,
  discountedPrice,
  findValidPromotion,
  promotionProblems,
  promotionsOfItem,
} from './promotion-rules.ts'

const winter = '2025-01-15T09:00:00Z'
const catalogue = catalogueAt(winter)
const now = parseInstant(winter)

const line = (changes: Partial<PromotionLine> = {}): PromotionLine => ({
  productId: 'CFQ7TTC0LH05',
  skuId: '0001',
  country: 'US',
  segment: 'commercial',
  termDuration: 'P1Y',
  billingCycle: 'annual',
  quantity: 20,
  ...changes,
})
const visio = (billingCycle: 'annual' | 'monthly') =>
  line({ productId: 'CFQ7TTC0HD33', skuId: '0003', billingCycle, quantity: 40 })

const ownerOfF1: PromotionHoldings = { ...noHoldings, ownedSkus: ['CFQ7TTC0MBMD:0002'] }
const fromF1ToF3 = '39NFJQT1SNC7:0001:39NFJQT1Q5KM'

const problems = (about: PromotionLine, holdings: PromotionHoldings, id = fromF1ToF3) => {
  const promotion = catalogue.findPromotion(id)
  return promotion === undefined ? ['unknown'] : promotionProblems(promotion, about, holdings, now)
}
const types = (about: PromotionLine, holdings: PromotionHoldings, id = fromF1ToF3) =>
  problems(about, holdings, id).map((problem) => (typeof problem === 'string' ? problem : problem.type))

test('a customer that meets every condition may have the promotion', (t: TestContext) => {
  t.assert.deepEqual(types(line(), ownerOfF1), [])
})

test('every condition that is not met is told, in the order of the page', (t: TestContext) => {
  const used = {
    ownedSkus: [],
    everOwnedSkus: ['CFQ7TTC0LH05:0001'],
    redemptions: { '39NFJQT1SNC7:0001': { count: 3, seats: 95 } },
  }

  t.assert.deepEqual(problems(line({ billingCycle: 'monthly', quantity: 8 }), used), [
    { type: 'Term', eligibleTerms: [{ duration: 'P1Y', billingCycle: 'annual' }] },
    { type: 'PrerequisiteProductOwnership' },
    { type: 'OfferPurchasedPreviously' },
    { type: 'RedemptionLimit', maxPromotionRedemptionCount: 3, remainingPromotionRedemptionCount: 0 },
    { type: 'SeatCount', minimumRequiredSeats: 10, maximumRequiredSeats: 100, availableSeats: 5 },
  ])
})

test('seats bought under the promotion count against its maximum', (t: TestContext) => {
  const after = (seats: number) => ({
    ...ownerOfF1,
    redemptions: { '39NFJQT1SNC7:0001': { count: 1, seats } },
  })

  t.assert.deepEqual(types(line({ quantity: 20 }), after(80)), [])
  t.assert.deepEqual(types(line({ quantity: 20 }), after(81)), ['SeatCount'])
})

test('a promotion of another item, market or time is invalid, whatever else is wrong', (t: TestContext) => {
  t.assert.deepEqual(types(line({ productId: 'CFQ7TTC0LH18' }), noHoldings), ['InvalidPromotion'])
  t.assert.deepEqual(types(line({ country: 'FR' }), ownerOfF1), ['InvalidPromotion'])
  t.assert.deepEqual(types(line({ segment: 'education' }), ownerOfF1), ['InvalidPromotion'])
  const spring = line({ productId: 'CFQ7TTC0LCHC', skuId: '0002' })
  t.assert.deepEqual(types(spring, noHoldings, '39NFJQT1XG89:0002:39NFJQT1Q5L2'), ['InvalidPromotion'])
})

test('one owned product of a group is enough', (t: TestContext) => {
  const phone = line({ productId: 'CFQ7TTC0Z0T1', skuId: '0001', quantity: 5 })
  const id = '39NFJQT1W0JL:0003:39NFJQT1Q5KW'

  t.assert.deepEqual(types(phone, { ...noHoldings, ownedSkus: ['CFQ7TTC0LFLZ:0002'] }, id), [])
  t.assert.deepEqual(types(phone, noHoldings, id), ['PrerequisiteProductOwnership'])
})

test('an id with an older last part names the same promotion', (t: TestContext) => {
  const found = findValidPromotion(catalogue, '39nfjqt1snc7:0001:39NFJQT10000', line(), ownerOfF1, now)

  t.assert.equal(found?.id, fromF1ToF3)
  t.assert.equal(findValidPromotion(catalogue, fromF1ToF3, line(), noHoldings, now), undefined)
})

test('a line gets the promotion of its own billing cycle by itself', (t: TestContext) => {
  const chosen = (cycle: 'annual' | 'monthly') =>
    bestPromotion(catalogue, visio(cycle), noHoldings, now, '48')?.id

  t.assert.equal(chosen('annual'), '39NFJQT1PJQB:0001:39NFJQT1Q5KN')
  t.assert.equal(chosen('monthly'), '39NFJQT1PJQC:0001:39NFJQT1Q5KM')
})

test('a promotion that must be asked for is not put on by itself', (t: TestContext) => {
  const sales = line({
    productId: 'CFQ7TTC0Z0D2',
    skuId: '0001',
    termDuration: 'P3Y',
    billingCycle: 'annual',
  })

  t.assert.equal(bestPromotion(catalogue, sales, noHoldings, now, '3024'), undefined)
  t.assert.ok(findValidPromotion(catalogue, '39NFJQT1X27N:0002:39NFJQT1Q5KL', sales, noHoldings, now))
})

test('the list holds what runs now, to the last second of the window', (t: TestContext) => {
  const idsAt = (moment: string) =>
    catalogueAt(moment)
      .promotions({ country: 'US', segment: 'commercial' })
      .map((promotion) => promotion.id.slice(0, 12))

  t.assert.ok(idsAt('2025-06-30T23:59:59Z').includes('39NFJQT1PJQB'))
  t.assert.equal(idsAt('2025-07-01T00:00:00Z').includes('39NFJQT1PJQB'), false)
  t.assert.equal(promotionsOfItem(catalogue, visio('annual')).length, 2)
  t.assert.deepEqual(catalogue.promotions({ country: 'FR', segment: 'commercial' }), [])
})

test('16.7 % off a year of Visio is exact to the last digit', (t: TestContext) => {
  const promotion = catalogue.findPromotion('39NFJQT1PJQC:0001:39NFJQT1Q5KM')

  t.assert.equal(promotion && discountedPrice(promotion, visio('monthly'), '48'), '39.984')
  t.assert.equal(promotion && discountedPrice(promotion, visio('annual'), '48'), '48')
})
