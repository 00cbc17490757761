import type { Scope } from '../../../work/scope.ts'
import { changeEntitlement, changeSubscription, type SubscriptionRecord } from '../subscription/public.ts'

/** What the partner cancelled is shut down; only a partner's own cancellation can a partner take back. */
export const closeEntitlement = (
  scope: Scope,
  plan: SubscriptionRecord,
  id: string,
): Promise<SubscriptionRecord> =>
  changeSubscription(
    scope,
    plan,
    changeEntitlement(plan, id, {
      status: 'inactive',
      inactiveBecause: 'cancelled',
      cancellationRequestedAt: undefined,
    }),
    'azure-entitlement-updated',
  )
