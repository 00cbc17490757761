import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf, type Subscription } from '@tenantry/recipes'
import { world } from '../../world/world.ts'

const historyOf = async ({ client, ids }: Subscription) =>
  (await client.subscriptions.getSubscriptionHistory(ids)).items.map(
    ({ date, operation, status, quantity }) => [date.slice(0, 10), operation, status, quantity],
  )

test('the history of a subscription tells what partner and time made of it', async (t) => {
  const here = await world(t)
  const subscription = await (await here.customer()).subscribe('business-basic', { term: 'P1M', seats: 10 })
  await here.wait({ days: 3 })
  await subscription.change({ quantity: 12 })
  await here.wait({ days: 30 })
  await subscription.change({ autoRenewEnabled: false })
  await here.wait({ months: 1 })

  assert.deepEqual(await historyOf(subscription), [
    ['2026-01-18', 'updated', 'active', 12],
    ['2026-02-15', 'renewed', 'active', 12],
    ['2026-02-17', 'updated', 'active', 12],
    ['2026-03-15', 'expired', 'expired', 12],
  ])
})

test('what was written down as it had been has no history until something happens to it', async (t) => {
  const subscription = await (await (await world(t)).customer()).legacySubscription()
  const before = await subscription.ask.subscriptions.getSubscriptionHistory(subscription.ids)
  await subscription.change({ quantity: 12 })

  assert.equal(faultOf(before)?.code, 800076)
  assert.deepEqual(await historyOf(subscription), [['2026-01-15', 'updated', 'active', 12]])
})
