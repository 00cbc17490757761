import type { CartLineItemRequest } from '@tenantry/contract/resources/cart.ts'
import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionWishes } from '../../buyer.ts'
import type { ProductKey } from '../../products.ts'
import { changed, type Changes } from '../../changed.ts'
import { recipe, type Recipe } from '../../recipe.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

/** A cart with one line that is refused outright. */
const refusedLine = (fault: AnyFaultName, title: string, changes: Changes<CartLineItemRequest>): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      return { customer, lines: [changed(await customer.line('business-basic'), changes)] }
    },
    when: (world, { customer, lines }) => customer.by(world).askForCart(lines),
  })

/** A cart is stored with the line's problem on it. */
const noticedLine = (
  fault: AnyFaultName,
  title: string,
  product: ProductKey,
  wishes: SubscriptionWishes,
  base: SubscriptionWishes,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      await customer.subscribe('m365-e3', base)
      return { customer, lines: [await customer.line(product, wishes)] }
    },
    when: (world, { customer, lines }) => customer.by(world).askForCart(lines),
  })

export const cartRecipes: readonly Recipe[] = [
  refusedLine('catalogItemIdIsMissing', 'A line says what is bought', { catalogItemId: undefined }),
  refusedLine('lineNumberOutOfRange', 'Lines are numbered from 0', { id: 7 }),
  refusedLine('enumValueIsUnknown', 'There is no such billing cycle', { billingCycle: 'fortnightly' }),
  noticedLine(
    'addOnExceedsPrerequisiteShare',
    'There are not more Copilot seats than seats it works with',
    'copilot',
    { cycle: 'annual', seats: 11 },
    { seats: 10 },
  ),
  recipe({
    fault: 'cartNotFound',
    title: 'A cart lives for seven days',
    async given(world) {
      const customer = await world.customer()
      const cart = await customer.cart([await customer.line('business-basic')])
      await world.wait({ days: 7, hours: 1 })
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'cartHasItemErrors',
    title: 'A cart with a wrong line is stored but cannot be checked out',
    async given(world) {
      const customer = await world.customer()
      return { customer, cart: await customer.cart([await customer.line('business-basic', { seats: 301 })]) }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'cartAlreadySubmitted',
    title: 'An ordered cart cannot be changed',
    async given(world) {
      const customer = await world.customer()
      const lines = [await customer.line('business-basic')]
      const cart = await customer.cart(lines)
      await customer.checkOut(cart)
      return { customer, cart, lines }
    },
    when: (world, { customer, cart, lines }) =>
      world.ask.carts.update({ ...customer.ids, cartId: cart.id }, { lineItems: lines }),
  }),
  recipe({
    fault: 'cartIsBeingProcessed',
    title: 'While the order writer works on a cart nobody else can',
    async given(world) {
      const customer = await world.customer()
      const cart = await customer.cart([await customer.line('business-basic')])
      await world.arrange('fulfilment', { submission: 'PT5M' })
      await customer.checkOut(cart)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'orderIsInProgress',
    title: 'The same lines are not ordered twice at once',
    async given(world) {
      const customer = await world.customer()
      const lines = [await customer.line('business-basic')]
      const [first, second] = [await customer.cart(lines), await customer.cart(lines)]
      await world.arrange('fulfilment', { submission: 'PT5M' })
      await customer.checkOut(first)
      return { customer, second }
    },
    when: (world, { customer, second }) => customer.by(world).askToCheckOut(second),
  }),
  recipe({
    fault: 'orderNotFound',
    title: 'An order id that was never given out',
    given: (world) => world.customer(),
    when: (world, customer) => world.ask.orders.get({ ...customer.ids, orderId: '0a1b2c3d4e5f' }),
  }),
  recipe({
    fault: 'orderNotCancellable',
    title: 'Licences are cancelled by their subscription, not by their order',
    async given(world) {
      const sandbox = await world.of({ environment: 'sandbox' })
      const customer = await sandbox.customer()
      const { orderId } = await customer.subscribe('business-basic')
      return { customer, orderId, order: await customer.client.orders.get({ ...customer.ids, orderId }) }
    },
    when: (world, { customer, orderId, order }) =>
      customer.world.in(world.caller.locale).ask.orders.update(
        { ...customer.ids, orderId },
        {
          ...order,
          status: 'cancelled',
        },
      ),
  }),
  recipe({
    fault: 'subscriptionNotFound',
    title: 'A subscription id that was never given out',
    given: (world) => world.customer(),
    when: (world, customer) => world.ask.subscriptions.get({ ...customer.ids, subscriptionId: unknownId }),
  }),
]
