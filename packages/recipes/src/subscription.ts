import type { AzureEntitlement } from '@tenantry/contract/resources/azure.ts'
import type {
  InventoryCheckRequest,
  InventoryItem,
} from '@tenantry/contract/resources/catalogue/inventory.ts'
import type {
  SubscriptionPatch,
  Subscription as Resource,
} from '@tenantry/contract/resources/subscription.ts'
import type { Transition, TransitionRequest } from '@tenantry/contract/resources/transition.ts'
import type { Answer, Client } from '@tenantry/sdk'
import type { Buyer } from './buyer.ts'
import { changed, type Changes } from './changed.ts'
import { skuOf, type ProductKey } from './products.ts'
import type { Session } from './session.ts'

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

/** `Order` is `string` where it is known which order bought it. */
export class Subscription<Order extends string | undefined = string | undefined> {
  readonly customer: Buyer
  readonly id: string
  readonly orderId: Order

  constructor(customer: Buyer, id: string, orderId: Order) {
    this.customer = customer
    this.id = id
    this.orderId = orderId
  }

  by(world: Session): Subscription<Order> {
    return new Subscription(this.customer.by(world), this.id, this.orderId)
  }

  /** What names it in the path of an operation. */
  get ids(): { readonly customerId: string; readonly subscriptionId: string } {
    return { ...this.customer.ids, subscriptionId: this.id }
  }

  get client(): Client {
    return this.customer.client
  }

  get ask(): Client['ask'] {
    return this.customer.ask
  }

  get(): Promise<Resource> {
    return this.client.subscriptions.get(this.ids)
  }

  /** A PATCH of the whole resource with some members changed, as the documentation asks for. */
  async askToChange(
    changes: Changes<SubscriptionPatch>,
    options: { readonly etag?: string | undefined } = {},
  ): Promise<Answer<Resource>> {
    const present = await this.get()
    const { etag = present.attributes.etag } = options
    const attributes = changed(present.attributes, { etag })
    return this.ask.subscriptions.update(
      this.ids,
      changed<SubscriptionPatch>({ ...present, attributes }, changes),
    )
  }

  async change(changes: Changes<SubscriptionPatch>): Promise<Resource> {
    const answer = await this.askToChange(changes)
    if (!answer.accepted) throw new Error(`PATCH ${JSON.stringify(changes)}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** The Azure subscriptions under an Azure plan, oldest first. */
  async azureEntitlements(): Promise<AzureEntitlement[]> {
    return (await this.client.azure.listAzureEntitlements(this.ids)).items
  }

  /** The oldest of them. */
  async azureEntitlement(): Promise<AzureEntitlement> {
    const [first] = await this.azureEntitlements()
    if (first === undefined) throw new Error(`${this.id} has no Azure subscription`)
    return first
  }

  /** Shuts every Azure subscription under the plan down and waits until it is done. */
  async cancelAzureEntitlements(): Promise<void> {
    for (const { id } of await this.azureEntitlements()) {
      const path = { ...this.ids, entitlementId: id }
      await this.client.azure.cancelAzureEntitlement(path, { cancellationReason: 'compromise' })
    }
    await this.customer.world.wait({ hours: 1 })
  }

  /** Enables it for the purchase of reservations. */
  async register(): Promise<void> {
    await this.client.azure.registerSubscription(this.ids)
  }

  /** Asks whether reserved capacity is there, in its own region and for this subscription: who buys it must have. */
  async askForInventory(
    product: ProductKey | string,
    context: InventoryCheckRequest['inventoryContext'] = {},
  ): Promise<Answer<InventoryItem[]>> {
    const { customer } = this
    const [productId = '', skuId = ''] = skuOf(product).split(':')
    const sku = await this.client.customerProducts.getCustomerSku({ ...customer.ids, productId, skuId })
    const { armRegionName } = sku.dynamicAttributes
    const inventoryContext = {
      customerId: customer.id,
      azureSubscriptionId: this.id,
      ...(armRegionName === undefined ? {} : { armRegionName }),
      ...context,
    }
    const body = { targetItems: [{ productId, skuId }], inventoryContext }
    return this.ask.inventory.check(body, { country: customer.world.partner.market })
  }

  /** As `askForInventory`, and it must be answered. */
  async checkInventory(product: ProductKey | string): Promise<void> {
    const answer = await this.askForInventory(product)
    if (!answer.accepted) throw new Error(`no inventory of ${product}: ${JSON.stringify(answer.body)}`)
  }

  async askToTransition(wishes: TransitionWishes): Promise<Answer<Transition>> {
    return this.ask.transitions.create(this.ids, await this.transitionBody(wishes))
  }

  async transition(wishes: TransitionWishes): Promise<Transition> {
    const answer = await this.askToTransition(wishes)
    if (!answer.accepted) throw new Error(`the transition was refused: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async transitionBody(wishes: TransitionWishes): Promise<TransitionRequest> {
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
