import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { SubscriptionWishes } from '../../buyer.ts'
import type { Customer } from '../../customer.ts'
import type { ProductKey } from '../../products.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

interface Condition {
  readonly product?: ProductKey
  readonly bought?: SubscriptionWishes
  /** What happens between the purchase and the refused change. */
  readonly afterwards?: (subscription: Subscription, world: World, customer: Customer) => Promise<unknown>
  /** What happens before the purchase. */
  readonly before?: (world: World) => Promise<unknown>
}

/** A bought subscription and a PATCH that is refused. */
export const refusedChange = (
  fault: AnyFaultName,
  title: string,
  changes: SubscriptionPatch,
  { product = 'business-basic', bought = {}, afterwards, before }: Condition = {},
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      await before?.(world)
      const subscription = await customer.subscribe(product, bought)
      await afterwards?.(subscription, world, customer)
      return subscription
    },
    when: (world, subscription) => subscription.by(world).askToChange(changes),
  })

const trial: Condition = {
  product: 'business-basic-trial',
  bought: { term: 'P1M', cycle: 'none', seats: 25 },
}
const later =
  (step: { readonly hours?: number; readonly days?: number }) =>
  (_subscription: Subscription, world: World): Promise<unknown> =>
    world.wait(step)

const suspended = (subscription: Subscription): Promise<unknown> =>
  subscription.change({ status: 'suspended' })

export const subscriptionRecipes: readonly Recipe[] = [
  recipe({
    fault: 'etagIsStale',
    title: 'A change of what was read before another change is refused',
    async given(world) {
      const subscription = await (await world.customer()).subscribe('business-basic')
      const { attributes } = await subscription.get()
      await subscription.change({ friendlyName: 'Bakery' })
      return { subscription, etag: attributes.etag }
    },
    when: (world, { subscription, etag }) =>
      subscription.by(world).askToChange({ friendlyName: 'Bakeries' }, { etag }),
  }),
  refusedChange(
    'quantityOutOfRange',
    'A SKU says how many seats it has at most',
    { quantity: 1_000_000 },
    { product: 'office-e3' },
  ),
  refusedChange('statusChangeNotAllowed', 'A partner cannot make an active subscription pending', {
    status: 'pending',
  }),
  refusedChange(
    'suspendedSubscriptionIsReadOnly',
    'A suspended subscription keeps its seats',
    { quantity: 11 },
    { afterwards: suspended },
  ),
  refusedChange('quantityIsFixed', 'A trial has 25 seats for good', { quantity: 20 }, trial),
  refusedChange('statusIsFixed', 'A trial cannot be suspended', { status: 'suspended' }, trial),
  refusedChange('trialTermIsFixed', 'A trial lasts one month', { termDuration: 'P1Y' }, trial),
  refusedChange('billingCycleIsFixed', 'An annual term keeps its billing cycle', { billingCycle: 'annual' }),
  refusedChange('termDurationIsInvalid', 'Terms last a month, a year or three years', {
    termDuration: 'P2Y',
  }),
  refusedChange('termDurationIsShorter', 'A term cannot be cut short', { termDuration: 'P1M' }),
  refusedChange(
    'cancellationWindowHoursPassed',
    'Licences can be cancelled for 168 hours',
    { status: 'deleted' },
    { afterwards: later({ hours: 169 }) },
  ),
  refusedChange(
    'seatReductionWindowHoursPassed',
    'Seats can be given back for 168 hours',
    { quantity: 9 },
    { afterwards: later({ hours: 169 }) },
  ),
  refusedChange(
    'quantityDecreaseNotAllowed',
    'Only the seats added in the last 168 hours can be given back',
    { quantity: 9 },
    {
      afterwards: async (subscription, world) => {
        await world.wait({ days: 8 })
        await subscription.change({ quantity: 12 })
      },
    },
  ),
  refusedChange(
    'updatesNoLongerAllowed',
    'An expired subscription is past changing',
    { friendlyName: 'Bakery' },
    {
      bought: { term: 'P1M', seats: 2 },
      afterwards: async (subscription, world) => {
        await subscription.change({ autoRenewEnabled: false })
        await world.wait({ months: 1, days: 2 })
      },
    },
  ),
  refusedChange(
    'subscriptionNotReady',
    'Seats cannot be changed before the purchase is provisioned',
    { quantity: 11 },
    { before: (world) => world.arrange('fulfilment', { latency: { default: 'PT10M' } }) },
  ),
  refusedChange(
    'subscriptionUpdateFailed',
    'While provisioning is down a change of seats comes to nothing',
    { quantity: 11 },
    { afterwards: (_subscription, world) => world.arrange('fulfilment', { outage: true }) },
  ),
  refusedChange(
    'operationIsPending',
    'A subscription that is being transitioned cannot be changed',
    { quantity: 12 },
    {
      afterwards: async (subscription, world) => {
        await world.arrange('fulfilment', { latency: { default: 'PT10M' } })
        await subscription.transition({ to: 'business-premium', seats: 4 })
      },
    },
  ),
  refusedChange(
    'tooManyUpdates',
    'A subscription can be changed only so many times in its life',
    { quantity: 20 },
    {
      afterwards: async (subscription, world) => {
        await world.decree('transitions', { trialSeatsMin: 25, updatesMax: 2 })
        await subscription.change({ quantity: 11 })
        await subscription.change({ quantity: 12 })
      },
    },
  ),
  refusedChange(
    'seatLimitExceeded',
    'The seats of a small business product count over all its subscriptions',
    { quantity: 120 },
    {
      bought: { seats: 90 },
      afterwards: (_first, _world, customer) => customer.subscribe('business-basic', { seats: 200 }),
    },
  ),
  refusedChange(
    'autoRenewNotEligible',
    'What is no longer sold without a successor does not renew',
    { autoRenewEnabled: true },
    {
      product: 'windows-server-cal',
      bought: { term: 'P3Y', cycle: 'one_time', seats: 5 },
      afterwards: async (subscription, world) => {
        await subscription.change({ autoRenewEnabled: false })
        await world.arrange('catalogue', {
          endOfSale: [{ productId: 'DG7GMGF0DVT7', skuId: '000C', from: await world.now() }],
        })
      },
    },
  ),
  refusedChange(
    'subscriptionIsExpiring',
    'A subscription past its end that nobody renews waits for the night to expire',
    { friendlyName: 'Bakery' },
    {
      bought: { term: 'P1M', seats: 2 },
      afterwards: async (subscription, world) => {
        await subscription.change({ autoRenewEnabled: false })
        await world.arrange('renewals', { paused: true })
        await world.wait({ months: 1 })
      },
    },
  ),
  refusedChange(
    'operationIsPending',
    'On the day of its renewal a subscription cannot be told not to renew',
    { autoRenewEnabled: false },
    {
      bought: { term: 'P1M', seats: 2 },
      afterwards: async (_subscription, world) => {
        await world.arrange('renewals', { paused: true })
        await world.wait({ months: 1 })
      },
    },
  ),
  refusedChange(
    'futureBillingNotFound',
    'The last year of a term has no next cycle to bill otherwise',
    { billingCycle: 'monthly' },
    {
      bought: { term: 'P3Y', cycle: 'annual', seats: 2 },
      afterwards: async (subscription, world) => {
        await subscription.change({ autoRenewEnabled: false })
        await world.wait({ years: 2, days: 10 })
      },
    },
  ),
  refusedChange(
    'softwareAssuranceQuantityIncrease',
    'Licences under Software Assurance are bought by a purchase of their own, not added',
    { quantity: 6 },
    {
      product: 'windows-server-cal',
      bought: { term: 'P3Y', cycle: 'one_time', seats: 5 },
      afterwards: (_subscription, world) =>
        world.arrange('catalogue', {
          skuChanges: [{ productId: 'DG7GMGF0DVT7', skuId: '000C', program: 'SoftwareAssurance' }],
        }),
    },
  ),
  recipe({
    fault: 'subscriptionHistoryNotFound',
    title: 'Nothing has happened to a subscription since it was bought',
    given: async (world) => (await world.customer()).subscribe('business-basic'),
    when: (world, subscription) => world.ask.subscriptions.getSubscriptionHistory(subscription.ids),
  }),
  refusedChange('partnerOnRecordIsFixed', 'A direct partner has nobody to name', { partnerId: '4100001' }),
]
