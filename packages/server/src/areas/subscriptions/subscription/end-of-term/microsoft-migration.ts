import { Type } from 'typebox'
import rows from '../../../../../data/policies/microsoft-led-migration.json' with { type: 'json' }
import { datedPolicy } from '../../../../kernel/policy.ts'
import { dayMs, startOfDay, type Instant } from '../../../../kernel/time.ts'
import type { Catalogue, SellableItem } from '../../../catalogue/products/public.ts'
import type { SubscriptionRecord } from '../subscription.ts'
import { endless } from '../term.ts'

/** Whose legacy subscriptions Microsoft migrates itself when their term ends. */
export const microsoftLedMigration = datedPolicy({
  name: 'microsoft-led-migration',
  schema: Type.Object({ partners: Type.Enum(['nobody', 'everyone']) }),
  rows,
})

/**
 * What a legacy subscription becomes in new commerce: the counterpart of its offer, where that is on sale to this
 * customer. Trials and offers for special segments have none.
 * @see partner-center/customers/migrate-subscriptions-to-new-commerce
 */
export function counterpartOf(
  catalogue: Catalogue,
  { commerce, legacyOfferId, isTrial, segment, country }: SubscriptionRecord,
): SellableItem | undefined {
  if (commerce !== 'legacy' || isTrial || segment !== 'commercial') return undefined
  const [productId, skuId] = catalogue.findLegacyOffer(legacyOfferId ?? '')?.migratesTo?.split(':') ?? []
  if (productId === undefined || skuId === undefined) return undefined
  return catalogue.sellable({ productId, skuId, country, segment })
}

/**
 * Whether Microsoft will migrate it by itself, its status aside. What the partner has scheduled goes first (inferred).
 */
export const isForMicrosoft = (
  subscription: SubscriptionRecord,
  { partners }: { readonly partners: string },
  counterpart: SellableItem | undefined,
): boolean =>
  partners === 'everyone' &&
  counterpart !== undefined &&
  subscription.promotionId === undefined &&
  subscription.hasMigrationSchedule !== true &&
  subscription.migratedTo === undefined

/** In the older program the end of a term is the moment that its date prints, the first one of that day. */
const legacyTermEndsAt = ({ commitmentEnd }: Pick<SubscriptionRecord, 'commitmentEnd'>): Instant =>
  startOfDay(commitmentEnd)

/** Less than twenty-four hours of the term are left; also on its last day, until the renewal is done. */
export const isInLastDayOfTerm = (
  subscription: Pick<SubscriptionRecord, 'commitmentEnd'>,
  now: Instant,
): boolean => subscription.commitmentEnd !== endless && legacyTermEndsAt(subscription) - now < dayMs
