import type { OrderId, SubscriptionId } from '../../../../kernel/ids.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf } from '../../../../kernel/time.ts'
import { skuKey } from '../../../catalogue/products/public.ts'
import { planNext } from '../agenda.ts'
import { changeSubscription } from '../change-subscription.ts'
import { Holdings } from '../holdings-repository.ts'
import { assignedUsers, LicenceMoves } from '../licence-moves-repository.ts'
import { cancel, type SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'

/** What of a subscription is another one with the partner that takes it over. */
export interface TakenOver {
  readonly orderId: OrderId
  readonly lineNumber: number
  readonly partnerId?: string | undefined
  readonly parentSubscriptionId?: SubscriptionId | undefined
}

/**
 * A subscription goes on with another partner of the customer: product, seats, term, end, billing cycle, renewal and
 * what is left of its windows stay as they are, what was scheduled does not (assumed). The scope is that of the partner
 * that takes it over; nothing happens to the source.
 * @see partner-center/billing/transfer-azure-subscriptions-under-azure-plan
 */
export async function takeOver(
  scope: Scope,
  source: SubscriptionRecord,
  taken: TakenOver,
): Promise<SubscriptionRecord> {
  const {
    pendingOperation: _operation,
    syncedAt: _synced,
    hold: _hold,
    hasMigrationSchedule: _schedule,
    supportContact: _contact,
    nextTerm,
    nextCharge: _charge,
    ...kept
  } = source
  const subscription = await new Subscriptions(scope).add({
    ...kept,
    ...taken,
    id: scope.newId(),
    version: 1,
    createdAt: scope.now,
    statusSince: dateOf(scope.now),
    // What a trial turns into is a part of it.
    nextTerm: source.isTrial ? nextTerm : undefined,
    updateCount: 0,
  })
  await holdSeats(scope, subscription)
  await planNext(scope, subscription)
  await scope.announce({
    type: 'subscription-created',
    customerId: subscription.customerId,
    subject: subscription.id,
    details: { orderId: subscription.orderId, status: subscription.status },
  })
  return subscription
}

/** The tenant's seats are as many as before, and nothing was bought: only who sells them is another one. */
async function holdSeats(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const { commerce, customerId, productId, skuId, quantity } = subscription
  if (commerce === 'legacy') return
  await new Holdings(scope).change(customerId, skuKey(productId, skuId), {
    seats: quantity,
    subscriptions: 1,
  })
}

/** The source ends with its own partner, on the day of the transfer. The scope is that partner's. */
export async function handOver(scope: Scope, source: SubscriptionRecord): Promise<SubscriptionRecord> {
  const ended = { ...cancel(source, dateOf(scope.now)), pendingOperation: undefined }
  return await changeSubscription(scope, source, ended, 'subscription-transferred')
}

/** The users keep their licences: both partners see them where they are now. */
export async function keepLicences(
  { from, to }: { readonly from: Scope; readonly to: Scope },
  source: SubscriptionRecord,
  taken: SubscriptionRecord,
): Promise<void> {
  const { customerId } = source
  const users = await assignedUsers(from, customerId, source.id)
  if (users.length === 0) return
  // How the licences came to the source is the same history for whoever takes it over.
  const known = new Set((await new LicenceMoves(to).of(customerId)).map(({ id }) => id))
  const history = (await new LicenceMoves(from).of(customerId)).filter(({ id }) => !known.has(id))
  for (const move of history) await new LicenceMoves(to).add({ ...move, version: 1 })
  const move = {
    id: from.newId(),
    version: 1,
    customerId,
    fromSubscriptionId: source.id,
    toSubscriptionId: taken.id,
    userObjectIds: users.map(({ userObjectId }) => userObjectId),
    at: from.now,
  }
  for (const scope of [from, to]) await new LicenceMoves(scope).add(move)
}
