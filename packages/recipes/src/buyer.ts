import type { AgreementRequest } from '@tenantry/contract/resources/agreement.ts'
import type { Cart, CartLineItemRequest, CartRequest } from '@tenantry/contract/resources/cart.ts'
import type { CartCheckoutResult, NewOrder, Order } from '@tenantry/contract/resources/order.ts'
import type { Answer, Client } from '@tenantry/sdk'
import { isCatalogItem, skuOf, type ProductKey } from './products.ts'
import type { Session } from './session.ts'

export interface SubscriptionWishes {
  /** `undefined` on purpose for what has no term. */
  readonly term?: string | undefined
  readonly cycle?: string
  readonly seats?: number
  readonly friendlyName?: string
  readonly customTermEndDate?: string
  readonly promotionId?: string
}

export type NewOrderLine = NewOrder['lineItems'][number]

/** A customer seen by the caller of a world: its agreements, carts and orders, not yet what it owns by them. */
export class Buyer {
  readonly world: Session
  readonly id: string

  constructor(world: Session, id: string) {
    this.world = world
    this.id = id
  }

  /** The same customer seen by another caller. */
  by(world: Session): Buyer {
    return new Buyer(world, this.id)
  }

  /** What names it in the path of an operation. */
  get ids(): { readonly customerId: string } {
    return { customerId: this.id }
  }

  /** As the operator names the customer's side in Azure. */
  get azureOwner(): { readonly partnerTenantId: string; readonly customerId: string } {
    return { partnerTenantId: this.world.partner.tenantId, customerId: this.id }
  }

  get client(): Client {
    return this.world.client
  }

  get ask(): Client['ask'] {
    return this.world.ask
  }

  async agreementBody(): Promise<AgreementRequest> {
    const type = 'MicrosoftCustomerAgreement'
    const { items } = await this.client.agreements.listAgreementTemplates({ agreementType: type })
    return {
      primaryContact: {
        firstName: 'Tania',
        lastName: 'Carr',
        email: 'tania@contoso.example',
        phoneNumber: '4255550101',
      },
      templateId: items[0]?.templateId ?? '',
      dateAgreed: await this.world.now(),
      type,
    }
  }

  async confirmAgreement(): Promise<void> {
    await this.client.agreements.confirmCustomer(this.ids, await this.agreementBody())
  }

  /** The catalogItemId that this customer would buy the product by today. */
  async itemOf(product: ProductKey | string): Promise<string> {
    if (isCatalogItem(product)) return product
    const [productId = '', skuId = ''] = skuOf(product).split(':')
    const path = { ...this.ids, productId, skuId }
    const { items } = await this.client.customerProducts.getCustomerAvailabilities(path)
    const item = items[0]?.catalogItemId
    if (item === undefined) throw new Error(`${product} is not on sale for customer ${this.id}`)
    return item
  }

  async line(
    product: ProductKey | string,
    wishes: SubscriptionWishes = {},
    id = 0,
  ): Promise<CartLineItemRequest> {
    const { term, cycle = 'monthly', seats = 10, ...further } = wishes
    const termDuration = 'term' in wishes ? term : 'P1Y'
    return {
      id,
      catalogItemId: await this.itemOf(product),
      quantity: seats,
      billingCycle: cycle,
      ...(termDuration === undefined ? {} : { termDuration }),
      ...further,
    }
  }

  /** A stored cart; `further` are members of the cart beside its lines. */
  cart(lines: readonly CartLineItemRequest[], further: Partial<CartRequest> = {}): Promise<Cart> {
    return this.client.carts.create(this.ids, { lineItems: [...lines], ...attested, ...further })
  }

  askForCart(
    lines: readonly CartLineItemRequest[],
    further: Partial<CartRequest> = {},
  ): Promise<Answer<Cart>> {
    return this.ask.carts.create(this.ids, { lineItems: [...lines], ...attested, ...further })
  }

  checkOut(cart: { readonly id: string }): Promise<CartCheckoutResult> {
    return this.client.orders.checkOutCart({ ...this.ids, cartId: cart.id })
  }

  askToCheckOut(cart: { readonly id: string }): Promise<Answer<CartCheckoutResult>> {
    return this.ask.orders.checkOutCart({ ...this.ids, cartId: cart.id })
  }

  /** An order without a cart: `further` are members of the order beside its lines. */
  askForOrder(lines: readonly NewOrderLine[], further: Partial<NewOrder> = {}): Promise<Answer<Order>> {
    return this.ask.orders.create(this.ids, { lineItems: [...lines], ...attested, ...further })
  }

  order(lines: readonly NewOrderLine[], further: Partial<NewOrder> = {}): Promise<Order> {
    return this.client.orders.create(this.ids, { lineItems: [...lines], ...attested, ...further })
  }
}

/** Partners attest that the partner on record is right; who need not is not hurt by it. */
const attested = { partnerOnRecordAttestationAccepted: true }
