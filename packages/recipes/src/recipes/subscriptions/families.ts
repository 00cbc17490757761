import { recipe, type Recipe } from '../../recipe.ts'
import type { Buyer, SubscriptionWishes } from '../../buyer.ts'
import type { ProductKey } from '../../products.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'
import { refusedChange } from './subscription.ts'

/** The Azure plan has neither a term nor a choice of seats. */
const azurePlan = { term: undefined, cycle: 'monthly', seats: 1 }
const software = { term: 'P3Y', cycle: 'one_time', seats: 5 }
const perpetual = { term: undefined, cycle: 'one_time', seats: 2 }
const saas = { term: 'P1Y', cycle: 'annual', seats: 5 }

/** Since then the seats of every marketplace plan can be given back for 72 hours. */
const windowsOf2022 = {
  license: { unit: 'hours', length: 168, fullRefundHours: 24, seats: 'perLot' },
  software: { unit: 'days', length: 7, fullRefundHours: 24, seats: 'never' },
  perpetual: { unit: 'days', length: 30, fullRefundHours: 720, seats: 'never' },
  saasShort: { unit: 'hours', length: 24, fullRefundHours: 24, seats: 'perLot' },
  saasLong: { unit: 'days', length: 14, fullRefundHours: 336, seats: 'perLot' },
}

/** Ends the sale of software to new customers. */
const endSale = async ({ world }: Buyer): Promise<void> =>
  world.arrange('catalogue', {
    endOfSale: [{ productId: 'DG7GMGF0DVT7', skuId: '000C', from: await world.now() }],
  })

/** What only one family of products can be refused for. */
export const familyRecipes: readonly Recipe[] = [
  refusedChange(
    'azurePlanHasActiveSubscriptions',
    'An Azure plan in use cannot be suspended',
    { status: 'suspended' },
    { product: 'azure-plan', bought: azurePlan },
  ),
  recipe({
    fault: 'sandboxAzurePlanLimitMet',
    title: 'A sandbox customer has one Azure plan',
    async given(world) {
      const customer = await (await world.of({ environment: 'sandbox' })).customer()
      const line = await customer.line('azure-plan', azurePlan)
      const cart = await customer.cart([line])
      await customer.checkOut(await customer.cart([line]))
      return { customer, cart }
    },
    when: (world, { customer, cart }) =>
      customer.by(customer.world.in(world.caller.locale)).askToCheckOut(cart),
  }),
  recipe({
    fault: 'provisioningStatusNotFound',
    title: 'An Azure plan has nothing to be provisioned',
    async given(world) {
      const customer = await world.customer()
      return { customer, orderId: (await customer.subscribe('azure-plan', azurePlan)).orderId }
    },
    when: (world, { customer, orderId }) =>
      world.ask.orders.listOrderProvisioningStatus({ ...customer.ids, orderId }),
  }),
  recipe({
    fault: 'azureItemNotAvailable',
    title: 'Azure of the older program is no longer sold',
    given: (world) => world.customer(),
    when: (world, customer) =>
      customer
        .by(world)
        .askForCart([{ id: 0, catalogItemId: 'MS-AZR-0145P', quantity: 1, billingCycle: 'monthly' }]),
  }),
  refusedChange(
    'quantityChangeNotEligible',
    'Perpetual licences are bought by the piece',
    { quantity: 3 },
    {
      product: 'windows-11-pro',
      bought: perpetual,
      before: (world) => world.changePartner({ qualifications: ['perpetual-software'] }),
    },
  ),
  refusedChange(
    'purchaseTermNoLongerAvailable',
    'Software whose sale has ended takes no more licences',
    { quantity: 6 },
    { product: 'windows-server-cal', bought: software, afterwards: ({ customer }) => endSale(customer) },
  ),
  refusedChange(
    'cancellationWindowDaysPassed',
    'Software can be cancelled for 7 days',
    { status: 'deleted' },
    {
      product: 'windows-server-cal',
      bought: software,
      afterwards: (_sold, world) => world.wait({ days: 8 }),
    },
  ),
  refusedChange(
    'quantityDecreaseNotAllowed',
    'Licences of software are not given back one by one',
    { quantity: 4 },
    { product: 'windows-server-cal', bought: software },
  ),
  refusedChange(
    'subscriptionNotYetActivated',
    'A marketplace subscription takes no seats before it is activated',
    { quantity: 6 },
    { product: 'saas-medium', bought: saas },
  ),
  recipe({
    fault: 'seatBasedSaasNotCancellableByOrder',
    title: 'Marketplace seats are cancelled by their subscription, not by their order',
    async given(world) {
      const customer = await world.customer()
      const { orderId } = await customer.subscribe('saas-medium', saas)
      return { customer, orderId, order: await customer.client.orders.get({ ...customer.ids, orderId }) }
    },
    when: (world, { customer, orderId, order }) =>
      world.ask.orders.update({ ...customer.ids, orderId }, { ...order, status: 'cancelled' }),
  }),
  recipe({
    fault: 'alreadyActivated',
    title: 'A marketplace subscription is activated once',
    async given(world) {
      const subscription = await sandboxSubscription(world, 'saas-medium', saas)
      await activate(subscription)
      return subscription
    },
    when: (world, subscription) =>
      inLocaleOf(world, subscription).ask.subscriptions.activate(subscription.ids),
  }),
  recipe({
    fault: 'activationNotSupported',
    title: 'Only marketplace subscriptions are activated',
    given: (world) => sandboxSubscription(world, 'business-basic', { seats: 5 }),
    when: (world, subscription) =>
      inLocaleOf(world, subscription).ask.subscriptions.activate(subscription.ids),
  }),
  recipe({
    fault: 'seatReductionWindowDaysPassed',
    title: 'Seats of an annual marketplace plan could be given back for 14 days, as the policy was before',
    async given(world) {
      await world.decree('cancellation-windows', windowsOf2022)
      const subscription = await sandboxSubscription(world, 'saas-medium', saas)
      await activate(subscription)
      await world.wait({ days: 15 })
      return subscription
    },
    when: (world, subscription) => inLocaleOf(world, subscription).askToChange({ quantity: 4 }),
  }),
]

async function sandboxSubscription(
  world: World,
  product: ProductKey,
  wishes: SubscriptionWishes,
): Promise<Subscription> {
  const customer = await (await world.of({ environment: 'sandbox' })).customer()
  return customer.subscribe(product, wishes)
}

/** In production the customer does it, by the publisher's page. */
const activate = ({ client, ids }: Subscription): Promise<unknown> => client.subscriptions.activate(ids)

/** The sandbox's own caller, answered in the language that is asked for. */
const inLocaleOf = (world: World, subscription: Subscription): Subscription =>
  subscription.by(subscription.customer.world.in(world.caller.locale))
