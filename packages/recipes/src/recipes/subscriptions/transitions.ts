import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Customer } from '../../customer.ts'
import type { SubscriptionWishes } from '../../buyer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription, TransitionWishes } from '../../subscription.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

/** Business Basic seats that are to become something, and a transition that is refused. */
const refusedTransition = (
  fault: AnyFaultName,
  title: string,
  wishes: TransitionWishes | ((source: Subscription) => TransitionWishes),
  bought: SubscriptionWishes = {},
  afterwards?: (source: Subscription) => Promise<unknown>,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const source = await (await world.customer()).subscribe('business-basic', bought)
      await afterwards?.(source)
      const wished = typeof wishes === 'function' ? wishes(source) : wishes
      return { source, body: await source.transitionBody(wished) }
    },
    when: (world, { source, body }) => world.ask.transitions.create(source.ids, body),
  })

/** The same with an existing Business Premium subscription as the target. */
const refusedTarget = (
  fault: AnyFaultName,
  title: string,
  arrange: (customer: Customer) => Promise<{ source: Subscription; target: Subscription }>,
  wishes: TransitionWishes = { to: 'business-premium' },
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const { source, target } = await arrange(await world.customer())
      return { source, body: await source.transitionBody({ ...wishes, into: target }) }
    },
    when: (world, { source, body }) => world.ask.transitions.create(source.ids, body),
  })

/** Both bought on the same day, the target's cancellation window over. */
async function oldPair(customer: Customer, target: SubscriptionWishes = {}, source: SubscriptionWishes = {}) {
  const pair = {
    target: await customer.subscribe('business-premium', { seats: 5, ...target }),
    source: await customer.subscribe('business-basic', source),
  }
  await customer.world.wait({ days: 8 })
  return pair
}

export const transitionRecipes: readonly Recipe[] = [
  refusedTransition('operationNotSupported', 'There are two types of transition', {
    to: 'business-premium',
    type: 'transition_sideways',
  }),
  refusedTransition('catalogItemIdIsMissing', 'A transition says what the seats become', {}),
  refusedTransition('catalogItemNotEligible', 'Seats only become what the catalogue has a path to', {
    to: 'visio-2',
  }),
  refusedTransition('targetTermIsShorter', 'The new term is at least as long as the old one', {
    to: 'business-premium',
    term: 'P1M',
    cycle: 'monthly',
  }),
  refusedTransition('targetTermIsInvalid', 'There are no terms of two years', {
    to: 'business-premium',
    term: 'P2Y',
  }),
  refusedTransition('billingCycleIsInvalid', 'Nothing is billed weekly', {
    to: 'business-premium',
    cycle: 'weekly',
  }),
  refusedTransition(
    'billingCycleLongerThanTerm',
    'A month cannot be billed by the year',
    { to: 'business-premium', term: 'P1M', cycle: 'annual' },
    { term: 'P1M' },
  ),
  refusedTransition('assetNotFound', 'The seats can only move to a subscription of the same customer', {
    to: 'business-premium',
    into: unknownId,
  }),
  refusedTransition('targetIsSource', 'Seats cannot move to where they are', (source) => ({
    to: 'business-premium',
    into: source,
  })),
  refusedTarget('targetNotActive', 'Seats only move to a subscription that runs', async (customer) => {
    const pair = await oldPair(customer)
    await pair.target.change({ status: 'suspended' })
    return pair
  }),
  refusedTarget('targetCatalogItemDiffers', 'The target is of the product that the seats become', oldPair, {
    to: 'business-standard',
  }),
  refusedTarget(
    'targetNotReady',
    'A target that can still be cancelled takes no seats',
    async (customer) => ({
      source: await customer.subscribe('business-basic'),
      target: await customer.subscribe('business-premium'),
    }),
  ),
  refusedTarget('targetEndsTooEarly', 'The target ends no earlier than the source', async (customer) => {
    const target = await customer.subscribe('business-premium', { seats: 5 })
    await customer.world.wait({ days: 40 })
    return { target, source: await customer.subscribe('business-basic') }
  }),
  refusedTransition(
    'suspendedSubscriptionIsReadOnly',
    'A suspended subscription is not transitioned',
    { to: 'business-premium' },
    {},
    (source) => source.change({ status: 'suspended' }),
  ),
  refusedTransition('quantityOutOfRange', 'More seats than the new product has', {
    to: 'business-premium',
    seats: 301,
  }),
  refusedTransition(
    'subscriptionIdsNotConvertible',
    'Licences cannot move while the directory does not know the subscription',
    { to: 'business-premium', type: 'transition_with_license_transfer' },
    {},
    (source) =>
      source.customer.world.arrange('directory', { subscriptions: { [source.id]: { mapped: false } } }),
  ),
  refusedTransition(
    'entraSubscriptionsNotFound',
    'Licences cannot move while the directory is down',
    { to: 'business-premium', type: 'transition_with_license_transfer' },
    {},
    (source) =>
      source.customer.world.arrange('directory', { customers: { [source.customer.id]: { outage: true } } }),
  ),
  refusedEligibilities(
    'customerAvailabilitiesNotFound',
    'A product on the path was withdrawn from the market',
    {
      withdrawn: [{ productId: 'CFQ7TTC0LCHC', skuId: '0002' }],
    },
  ),
  refusedEligibilities(
    'provisioningSkuIdIsMissing',
    'A product on the path was published without its directory id',
    {
      skuChanges: [{ productId: 'CFQ7TTC0LCHC', skuId: '0002', provisioningId: '' }],
    },
  ),
]

function refusedEligibilities(fault: AnyFaultName, title: string, catalogue: object): Recipe {
  return recipe({
    fault,
    title,
    async given(world) {
      const source = await (await world.customer()).subscribe('business-basic')
      await world.arrange('catalogue', catalogue)
      return source
    },
    when: (world, source) => world.ask.transitions.getTransitionEligibilities(source.ids),
  })
}
