import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subscription } from '@tenantry/recipes'
import { world } from '../../world/world.ts'

const threeYears = { term: 'P3Y', cycle: 'monthly', seats: 6 }

const linesOf = async ({ customer, id }: Subscription): Promise<string[]> =>
  (await customer.world.operator.ledger({ subscriptionId: id })).map(
    ({ type, periodStart, periodEnd, amount }) => `${type} ${periodStart} ${periodEnd} ${amount}`,
  )

test('who goes from months to years is charged for the rest of the year only', async (t) => {
  const here = await world(t)
  const subscription = await (await here.customer()).subscribe('business-basic', threeYears)
  await here.wait({ months: 1 })
  await subscription.change({ billingCycle: 'annual' })

  await here.wait({ months: 1 })

  // A year costs 57.60 a seat, ten months of it 48.00; by the month it is dearer.
  assert.deepEqual(await linesOf(subscription), [
    'new 2026-01-15 2026-02-14 30.24',
    'cycleCharge 2026-02-15 2026-03-14 30.24',
    'changeBillingPlan 2026-03-15 2027-01-14 288.00',
  ])
})

test('a cycle that was changed in the last cycle of the term holds from the renewal on', async (t) => {
  const here = await world(t)
  const subscription = await (await here.customer()).subscribe('business-basic', threeYears)
  await here.wait({ months: 35, days: 1 })
  await subscription.change({ billingCycle: 'annual' })

  await here.wait({ months: 1 })

  assert.equal((await linesOf(subscription)).at(-1), 'renew 2029-01-15 2030-01-14 345.60')
  const renewed = await subscription.get()
  assert.equal(renewed.billingCycle, 'annual')
  assert.equal(renewed['nextChargeInstructions'], undefined)
})

test('the charge that is announced is for the seats that are there', async (t) => {
  const subscription = await (await (await world(t)).customer()).subscribe('business-basic', threeYears)
  const announced = async () =>
    ((await subscription.get())['nextChargeInstructions'] as { quantity: number }).quantity
  await subscription.change({ billingCycle: 'annual' })

  await subscription.change({ quantity: 9 })
  const more = await announced()
  await subscription.change({ quantity: 7 })

  assert.deepEqual([more, await announced()], [9, 7])
})
