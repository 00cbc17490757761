import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { CartLineItemRequest } from '@tenantry/contract/resources/cart.ts'
import type { Customer } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

/** Reserved capacity belongs to an Azure plan, which the customer needs first and which is registered for it. */
async function reservation(
  customer: Customer,
  product: string,
  quantity: number,
): Promise<CartLineItemRequest> {
  const plan = await customer.azurePlan()
  await plan.register()
  return reservationFor(plan, product, quantity)
}

async function reservationFor(
  plan: Subscription,
  product: string,
  quantity: number,
): Promise<CartLineItemRequest> {
  const { customer } = plan
  await plan.checkInventory(product)
  const line = await customer.line(product, { term: 'P1Y', cycle: 'one_time', seats: quantity })
  return { ...line, provisioningContext: { subscriptionId: plan.id, scope: 'shared', duration: '1Year' } }
}

/** Large machines in US East 2. */
const machines = { productId: 'DZH318Z0BQ36', skuId: '004G' }
/** Small machines in US East: the only ones that a sandbox can reserve. */
const smallMachines = 'DZH318Z0Z0B1:0002'

const refusedReservation = (fault: AnyFaultName, title: string, inventory: object): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      const line = await reservation(customer, `${machines.productId}:${machines.skuId}`, 2)
      const cart = await customer.cart([line])
      await world.arrange('inventory', inventory)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  })

/** A registered Azure plan, a cart with a reservation for it, and then a customer who unregisters it. */
async function unregistered(world: World): Promise<{ plan: Subscription; cart: { readonly id: string } }> {
  const customer = await world.customer()
  const plan = await customer.azurePlan()
  await plan.register()
  const cart = await customer.cart([await reservationFor(plan, smallMachines, 1)])
  await world.operator.registrations.remove(plan.id, customer.azureOwner)
  return { plan, cart }
}

export const reservationRecipes: readonly Recipe[] = [
  recipe({
    fault: 'subscriptionNotRegistered',
    title: 'The customer undid the registration after the cart was made',
    given: unregistered,
    when: (world, { plan, cart }) => plan.customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'notEnabledForReservations',
    title: 'The registration is requested and not complete yet',
    async given(world) {
      const given = await unregistered(world)
      await world.arrange('azure', { registrationTakes: 'PT10M' })
      await given.plan.register()
      return given
    },
    when: (world, { plan, cart }) => plan.customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'purchasePrerequisiteUnmet',
    title: 'A look at the inventory is good for a day',
    async given(world) {
      const customer = await world.customer()
      const cart = await customer.cart([await reservation(customer, smallMachines, 1)])
      await world.wait({ days: 1 })
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  refusedReservation('inventoryNotAvailable', 'A region ran out of machines after the cart was made', {
    restricted: [{ ...machines, reasonCode: 'CapacityNotAvailable', description: 'The region is full.' }],
  }),
  refusedReservation('inventoryQuantityNotAvailable', 'Fewer machines are left than the cart has', {
    remaining: [{ ...machines, quantity: 1 }],
  }),
  recipe({
    fault: 'sandboxLimitMet',
    title: 'A sandbox customer reserves two machines at most',
    async given(world) {
      const customer = await (await world.of({ environment: 'sandbox' })).customer()
      const line = await reservation(customer, smallMachines, 2)
      const cart = await customer.cart([line])
      await customer.checkOut(await customer.cart([line]))
      return { customer, cart }
    },
    when: (world, { customer, cart }) =>
      customer.by(customer.world.in(world.caller.locale)).askToCheckOut(cart),
  }),
  recipe({
    fault: 'purchaseNotCancellableOutsideSandbox',
    title: 'A reservation is only cancelled by its order in a sandbox',
    async given(world) {
      const customer = await world.customer()
      const line = await reservation(customer, smallMachines, 1)
      const orderId = (await customer.checkOut(await customer.cart([line]))).orders[0]?.id ?? ''
      return { customer, orderId, order: await customer.client.orders.get({ ...customer.ids, orderId }) }
    },
    when: (world, { customer, orderId, order }) =>
      world.ask.orders.update({ ...customer.ids, orderId }, { ...order, status: 'cancelled' }),
  }),
]
