import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { SellableItem, TermPlan } from '../../catalogue/products/public.ts'
import type { CustomerAccount } from '../../accounts/customers/public.ts'
import type { PriceOfDay, SubscriptionRecord } from '../../subscriptions/subscription/public.ts'
import type { MemberWish } from './migration.ts'
import type { WishedTerm } from './migration-terms.ts'

/** What decides whether one legacy subscription can be migrated, at one moment. */
export interface MemberFacts {
  /** The moment of the migration: the present, or when a schedule will carry it out. */
  readonly now: Instant
  readonly today: PlainDate
  readonly environment: 'production' | 'sandbox'
  readonly source: SubscriptionRecord
  readonly isRenewing: boolean
  /** As the older program prints it. */
  readonly publishedId: string
  readonly wish: MemberWish
  /** Active add-ons that the migration does not name. */
  readonly leftBehind: readonly string[]
  /** What it becomes. */
  readonly item: SellableItem | undefined
  readonly catalogItemId: string | undefined
  readonly quantity: number
  readonly term: WishedTerm
  readonly plan: TermPlan | undefined
  /** When the first term ends if no date is asked for; no date can be later. */
  readonly latestEnd: PlainDate
  /** The ends of other subscriptions that the term may be made to end with. */
  readonly alignedDates: readonly PlainDate[]
  readonly account: CustomerAccount
  readonly partnerOnRecordIsValid: boolean
  readonly seats: {
    /** Most seats in one subscription of a sandbox account. */
    readonly environmentMax: number | undefined
    /** What is left of the tenant's seats, where the SKU has such a limit. */
    readonly pooledLeft: number | undefined
  }
  readonly price: PriceOfDay | undefined
}
