import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { MigrationEventName, MigrationStatus } from '@tenantry/contract/resources/migration.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'

/** What was asked for one subscription of a migration. What is absent is as the legacy subscription has it. */
export interface MemberWish {
  readonly subscriptionId: string
  readonly quantity?: number | undefined
  /** As it was written; it may be none that exists. */
  readonly termDuration?: string | undefined
  readonly billingCycle?: string | undefined
  readonly purchaseFullTerm?: boolean | undefined
  readonly customTermEndDate?: PlainDate | undefined
}

/** A base with the add-ons that go along with it; also an add-on alone. */
export interface MigrationWish {
  readonly base: MemberWish
  readonly addOns: readonly MemberWish[]
  readonly externalReferenceId?: string | undefined
}

/** What one legacy subscription becomes. */
export interface MigrationMember {
  readonly wish: MemberWish
  /** `productId:skuId:availabilityId` */
  readonly catalogItemId: string
  readonly quantity: number
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  /** The last day of the first term. */
  readonly endDate: PlainDate
  /** Whether the legacy subscription would have renewed: so will the new one, and the old one if it comes back. */
  readonly renews: boolean
  readonly toSubscriptionId?: string
}

export interface MigrationEvent {
  readonly id: string
  readonly name: MigrationEventName
  /** The legacy subscription that it tells of. */
  readonly subscriptionId: string
  readonly at: Instant
}

/** One migration, from its request on. */
export interface MigrationRecord {
  readonly id: string
  version: number
  readonly customerId: string
  readonly by: 'partner' | 'microsoft'
  /** What it was carried out for. */
  readonly scheduleId?: string
  readonly base: MigrationMember
  readonly addOns: readonly MigrationMember[]
  readonly externalReferenceId?: string
  readonly status: MigrationStatus
  readonly startedAt: Instant
  readonly completedAt?: Instant
  readonly orderId?: string
  /** It failed with the old subscriptions suspended already: until then it is repaired, or else taken back. */
  readonly repairUntil?: Instant
  /** Appended to, never changed. */
  readonly events: readonly MigrationEvent[]
}

export const membersOf = ({ base, addOns }: Pick<MigrationRecord, 'base' | 'addOns'>): MigrationMember[] => [
  base,
  ...addOns,
]

/** Changes every member of a migration in the same way. */
export const mapMembers = (
  migration: MigrationRecord,
  change: (member: MigrationMember, place: number) => MigrationMember,
): MigrationRecord => ({
  ...migration,
  base: change(migration.base, 0),
  addOns: migration.addOns.map((addOn, index) => change(addOn, index + 1)),
})

/** One event for each legacy subscription of the migration. */
export const tell = (
  migration: MigrationRecord,
  name: MigrationEventName,
  at: Instant,
  newId: () => string,
): MigrationRecord => ({
  ...migration,
  events: [
    ...migration.events,
    ...membersOf(migration).map(({ wish }) => ({
      id: newId(),
      name,
      subscriptionId: wish.subscriptionId,
      at,
    })),
  ],
})
