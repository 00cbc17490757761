import type { Customer } from '@tenantry/recipes'
import { NoAnswerError, type CallOptions, type Client, type RawAnswer } from '@tenantry/sdk'

/** What a client wants. */
export type Wish =
  | { readonly kind: 'cart' }
  | { readonly kind: 'checkout'; readonly cartId: string }
  | { readonly kind: 'quantity'; readonly subscriptionId: string; readonly quantity: number }
  | { readonly kind: 'transition'; readonly subscriptionId: string; readonly quantity: number }
  | { readonly kind: 'cancel'; readonly subscriptionId: string }
  | { readonly kind: 'read'; readonly subscriptionId: string }

/** One request. However often it is sent, it has one name and is to have one effect. */
export interface NamedRequest {
  /** Its MS-RequestId, and its MS-CorrelationId, which the audit record keeps. */
  readonly name: string
  readonly client: string
  readonly customerId: string
  readonly wish: Wish
  readonly call: NamedCall
}

/** What is asked, of whichever server; the options carry the name. */
export type NamedCall = (ask: Client['ask'], options: CallOptions) => Promise<RawAnswer>

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** One time that a request was sent. Without an answer nobody knows what became of it. */
export interface Attempt {
  readonly request: NamedRequest
  /** Places in the order of everything that clients saw. */
  readonly beganAt: number
  endedAt?: number
  answer?: Answer
}

/** One time that the clock was told to go to an instant, which can be told again. */
export interface Move {
  readonly to: string
  isAnswered: boolean
}

/** Everything that clients tried and were told, in order. */
export class History {
  readonly attempts: Attempt[] = []
  readonly moves: Move[] = []
  #places = 0

  /** Sends a request; `undefined` when no answer came, or one that says nobody knows (503). */
  async send(customer: Customer, request: NamedRequest): Promise<Answer | undefined> {
    const attempt: Attempt = { request, beganAt: (this.#places += 1) }
    this.attempts.push(attempt)
    const { call, name } = request
    let answer: RawAnswer
    try {
      answer = await call(customer.ask, { requestId: name, correlationId: name })
    } catch (error) {
      if (error instanceof NoAnswerError) return undefined
      throw error
    }
    attempt.endedAt = this.#places += 1
    if (answer.status === 503) return undefined
    attempt.answer = { status: answer.status, body: answer.body }
    return attempt.answer
  }

  /** Moves the clock; answers whether it was told that it stands there. */
  async move(to: string, advance: (to: string) => Promise<unknown>): Promise<boolean> {
    const move: Move = { to, isAnswered: false }
    this.moves.push(move)
    try {
      await advance(to)
      move.isAnswered = true
    } catch {
      // Whoever moves the clock tells it again where it is to stand.
    }
    return move.isAnswered
  }

  /** Each request once, in the order in which they were first sent. */
  requests(): NamedRequest[] {
    return [...new Map(this.attempts.map(({ request }) => [request.name, request])).values()]
  }

  attemptsOf(name: string): Attempt[] {
    return this.attempts.filter(({ request }) => request.name === name)
  }
}

export const isWrite = ({ wish }: NamedRequest): boolean => wish.kind !== 'read'

export const isAccepted = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer.status < 300
