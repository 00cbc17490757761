import type { LegacySubscriptionRequest } from '@tenantry/sdk/operator.ts'
import { Buyer, type SubscriptionWishes } from './buyer.ts'
import type { CustomerWishes } from './new-customer.ts'
import { legacyOffers, type LegacyOfferKey, type ProductKey } from './products.ts'
import type { Session } from './session.ts'
import { Subscription } from './subscription.ts'

export interface LegacyWishes extends Partial<
  Omit<LegacySubscriptionRequest, 'partnerTenantId' | 'customerId' | 'offerId' | 'parentSubscriptionId'>
> {
  readonly offer?: LegacyOfferKey
  /** What it is an add-on of. */
  readonly base?: Subscription
}

/** A buyer and the subscriptions that it comes to own. */
export class Customer extends Buyer {
  override by(world: Session): Customer {
    return new Customer(world, this.id)
  }

  /**
   * The same customer with one more partner, as that one sees it: it accepted the partner's invitation, and its
   * agreement is confirmed there too unless wished otherwise.
   */
  async alsoOf(partner: Session, wishes: Pick<CustomerWishes, 'agreement'> = {}): Promise<Customer> {
    const { tenantId } = partner.partner
    await this.world.operator.relationships.create({ partnerTenantId: tenantId, customerId: this.id })
    const customer = this.by(partner)
    if (wishes.agreement !== false) await customer.confirmAgreement()
    return customer
  }

  /** Buys one product through a cart: 10 seats for a year, billed monthly, unless wished otherwise. */
  async subscribe(
    product: ProductKey | string,
    wishes: SubscriptionWishes = {},
  ): Promise<Subscription<string>> {
    const cart = await this.cart([await this.line(product, wishes)])
    const error = cart.lineItems[0]?.error
    if (error !== undefined) throw new Error(`${product} cannot be bought: ${JSON.stringify(error)}`)
    const order = (await this.checkOut(cart)).orders[0]
    const id = order?.lineItems[0]?.subscriptionId
    if (order === undefined || id === undefined)
      throw new Error(`the order of ${product} named no subscription`)
    return new Subscription(this, id, order.id)
  }

  /** A subscription of the older program that the customer has had for some months; nobody can buy one any more. */
  async legacySubscription(wishes: LegacyWishes = {}): Promise<Subscription> {
    const { offer = 'business-premium', base, ...further } = wishes
    const { id } = await this.world.operator.legacySubscriptions.create({
      partnerTenantId: this.world.partner.tenantId,
      customerId: this.id,
      offerId: legacyOffers[offer],
      quantity: 10,
      billingCycle: 'monthly',
      startedAgo: 'P5M',
      ...(base === undefined ? {} : { parentSubscriptionId: base.id }),
      ...further,
    })
    return this.subscription(id)
  }

  /** Has neither a term nor a choice of seats. */
  azurePlan(): Promise<Subscription<string>> {
    return this.subscribe('azure-plan', { term: undefined, cycle: 'monthly', seats: 1 })
  }

  /** A subscription of Microsoft Azure of the older program. */
  legacyAzure(wishes: LegacyWishes = {}): Promise<Subscription> {
    return this.legacySubscription({ offer: 'azure', quantity: 1, ...wishes })
  }

  subscription(id: string): Subscription {
    return new Subscription(this, id, undefined)
  }
}
