import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../world/world.ts'

test('seats that move from a term with a custom end get a subscription with the same custom end', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const customTermEndDate = '2026-08-31T00:00:00Z'
  const basic = await customer.subscribe('business-basic', { seats: 10, customTermEndDate })
  await here.wait({ days: 20 })
  const { toSubscriptionId = '' } = await basic.transition({ to: 'business-premium', seats: 4 })
  const premium = await customer.subscription(toSubscriptionId).get()
  const longer = await basic.transition({ to: 'business-premium', seats: 2, term: 'P3Y' })
  const three = await customer.subscription(longer.toSubscriptionId ?? '').get()

  assert.deepEqual(
    [premium.commitmentEndDate, premium['customTermEndDate']],
    [customTermEndDate, customTermEndDate],
  )
  assert.equal((await basic.get())['customTermEndDate'], customTermEndDate)
  assert.deepEqual([three.commitmentEndDate, three['customTermEndDate']], ['2029-02-03T00:00:00Z', undefined])

  await here.waitUntil('2026-09-01T10:00:00Z')
  const next = await customer.subscription(toSubscriptionId).get()
  assert.deepEqual([next.commitmentEndDate, next['customTermEndDate']], ['2027-08-31T00:00:00Z', undefined])
})
