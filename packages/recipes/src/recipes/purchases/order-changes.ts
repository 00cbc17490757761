import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Order, OrderRequest } from '@tenantry/contract/resources/order.ts'
import type { Customer } from '../../customer.ts'
import { legacyOffers } from '../../products.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

/** An order whose update is refused: by default of ten licences of the older program, billed monthly. */
const refusedUpdate = (
  fault: AnyFaultName,
  title: string,
  changes: OrderRequest,
  given: (world: World, customer: Customer) => Promise<Order> = oldLicences,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      await world.decree('legacy-purchases', { licences: 'open', azure: 'open' })
      return { customer, order: await given(world, customer) }
    },
    when: (world, { customer, order }) =>
      world.ask.orders.update({ ...customer.ids, orderId: order.id }, { ...order, ...changes }),
  })

const oldLicences = (_world: World, customer: Customer): Promise<Order> =>
  customer.order([{ offerId: legacyOffers['office-e1'], quantity: 10 }])

const bought = (order: Order, customer: Customer): Subscription =>
  customer.subscription(order.lineItems[0]?.subscriptionId ?? '')

const annually = { billingCycle: 'annual' }

export const orderChangeRecipes: readonly Recipe[] = [
  refusedUpdate(
    'noMintAccount',
    'A customer whose billing account is closed is billed in no other rhythm',
    annually,
    async (world, customer) => {
      await world.arrange('legacy-billing', { closedAccounts: [customer.id] })
      return oldLicences(world, customer)
    },
  ),
  refusedUpdate(
    'subscriptionSyncNotCompleted',
    'The billing of the older program has not heard yet of seats that were added',
    annually,
    async (world, customer) => {
      await world.arrange('legacy-billing', { replication: 'PT6H' })
      const order = await oldLicences(world, customer)
      await bought(order, customer).change({ quantity: 12 })
      return order
    },
  ),
  refusedUpdate(
    'orderHasInactiveSubscriptions',
    'One suspended subscription keeps its order from being billed in another rhythm',
    annually,
    async (world, customer) => {
      const order = await oldLicences(world, customer)
      await bought(order, customer).change({ status: 'suspended' })
      return order
    },
  ),
  refusedUpdate(
    'subscriptionBillingCycleDiffersFromOrder',
    'A trial that became a paid subscription is no longer billed like its order',
    annually,
    async (_world, customer) => {
      const trial = { offerId: legacyOffers['business-premium-trial'], quantity: 25 }
      const order = await customer.order([trial])
      const { ask, ids } = bought(order, customer)
      await ask.conversions.create(ids, {
        offerId: trial.offerId,
        targetOfferId: legacyOffers['business-premium'],
        quantity: 25,
        billingCycle: 'monthly',
      })
      return order
    },
  ),
  refusedUpdate(
    'offerDoesNotSupportBillingCycle',
    'One offer that is only billed monthly keeps its order monthly',
    annually,
    (_world, customer) =>
      customer.order([
        { lineItemNumber: 0, offerId: legacyOffers.intune, quantity: 5 },
        { lineItemNumber: 1, offerId: legacyOffers['intune-device'], quantity: 5 },
      ]),
  ),
  refusedUpdate('legacyOrderNotCancellable', 'Licences of the older program are suspended, not cancelled', {
    status: 'cancelled',
  }),
  refusedUpdate(
    'orderAdjustmentIsPending',
    'A change of an order settles before the next one',
    { billingCycle: 'monthly' },
    async (world, customer) => {
      const order = await oldLicences(world, customer)
      await world.arrange('fulfilment', { adjustment: 'PT1H' })
      await customer.client.orders.update({ ...customer.ids, orderId: order.id }, { ...order, ...annually })
      return order
    },
  ),
]
