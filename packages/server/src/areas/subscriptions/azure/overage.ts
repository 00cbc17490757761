import type { Overage } from '@tenantry/contract/resources/azure.ts'
import { link } from '@tenantry/contract/resources/common.ts'
import type { CustomerId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'

/** The only service with overage. @see partner-center/developer/subscription-resources#overage */
export const phoneServices = 'PhoneServices'

/**
 * Whose Azure subscription takes the overage of a customer: for each service one, over all of the customer's partners.
 * @see partner-center/new-commerce-telco-payg
 */
export interface OverageRecord {
  readonly customerId: CustomerId
  readonly type: typeof phoneServices
  version: number
  /** The partner tenant that assigned it. */
  readonly partner: string
  readonly azureEntitlementId: string
  /** The partner id of who is paid through: the reseller's, or the partner's own. */
  readonly partnerId: string
  readonly since: Instant
}

export const overageAnswer = (
  record: Pick<OverageRecord, 'customerId' | 'azureEntitlementId' | 'partnerId' | 'type'>,
  overageEnabled: boolean,
): Overage => ({
  azureEntitlementId: record.azureEntitlementId,
  partnerId: record.partnerId,
  type: record.type,
  overageEnabled,
  links: { overage: link(`/customers/${record.customerId}/subscriptions/overage`) },
  attributes: { objectType: 'Overage' },
})
