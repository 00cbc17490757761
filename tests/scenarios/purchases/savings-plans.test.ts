import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../world/world.ts'

test('the subscription of a savings plan is a benefit', async (t) => {
  const customer = await (await world(t)).customer()
  const plan = await customer.azurePlan()
  const line = await customer.line('DZH318Z09V6F:0001', { cycle: 'one_time', seats: 1 })
  const commitment = { amount: '0.05', grain: 'hourly', currency: 'USD' }
  const provisioningContext = { scope: 'shared', subscriptionId: plan.id }
  const cart = await customer.cart([{ ...line, purchaseCommitment: commitment, provisioningContext }])
  const { orders } = await customer.checkOut(cart)
  const subscriptionId = orders?.[0]?.lineItems[0]?.subscriptionId ?? ''

  const { unitType, billingType } = await customer.world.client.subscriptions.get({
    customerId: customer.id,
    subscriptionId,
  })

  assert.deepEqual([unitType, billingType], ['Benefit', 'benefit'])
})
