import { legacyBilling } from '../../../collaborators/purchases/legacy-billing.ts'
import type { EventType } from '../../../work/events.ts'
import type { Scope } from '../../../work/scope.ts'
import { invariant } from '../../../kernel/invariant.ts'
import { addDuration } from '../../../kernel/time.ts'
import { skuKey } from '../../catalogue/products/public.ts'
import { planAnew } from './agenda.ts'
import { Holdings } from './holdings-repository.ts'
import { hasEnded, mayFollow, type SubscriptionRecord } from './subscription.ts'
import { Subscriptions } from './subscription-repository.ts'

/**
 * Stores a changed subscription with all that follows from it: the tenant's seat pools, what the agenda does next, the
 * event. `before` is the subscription as it was loaded.
 */
export async function changeSubscription(
  scope: Scope,
  before: SubscriptionRecord,
  after: SubscriptionRecord,
  event: EventType = 'subscription-updated',
): Promise<SubscriptionRecord> {
  invariant(mayFollow(before.status, after.status), `${before.status} is never followed by ${after.status}`)
  const stored = after.commerce === 'legacy' ? { ...after, ...replicated(scope) } : after
  const saved = await new Subscriptions(scope).save(stored)
  await moveHoldings(scope, before, saved)
  await planAnew(scope, before, saved)
  await scope.announce({
    type: event,
    customerId: saved.customerId,
    subject: saved.id,
    details: {
      status: saved.status,
      quantity: saved.quantity,
      // The older program ends its terms in its own way, which others follow.
      ...(saved.commerce === 'legacy' ? { commerce: 'legacy' } : {}),
    },
  })
  return saved
}

/** The billing of the older program hears of a change with a delay. */
function replicated(scope: Scope): Pick<SubscriptionRecord, 'syncedAt'> {
  const { replication } = scope.collaborator(legacyBilling)
  return replication === 'PT0S' ? {} : { syncedAt: addDuration(scope.now, replication) }
}

/** Keeps the seat pools of the customer's tenant in step with one subscription. */
export async function moveHoldings(
  scope: Scope,
  before: SubscriptionRecord | undefined,
  after: SubscriptionRecord,
): Promise<void> {
  if (after.commerce === 'legacy') return
  const [from, to] = [held(before), held(after)]
  if (from?.sku === to?.sku && from?.seats === to?.seats) return
  const holdings = new Holdings(scope)
  if (from !== undefined && from.sku === to?.sku) {
    await holdings.change(after.customerId, to.sku, { seats: to.seats - from.seats })
    return
  }
  if (from !== undefined)
    await holdings.change(after.customerId, from.sku, { seats: -from.seats, subscriptions: -1 })
  if (to !== undefined)
    await holdings.change(after.customerId, to.sku, { seats: to.seats, subscriptions: 1, lifetime: 1 })
}

const held = (subscription: SubscriptionRecord | undefined) =>
  subscription === undefined || hasEnded(subscription)
    ? undefined
    : { sku: skuKey(subscription.productId, subscription.skuId), seats: subscription.quantity }
