import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { NewOrder } from '@tenantry/contract/resources/order.ts'
import type { NewOrderLine } from '../../buyer.ts'
import type { Customer } from '../../customer.ts'
import { legacyOffers, type LegacyOfferKey } from '../../products.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { World } from '../../world.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

interface Refused {
  readonly customer: Customer
  readonly lines: readonly NewOrderLine[]
  readonly further?: Partial<NewOrder>
}

/** An order without a cart is refused at once with what a cart would only have noted on its line. */
const refusedOrder = (
  fault: AnyFaultName,
  title: string,
  order: (customer: Customer, world: World) => Promise<Omit<Refused, 'customer'>>,
  open: (world: World) => Promise<Customer> = (world) => world.customer(),
): Recipe =>
  recipe({
    fault,
    title,
    async given(world): Promise<Refused> {
      const customer = await open(world)
      return { customer, ...(await order(customer, world)) }
    },
    when: (world, { customer, lines, further }) =>
      customer.by(customer.world.in(world.caller.locale)).askForOrder(lines, further),
  })

const line = (offerId: string, quantity = 1, more: Partial<NewOrderLine> = {}): NewOrderLine => ({
  lineItemNumber: 0,
  offerId,
  quantity,
  termDuration: 'P1Y',
  ...more,
})

/** A time in which the older program was still sold. */
const openSale = (customer: Customer): Promise<void> =>
  customer.world.decree('legacy-purchases', { licences: 'open', azure: 'open' })

const legacyLine = (offer: LegacyOfferKey, quantity = 5, more: Partial<NewOrderLine> = {}): NewOrderLine => ({
  lineItemNumber: 0,
  offerId: legacyOffers[offer],
  quantity,
  ...more,
})

const sandboxCustomer = async (world: World): Promise<Customer> =>
  (await world.of({ environment: 'sandbox' })).customer()

const providersCustomer = async (world: World): Promise<Customer> =>
  (await world.of({ type: 'indirectProvider' })).customer()

const ordersOfNewCommerce: readonly Recipe[] = [
  refusedOrder('offerIdIsInvalid', 'An item has a product, a SKU and an availability', () =>
    Promise.resolve({ lines: [line('CFQ7TTC0LH18:0001')] }),
  ),
  refusedOrder(
    'subscriptionIsInvalid',
    'A reservation is for a subscription that exists',
    async (customer) => {
      const provisioningContext = { subscriptionId: unknownId, scope: 'shared', duration: '1Year' }
      const offerId = await customer.itemOf('DZH318Z0Z0B1:0002')
      return { lines: [line(offerId, 1, { provisioningContext })], further: { billingCycle: 'one_time' } }
    },
  ),
  refusedOrder(
    'offerNotAvailableInCountry',
    'An availability is for one country',
    async (customer) => {
      const found = await customer.world.client.catalogue.getAvailabilities(
        { productId: 'CFQ7TTC0LH18', skuId: '0001' },
        { country: 'NL' },
      )
      return { lines: [line(found.items[0]?.catalogItemId ?? '')] }
    },
    providersCustomer,
  ),
  refusedOrder(
    'attestationNotAccepted',
    'Some items are for customers who attest something',
    async (customer) => ({
      lines: [line(await customer.itemOf('windows-365-hybrid'), 1, { termDuration: 'P1M' })],
    }),
  ),
  refusedOrder(
    'currencyNotSupported',
    "An order is billed in the partner's currency or in that of the market",
    async (customer) => ({
      lines: [line(await customer.itemOf('business-basic'))],
      further: { currencyCode: 'CHF' },
    }),
  ),
]

const ordersOfTheOlderProgram: readonly Recipe[] = [
  refusedOrder(
    'orderCannotBeProcessed',
    'Licences and Azure of the older program are two bills',
    async (customer) => {
      await openSale(customer)
      return { lines: [legacyLine('office-e1'), legacyLine('azure', 1, { lineItemNumber: 1 })] }
    },
  ),
  refusedOrder(
    'partnerNotValidForOffer',
    'Some offers need a qualification of the partner',
    async (customer) => {
      await openSale(customer)
      const offerChanges = [{ offerId: legacyOffers['office-e1'], resellerQualifications: ['AEP'] }]
      await customer.world.arrange('catalogue', { offerChanges })
      return { lines: [legacyLine('office-e1')] }
    },
  ),
  refusedOrder('addOnNotRelatedToParent', 'Extra storage for Intune needs Intune', async (customer) => {
    await openSale(customer)
    const base = await customer.legacySubscription()
    return { lines: [legacyLine('intune-storage', 5, { parentSubscriptionId: base.id })] }
  }),
  refusedOrder(
    'partnerAzureSubscriptionLimitExceeded',
    'A sandbox has ten subscriptions of Microsoft Azure of the older program',
    async (customer, world) => {
      await openSale(customer)
      const other = await sandboxCustomer(world)
      for (let made = 0; made < 10; made += 1) await other.legacyAzure({ offer: 'azure-sandbox' })
      return { lines: [legacyLine('azure-sandbox', 1)] }
    },
    sandboxCustomer,
  ),
  refusedOrder(
    'orderPartnerLocationAccountIsWrong',
    'An order of the older program names a reseller that the provider works with',
    async (customer) => {
      await openSale(customer)
      const { view } = customer.world
      const other = view.partners.find(({ type }) => type === 'directBill')
      return { lines: [legacyLine('office-e1', 5, { partnerIdOnRecord: other?.partnerId ?? '' })] }
    },
    providersCustomer,
  ),
]

export const directOrderRecipes: readonly Recipe[] = [...ordersOfNewCommerce, ...ordersOfTheOlderProgram]
