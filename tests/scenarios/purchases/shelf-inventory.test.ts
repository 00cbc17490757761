import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type {
  InventoryCheckRequest,
  InventoryItem,
} from '@tenantry/contract/resources/catalogue/inventory.ts'
import { faultOf } from '@tenantry/recipes'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

const machines = 'DZH318Z0Z0B1:0002'
const [productId = ''] = machines.split(':')

type Item = InventoryCheckRequest['targetItems'][number]
type Context = NonNullable<InventoryCheckRequest['inventoryContext']>

async function planIn(t: TestContext) {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const plan = await customer.azurePlan()
  await plan.register()
  const line = {
    ...(await customer.line(machines, { term: 'P1Y', cycle: 'one_time', seats: 1 })),
    provisioningContext: { subscriptionId: plan.id, scope: 'shared' },
  }
  const context = { customerId: customer.id, azureSubscriptionId: plan.id, armRegionName: 'eastus' }
  const check = (targetItems: Item[], inventoryContext: Context = context) =>
    contoso.ask.inventory.check({ targetItems, inventoryContext }, { country: 'US' })
  return { contoso, customer, plan, line, context, check }
}

test('the inventory of a product is that of all its SKUs, and what is restricted says why', async (t) => {
  const { contoso, context } = await planIn(t)
  const targetItems = [{ ProductId: 'DZH318Z0BQ3P' }, { productId, skuId: '0002' }]

  const answer = await contoso.raw({
    because: 'a member is written in another case, as clients do',
    method: 'POST',
    path: '/v1/extensions/product/checkInventory',
    query: { country: 'US' },
    body: { targetItems, inventoryContext: context },
  })
  const items = answer.body as InventoryItem[]

  assert.deepEqual(
    items.map(({ skuId, isRestricted, restrictions: [first] }) => [
      skuId,
      isRestricted,
      first?.reasonCode,
      first?.properties,
    ]),
    [
      ['0038', true, 'CapacityNotAvailable', { type: 'Location', values: 'japanwest' }],
      ['0039', true, 'CapacityNotAvailable', { type: 'Location', values: 'japanwest' }],
      ['0002', false, undefined, undefined],
    ],
  )
})

test('a check is good for a day, for one customer, one SKU and one region, whatever it found', async (t) => {
  const { contoso, customer, plan, line, context, check } = await planIn(t)
  const cart = await customer.cart([line])
  const refused = async () => faultOf(await customer.askToCheckOut(cart))?.code
  const other = await contoso.customer()
  const target = [{ productId, skuId: '0002' }]

  assert.equal(await refused(), 800036)
  await check([{ productId, skuId: '0001' }])
  assert.equal(await refused(), 800036)
  await check(target, { ...context, armRegionName: 'westus2' })
  assert.equal(await refused(), 800036)
  await check(target, { ...context, customerId: other.id })
  assert.equal(await refused(), 800036)
  await check(target, {
    CustomerId: customer.id.toUpperCase(),
    azuresubscriptionid: plan.id,
    ARMREGIONNAME: 'EastUS',
  })
  await contoso.wait({ hours: 24 })
  assert.equal(await refused(), 800036)
  await check(target)
  await contoso.arrange('inventory', { remaining: [{ productId, skuId: '0002', quantity: 0 }] })
  assert.equal(await refused(), 800017)
  await contoso.arrange('inventory', { remaining: [] })
  assert.equal(await refused(), undefined)
})

test('what another partner asked for is no check', async (t) => {
  const { contoso, customer, plan, line, context } = await planIn(t)
  const adatum = await contoso.of({ name: 'Adatum Cloud' })

  const asked = await adatum.ask.inventory.check(
    {
      targetItems: [{ productId, skuId: '0002' }],
      inventoryContext: { ...context, azureSubscriptionId: plan.id },
    },
    { country: 'US' },
  )

  assert.deepEqual(faultOf(asked), { code: 400056, status: 400 })
  const cart = await customer.cart([line])
  assert.equal(faultOf(await customer.askToCheckOut(cart))?.code, 800036)
})

test('an order without a cart needs the check too, and a policy says for how long it is good', async (t) => {
  const { contoso, customer, plan, line } = await planIn(t)
  const { catalogItemId: offerId = '', provisioningContext } = line
  const order = () =>
    customer.askForOrder([{ offerId, quantity: 1, provisioningContext }], { billingCycle: 'one_time' })

  assert.deepEqual(faultOf(await order()), { code: 800036, status: 417 })
  await contoso.decree('inventory-check-lifetime', 'P3D')
  await plan.checkInventory(machines)
  await contoso.wait({ days: 2 })
  assert.equal((await order()).status, 201)
})

test('a check of the inventory is checked from its shape over the market and the items to its context', async (t) => {
  const { contoso, context } = await planIn(t)

  await ladder<{ country: string; item: Item; inventoryContext: Context }>(
    ({ country, item, inventoryContext }) =>
      contoso.ask.inventory.check({ targetItems: [item], inventoryContext }, { country }),
    {
      country: 'Narnia',
      item: { productId: '?' },
      inventoryContext: { customerId: contoso.partner.tenantId },
    },
    [
      [{}, faults.catalogueInputIsInvalid],
      [{ country: 'DE' }, faults.catalogueInputIsInvalid],
      [{ item: { productId: 'DZH318Z0XXXX' } }, faults.marketNotAuthorized],
      [{ country: 'US' }, faults.productNotFound],
      [{ item: { productId, skuId: '00ZZ' } }, faults.skuNotFound],
      [{ item: { productId } }, faults.catalogueInputIsInvalid],
      [
        { inventoryContext: { ...context, customerId: contoso.partner.tenantId } },
        faults.catalogueInputIsInvalid,
      ],
      [{ inventoryContext: context }, 'accepted'],
    ],
  )
  const answer = await contoso.ask.inventory.check({ targetItems: [{ productId }] }, { country: 'US' })
  assert.ok(!answer.accepted)
  assert.deepEqual(answer.fault?.data, [
    'inventoryContext.customerId: is required',
    'inventoryContext.azureSubscriptionId: is required',
    'inventoryContext.armRegionName: is required',
  ])
})
