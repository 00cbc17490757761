import type { RawAnswer } from '@tenantry/sdk'
import type { Customer } from './customer.ts'
import { skuOf, type ProductKey } from './products.ts'
import type { World } from './world.ts'

/** What the recipes read of a subscription. */
export interface SubscriptionView {
  readonly id: string
  /** A catalogItemId, or the GUID of an offer of the older program. */
  readonly offerId: string
  readonly quantity: number
  readonly status: string
  readonly autoRenewEnabled: boolean
  readonly commitmentEndDate: string
  readonly termDuration: string
  readonly billingCycle: string
  readonly attributes: { readonly etag: string }
  readonly [further: string]: unknown
}

export interface AzureEntitlementView {
  readonly id: string
  readonly friendlyName: string
  readonly status: string
  readonly subscriptionId: string
}

export interface TransitionWishes {
  /** The subscription that takes the seats; without one a new subscription is made. */
  readonly into?: Subscription | string
  /** What the seats become. */
  readonly to?: ProductKey | string
  readonly seats?: number
  readonly term?: string
  readonly cycle?: string
  readonly type?: string
}

export class Subscription {
  readonly customer: Customer
  readonly id: string
  readonly orderId: string | undefined

  constructor(customer: Customer, id: string, orderId: string | undefined) {
    this.customer = customer
    this.id = id
    this.orderId = orderId
  }

  by(world: World): Subscription {
    return new Subscription(this.customer.by(world), this.id, this.orderId)
  }

  get(): Promise<SubscriptionView> {
    return this.customer.send('GET', `/subscriptions/${this.id}`)
  }

  /**
   * A PATCH of the whole resource with some members changed, as the documentation asks for; members set to `undefined`
   * are left out.
   */
  async askToChange(changes: object, options: { readonly etag?: string } = {}): Promise<RawAnswer> {
    const present = await this.get()
    const { etag = present.attributes.etag } = options
    return this.customer.ask('PATCH', `/subscriptions/${this.id}`, {
      ...present,
      ...changes,
      attributes: { ...present.attributes, etag },
    })
  }

  async change(changes: object): Promise<SubscriptionView> {
    const answer = await this.askToChange(changes)
    if (answer.status >= 400)
      throw new Error(`PATCH ${JSON.stringify(changes)}: ${JSON.stringify(answer.body)}`)
    return answer.body as SubscriptionView
  }

  ask(method: string, path: string, body?: unknown): Promise<RawAnswer> {
    return this.customer.ask(method, `/subscriptions/${this.id}${path}`, body)
  }

  /** The Azure subscriptions under an Azure plan, oldest first. */
  async azureEntitlements(): Promise<AzureEntitlementView[]> {
    const path = `/subscriptions/${this.id}/azureEntitlements`
    return (await this.customer.send<{ items: AzureEntitlementView[] }>('GET', path)).items
  }

  /** Shuts every Azure subscription under the plan down and waits until it is done. */
  async cancelAzureEntitlements(): Promise<void> {
    for (const { id } of await this.azureEntitlements()) {
      const path = `/subscriptions/${this.id}/azureEntitlements/${id}/cancel`
      await this.customer.send('POST', path, { cancellationReason: 'compromise' })
    }
    await this.customer.world.wait({ hours: 1 })
  }

  /** Enables it for the purchase of reservations. */
  async register(): Promise<void> {
    await this.customer.send('POST', `/subscriptions/${this.id}/registrations`)
  }

  /** Asks whether reserved capacity is there, in its own region and for this subscription: who buys it must have. */
  askForInventory(product: ProductKey | string, context: object = {}): Promise<RawAnswer> {
    return this.#inventory(product, context)
  }

  /** As `askForInventory`, and it must be answered. */
  async checkInventory(product: ProductKey | string): Promise<void> {
    const answer = await this.#inventory(product, {})
    if (answer.status >= 400) throw new Error(`no inventory of ${product}: ${JSON.stringify(answer.body)}`)
  }

  async #inventory(product: ProductKey | string, context: object): Promise<RawAnswer> {
    const { customer } = this
    const [productId = '', skuId = ''] = skuOf(product).split(':')
    const sku = await customer.send<{ dynamicAttributes: { armRegionName?: string } }>(
      'GET',
      `/products/${productId}/skus/${skuId}`,
    )
    const { armRegionName } = sku.dynamicAttributes
    const inventoryContext = {
      customerId: customer.id,
      azureSubscriptionId: this.id,
      armRegionName,
      ...context,
    }
    const path = `/extensions/product/checkInventory?country=${customer.world.partner.market}`
    return customer.world.ask('POST', path, { targetItems: [{ productId, skuId }], inventoryContext })
  }

  async askToTransition(wishes: TransitionWishes): Promise<RawAnswer> {
    return this.ask('POST', '/transitions', await this.transitionBody(wishes))
  }

  async transition(wishes: TransitionWishes): Promise<{ readonly toSubscriptionId?: string }> {
    const answer = await this.askToTransition(wishes)
    if (answer.status >= 400) throw new Error(`the transition was refused: ${JSON.stringify(answer.body)}`)
    return answer.body as { readonly toSubscriptionId?: string }
  }

  async transitionBody(wishes: TransitionWishes): Promise<Record<string, unknown>> {
    const { into, to, seats = 1, term, cycle, type = 'transition_only' } = wishes
    return {
      ...(to === undefined ? {} : { toCatalogItemId: await this.customer.itemOf(to) }),
      ...(into === undefined ? {} : { toSubscriptionId: typeof into === 'string' ? into : into.id }),
      quantity: seats,
      ...(term === undefined ? {} : { termDuration: term }),
      ...(cycle === undefined ? {} : { billingCycle: cycle }),
      transitionType: type,
    }
  }
}
