import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { CustomerId, OrderId } from '../../../../kernel/ids.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDays, addMonths, dateOf, type Instant, type PlainDate } from '../../../../kernel/time.ts'
import { catalogueOf, type LegacyOffer, type Segment } from '../../../catalogue/products/public.ts'
import { planNext } from '../agenda.ts'
import type { SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'
import { endless, naturalEnd } from '../term.ts'

/** A subscription of the older program as it was bought at some time. Everything was checked before. */
export interface StartLegacySubscription {
  readonly customerId: CustomerId
  readonly country: string
  readonly segment: Segment
  readonly offer: LegacyOffer
  readonly quantity: number
  readonly billingCycle: BillingCycleType
  /** The order that it was bought with; one of its own without. */
  readonly orderId?: OrderId | undefined
  readonly lineNumber?: number | undefined
  /** Not after the scope's present; renewals since then have happened. */
  readonly startedAt: Instant
  readonly friendlyName?: string | undefined
  readonly partnerId?: string | undefined
  /** Of the first year only: a renewal ends it. */
  readonly promotionId?: string | undefined
  /** An add-on's dates are those of its base. */
  readonly parent?: SubscriptionRecord | undefined
}

/**
 * A year's commitment that renews by itself, without seats that could be given back, billed elsewhere. Since the sale
 * of the older program has ended most are written down as they were bought at some time.
 */
export async function startLegacySubscription(
  scope: Scope,
  start: StartLegacySubscription,
): Promise<SubscriptionRecord> {
  const { offer, country, parent } = start
  const isUsage = offer.billing === 'usage'
  const term =
    parent ?? (isUsage ? endlessFrom(dateOf(start.startedAt)) : yearAround(start, dateOf(scope.now)))
  const { termStart, commitmentEnd } = term
  const id = scope.newId()
  const subscription = await new Subscriptions(scope).add({
    id,
    version: 1,
    commerce: 'legacy',
    customerId: start.customerId,
    orderId: start.orderId ?? scope.newId(),
    lineNumber: start.lineNumber ?? 0,
    productId: '',
    skuId: '',
    availabilityId: '',
    legacyOfferId: offer.id,
    offerName: offer.name,
    friendlyName: start.friendlyName ?? offer.name,
    productFamily: isUsage ? 'azurePlan' : 'license',
    productType: '',
    publisherName: 'Microsoft Corporation',
    isMicrosoftProduct: true,
    isTrial: offer.isTrial,
    isAddOn: offer.isAddOn,
    hasPurchasableAddOns: false,
    country,
    segment: start.segment,
    unitType: isUsage ? 'Usage-based' : 'Licenses',
    quantity: start.quantity,
    seatLots: [],
    status: 'active',
    statusSince: dateOf(start.startedAt),
    suspensionReasons: [],
    createdAt: start.startedAt,
    effectiveStart: start.startedAt,
    termStart,
    commitmentEnd,
    chargedThrough: commitmentEnd,
    termDuration: offer.isTrial ? 'P1M' : 'P1Y',
    billingCycle: start.billingCycle,
    autoRenewEnabled: !offer.isTrial,
    termPrice: '0',
    currency: catalogueOf(scope).currencyOf(country),
    // A renewal since then has ended the promotion.
    promotionId: termStart === dateOf(start.startedAt) ? start.promotionId : undefined,
    partnerId: start.partnerId,
    parentSubscriptionId: parent?.id,
    // The commerce subscription and its Azure subscription share one id. @see partner-center/azure-plan-transition
    entitlementId: isUsage ? id : undefined,
    fulfilment: 'completed',
    updateCount: 0,
  })
  await planNext(scope, subscription)
  return subscription
}

const endlessFrom = (termStart: PlainDate) => ({ termStart, commitmentEnd: endless })

/** The year of commitment that `today` lies in: every twelve months it renews. A trial has one month. */
function yearAround({ startedAt, offer }: StartLegacySubscription, today: PlainDate) {
  const first = dateOf(startedAt)
  if (offer.isTrial) return { termStart: first, commitmentEnd: naturalEnd(first, 'P1M') }
  const nextStart = (years: number) => addMonths(first, 12 * (years + 1))
  let years = 0
  while (nextStart(years) <= today) years += 1
  return { termStart: addMonths(first, 12 * years), commitmentEnd: addDays(nextStart(years), -1) }
}
