import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { RawAnswer } from '@tenantry/sdk'
import type { Customer } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { World } from '../../world.ts'

const unknownId = 'd9e0b7a2-4c15-4d68-8f37-61b2c93e5a04'

const bodyOf = ({ id }: Customer, productFamily = 'Azure') => ({ customerId: id, productFamily })

const askToUpgrade = (customer: Customer, productFamily?: string): Promise<RawAnswer> =>
  customer.world.ask.productUpgrades.create(bodyOf(customer, productFamily))

/** Answers the upgrade's id. */
export async function upgrade(customer: Customer): Promise<string> {
  const answer = await askToUpgrade(customer)
  const id = answer.headers.get('location')?.split('/')[1]
  if (id === undefined) throw new Error(`the upgrade was refused: ${JSON.stringify(answer.body)}`)
  return id
}

const refusedUpgrade = (
  fault: AnyFaultName,
  title: string,
  given: (world: World) => Promise<Customer>,
): Recipe => recipe({ fault, title, given, when: (world, customer) => askToUpgrade(customer.by(world)) })

/** With a subscription of Microsoft Azure of the older program, bought long enough ago. */
async function withLegacyAzure(world: World): Promise<Customer> {
  const customer = await world.customer()
  await customer.legacyAzure()
  return customer
}

/** A cart with an Azure plan, made before the customer's upgrade. */
const refusedPurchase = (
  fault: AnyFaultName,
  title: string,
  afterRequest: (world: World) => Promise<unknown>,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const customer = await withLegacyAzure(world)
      const line = await customer.line('azure-plan', { term: undefined, cycle: 'monthly', seats: 1 })
      const cart = await customer.cart([line])
      await upgrade(customer)
      await afterRequest(world)
      return { customer, cart }
    },
    when: (world, { customer, cart }) => customer.by(world).askToCheckOut(cart),
  })

export const azureUpgradeRecipes: readonly Recipe[] = [
  refusedUpgrade('upgradeIsInProgress', 'An upgrade is not requested twice', async (world) => {
    const customer = await withLegacyAzure(world)
    await upgrade(customer)
    return customer
  }),
  refusedUpgrade('upgradeIsCompleted', 'Everything is upgraded already', async (world) => {
    const customer = await withLegacyAzure(world)
    await upgrade(customer)
    await world.wait({ hours: 3 })
    return customer
  }),
  refusedUpgrade('upgradeHasNoAzureSubscriptions', 'There is nothing to upgrade', (world) =>
    world.customer(),
  ),
  refusedUpgrade(
    'upgradeHasSuspendedSubscriptions',
    'A suspended subscription is in the way',
    async (world) => {
      const customer = await world.customer()
      await (await customer.legacyAzure()).change({ status: 'suspended' })
      return customer
    },
  ),
  refusedUpgrade('upgradeHasRecentPurchases', 'A subscription was bought within a day', async (world) => {
    const customer = await withLegacyAzure(world)
    await customer.legacyAzure({ startedAgo: 'PT3H' })
    return customer
  }),
  refusedUpgrade('upgradeHasSharedServices', 'A partner’s own Azure is not upgraded', async (world) => {
    const customer = await world.customer()
    await customer.legacyAzure({ offer: 'azure-shared-services' })
    return customer
  }),
  refusedUpgrade('upgradeCatalogItemNotFound', 'The Azure plan was withdrawn', async (world) => {
    const customer = await withLegacyAzure(world)
    await world.arrange('catalogue', { withdrawn: [{ productId: 'DZH318Z0BPS6' }] })
    return customer
  }),
  refusedUpgrade('upgradeNotEligible', 'The customer has not accepted its agreement', async (world) => {
    const customer = await world.customer({ agreement: false })
    await customer.legacyAzure()
    return customer
  }),
  recipe({
    fault: 'upgradeNotFound',
    title: 'There is no such upgrade',
    given: withLegacyAzure,
    when: (world, customer) =>
      world.ask.productUpgrades.getProductUpgradeStatus({ upgradeId: unknownId }, bodyOf(customer)),
  }),
  recipe({
    fault: 'upgradeOfAnotherCustomer',
    title: 'The upgrade is another customer’s',
    async given(world) {
      return { id: await upgrade(await withLegacyAzure(world)), customer: await world.customer() }
    },
    when: (world, { id, customer }) =>
      world.ask.productUpgrades.getProductUpgradeStatus({ upgradeId: id }, bodyOf(customer)),
  }),
  refusedPurchase('purchaseBlockedByPendingUpgrade', 'An Azure plan waits for the upgrade to start', () =>
    Promise.resolve(),
  ),
  refusedPurchase(
    'purchaseBlockedByRunningUpgrade',
    'An Azure plan waits for the upgrade to end',
    async (world) => {
      await world.arrange('azure', { upgradeTakes: 'P1D' })
      await world.wait({ hours: 1 })
    },
  ),
  refusedPurchase(
    'purchaseBlockedByFailedUpgrade',
    'The upgrade failed and is to be repeated',
    async (world) => {
      await world.arrange('azure', { outage: true })
      await world.wait({ hours: 3 })
    },
  ),
]
