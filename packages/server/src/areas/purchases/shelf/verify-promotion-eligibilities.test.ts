import { test, type TestContext } from 'node:test'
import { noHoldings, type PromotionHoldings } from '../../catalogue/products/public.ts'
import { catalogueAt } from '../../catalogue/products/catalogue.fixture.ts'
import { parseInstant } from '../../../kernel/time.ts'
import { eligibilitiesOf } from './verify-promotion-eligibilities.ts'

const winter = '2025-01-15T09:00:00Z'

const judgement = (holdings: PromotionHoldings = noHoldings, market = 'US') => ({
  catalogue: catalogueAt(winter),
  market,
  segments: ['commercial' as const],
  holdings,
  now: parseInstant(winter),
  locale: 'en-US',
})

const visio = {
  catalogItemId: 'CFQ7TTC0HD33:0003:CFQ7TTC0K59M',
  quantity: 40,
  termDuration: 'P1Y',
  billingCycle: 'Annual',
}

test('without a promotion id every running promotion of the item is judged', (t: TestContext) => {
  const answer = eligibilitiesOf(visio, 0, judgement())

  t.assert.deepEqual(answer, {
    id: 0,
    catalogItemId: 'CFQ7TTC0HD33:0003:CFQ7TTC0K59M',
    quantity: 40,
    billingCycle: 'annual',
    termDuration: 'P1Y',
    eligibilities: [
      { promotionId: '39NFJQT1PJQB:0001:39NFJQT1Q5KN', isEligible: true },
      {
        promotionId: '39NFJQT1PJQC:0001:39NFJQT1Q5KM',
        isEligible: false,
        errors: [
          {
            type: 'Term',
            eligibleTerms: [{ duration: 'P1Y', billingCycle: 'Monthly' }],
            description: 'The promotion is not available for the term and billing cycle of the item.',
          },
        ],
      },
    ],
    attributes: { objectType: 'PromotionEligibilities' },
  })
})

test('a seat count beyond what is left names the limits and the rest', (t: TestContext) => {
  const holdings = { ...noHoldings, redemptions: { '39NFJQT1PM6C:0005': { count: 2, seats: 1900 } } }
  const item = {
    id: '7',
    catalogItemId: 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS',
    quantity: 501,
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    promotionId: '39NFJQT1PM6C:0005:39NFJQT1Q5L7',
  }
  const answer = eligibilitiesOf(item, 3, judgement(holdings))

  t.assert.equal(answer.id, 7)
  t.assert.deepEqual(answer.eligibilities, [
    {
      promotionId: '39NFJQT1PM6C:0005:39NFJQT1Q5L7',
      isEligible: false,
      errors: [
        {
          type: 'SeatCount',
          minimumRequiredSeats: 1,
          maximumRequiredSeats: 2400,
          availableSeats: 500,
          description:
            'The provided quantity does not satisfy the minimum or maximum seat requirements for the promotion.',
        },
      ],
    },
  ])
  t.assert.deepEqual(eligibilitiesOf({ ...item, quantity: 500 }, 3, judgement(holdings)).eligibilities, [
    { promotionId: '39NFJQT1PM6C:0005:39NFJQT1Q5L7', isEligible: true },
  ])
})

const errorTypes = (item: Partial<typeof visio & { promotionId: string }>, market = 'US') =>
  eligibilitiesOf({ ...visio, ...item }, 0, judgement(noHoldings, market)).eligibilities.flatMap(
    (eligibility) => eligibility.errors?.map((error) => error.type) ?? [],
  )

test('what is wrong with the item or the promotion is told by its type', (t: TestContext) => {
  t.assert.deepEqual(errorTypes({ catalogItemId: 'CFQ7TTC0HD33:0003:CFQ7TTC00000' }), [
    'InvalidCatalogItemId',
  ])
  t.assert.deepEqual(errorTypes({}, 'DE'), ['InvalidCatalogItemId'])
  t.assert.deepEqual(errorTypes({ promotionId: '39NFJQT10000:0001:39NFJQT10000' }), ['InvalidPromotion'])
  t.assert.deepEqual(errorTypes({ promotionId: '39NFJQT1PM6C:0005:39NFJQT1Q5L7' }), ['InvalidPromotion'])
  t.assert.deepEqual(errorTypes({ catalogItemId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971' }), [
    'NoPromotionsAvailable',
  ])
})

test('a first purchase, an owned product and the number of uses are looked up over all partners', (t: TestContext) => {
  const item = {
    catalogItemId: 'CFQ7TTC0LH05:0001:CFQ7TTC0QTD7',
    quantity: 20,
    termDuration: 'P1Y',
    billingCycle: 'annual',
  }
  const types = (holdings: Partial<PromotionHoldings>) =>
    eligibilitiesOf(item, 0, judgement({ ...noHoldings, ...holdings })).eligibilities.flatMap(
      (eligibility) => eligibility.errors?.map((error) => error.type) ?? [],
    )
  const ownedSkus = ['CFQ7TTC0MBMD:0002']

  t.assert.deepEqual(types({}), ['PrerequisiteProductOwnership'])
  t.assert.deepEqual(types({ ownedSkus }), [])
  t.assert.deepEqual(types({ ownedSkus, everOwnedSkus: ['CFQ7TTC0LH05:0001'] }), ['OfferPurchasedPreviously'])
  t.assert.deepEqual(types({ ownedSkus, redemptions: { '39NFJQT1SNC7:0001': { count: 3, seats: 30 } } }), [
    'RedemptionLimit',
  ])
})
