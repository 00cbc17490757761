import type { BodyOf } from '@tenantry/contract/endpoint.ts'
import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import type { CallOptions, RawAnswer } from '@tenantry/sdk'
import type { LegacySubscriptionRequest } from '@tenantry/sdk/operator.ts'
import { addresses } from './addresses.ts'
import { isCatalogItem, legacyOffers, skuOf, type LegacyOfferKey, type ProductKey } from './products.ts'
import { Subscription } from './subscription.ts'
import type { World } from './world.ts'

export interface CustomerWishes {
  readonly country?: string
  /** False leaves the customer without a confirmed Microsoft Customer Agreement. */
  readonly agreement?: boolean
  readonly companyName?: string
}

export interface SubscriptionWishes {
  /** `undefined` on purpose for what has no term. */
  readonly term?: string | undefined
  readonly cycle?: string
  readonly seats?: number
  readonly friendlyName?: string
  readonly customTermEndDate?: string
  readonly promotionId?: string
}

export interface LegacyWishes extends Partial<
  Omit<LegacySubscriptionRequest, 'partnerTenantId' | 'customerId' | 'offerId' | 'parentSubscriptionId'>
> {
  readonly offer?: LegacyOfferKey
  /** What it is an add-on of. */
  readonly base?: Subscription
}

export interface CartLine {
  readonly id: number
  readonly catalogItemId: string
  readonly quantity: number
  readonly billingCycle?: string
  readonly termDuration?: string
  readonly [further: string]: unknown
}

interface CartAnswer {
  readonly id: string
  readonly lineItems: readonly { readonly error?: { readonly errorCode: number } }[]
}

export interface OrderAnswer {
  readonly id: string
  readonly billingCycle: string
  readonly lineItems: readonly {
    readonly lineItemNumber: number
    readonly offerId: string
    readonly subscriptionId?: string
    readonly parentSubscriptionId?: string
  }[]
  readonly [further: string]: unknown
}

interface CheckoutAnswer {
  readonly orders?: readonly OrderAnswer[]
}

/** A customer seen by the caller of a world. */
export class Customer {
  readonly world: World
  readonly id: string

  constructor(world: World, id: string) {
    this.world = world
    this.id = id
  }

  /** The same customer seen by another caller. */
  by(world: World): Customer {
    return new Customer(world, this.id)
  }

  /**
   * The same customer with one more partner, as that one sees it: it accepted the partner's invitation, and its
   * agreement is confirmed there too unless wished otherwise.
   */
  async alsoOf(partner: World, wishes: Pick<CustomerWishes, 'agreement'> = {}): Promise<Customer> {
    const { tenantId } = partner.partner
    await this.world.operator.relationships.create({ partnerTenantId: tenantId, customerId: this.id })
    const customer = this.by(partner)
    if (wishes.agreement !== false) await customer.confirmAgreement()
    return customer
  }

  ask(method: string, path: string, body?: unknown, options?: CallOptions): Promise<RawAnswer> {
    return this.world.ask(method, `/customers/${this.id}${path}`, body, options)
  }

  send<A>(method: string, path: string, body?: unknown, options?: CallOptions): Promise<A> {
    return this.world.send<A>(method, `/customers/${this.id}${path}`, body, options)
  }

  async agreementBody(): Promise<object> {
    const type = 'MicrosoftCustomerAgreement'
    const found = await this.world.send<{ items: { templateId: string }[] }>(
      'GET',
      `/agreements?agreementType=${type}`,
    )
    return {
      primaryContact: {
        firstName: 'Tania',
        lastName: 'Carr',
        email: 'tania@contoso.example',
        phoneNumber: '4255550101',
      },
      templateId: found.items[0]?.templateId,
      dateAgreed: await this.world.now(),
      type,
    }
  }

  async confirmAgreement(): Promise<void> {
    await this.send('POST', '/agreements', await this.agreementBody())
  }

  /** The catalogItemId that this customer would buy the product by today. */
  async itemOf(product: ProductKey | string): Promise<string> {
    if (isCatalogItem(product)) return product
    const [productId, skuId] = skuOf(product).split(':')
    const found = await this.send<{ items: { catalogItemId: string }[] }>(
      'GET',
      `/products/${productId}/skus/${skuId}/availabilities`,
    )
    const item = found.items[0]?.catalogItemId
    if (item === undefined) throw new Error(`${product} is not on sale for customer ${this.id}`)
    return item
  }

  async line(product: ProductKey | string, wishes: SubscriptionWishes = {}, id = 0): Promise<CartLine> {
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
  cart(lines: readonly object[], further: object = {}): Promise<CartAnswer> {
    return this.send('POST', '/carts', { lineItems: lines, ...attested, ...further })
  }

  askForCart(lines: readonly object[], further: object = {}): Promise<RawAnswer> {
    return this.ask('POST', '/carts', { lineItems: lines, ...attested, ...further })
  }

  checkOut(cart: { readonly id: string }): Promise<CheckoutAnswer> {
    return this.send('POST', `/carts/${cart.id}/checkout`)
  }

  askToCheckOut(cart: { readonly id: string }): Promise<RawAnswer> {
    return this.ask('POST', `/carts/${cart.id}/checkout`)
  }

  /** An order without a cart: `further` are members of the order beside its lines. */
  askForOrder(lineItems: readonly object[], further: object = {}): Promise<RawAnswer> {
    return this.ask('POST', '/orders', { lineItems, ...attested, ...further })
  }

  async order(lineItems: readonly object[], further: object = {}): Promise<OrderAnswer> {
    return this.send<OrderAnswer>('POST', '/orders', { lineItems, ...attested, ...further })
  }

  /** Buys one product through a cart: 10 seats for a year, billed monthly, unless wished otherwise. */
  async subscribe(product: ProductKey | string, wishes: SubscriptionWishes = {}): Promise<Subscription> {
    const cart = await this.cart([await this.line(product, wishes)])
    const error = cart.lineItems[0]?.error
    if (error !== undefined) throw new Error(`${product} cannot be bought: ${JSON.stringify(error)}`)
    const order = (await this.checkOut(cart)).orders?.[0]
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
  azurePlan(): Promise<Subscription> {
    return this.subscribe('azure-plan', { term: undefined, cycle: 'monthly', seats: 1 })
  }

  /** A subscription of Microsoft Azure of the older program. */
  legacyAzure(wishes: LegacyWishes = {}): Promise<Subscription> {
    return this.legacySubscription({ offer: 'azure', quantity: 1, ...wishes })
  }

  /** As the operator names the customer's side in Azure. */
  get azureOwner(): { readonly partnerTenantId: string; readonly customerId: string } {
    return { partnerTenantId: this.world.partner.tenantId, customerId: this.id }
  }

  subscription(id: string): Subscription {
    return new Subscription(this, id, undefined)
  }
}

/** Partners attest that the partner on record is right; who need not is not hurt by it. */
const attested = { partnerOnRecordAttestationAccepted: true }

export async function openCustomer(world: World, wishes: CustomerWishes): Promise<Customer> {
  const created = await world.send<{ id: string }>('POST', '/customers', await newCustomer(world, wishes))
  const customer = new Customer(world, created.id)
  if (wishes.agreement !== false) await customer.confirmAgreement()
  return customer
}

/** The body of a customer that fits; `change` it to make one that does not. */
export async function newCustomer(world: World, wishes: CustomerWishes = {}): Promise<NewCustomer> {
  const country = wishes.country ?? world.partner.market
  const place = addresses[country] ?? addresses['US']
  if (place === undefined) throw new Error(`no address is known in ${country}`)
  const { culture, language, organizationRegistrationNumber, ...address } = place
  const label = `contoso${await freeNumber(world)}`
  return {
    companyProfile: {
      domain: `${label}.onmicrosoft.com`,
      ...(organizationRegistrationNumber === undefined ? {} : { organizationRegistrationNumber }),
    },
    billingProfile: {
      culture,
      email: `billing@${label}.example`,
      language,
      companyName: wishes.companyName ?? 'Contoso Bakeries',
      defaultAddress: { ...address, country, firstName: 'Tania', lastName: 'Carr' },
    },
  }
}

export type NewCustomer = BodyOf<(typeof customerEndpoints)['createCustomer']>

/** Domains are taken for good, so each world counts on from what it has. */
async function freeNumber(world: World): Promise<number> {
  const taken = new Set((await world.operator.world()).customers.map((customer) => customer.domain))
  let number = taken.size + 1
  while (taken.has(`contoso${number}.onmicrosoft.com`)) number += 1
  return number
}
