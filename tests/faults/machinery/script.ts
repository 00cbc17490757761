import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { Customer, World } from '@tenantry/recipes'
import type { Answer as TypedAnswer } from '@tenantry/sdk'
import {
  isAccepted,
  type Answer,
  type History,
  type NamedCall,
  type NamedRequest,
  type Wish,
} from '../history/history.ts'
import type { SeededSource } from './seeded-source.ts'

/** Sends one request, one way or another, and answers what it was told in the end. */
export type Sender = (customer: Customer, request: NamedRequest) => Promise<Answer>

/**
 * One of each kind of write, one after the other, for a customer of its own: a cart, its checkout, more seats, two of
 * them moved, the rest given back. Each must be accepted.
 */
export async function oneOfEach(world: World, source: SeededSource, send: Sender): Promise<void> {
  const customer = await world.customer()
  const line = await customer.line('business-basic', { seats: 5 })
  const { ids } = customer
  const make = async <Body>(
    wish: Wish,
    call: (...asked: Parameters<NamedCall>) => Promise<TypedAnswer<Body>>,
  ): Promise<Body> => {
    const answer = await send(customer, {
      name: source.newId(),
      client: 'script',
      customerId: customer.id,
      wish,
      call,
    })
    const { status, body } = answer
    if (!isAccepted(answer)) throw new Error(`${wish.kind}: ${status} ${JSON.stringify(body)}`)
    return body as Body
  }
  const cart = await make({ kind: 'cart' }, (ask, options) =>
    ask.carts.create(ids, { lineItems: [line], partnerOnRecordAttestationAccepted: true }, options),
  )
  const { orders } = await make({ kind: 'checkout', cartId: cart.id }, (ask, options) =>
    ask.orders.checkOutCart({ ...ids, cartId: cart.id }, options),
  )
  const subscription = customer.subscription(orders[0]?.lineItems[0]?.subscriptionId ?? '')
  const { id: subscriptionId, ids: path } = subscription
  const more: SubscriptionPatch = { ...(await subscription.get()), quantity: 9 }
  await make({ kind: 'quantity', subscriptionId, quantity: 9 }, (ask, options) =>
    ask.subscriptions.update(path, more, options),
  )
  const toCatalogItemId = await customer.itemOf('business-standard')
  await make({ kind: 'transition', subscriptionId, quantity: 2 }, (ask, options) => {
    const body = { toCatalogItemId, quantity: 2, transitionType: 'transition_only' }
    return ask.transitions.create(path, body, options)
  })
  const ended: SubscriptionPatch = { ...(await subscription.get()), status: 'deleted' }
  await make({ kind: 'cancel', subscriptionId }, (ask, options) =>
    ask.subscriptions.update(path, ended, options),
  )
}

/** Sends a request that is to get no answer, and then again under its name. */
export async function sendTwice(
  history: History,
  request: NamedRequest,
  [first, second]: readonly [Customer, Customer],
): Promise<Answer> {
  const lost = await history.send(first, request)
  if (lost !== undefined) throw new Error(`the first answer came through: ${lost.status}`)
  const answer = await history.send(second, request)
  if (answer === undefined) throw new Error('the repeated request was not answered either')
  return answer
}
