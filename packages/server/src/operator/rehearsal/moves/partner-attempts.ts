import { PartnerRegistry } from '../../../areas/accounts/partners/public.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import type { SubscriptionRecord } from '../../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../../work/scope.ts'
import { post, type Attempt } from './attempt.ts'

/** Whom a change of the partner on record and of the support contact would name. */
export async function otherPartner(scope: Scope, record: SubscriptionRecord): Promise<PartnerRecord> {
  const { partner } = scope.principal
  for (const { resellerTenantId, state } of partner.partnerships) {
    const reseller = state === 'active' ? await new PartnerRegistry(scope).find(resellerTenantId) : undefined
    if (reseller !== undefined && reseller.partnerId !== record.partnerId) return reseller
  }
  // Who has nobody else to name can only try itself.
  return partner
}

export const supportContact = ({ tenantId, partnerId, name }: PartnerRecord): Attempt =>
  post('setSupportContact', 'updateSupportContact', {
    supportTenantId: tenantId,
    supportMpnId: partnerId,
    name,
  })
