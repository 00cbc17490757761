import { Type, type Static } from 'typebox'
import rows from '../../../../../data/policies/term-limits.json' with { type: 'json' }
import { datedPolicy } from '../../../../kernel/policy.ts'
import type { Sku, TermPlan } from '../catalogue.ts'

const TermLimits = Type.Array(
  Type.Object({
    /** `productId:skuId`. */
    skus: Type.Array(Type.String()),
    termDuration: Type.String(),
    billingCycles: Type.Array(Type.String()),
    minimumQuantity: Type.Integer({ minimum: 1 }),
  }),
)
export type TermLimits = Static<typeof TermLimits>

/** Terms that some SKUs are had for with fewer billing cycles and from more seats than their other terms. */
export const termLimits = datedPolicy({ name: 'term-limits', schema: TermLimits, rows })

/** The SKU with the plans that the limits leave of it. */
export function limitedSku(sku: Sku, limits: TermLimits): Sku {
  const own = limits.filter(({ skus }) => skus.includes(sku.key))
  if (own.length === 0) return sku
  const plans = sku.plans.flatMap((plan) => {
    const limit = own.find(({ termDuration }) => termDuration === plan.termDuration)
    if (limit === undefined) return [plan]
    return limit.billingCycles.includes(plan.billingCycle)
      ? [{ ...plan, minimumQuantity: limit.minimumQuantity }]
      : []
  })
  return { ...sku, plans }
}

interface SeatsByTerm {
  readonly minimumQuantity: number
  readonly plans: readonly Pick<TermPlan, 'termDuration' | 'minimumQuantity'>[]
}

/** The fewest seats that a term is bought for. */
export const fewestSeats = (sku: SeatsByTerm, termDuration: string): number =>
  Math.max(
    sku.minimumQuantity,
    ...sku.plans
      .filter((plan) => plan.termDuration === termDuration)
      .map(({ minimumQuantity = 1 }) => minimumQuantity),
  )
