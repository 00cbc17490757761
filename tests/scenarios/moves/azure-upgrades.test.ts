import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyOf } from '@tenantry/contract/endpoint.ts'
import type { azureUpgradeEndpoints } from '@tenantry/contract/endpoints/azure-upgrades.ts'
import type {
  ProductUpgradesEligibility,
  ProductUpgradesStatus,
} from '@tenantry/contract/resources/product-upgrade.ts'
import type { Subscription as Resource } from '@tenantry/contract/resources/subscription.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Customer, Subscription } from '@tenantry/recipes'
import type { World } from '@tenantry/recipes/world.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

type Endpoints = typeof azureUpgradeEndpoints

const bodyOf = ({ id }: Customer) => ({ customerId: id, productFamily: 'azure' })
const askToUpgrade = (customer: Customer) => customer.world.ask.productUpgrades.create(bodyOf(customer))

async function upgrade(customer: Customer): Promise<string> {
  const answer = await askToUpgrade(customer)
  assert.equal(answer.status, 202, JSON.stringify(answer.body))
  const location = answer.headers.get('location') ?? ''
  assert.match(location, /^productUpgrades\/[0-9a-f-]{36}$/)
  return location.slice('productUpgrades/'.length)
}

const statusOf = (customer: Customer, id: string): Promise<ProductUpgradesStatus> =>
  customer.world.client.productUpgrades.getProductUpgradeStatus({ upgradeId: id }, bodyOf(customer))

const holdingsOf = async (customer: Customer): Promise<Resource[]> =>
  (await customer.client.subscriptions.list(customer.ids)).items

const plansOf = async (customer: Customer): Promise<Resource[]> =>
  (await holdingsOf(customer)).filter(({ offerName }) => offerName === 'Azure plan')

const eligibilityOf = (customer: Customer): Promise<ProductUpgradesEligibility> =>
  customer.world.client.productUpgrades.getProductUpgradeEligibility(bodyOf(customer))

const minutes = (contoso: World, count: number) => contoso.operator.clock.advance({ by: `PT${count}M` })

test('an upgrade buys a plan, moves the Azure subscriptions under it and suspends their commerce side', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const ovens = await customer.legacyAzure({ friendlyName: 'Ovens' })
  const shops = await customer.legacyAzure({ friendlyName: 'Shops' })
  assert.deepEqual((await eligibilityOf(customer)).isEligible, true)

  const id = await upgrade(customer)
  const seen = [(await statusOf(customer, id)).status]
  await minutes(contoso, 6)
  seen.push((await statusOf(customer, id)).status)
  await minutes(contoso, 60)
  const done = await statusOf(customer, id)

  assert.deepEqual([...seen, done.status], ['Pending', 'InProgress', 'Completed'])
  const [plan] = await plansOf(customer)
  assert.deepEqual(
    done.lineItems.map(({ sourceProduct, targetProduct, status }) => [
      sourceProduct.id,
      targetProduct?.id,
      status,
    ]),
    [ovens, shops].map((source) => [source.id, plan?.id, 'Completed']),
  )
  const entitlements = await customer.subscription(plan?.id ?? '').azureEntitlements()
  assert.deepEqual(
    entitlements.map(({ id: entitlementId, friendlyName, status }) => [entitlementId, friendlyName, status]),
    [
      [ovens.id, 'Ovens', 'active'],
      [shops.id, 'Shops', 'active'],
    ],
  )
  assert.equal((await ovens.get()).status, 'suspended')
  const order = await customer.client.orders.get({ ...customer.ids, orderId: plan?.orderId ?? '' })
  assert.deepEqual([order.transactionType, order.status], ['SystemPurchase', 'completed'])
  const eligibility = await eligibilityOf(customer)
  assert.deepEqual([eligibility.isEligible, eligibility.upgradeId], [false, id])
})

test('an existing plan takes the subscriptions over, beside those it has', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const plan = await customer.azurePlan()
  const azure = await customer.legacyAzure()

  await upgrade(customer)
  await contoso.wait({ hours: 3 })

  assert.deepEqual(
    (await plansOf(customer)).map(({ id }) => id),
    [plan.id],
  )
  const ids = (await plan.azureEntitlements()).map(({ id }) => id)
  assert.deepEqual([ids.length, ids[1]], [2, azure.id])
})

test('a provider gets one plan for each partner on record', async (t) => {
  const provider = await (await world(t)).of({ type: 'indirectProvider' })
  const customer = await provider.customer()
  const resellers = provider.view.partners.filter(({ type }) => type === 'indirectReseller')
  for (const { partnerId } of resellers) await customer.legacyAzure({ partnerId })

  const id = await upgrade(customer)
  await provider.wait({ hours: 3 })

  assert.equal((await statusOf(customer, id)).status, 'Completed')
  assert.deepEqual(
    (await plansOf(customer)).map(({ partnerId }) => partnerId).sort(),
    resellers.map(({ partnerId }) => partnerId).sort(),
  )
})

test('what Azure could not move stays, and a repeated upgrade moves only that', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const ovens = await customer.legacyAzure()
  const shops = await customer.legacyAzure()
  await contoso.arrange('azure', { immovable: [shops.id] })

  const failed = await upgrade(customer)
  await contoso.wait({ hours: 3 })
  const halfway = await statusOf(customer, failed)
  assert.deepEqual(
    [halfway.status, ...halfway.lineItems.map(({ status, errorDetails }) => [status, errorDetails?.code])],
    ['Failed', ['Completed', undefined], ['Failed', 'subscriptionNotMovable']],
  )
  assert.deepEqual([(await ovens.get()).status, (await shops.get()).status], ['suspended', 'active'])

  await contoso.arrange('azure', { immovable: [] })
  const repeated = await upgrade(customer)
  await contoso.wait({ hours: 3 })
  const done = await statusOf(customer, repeated)

  assert.deepEqual(
    [done.status, done.lineItems.map(({ sourceProduct }) => sourceProduct.id)],
    ['Completed', [shops.id]],
  )
  const [plan, ...more] = await plansOf(customer)
  const moved = await customer.subscription(plan?.id ?? '').azureEntitlements()
  assert.deepEqual([more.length, moved.map(({ id }) => id)], [0, [ovens.id, shops.id]])
})

test('an upgrade whose plan cannot be bought changes nothing and can be repeated', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const azure = await customer.legacyAzure()
  await contoso.arrange('fulfilment', { outage: true })

  const failed = await statusOf(
    customer,
    await upgrade(customer).then(async (id) => {
      await contoso.wait({ hours: 3 })
      return id
    }),
  )
  assert.deepEqual([failed.status, failed.errorDetails?.code], ['Failed', 'azurePlanNotCreated'])
  assert.deepEqual([(await azure.get()).status, await plansOf(customer)], ['active', []])

  await contoso.arrange('fulfilment', { outage: false })
  const id = await upgrade(customer)
  await contoso.wait({ hours: 3 })
  assert.equal((await statusOf(customer, id)).status, 'Completed')
})

test('an upgrade waits for a plan that is being provisioned', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const azure = await customer.legacyAzure()
  await contoso.arrange('fulfilment', { latency: { bySku: { 'DZH318Z0BPS6:0001': 'PT90M' } } })

  const id = await upgrade(customer)
  await minutes(contoso, 80)
  assert.equal((await statusOf(customer, id)).status, 'InProgress')
  await contoso.wait({ hours: 3 })

  assert.equal((await statusOf(customer, id)).status, 'Completed')
  const [plan] = await plansOf(customer)
  const [moved] = await customer.subscription(plan?.id ?? '').azureEntitlements()
  assert.equal(moved?.id, azure.id)
})

test('a subscription that was suspended meanwhile is not moved', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const azure = await customer.legacyAzure()

  const id = await upgrade(customer)
  await azure.change({ status: 'suspended' })
  await contoso.wait({ hours: 3 })

  const { status, lineItems } = await statusOf(customer, id)
  assert.deepEqual([status, lineItems[0]?.errorDetails?.code], ['Failed', 'subscriptionNotActive'])
})

test('what was upgraded stays suspended; new Azure of the older program can be upgraded after it', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const azure = await customer.legacyAzure()
  const first = await upgrade(customer)
  await contoso.wait({ hours: 3 })

  const reactivated = await azure.askToChange({ status: 'active' })
  await customer.legacyAzure()
  const second = await upgrade(customer)

  assert.equal((reactivated.body as { code: number }).code, faults.statusChangeNotAllowed.code)
  assert.notEqual(second, first)
})

test('the same request, named the same, is one upgrade', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  await customer.legacyAzure()
  const requestId = '7e0d3b95-41f8-4c6a-b2d7-80e59c13fa64'
  const ask = () =>
    contoso.ask.productUpgrades.create(bodyOf(customer), { headers: { 'MS-RequestId': requestId } })

  const [first, second] = [await ask(), await ask()]

  assert.deepEqual(
    [second.status, second.headers.get('location')],
    [first.status, first.headers.get('location')],
  )
})

test('an upgrade is checked from the one before over the subscriptions to the agreements', async (t) => {
  const contoso = await world(t)
  const upgraded = await contoso.customer()
  await upgraded.legacyAzure()
  await upgrade(upgraded)
  const customer = await contoso.customer({ agreement: false })
  await contoso.changePartner({ mpa: { accepted: false } })
  const ask = (body: Partial<BodyOf<Endpoints['createProductUpgrade']>>) =>
    contoso.raw({
      because: 'the first row names neither customer nor product family',
      method: 'POST',
      path: '/v1/productUpgrades',
      body,
    })
  const after = (work: () => Promise<unknown>) => async () => {
    await work()
    return {}
  }
  const unknown = { customerId: '0a4c8be2-1f57-4d36-9e0b-5b7d26c183f9', productFamily: 'Office' }
  let azure: Subscription | undefined
  let shared: Subscription | undefined

  await ladder<Partial<BodyOf<Endpoints['createProductUpgrade']>>>(
    ask,
    {},
    [
      [{}, faults.requestInputIsInvalid],
      [unknown, faults.tenantNotFound],
      [{ customerId: customer.id }, faults.upgradeNotEligible],
      [{ customerId: upgraded.id, productFamily: 'Azure' }, faults.upgradeIsInProgress],
      [after(() => contoso.wait({ hours: 3 })), faults.upgradeIsCompleted],
      [{ customerId: customer.id }, faults.upgradeHasNoAzureSubscriptions],
      [
        after(async () => {
          azure = await customer.legacyAzure({ startedAgo: 'PT1H' })
          shared = await customer.legacyAzure({ offer: 'azure-shared-services' })
          await azure.change({ status: 'suspended' })
          await contoso.arrange('catalogue', { withdrawn: [{ productId: 'DZH318Z0BPS6' }] })
        }),
        faults.upgradeHasSuspendedSubscriptions,
      ],
      [after(async () => azure?.change({ status: 'active' })), faults.upgradeHasRecentPurchases],
      [after(() => contoso.wait({ days: 1 })), faults.upgradeHasSharedServices],
      [
        after(async () => {
          await shared?.change({ status: 'suspended' })
          await contoso.wait({ days: 100 })
          await customer.legacyAzure()
        }),
        faults.upgradeCatalogItemNotFound,
      ],
      [after(() => contoso.arrange('catalogue', { withdrawn: [] })), faults.upgradeNotEligible],
      [after(() => customer.confirmAgreement()), faults.upgradeNotEligible],
      [after(() => contoso.changePartner({ mpa: { accepted: true } })), 'accepted'],
    ],
    {
      of: 'Upgrade to an Azure plan',
      seenBy: contoso,
      apart: { productFamilyIsAzure: 'of another family nothing else is looked at' },
    },
  )
})

test('of two requests at once one is taken', async (t) => {
  const customer = await (await world(t)).customer()
  await customer.legacyAzure()

  const answers = await Promise.all([askToUpgrade(customer), askToUpgrade(customer)])

  assert.deepEqual(answers.map(({ status }) => status).sort(), [202, 409])
})

test('the default world has a customer to upgrade', async (t) => {
  const contoso = await world(t)
  const margie = contoso.view.customers.find(({ domain }) => domain === 'margiestravel.onmicrosoft.com')

  const { isEligible } = await eligibilityOf(contoso.customerOf(margie?.tenantId ?? ''))

  assert.equal(isEligible, true)
})
