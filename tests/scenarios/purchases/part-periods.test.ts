import assert from 'node:assert/strict'
import { test } from 'node:test'
import { skuOf } from '@tenantry/recipes/products.ts'
import type { Subscription, World } from '@tenantry/recipes'
import { world } from '../../world/world.ts'

/** A seat costs so much a year, and lines are rounded as the published examples are. */
async function priced(here: World, unitPrice: string): Promise<void> {
  const [productId, skuId] = skuOf('business-basic').split(':')
  await here.arrange('pricing', { prices: [{ productId, skuId, unitPrice }] })
  await here.decree('line-rounding', 'cut-line')
}

async function linesOf(subscription: Subscription): Promise<string[]> {
  const lines = await subscription.customer.world.operator.ledger({ subscriptionId: subscription.id })
  return lines.map(
    ({ type, periodStart, periodEnd, amount }) => `${type} ${periodStart} ${periodEnd} ${amount}`,
  )
}

test('a year that ends with December pays January’s part first, then whole months', async (t) => {
  const here = await world(t)
  await priced(here, '345.60')
  const customer = await here.customer()
  await here.waitUntil('2026-01-20T09:00:00Z')

  const wishes = { seats: 10, customTermEndDate: '2026-12-31' }
  const subscription = await customer.subscribe('business-basic', wishes)
  await here.waitUntil('2026-12-31T12:00:00Z')

  const lines = await linesOf(subscription)
  assert.deepEqual(lines.slice(0, 3), [
    'new 2026-01-20 2026-01-31 111.48',
    'cycleCharge 2026-02-01 2026-02-28 288.00',
    'cycleCharge 2026-03-01 2026-03-31 288.00',
  ])
  assert.deepEqual([lines.length, lines.at(-1)], [12, 'cycleCharge 2026-12-01 2026-12-31 288.00'])
})

test('what is aligned to another subscription pays up to its day first, also for seats that are added', async (t) => {
  const here = await world(t)
  await priced(here, '288.00')
  const customer = await here.customer()
  const other = await customer.subscribe('office-e1')
  assert.equal((await other.get()).commitmentEndDate.slice(0, 10), '2027-01-14')
  await here.waitUntil('2026-03-02T09:00:00Z')

  const wishes = { seats: 5, customTermEndDate: '2027-01-14' }
  const subscription = await customer.subscribe('business-basic', wishes)
  await here.waitUntil('2026-03-20T09:00:00Z')
  await subscription.change({ quantity: 6 })

  assert.deepEqual(await linesOf(subscription), [
    'new 2026-03-02 2026-03-14 55.71',
    'cycleCharge 2026-03-15 2026-04-14 120.00',
    // 26 of the 31 days from the 15th.
    'addQuantity 2026-03-20 2026-04-14 -100.64',
    'addQuantity 2026-03-20 2026-04-14 120.77',
  ])
})

test('seats that move into an existing subscription are moved on both sides', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const [basic, premium] = [
    await customer.subscribe('business-basic', { seats: 10 }),
    await customer.subscribe('business-premium', { seats: 5 }),
  ]
  await here.wait({ days: 20 })

  await basic.transition({ to: 'business-premium', seats: 4, into: premium })

  const lines = await here.operator.ledger({ customerId: customer.id })
  assert.deepEqual(
    lines.map(({ type, quantity }) => `${type} ${quantity}`),
    ['new 10', 'new 5', 'moveQuantity -4', 'moveQuantity 4'],
  )
})
