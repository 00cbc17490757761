import type { promotionEndpoints } from '@tenantry/contract/endpoints/shelf.ts'
import { describeProblem } from '@tenantry/contract/reasons/promotion-eligibility-errors.ts'
import { billingCycles, type BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type {
  PromotionEligibilities,
  PromotionEligibilitiesRequest,
  PromotionEligibility,
  PromotionEligibilityError,
} from '@tenantry/contract/resources/catalogue/promotion.ts'
import type { Input } from '../../../work/operation.ts'
import type { Scope } from '../../../work/scope.ts'
import type { Instant } from '../../../kernel/time.ts'
import {
  capitalized,
  catalogueOf,
  promotionProblems,
  promotionsOfItem,
  type Catalogue,
  type Promotion,
  type PromotionHoldings,
  type PromotionLine,
  type PromotionProblem,
  type Segment,
} from '../../catalogue/products/public.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { Holdings } from '../../subscriptions/subscription/public.ts'
import { qualifiedSegments } from './customer-shelf.ts'

type RequestedItem = PromotionEligibilitiesRequest['items'][number]

/** What every item of the request is judged by. */
interface Judgement {
  readonly catalogue: Catalogue
  readonly market: string
  readonly segments: readonly Segment[]
  readonly holdings: PromotionHoldings
  readonly now: Instant
  readonly locale: string
}

/**
 * Which promotions each item may have. What is wrong is told per item, never as a fault of the request.
 * Faults: 60003, 20002.
 * @see partner-center/developer/verify-promotion-eligibility
 */
export async function verifyPromotionEligibilities(
  scope: Scope,
  { params, body }: Input<(typeof promotionEndpoints)['verifyPromotionEligibilities']>,
) {
  const customer = await getCustomer(scope, params.customerId)
  const judgement = {
    catalogue: catalogueOf(scope),
    market: customer.market,
    segments: qualifiedSegments(scope, customer),
    holdings: await new Holdings(scope).forPromotions(customer.id),
    now: scope.now,
    locale: scope.locale,
  }

  return collection(body.items.map((item, index) => eligibilitiesOf(item, index, judgement)))
}

/** Exported for tests. */
export const eligibilitiesOf = (
  item: RequestedItem,
  index: number,
  judgement: Judgement,
): PromotionEligibilities => ({
  id: Number(item.id ?? index),
  catalogItemId: item.catalogItemId,
  quantity: item.quantity,
  billingCycle: cycleOf(item.billingCycle),
  termDuration: item.termDuration,
  eligibilities: judge(item, judgement),
  attributes: { objectType: 'PromotionEligibilities' },
})

function judge(item: RequestedItem, judgement: Judgement): PromotionEligibility[] {
  const { catalogue, locale } = judgement
  const line = lineOf(item, judgement)
  if (line === undefined) return [refused(item.promotionId, [{ type: 'InvalidCatalogItemId' }], locale)]
  if (item.promotionId !== undefined) {
    const promotion = catalogue.findPromotion(item.promotionId)
    return promotion === undefined
      ? [refused(item.promotionId, [{ type: 'InvalidPromotion' }], locale)]
      : [verdict(item.promotionId, promotion, line, judgement)]
  }
  const promotions = promotionsOfItem(catalogue, line)
  if (promotions.length === 0) return [refused(undefined, [{ type: 'NoPromotionsAvailable' }], locale)]
  return promotions.map((promotion) => verdict(promotion.id, promotion, line, judgement))
}

/** Undefined when the item is not on sale to the customer under that id. */
function lineOf(item: RequestedItem, { catalogue, market, segments }: Judgement): PromotionLine | undefined {
  const resolution = catalogue.resolve(item.catalogItemId)
  if (!resolution.found) return undefined
  const { availability } = resolution
  if (availability.country !== market || !segments.includes(availability.segment)) return undefined
  return {
    productId: availability.productId,
    skuId: availability.skuId,
    country: availability.country,
    segment: availability.segment,
    termDuration: item.termDuration.toUpperCase(),
    billingCycle: cycleOf(item.billingCycle),
    quantity: item.quantity,
  }
}

function verdict(
  promotionId: string,
  promotion: Promotion,
  line: PromotionLine,
  { holdings, now, locale }: Judgement,
): PromotionEligibility {
  const problems = promotionProblems(promotion, line, holdings, now)
  return problems.length === 0 ? { promotionId, isEligible: true } : refused(promotionId, problems, locale)
}

type Refusal = PromotionProblem | { readonly type: 'InvalidCatalogItemId' | 'NoPromotionsAvailable' }

const refused = (
  promotionId: string | undefined,
  problems: readonly Refusal[],
  locale: string,
): PromotionEligibility => ({
  ...(promotionId === undefined ? {} : { promotionId }),
  isEligible: false,
  errors: problems.map((problem) => errorOf(problem, locale)),
})

function errorOf(problem: Refusal, locale: string): PromotionEligibilityError {
  const description = describeProblem(problem.type, locale)
  if (problem.type !== 'Term') return { ...problem, description }
  const eligibleTerms = problem.eligibleTerms.map(({ duration, billingCycle }) => ({
    duration,
    billingCycle: capitalized(billingCycle),
  }))
  return { type: 'Term', eligibleTerms, description }
}

const plain = (cycle: string): string => cycle.toLowerCase().replaceAll('_', '')

/** In any case and with or without underscore; what cannot be read is `unknown`, for which nothing is promoted. */
const cycleOf = (text: string): BillingCycleType =>
  billingCycles.find((cycle) => plain(cycle) === plain(text)) ?? 'unknown'
