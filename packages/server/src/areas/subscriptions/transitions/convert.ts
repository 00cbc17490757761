import { fulfilment } from '../../../collaborators/purchases/fulfilment.ts'
import { invariant, present } from '../../../kernel/invariant.ts'
import type { Scope } from '../../../work/scope.ts'
import {
  catalogueOf,
  promotionKey,
  type Catalogue,
  type SellableItem,
} from '../../catalogue/products/public.ts'
import { writeCharges } from '../../books/ledger/public.ts'
import {
  changeSubscription,
  countUpdate,
  Holdings,
  itemMembers,
  replaceProduct,
  startSubscription,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { convertCharges, keepsTerm, sourceAfter, targetAfter, unlocked } from './conversion.ts'
import { targetTermPrice } from './target-price.ts'
import type { TransitionRecord } from './transition.ts'

/** The commerce step: seats, terms, charges, agenda and events of both sides. Everything was checked before. */
export async function convert(
  scope: Scope,
  transition: TransitionRecord,
  source: SubscriptionRecord,
  existing: SubscriptionRecord | undefined,
): Promise<void> {
  if (transition.kind === 'inPlace') {
    const after = await replaceInPlace(scope, transition, source)
    await writeCharges(scope, convertCharges(source, after, transition, scope.now))
    return
  }
  const target =
    existing === undefined
      ? await startTarget(scope, transition, source)
      : await changeSubscription(scope, existing, targetAfter(existing, transition.order, scope.now))
  await writeCharges(scope, convertCharges(source, target, transition, scope.now))
  const after = sourceAfter(source, transition, scope.now)
  const event = after.status === 'deleted' ? 'subscription-deleted' : 'subscription-updated'
  await changeSubscription(scope, source, after, event)
}

async function replaceInPlace(
  scope: Scope,
  { order }: TransitionRecord,
  source: SubscriptionRecord,
): Promise<SubscriptionRecord> {
  const catalogue = catalogueOf(scope)
  const item = itemMembers(catalogue, itemOf(catalogue, order, source))
  const termPrice = priceOf(catalogue, order, source)
  const replaced = replaceProduct(unlocked(source), { ...order, item, termPrice }, scope.now)
  if (order.promotionId !== undefined) {
    await new Holdings(scope).change(source.customerId, promotionKey(order.promotionId), {
      redemptions: { count: 1, seats: order.quantity },
    })
  }
  return await changeSubscription(scope, source, countUpdate(replaced))
}

/** It belongs to the order of its source (assumed: no page says which order a transition makes). */
async function startTarget(
  scope: Scope,
  { order, toSubscriptionId }: TransitionRecord,
  source: SubscriptionRecord,
): Promise<SubscriptionRecord> {
  const catalogue = catalogueOf(scope)
  const id = present(toSubscriptionId, 'a transition to a new subscription has its id from the start')
  const started = await startSubscription(provisioned(scope, id), {
    customerId: source.customerId,
    orderId: source.orderId,
    lineNumber: source.lineNumber,
    item: itemOf(catalogue, order, source),
    quantity: order.quantity,
    termDuration: order.termDuration,
    billingCycle: order.billingCycle,
    termPrice: priceOf(catalogue, order, source),
    currency: source.currency,
    promotionId: order.promotionId,
    partnerId: source.partnerId,
    autoRenewEnabled: source.commerce === 'legacy' ? true : source.autoRenewEnabled,
    transition: keepsTerm(source, order) ? { alongside: source } : {},
  })
  invariant(started.id === id, 'a new subscription takes the id that the transition announced')
  return started
}

/** The wait for fulfilment is over already, and the id was told to the caller when the transition began. */
function provisioned(scope: Scope, id: string): Scope {
  const state = { ...scope.collaborator(fulfilment), latency: { default: 'PT0S', bySku: {} }, paused: false }
  let ids = [id]
  return {
    ...scope,
    newId: () => {
      const [next = scope.newId(), ...rest] = ids
      ids = rest
      return next
    },
    collaborator: (asked) => (asked.name === fulfilment.name ? (state as never) : scope.collaborator(asked)),
  }
}

const itemOf = (
  catalogue: Catalogue,
  { toProductId, toSkuId }: TransitionRecord['order'],
  { country, segment }: SubscriptionRecord,
): SellableItem =>
  present(
    catalogue.sellable({ productId: toProductId, skuId: toSkuId, country, segment }),
    `${toProductId}:${toSkuId} was on sale a moment ago`,
  )

const priceOf = (
  catalogue: Catalogue,
  order: TransitionRecord['order'],
  source: SubscriptionRecord,
): string =>
  present(
    targetTermPrice(
      catalogue,
      source,
      { ...order, offer: { productId: order.toProductId, skuId: order.toSkuId } },
      order.promotionId,
    ),
    `${order.toProductId}:${order.toSkuId} had a price a moment ago`,
  )
