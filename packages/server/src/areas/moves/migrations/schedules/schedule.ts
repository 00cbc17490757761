import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { MigrationScheduleStatus } from '@tenantry/contract/resources/migration.ts'
import type { Instant, PlainDate } from '../../../../kernel/time.ts'
import type { MigrationWish } from '../migration.ts'

/** What a scheduled migration would make of one subscription, had it been carried out when it was written down. */
export interface ScheduledMember {
  readonly subscriptionId: string
  readonly catalogItemId?: string | undefined
  readonly quantity: number
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  readonly purchaseFullTerm: boolean
  readonly customTermEndDate?: PlainDate | undefined
}

/** Carried out on a day, or when the legacy subscription has renewed. */
export type ScheduledMoment =
  | { readonly targetDate: PlainDate; readonly onRenewal?: never }
  | { readonly onRenewal: true; readonly targetDate?: never }

export interface MigrationSchedule {
  readonly id: string
  version: number
  readonly customerId: string
  readonly wish: MigrationWish
  readonly moment: ScheduledMoment
  /** The base first. */
  readonly members: readonly ScheduledMember[]
  readonly commitmentEnd: PlainDate
  readonly status: MigrationScheduleStatus
  readonly createdAt: Instant
  readonly modifiedAt: Instant
  readonly migrationId?: string
  /** Why it could not be carried out. */
  readonly error?: { readonly code: number; readonly description: string }
}
