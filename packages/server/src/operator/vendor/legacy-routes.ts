import type { FastifyInstance } from 'fastify'
import { Type, type Static } from 'typebox'
import { catalogueOf, segments } from '../../areas/catalogue/products/public.ts'
import { Customers } from '../../areas/accounts/customers/public.ts'
import { recordLegacyOrder } from '../../areas/purchases/orders/public.ts'
import { startLegacySubscription, Subscriptions } from '../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../work/scope.ts'
import { addDuration, isDuration, parseInstant } from '../../kernel/time.ts'
import { asPartner } from './as-partner.ts'
import type { OperatorHost } from '../host.ts'
import { bodyOf, strictly } from '../input.ts'
import { badRequest, notFound } from '../operator-error.ts'

const LegacySubscription = strictly({
  partnerTenantId: Type.String(),
  customerId: Type.String(),
  /** As the catalogue of the older program names it. */
  offerId: Type.String(),
  quantity: Type.Integer({ minimum: 1 }),
  billingCycle: Type.Union([Type.Literal('monthly'), Type.Literal('annual'), Type.Literal('none')]),
  /** ISO 8601: how long before the world's present it was bought. Its yearly renewals since then have happened. */
  startedAgo: Type.Optional(Type.String()),
  segment: Type.Optional(Type.Enum([...segments])),
  friendlyName: Type.Optional(Type.String({ minLength: 1 })),
  /** The partner on record. */
  partnerId: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })),
  /** A promotion of the first year. */
  promotionId: Type.Optional(Type.String({ minLength: 1 })),
  /** The base of an add-on; the add-on takes over its dates. */
  parentSubscriptionId: Type.Optional(Type.String()),
})
type LegacySubscription = Static<typeof LegacySubscription>

/** The older program began in this year (assumed: in its first days). */
const firstSale = parseInstant('2014-01-01T00:00:00Z')

/**
 * `POST legacy-subscriptions`: a customer holds something of the older program, bought at some time in the past. Nobody
 * can buy that any more, so it is history that the operator writes, as the world file does.
 */
export function registerLegacyRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.post('/legacy-subscriptions', async (request, reply) => {
    const wanted = bodyOf(request, LegacySubscription)
    const made = await asPartner('write', host.worldOf(request), wanted.partnerTenantId, (scope) =>
      start(scope, wanted),
    )
    return reply.status(201).send(made)
  })
}

async function start(scope: Scope, wanted: LegacySubscription): Promise<{ id: string }> {
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
