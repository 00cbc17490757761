import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import type { PartnerRecord } from '../../work/partner.ts'
import { Subscriptions, type SubscriptionRecord } from '../../areas/subscriptions/subscription/public.ts'
import { tenantOfPartner } from '../../kernel/tenant.ts'
import type { Trx } from '../../store/trx.ts'
import { notFound } from '../operator-error.ts'

/** A subscription by its customer and id, and the partner that has it. 404 where no partner of the world does. */
export async function findSubscription(
  trx: Trx,
  customerId: string,
  id: string,
): Promise<{ partner: PartnerRecord; record: SubscriptionRecord }> {
  for (const partner of await new PartnerRegistry({ trx }).list()) {
    const subscriptions = new Subscriptions({ trx, tenant: tenantOfPartner(partner) })
    const record = await subscriptions.find(customerId.toLowerCase(), id)
    if (record !== undefined) return { partner, record }
  }
  throw notFound(`subscription ${id} of customer ${customerId}`)
}
