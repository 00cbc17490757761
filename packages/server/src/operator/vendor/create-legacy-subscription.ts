import type { LegacySubscriptionRequest } from '@tenantry/contract/operator/resources/history.ts'
import { catalogueOf } from '../../areas/catalogue/products/public.ts'
import { Customers } from '../../areas/accounts/customers/public.ts'
import { recordLegacyOrder } from '../../areas/purchases/orders/public.ts'
import { startLegacySubscription, Subscriptions } from '../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../work/scope.ts'
import { addDuration, isDuration, parseInstant } from '../../kernel/time.ts'
import { asPartner } from './as-partner.ts'
import type { World } from '../../world/world.ts'
import { badRequest, notFound } from '../operator-error.ts'

/** The older program began in this year (assumed: in its first days). */
const firstSale = parseInstant('2014-01-01T00:00:00Z')

/**
 * A customer holds something of the older program, bought at some time in the past. Nobody can buy that any more, so it
 * is history that the operator writes, as the world file does.
 */
export const createLegacySubscription = (
  world: World,
  wanted: LegacySubscriptionRequest,
): Promise<{ id: string }> =>
  asPartner('write', world, wanted.partnerTenantId, (scope) => start(scope, wanted))

async function start(scope: Scope, wanted: LegacySubscriptionRequest): Promise<{ id: string }> {
  const { quantity, billingCycle, friendlyName, partnerId, promotionId, startedAgo = 'PT0S' } = wanted
  const { segment = 'commercial', parentSubscriptionId } = wanted
  if (!isDuration(startedAgo) || startedAgo.startsWith('-'))
    throw badRequest(`startedAgo: ${startedAgo} is no ISO 8601 duration, for example P5M`)
  const startedAt = addDuration(scope.now, `-${startedAgo}`)
  if (!(startedAt >= firstSale))
    throw badRequest(`startedAgo: nothing was sold ${startedAgo} before the world's present`)
  const customer = await new Customers(scope).find(wanted.customerId.toLowerCase())
  if (customer === undefined) throw notFound(`customer ${wanted.customerId} of this partner`)
  const offer = catalogueOf(scope).findLegacyOffer(wanted.offerId)
  if (offer === undefined) throw badRequest(`offerId: the older program has no offer ${wanted.offerId}`)
  const parent =
    parentSubscriptionId === undefined
      ? undefined
      : await new Subscriptions(scope).find(customer.id, parentSubscriptionId)
  if (parentSubscriptionId !== undefined && parent?.commerce !== 'legacy')
    throw notFound(`subscription ${parentSubscriptionId} of the older program`)

  const subscription = await startLegacySubscription(scope, {
    customerId: customer.id,
    country: customer.market,
    segment,
    offer,
    quantity,
    billingCycle,
    startedAt,
    friendlyName,
    partnerId,
    promotionId,
    parent,
  })
  await recordLegacyOrder(scope, subscription)
  return { id: subscription.id }
}
