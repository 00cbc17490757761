import type { Customer, World } from '@tenantry/recipes'
import { isAccepted, type Answer, type History, type NamedRequest, type Wish } from '../history/history.ts'
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
  const ask = async <A>(wish: Wish, method: string, path: string, body?: unknown): Promise<A> => {
    const parts = { name: source.newId(), client: 'script', customerId: customer.id, wish, method, path }
    const answer = await send(customer, body === undefined ? parts : { ...parts, body })
    const { status, body: told } = answer
    if (!isAccepted(answer)) throw new Error(`${wish.kind}: ${status} ${JSON.stringify(told)}`)
    return told as A
  }
  const cart = await ask<{ id: string }>({ kind: 'cart' }, 'POST', '/carts', {
    lineItems: [line],
    partnerOnRecordAttestationAccepted: true,
  })
  const { orders } = await ask<{ orders: { lineItems: { subscriptionId: string }[] }[] }>(
    { kind: 'checkout', cartId: cart.id },
    'POST',
    `/carts/${cart.id}/checkout`,
  )
  const subscriptionId = orders[0]?.lineItems[0]?.subscriptionId ?? ''
  const path = `/subscriptions/${subscriptionId}`
  const view = () => customer.send<object>('GET', path)
  await ask({ kind: 'quantity', subscriptionId, quantity: 9 }, 'PATCH', path, {
    ...(await view()),
    quantity: 9,
  })
  await ask({ kind: 'transition', subscriptionId, quantity: 2 }, 'POST', `${path}/transitions`, {
    toCatalogItemId: await customer.itemOf('business-standard'),
    quantity: 2,
    transitionType: 'transition_only',
  })
  await ask({ kind: 'cancel', subscriptionId }, 'PATCH', path, { ...(await view()), status: 'deleted' })
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
