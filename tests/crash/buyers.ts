import type { Customer } from '@tenantry/recipes'
import { NoAnswerError, type RawAnswer } from '@tenantry/sdk'

/** One purchase of a buyer: a cart and its checkout, each under a name of its own. */
export interface Purchase {
  readonly cartRequestId: string
  readonly checkoutRequestId: string
  /** Set once the server has answered. */
  cartId?: string
  orders?: readonly AnsweredOrder[]
}

export interface AnsweredOrder {
  readonly id: string
  readonly lineItems: readonly { readonly subscriptionId: string }[]
}

/** Makes GUIDs and numbers from a seed, so that a failing round can be played again. */
export class SeededSource {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 on, below `bound` (mulberry32). */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }

  newId(): string {
    const digits = Array.from({ length: 32 }, () => this.below(16).toString(16)).join('')
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
}

/**
 * Makes what is missing of a purchase, under the names it already has. The server going away throws `NoAnswerError` and
 * leaves what was answered until then.
 */
export async function carryOut(
  purchase: Purchase,
  customer: Customer,
  lines: readonly object[],
): Promise<void> {
  if (purchase.cartId === undefined) {
    const cart = { lineItems: lines, partnerOnRecordAttestationAccepted: true }
    const answer = await customer.ask('POST', '/carts', cart, { requestId: purchase.cartRequestId })
    purchase.cartId = created<{ id: string }>(answer).id
  }
  const path = `/carts/${purchase.cartId}/checkout`
  const answer = await customer.ask('POST', path, undefined, { requestId: purchase.checkoutRequestId })
  purchase.orders = created<{ orders: AnsweredOrder[] }>(answer).orders
}

/** Buyers purchase one thing after another until the server is gone; answers every purchase that was begun. */
export async function buyUntilGone(
  buyers: number,
  customer: Customer,
  lines: readonly object[],
  ids: SeededSource,
  onAnswer: () => void,
): Promise<Purchase[]> {
  const begun: Purchase[] = []
  const buy = async (): Promise<void> => {
    for (;;) {
      const purchase: Purchase = { cartRequestId: ids.newId(), checkoutRequestId: ids.newId() }
      begun.push(purchase)
      try {
        await carryOut(purchase, customer, lines)
      } catch (error) {
        if (error instanceof NoAnswerError) return // the kill this is all about
        throw error
      }
      onAnswer()
    }
  }
  await Promise.all(Array.from({ length: buyers }, buy))
  return begun
}

function created<A>(answer: RawAnswer): A {
  if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body as A
}
