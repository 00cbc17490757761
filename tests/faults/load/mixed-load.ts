import type { Cart, CartLineItemRequest } from '@tenantry/contract/resources/cart.ts'
import type { CartCheckoutResult } from '@tenantry/contract/resources/order.ts'
import type { Subscription, SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { Customer, World } from '@tenantry/recipes'
import {
  History,
  isAccepted,
  isWrite,
  type Answer,
  type NamedCall,
  type NamedRequest,
  type Wish,
} from '../history/history.ts'
import type { SeededSource } from '../machinery/seeded-source.ts'

/** Where a client may send its requests: one server, or several of the same worlds. */
export type Nodes = readonly World[]

/** Of ten; those below are purchases, those above changes of the quantity. */
const choices = { read: 3, transition: 4, cancel: 5 } as const

interface Bought {
  readonly customerId: string
  readonly subscriptionId: string
  readonly isUpgradable: boolean
}

/**
 * Clients of one partner who buy, change, move and cancel at the same time, partly the same subscriptions, while the
 * clock moves on. Everything they try and are told goes into the history.
 */
export class MixedLoad {
  readonly history = new History()
  readonly #source: SeededSource
  readonly customers: readonly string[]
  readonly #lines: readonly CartLineItemRequest[]
  readonly #bought: Bought[] = []
  /** Each kind of change has its turn, however soon the fault comes. */
  readonly #firstChoices = [choices.transition, choices.cancel, 9, choices.transition, choices.cancel, 9]
  #isOver = false
  readonly #counts = { accepted: 0, unanswered: 0 }
  #waiting: { readonly what: 'accepted' | 'unanswered'; readonly enough: number; readonly go: () => void }[] =
    []

  private constructor(
    source: SeededSource,
    customers: readonly string[],
    lines: readonly CartLineItemRequest[],
  ) {
    this.#source = source
    this.customers = customers
    this.#lines = lines
  }

  /** Customers of its own. Some of what they buy takes half an hour of business time to come. */
  static async open(world: World, source: SeededSource): Promise<MixedLoad> {
    await world.decree('subscriptions-per-tenant', 100_000)
    const customers = [await world.customer(), await world.customer()]
    const [one] = customers
    if (one === undefined) throw new Error('there are no customers')
    const lines = [
      await one.line('business-basic', { seats: 5 }, 0),
      await one.line('office-e3', { seats: 3, cycle: 'annual' }, 1),
    ]
    const sku = String(lines[1]?.catalogItemId).split(':').slice(0, 2).join(':')
    await world.arrange('fulfilment', { latency: { default: 'PT0S', bySku: { [sku]: 'PT30M' } } })
    const ids = customers.map(({ id }) => id)
    return new MixedLoad(source, ids, lines)
  }

  /** Runs clients until `until` is kept, or until no server answers any more. */
  async run(clients: number, nodes: Nodes, until: Promise<unknown>): Promise<void> {
    this.#isOver = false
    const over = until.finally(() => {
      this.#isOver = true
    })
    const running = Array.from({ length: clients }, (_, i) => this.#client(`client-${i}`, nodes, i === 0))
    await Promise.all([over, ...running])
  }

  /** Resolves when so many more writes were accepted. */
  accepted(writes: number): Promise<void> {
    return this.#more('accepted', writes)
  }

  /** Resolves when so many more requests had no answer, or were told that nobody knows. */
  unanswered(requests: number): Promise<void> {
    return this.#more('unanswered', requests)
  }

  #more(what: 'accepted' | 'unanswered', count: number): Promise<void> {
    const enough = this.#counts[what] + count
    return new Promise((go) => this.#waiting.push({ what, enough, go }))
  }

  #count(what: 'accepted' | 'unanswered'): void {
    this.#counts[what] += 1
    this.#waiting = this.#waiting.filter((one) => {
      const isThere = this.#counts[one.what] >= one.enough
      if (isThere) one.go()
      return !isThere
    })
  }

  /** Sends every write again under its name, some clients at once, until each has an answer. */
  async repeatAll(nodes: Nodes): Promise<void> {
    const waiting = this.history.requests().filter(isWrite)
    const repeat = async (): Promise<void> => {
      for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
        const answer = await this.#sendUntilAnswered(nodes, request)
        this.#learn(request, answer)
      }
    }
    await Promise.all(Array.from({ length: 4 }, repeat))
    const missed = this.history.moves.at(-1)
    if (missed?.isAnswered === false)
      await this.history.move(missed.to, (to) => this.#source.oneOf(nodes).operator.clock.advance({ to }))
  }

  async #client(name: string, nodes: Nodes, movesClock: boolean): Promise<void> {
    while (!this.#isOver) {
      const node = this.#source.oneOf(nodes)
      const isHeard =
        movesClock && this.#source.below(8) === 0 ? await this.#move(node) : await this.#act(name, node)

      if (!isHeard) await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  async #move(node: World): Promise<boolean> {
    const now = await node.now().catch(() => undefined)
    if (now === undefined) return false
    const to = new Date(Date.parse(now) + 20 * 60_000).toISOString()
    return this.history.move(to, (to) => node.operator.clock.advance({ to }))
  }

  /** One thing that a client does; false when it was not answered. */
  async #act(client: string, node: World): Promise<boolean> {
    const subject = this.#bought.length === 0 ? undefined : this.#source.oneOf(this.#bought)
    if (subject === undefined) return this.#buy(client, node)
    const choice = this.#firstChoices.shift() ?? this.#source.below(10)
    if (choice < 3) return this.#buy(client, node)
    const customer = node.customerOf(subject.customerId)
    const { id: subscriptionId, ids } = customer.subscription(subject.subscriptionId)
    const view = await this.#send(
      customer,
      this.#named(client, customer, { kind: 'read', subscriptionId }, (ask, options) =>
        ask.subscriptions.get(ids, options),
      ),
    )
    if (view === undefined || choice === choices.read) return view !== undefined
    if (!isAccepted(view)) return true
    return this.#change(client, customer, subject, view.body as Subscription, choice)
  }

  async #change(
    client: string,
    customer: Customer,
    subject: Bought,
    view: Subscription,
    choice: number,
  ): Promise<boolean> {
    const { subscriptionId, isUpgradable } = subject
    const { ids } = customer.subscription(subscriptionId)
    const patch = (wish: Wish, changes: SubscriptionPatch) =>
      this.#named(client, customer, wish, (ask, options) =>
        ask.subscriptions.update(ids, { ...view, ...changes }, options),
      )
    if (choice === choices.transition && isUpgradable && view.quantity > 1) {
      const toCatalogItemId = await customer.itemOf('business-standard').catch(() => undefined)
      if (toCatalogItemId === undefined) return false
      const body = { toCatalogItemId, quantity: 1, transitionType: 'transition_only' }
      const wish = { kind: 'transition', subscriptionId, quantity: 1 } as const
      const moved = this.#named(client, customer, wish, (ask, options) =>
        ask.transitions.create(ids, body, options),
      )
      return this.#sends(customer, moved)
    }
    if (choice === choices.cancel)
      return this.#sends(customer, patch({ kind: 'cancel', subscriptionId }, { status: 'deleted' }))
    const other = 2 + this.#source.below(30)
    const quantity = other === view.quantity ? other + 1 : other
    return this.#sends(customer, patch({ kind: 'quantity', subscriptionId, quantity }, { quantity }))
  }

  async #buy(client: string, node: World): Promise<boolean> {
    const customer = node.customerOf(this.#source.oneOf(this.customers))
    const { ids } = customer
    const body = { lineItems: [...this.#lines], partnerOnRecordAttestationAccepted: true }
    const cart = await this.#send(
      customer,
      this.#named(client, customer, { kind: 'cart' }, (ask, options) => ask.carts.create(ids, body, options)),
    )
    if (!isAccepted(cart)) return cart !== undefined
    const { id: cartId } = cart.body as Cart
    const checkout = this.#named(client, customer, { kind: 'checkout', cartId }, (ask, options) =>
      ask.orders.checkOutCart({ ...ids, cartId }, options),
    )
    return this.#sends(customer, checkout)
  }

  #named(client: string, { id }: Customer, wish: Wish, call: NamedCall): NamedRequest {
    return { name: this.#source.newId(), client, customerId: id, wish, call }
  }

  async #sends(customer: Customer, request: NamedRequest): Promise<boolean> {
    return (await this.#send(customer, request)) !== undefined
  }

  async #send(customer: Customer, request: NamedRequest): Promise<Answer | undefined> {
    const answer = await this.history.send(customer, request)
    if (answer !== undefined) this.#learn(request, answer)
    if (answer === undefined) this.#count('unanswered')
    if (isAccepted(answer) && isWrite(request)) this.#count('accepted')
    return answer
  }

  #learn({ wish, customerId }: NamedRequest, answer: Answer): void {
    if (wish.kind !== 'checkout' || !isAccepted(answer)) return
    const { orders } = answer.body as CartCheckoutResult
    for (const { subscriptionId = '', offerId } of orders.flatMap(({ lineItems }) => lineItems)) {
      if (this.#bought.some((known) => known.subscriptionId === subscriptionId)) continue
      this.#bought.push({
        customerId,
        subscriptionId,
        isUpgradable: offerId === this.#lines[0]?.catalogItemId,
      })
    }
  }

  /** A server that is about to answer again gets ten seconds for it. */
  async #sendUntilAnswered(nodes: Nodes, request: NamedRequest): Promise<Answer> {
    const limit = AbortSignal.timeout(10_000)
    for (;;) {
      const node = this.#source.oneOf(nodes)
      const answer = await this.history.send(node.customerOf(request.customerId), request)
      if (answer !== undefined) return answer
      limit.throwIfAborted()
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}
