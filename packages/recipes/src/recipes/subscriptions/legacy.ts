import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

/** Office 365 Business Premium, which new commerce has the like of. */
const businessPremium = '031C9E47-4802-4248-838E-778FB1D2CC05'

/** Azure Rights Management with government pricing. */
const rightsManagement = 'E60E0348-1710-484B-992A-32B294D4CDE1'

/** Subscriptions of the older program are no longer sold: the world's own customers have some. */
async function legacySubscription(world: World): Promise<Subscription> {
  for (const { tenantId, partnerTenantIds } of world.view.customers) {
    if (!partnerTenantIds.includes(world.partner.tenantId)) continue
    const customer = world.customerOf(tenantId)
    const { items } = await customer.client.subscriptions.list(customer.ids)
    const legacy = items.find(
      (one) => one.offerId.toUpperCase() === businessPremium && one.status === 'active',
    )
    if (legacy !== undefined) return customer.subscription(legacy.id)
  }
  throw new Error(`no customer of ${world.partner.name} has a legacy subscription`)
}

const refusedLegacyChange = (
  fault: AnyFaultName,
  title: string,
  changes: SubscriptionPatch,
  arrange: (subscription: Subscription, world: World) => Promise<unknown> = () => Promise.resolve(),
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const subscription = await legacySubscription(world)
      await arrange(subscription, world)
      return subscription
    },
    when: (world, subscription) => subscription.by(world).askToChange(changes),
  })

const suspended = (subscription: Subscription): Promise<unknown> =>
  subscription.change({ status: 'suspended' })

export const legacyRecipes: readonly Recipe[] = [
  recipe({
    fault: 'notSupportedForLegacySubscription',
    title: 'The older program keeps no history of transitions',
    given: legacySubscription,
    when: (world, subscription) => world.ask.transitions.list(subscription.ids),
  }),
  refusedLegacyChange(
    'billingCycleChangeNeedsOrderUpdate',
    'The older program changes the billing cycle of an order, not of a subscription',
    { billingCycle: 'annual' },
  ),
  refusedLegacyChange(
    'suspendedQuantityIsFixed',
    'A suspended subscription of the older program keeps its seats',
    { quantity: 999 },
    suspended,
  ),
  refusedLegacyChange(
    'deletedSubscriptionIsReadOnly',
    'After ninety days of suspension a subscription of the older program is gone',
    { friendlyName: 'Bakery' },
    async (subscription, world) => {
      await suspended(subscription)
      await world.wait({ days: 95 })
    },
  ),
  refusedLegacyChange(
    'offerUpdatesNotAllowed',
    'What was bought by an offer that Microsoft has blocked stays as it is',
    { quantity: 999 },
    (_subscription, world) =>
      world.arrange('catalogue', { offerChanges: [{ offerId: businessPremium, isUpdatable: false }] }),
  ),
  recipe({
    fault: 'parentSubscriptionNotActive',
    title: 'An add-on of the older program runs only while its base does',
    async given(world) {
      const customer = await world.customer()
      const base = await customer.legacySubscription()
      const addOn = await customer.legacySubscription({ offer: 'calling-plan', base })
      await suspended(base)
      return addOn
    },
    when: (world, addOn) => addOn.by(world).askToChange({ status: 'active' }),
  }),
  recipe({
    fault: 'privilegesAreInsufficient',
    title: 'Users of the older program are only moved by a partner with delegated administration',
    async given(world) {
      const subscription = await legacySubscription(world)
      const found = await subscription.client.transitions.getTransitionEligibilities(subscription.ids)
      await world.arrange('directory', { customers: { [subscription.customer.id]: { delegation: 'none' } } })
      const to = found.items[0]?.catalogItemId ?? ''
      const body = await subscription.transitionBody({ to, type: 'transition_with_license_transfer' })
      return { subscription, body }
    },
    when: (world, { subscription, body }) => world.ask.transitions.create(subscription.ids, body),
  }),
  recipe({
    fault: 'offerNoLongerAvailable',
    title: 'Since new commerce has its like an offer of the older program is not sold',
    async given(world) {
      const customer = await world.customer()
      await world.decree('legacy-purchases', { licences: 'open', azure: 'open' })
      const offer = {
        id: 0,
        catalogItemId: businessPremium,
        quantity: 5,
        billingCycle: 'monthly',
      }
      const cart = await customer.cart([offer])
      await world.decree('legacy-purchases', { licences: 'closed', azure: 'closed' })
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'offerLimitExceeded',
    title: 'Some offers of the older program are held twice at most',
    async given(world) {
      const customer = await world.customer()
      await world.decree('legacy-purchases', { licences: 'open', azure: 'open' })
      const offer = { id: 0, catalogItemId: businessPremium, quantity: 5, billingCycle: 'monthly' }
      const cart = await customer.cart([offer])
      await customer.legacySubscription()
      await customer.legacySubscription()
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'offerNotEligible',
    title: 'An offer for authorities is not for a customer that lost its qualification',
    async given(world) {
      const customer = await world.customer()
      const qualification = 'GovernmentCommunityCloud'
      await customer.client.customers.createCustomerQualification(customer.ids, {
        qualification,
        validationCode: '123456',
      })
      await world.decree('legacy-purchases', { licences: 'open', azure: 'open' })
      const offer = { id: 0, catalogItemId: rightsManagement, quantity: 5, billingCycle: 'monthly' }
      const cart = await customer.cart([offer])
      const qualifications = { [qualification]: { vettingStatus: 'Denied' } }
      await world.arrange('review', { customers: { [customer.id]: { qualifications } } })
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
]
