import type { Scope } from '../../../work/scope.ts'
import { writeCharges } from '../../books/ledger/public.ts'
import { promotionKey } from '../../catalogue/products/public.ts'
import {
  beginSubscription,
  changeSubscription,
  Holdings,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import type { TransitionPlan } from './plan-transition.ts'
import type { TransitionRecord } from './transition.ts'

/** The two sides as they are in the store. */
export interface Sides {
  readonly source: SubscriptionRecord
  readonly existing: SubscriptionRecord | undefined
}

/** The commerce step: keeps what was planned for both sides. Everything was checked before. */
export async function carryOut(
  scope: Scope,
  { kind, order }: TransitionRecord,
  { source, existing }: Sides,
  plan: TransitionPlan,
): Promise<void> {
  if (kind === 'inPlace') {
    await redeem(scope, source, order)
    await changeSubscription(scope, source, plan.source)
    await writeCharges(scope, plan.charges)
    return
  }
  if (existing === undefined) await beginSubscription(scope, { subscription: plan.target, charges: [] })
  else await changeSubscription(scope, existing, plan.target)
  await writeCharges(scope, plan.charges)
  const event = plan.source.status === 'deleted' ? 'subscription-deleted' : 'subscription-updated'
  await changeSubscription(scope, source, plan.source, event)
}

/** A subscription that begins redeems its promotion by itself. */
async function redeem(
  scope: Scope,
  { customerId }: SubscriptionRecord,
  { promotionId, quantity }: TransitionRecord['order'],
): Promise<void> {
  if (promotionId === undefined) return
  const redemptions = { count: 1, seats: quantity }
  await new Holdings(scope).change(customerId, promotionKey(promotionId), { redemptions })
}
