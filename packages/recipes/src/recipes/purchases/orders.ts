import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Customer } from '../../customer.ts'
import type { CartLineItemRequest } from '@tenantry/contract/resources/cart.ts'
import type { SubscriptionWishes } from '../../buyer.ts'
import type { ProductKey } from '../../products.ts'
import { recipe, type Recipe } from '../../recipe.ts'

/** A cart whose item became unsellable between the cart and the checkout. */
const refusedItem = (
  fault: AnyFaultName,
  title: string,
  product: ProductKey,
  arrange: (customer: Customer) => Promise<unknown>,
  wishes: SubscriptionWishes = {},
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      const cart = await customer.cart([await customer.line(product, wishes)])
      await arrange(customer)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  })

const withCatalogue = (patch: object) => (customer: Customer) => customer.world.arrange('catalogue', patch)

const trial: SubscriptionWishes = { term: 'P1M', cycle: 'none', seats: 25 }
const basic = { productId: 'CFQ7TTC0LH18', skuId: '0001' }

export const orderRecipes: readonly Recipe[] = [
  refusedItem(
    'availabilityNotFound',
    'An availability was reissued after the cart was made',
    'business-basic',
    async (customer) => {
      await customer.world.arrange('catalogue', {
        rotations: [{ ...basic, from: await customer.world.now() }],
      })
    },
  ),
  refusedItem(
    'purchaseSystemNotSupported',
    'An item of another purchase system cannot be ordered',
    'business-basic',
    withCatalogue({ skuChanges: [{ ...basic, purchaseSystem: 'VL' }] }),
  ),
  refusedItem(
    'includedQuantityIsAmbiguous',
    'An item was published with two included quantities',
    'business-basic',
    withCatalogue({
      skuChanges: [
        {
          ...basic,
          includedQuantityOptions: [
            { units: '1', description: 'one' },
            { units: '5', description: 'five' },
          ],
        },
      ],
    }),
  ),
  refusedItem(
    'provisioningSkuIdIsMissing',
    'An item was published without its directory id',
    'business-basic',
    withCatalogue({ skuChanges: [{ ...basic, provisioningId: '' }] }),
  ),
  refusedItem(
    'tenantTagsAreMissing',
    'An item asks for a tag of the tenant',
    'business-basic',
    withCatalogue({
      skuChanges: [{ ...basic, requiredTenantTags: ['GCC'] }],
    }),
  ),
  refusedItem('temporaryFailure', 'The price list lost a row', 'business-basic', (customer) =>
    customer.world.arrange('pricing', { missing: [{ productId: 'CFQ7TTC0LH18' }] }),
  ),
  refusedItem(
    'seatLimitExceeded',
    'The seats of a small business product count over the whole tenant',
    'business-premium',
    (customer) => customer.subscribe('business-premium', { seats: 250 }),
    { seats: 51 },
  ),
  recipe({
    fault: 'assetLimitExceeded',
    title: 'A trial is bought once in a lifetime',
    async given(world) {
      const customer = await world.customer()
      const line = await customer.line('business-basic-trial', { term: 'P1M', cycle: 'none', seats: 25 })
      const cart = await customer.cart([line])
      await customer.checkOut(await customer.cart([line]))
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'customTermEndDateNotAligned',
    title: 'The subscription that an end date was aligned with is gone at the checkout',
    async given(world) {
      const customer = await world.customer()
      const first = await customer.subscribe('business-standard')
      await world.wait({ days: 3 })
      const { commitmentEndDate } = await first.get()
      const line = await customer.line('business-basic', { customTermEndDate: commitmentEndDate })
      const cart = await customer.cart([line])
      await first.change({ status: 'deleted' })
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  refusedItem(
    'catalogItemNotEligible',
    'Perpetual software needs an authorisation of the partner',
    'windows-11-pro',
    (customer) => customer.world.changePartner({ qualifications: [] }),
    { term: undefined, cycle: 'one_time', seats: 1 },
  ),
  refusedItem(
    'lineQuantityNotAllowed',
    'The least quantity was raised after the cart was made',
    'office-e3',
    withCatalogue({ skuChanges: [{ productId: 'CFQ7TTC0LF8R', skuId: '0001', minimumQuantity: 20 }] }),
  ),
  refusedItem(
    'billingCycleIsInvalid',
    'The one year term is no longer sold',
    'business-basic',
    async (customer) => {
      const from = await customer.world.now()
      await customer.world.arrange('catalogue', { endOfSale: [{ ...basic, termDuration: 'P1Y', from }] })
    },
  ),
  recipe({
    fault: 'addOnNeedsBaseProduct',
    title: 'The only product that an add-on goes with was cancelled',
    async given(world) {
      const customer = await world.customer()
      const suite = await customer.subscribe('m365-e3')
      const cart = await customer.cart([await customer.line('copilot', { cycle: 'annual', seats: 5 })])
      await suite.change({ status: 'deleted' })
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'promotionCodeIsInvalid',
    title: 'A promotion for a first purchase is not for the second one',
    async given(world) {
      const customer = await world.customer()
      const promotionId = '39NFJQT1X27N:0002:39NFJQT1Q5KL'
      const line = await customer.line('sales-enterprise', {
        term: 'P3Y',
        cycle: 'annual',
        seats: 5,
        promotionId,
      })
      const cart = await customer.cart([line])
      await customer.checkOut(await customer.cart([line]))
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  recipe({
    fault: 'notPurchasableInSandbox',
    title: 'Some items are not sold to a sandbox',
    async given(world) {
      const sandbox = await world.of({ environment: 'sandbox' })
      const customer = await sandbox.customer()
      const cart = await customer.cart([await customer.line('business-basic')])
      await world.arrange('catalogue', { skuChanges: [{ ...basic, isPurchasableInSandbox: false }] })
      return { customer, cart }
    },
    when: (world, { customer, cart }) =>
      customer.by(customer.world.in(world.caller.locale)).askToCheckOut(cart),
  }),
  recipe({
    fault: 'durationNotSupported',
    title: 'An item was published with a term that no system can order',
    async given(world) {
      const customer = await world.customer()
      const furtherPlans = [{ termDuration: 'P2Y', billingCycle: 'annual' }]
      await world.arrange('catalogue', { skuChanges: [{ ...basic, furtherPlans }] })
      return {
        customer,
        cart: await customer.cart([await customer.line('business-basic', { term: 'P2Y', cycle: 'annual' })]),
      }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  }),
  refusedTrial(
    'nextTermInstructionsOnlyForTrials',
    'Only a trial is told at its purchase what it becomes',
    'business-basic',
    {},
  ),
  refusedTrial(
    'trialHasNoPaidVersion',
    'A trial without a paid version becomes nothing',
    'goals-trial',
    trial,
  ),
]

type NextTerm = NonNullable<CartLineItemRequest['scheduledNextTermInstructions']>['product']

function refusedTrial(
  fault: AnyFaultName,
  title: string,
  product: ProductKey,
  wishes: SubscriptionWishes,
): Recipe {
  return recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      const line = await customer.line(product, wishes)
      const [productId = '', skuId = '', availabilityId = ''] = (
        await customer.itemOf('business-basic')
      ).split(':')
      const next: NextTerm = {
        productId,
        skuId,
        availabilityId,
        termDuration: 'P1Y',
        billingCycle: 'monthly',
      }
      return {
        customer,
        lines: [{ ...line, scheduledNextTermInstructions: { product: next, quantity: 25 } }],
      }
    },
    when: (world, { customer, lines }) => customer.by(world).askForCart(lines),
  })
}
