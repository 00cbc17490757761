import type { ChargeType } from '@tenantry/contract/operator/resources/ledger.ts'
import type { CustomerId, OrderId, SubscriptionId } from '../../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'

/**
 * One line of the charge ledger, never changed once written. Amounts are exact decimal strings; a refund is negative.
 * @see partner-center/developer/daily-rated-usage-recon-files, partner-center/billing/recon-file-charge-types
 */
export interface ChargeLine {
  readonly id: string
  version: number
  readonly at: Instant
  readonly type: ChargeType
  readonly customerId: CustomerId
  readonly subscriptionId: SubscriptionId
  readonly orderId: OrderId
  readonly productId: string
  readonly skuId: string
  /** Negative on a line that takes back. */
  readonly quantity: number
  /** One unit for a whole cycle by the price list, before any promotion. */
  readonly unitPrice: string
  /** What one unit is charged for the billable days: promotion deducted, prorated. */
  readonly effectiveUnitPrice: string
  readonly periodStart: PlainDate
  /** Inclusive. What is bought for good has none. */
  readonly periodEnd?: PlainDate | undefined
  readonly billableDays: number
  readonly cycleDays: number
  /** With the digits of the currency, as the policy line-rounding has it. */
  readonly amount: string
  readonly currency: string
  readonly promotionId?: string | undefined
  /** Ties the lines of one change together: wipe and recreate, or both sides of a transition. */
  readonly referenceId?: string | undefined
}
