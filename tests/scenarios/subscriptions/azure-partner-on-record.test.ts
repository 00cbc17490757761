import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Customer, Subscription } from '@tenantry/recipes'
import { faultOf } from '@tenantry/recipes/session.ts'
import { world } from '../../world/world.ts'

interface Sold {
  readonly customer: Customer
  /** Bought through a reseller. */
  readonly plan: Subscription
  readonly resellerId: string
}

/** An indirect provider's customer with an Azure plan through a reseller. */
async function planThroughReseller(t: TestContext): Promise<Sold> {
  const provider = await (await world(t)).of({ type: 'indirectProvider' })
  const customer = await provider.customer({ country: 'NL' })
  const resellerId = provider.view.partners.find(({ type }) => type === 'indirectReseller')?.partnerId ?? ''
  const line = await customer.line('azure-plan', { term: undefined, cycle: 'monthly', seats: 1 })
  const participants = [{ key: 'transaction_reseller', value: resellerId }]
  const { orders } = await customer.checkOut(await customer.cart([{ ...line, participants }]))
  return {
    customer,
    plan: customer.subscription(orders[0]?.lineItems[0]?.subscriptionId ?? ''),
    resellerId,
  }
}

test('a savings plan inherits the partner on record of its Azure plan', async (t) => {
  const { customer, plan, resellerId } = await planThroughReseller(t)
  const entitlement = await plan.azureEntitlement()
  const line = await customer.line('DZH318Z09V6F:0001', { cycle: 'one_time', seats: 1 })
  const purchaseCommitment = { amount: '0.05', grain: 'hourly', currency: 'USD' }
  const contexts = [
    { scope: 'shared', subscriptionId: plan.id },
    { scope: 'single', entitlementId: entitlement.id },
  ]

  for (const provisioningContext of contexts) {
    const cart = await customer.cart([{ ...line, purchaseCommitment, provisioningContext }])
    const item = (await customer.checkOut(cart)).orders[0]?.lineItems[0]
    const { partnerId } = await customer.subscription(item?.subscriptionId ?? '').get()
    assert.equal(partnerId, resellerId)
  }
})

test('overage names the reseller of its Azure plan, or another one that is judged', async (t) => {
  const { customer, plan, resellerId } = await planThroughReseller(t)
  await customer.world.arrange('catalogue', {
    skuChanges: [{ productId: 'CFQ7TTC0LHXJ', skuId: '0017', countries: ['NL'] }],
  })
  await customer.subscribe('m365-e5')
  await customer.subscribe('CFQ7TTC0LHXJ:0017')
  const entitlement = await plan.azureEntitlement()
  const put = (partnerId?: string) =>
    customer.ask.azure.updateOverage(customer.ids, {
      azureEntitlementId: entitlement.id,
      overageEnabled: true,
      ...(partnerId === undefined ? {} : { partnerId }),
    })

  const refused = await put('99887766')
  const assigned = await put()

  assert.deepEqual(faultOf(refused), { code: 900151, status: 400 })
  assert.ok(assigned.accepted)
  assert.equal(assigned.body.partnerId, resellerId)
})
