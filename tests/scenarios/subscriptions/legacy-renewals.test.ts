import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf } from '@tenantry/recipes'
import { world } from '../../world/world.ts'

test('who switches the renewal of a legacy licence off is answered 200, and it renews', async (t) => {
  const customer = await (await world(t)).customer()
  const legacy = await customer.legacySubscription({ startedAgo: 'P11M' })

  const answer = await legacy.askToChange({ autoRenewEnabled: false })

  assert.equal(answer.status, 200)
  assert.equal((await legacy.get()).autoRenewEnabled, true)
  await customer.world.wait({ months: 2 })
  const { status, commitmentEndDate } = await legacy.get()
  assert.deepEqual([status, commitmentEndDate], ['active', '2027-02-14T00:00:00Z'])
})

test('a legacy trial is over after its month, whoever wants it to renew', async (t) => {
  const customer = await (await world(t)).customer()
  const trial = await customer.legacySubscription({
    offer: 'business-premium-trial',
    quantity: 25,
    billingCycle: 'none',
    startedAgo: 'P10D',
  })

  const refused = await trial.askToChange({ autoRenewEnabled: true })

  assert.deepEqual(faultOf(refused), { code: 800093, status: 400 })
  await customer.world.wait({ months: 1 })
  assert.equal((await trial.get()).status, 'expired')
})
