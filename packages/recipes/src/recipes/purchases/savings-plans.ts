import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { CartLineItemRequest } from '@tenantry/contract/resources/cart.ts'
import type { Customer } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

const unknownId = '8b7d1f04-6c3e-4a52-b9f0-15d2a6c7e893'
const purchaseCommitment = { amount: '0.05', grain: 'hourly', currency: 'USD' }

type Context = NonNullable<CartLineItemRequest['provisioningContext']>

/** One hour at a time for a year, charged to an Azure plan or an Azure subscription under it. */
async function savingsPlan(customer: Customer, provisioningContext: Context): Promise<CartLineItemRequest> {
  const line = await customer.line('DZH318Z09V6F:0001', { cycle: 'one_time', seats: 1 })
  return { ...line, purchaseCommitment, provisioningContext }
}

/** Pay as you go, which has to be charged to an Azure plan. */
const meteredProduct = (customer: Customer): Promise<CartLineItemRequest> =>
  customer.line('DZH318Z0C964:0001', { term: 'P1M', cycle: 'monthly', seats: 1 })

const refusedCheckout = (
  fault: AnyFaultName,
  title: string,
  lineOf: (customer: Customer, world: World) => Promise<CartLineItemRequest>,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await world.customer()
      return { customer, cart: await customer.cart([await lineOf(customer, world)]) }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  })

const refusedSavingsPlan = (
  fault: AnyFaultName,
  title: string,
  contextOf: (customer: Customer) => Promise<Context>,
): Recipe =>
  refusedCheckout(fault, title, async (customer) => savingsPlan(customer, await contextOf(customer)))

async function idlePlan(customer: Customer): Promise<Subscription> {
  const plan = await customer.azurePlan()
  await plan.cancelAzureEntitlements()
  return plan
}

/** What is bought on top of an Azure plan: savings plans and metered services. */
export const savingsPlanRecipes: readonly Recipe[] = [
  recipe({
    fault: 'savingsPlanOperationNotSupported',
    title: 'A savings plan is managed in the Azure portal',
    async given(world) {
      const customer = await world.customer()
      const plan = await customer.azurePlan()
      const line = await savingsPlan(customer, { scope: 'shared', subscriptionId: plan.id })
      const { orders } = await customer.checkOut(await customer.cart([line]))
      return customer.subscription(orders[0]?.lineItems[0]?.subscriptionId ?? '')
    },
    when: (world, plan) => plan.by(world).askToChange({ status: 'suspended' }),
  }),
  refusedSavingsPlan(
    'scopeNotSupported',
    'A savings plan is shared or for one Azure subscription',
    async (customer) => {
      await customer.azurePlan()
      return { scope: 'managementGroup' }
    },
  ),
  refusedSavingsPlan(
    'entitlementIdIsMissing',
    'A savings plan for one Azure subscription names it',
    async (customer) => ({ scope: 'single', subscriptionId: (await customer.azurePlan()).id }),
  ),
  refusedSavingsPlan('entitlementNotActive', 'The Azure subscription was cancelled', async (customer) => {
    const [entitlement] = await (await idlePlan(customer)).azureEntitlements()
    return { scope: 'single', entitlementId: entitlement?.id }
  }),
  refusedSavingsPlan(
    'productNotEligibleForEntitlement',
    'Azure of the older program takes no savings plan',
    async (customer) => ({ scope: 'single', entitlementId: (await customer.legacyAzure()).id }),
  ),
  refusedSavingsPlan(
    'azurePlanIdIsMissing',
    'A shared savings plan names its Azure plan',
    async (customer) => {
      await customer.azurePlan()
      return { scope: 'shared' }
    },
  ),
  refusedSavingsPlan(
    'notAnAzurePlan',
    'A shared savings plan is charged to an Azure plan, not to licences',
    async (customer) => {
      await customer.azurePlan()
      return { scope: 'shared', subscriptionId: (await customer.subscribe('business-basic')).id }
    },
  ),
  refusedSavingsPlan(
    'azurePlanNotUsable',
    'No Azure subscription under the Azure plan is active',
    async (customer) => ({ scope: 'shared', subscriptionId: (await idlePlan(customer)).id }),
  ),
  recipe({
    fault: 'savingsPlanPartnerOnRecordDiffers',
    title: 'A savings plan has the partner on record of its Azure plan',
    async given(world) {
      const provider = await world.of({ type: 'indirectProvider' })
      const [first, second] = provider.view.partners.filter(({ type }) => type === 'indirectReseller')
      const customer = await provider.customer()
      const through = (value = '') => ({ participants: [{ key: 'transaction_reseller', value }] })
      const azurePlan = await customer.line('azure-plan', { term: undefined, cycle: 'monthly', seats: 1 })
      const bought = await customer.checkOut(
        await customer.cart([{ ...azurePlan, ...through(first?.partnerId) }]),
      )
      const subscriptionId = bought.orders[0]?.lineItems[0]?.subscriptionId
      const line = await savingsPlan(customer, { scope: 'shared', subscriptionId })
      const cart = await customer.cart([{ ...line, ...through(second?.partnerId) }])
      return { customer, cart }
    },
    when: (world, { customer, cart }) =>
      customer.by(customer.world.in(world.caller.locale)).askToCheckOut(cart),
  }),
  refusedCheckout('azurePlanRequired', 'A metered service needs an Azure plan', meteredProduct),
  refusedCheckout(
    'meteredAzurePlanNotUsable',
    'A metered service needs an Azure plan that is there and in use',
    async (customer) => {
      await customer.azurePlan()
      return { ...(await meteredProduct(customer)), provisioningContext: { subscriptionId: unknownId } }
    },
  ),
]
