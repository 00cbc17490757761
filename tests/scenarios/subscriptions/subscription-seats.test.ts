import assert from 'node:assert/strict'
import { test } from 'node:test'
import { World } from '@tenantry/recipes'
import { operatorOf } from '../../world/world.ts'

test('900416: a locked customer gets no more seats, but may give some back', async (t) => {
  const world = await World.open(await operatorOf(t))
  const subscription = await (await world.customer()).subscribe('business-basic', { seats: 10 })
  const { id } = subscription.customer
  await world.operator.collaborators.patch('review', { customers: { [id]: { transactionState: 'locked' } } })

  const more = await subscription.askToChange({ quantity: 11 })
  const fewer = await subscription.askToChange({ quantity: 9 })

  assert.deepEqual(
    { status: more.status, code: (more.body as { code?: number }).code },
    { status: 403, code: 900416 },
  )
  assert.equal(fewer.status, 200)
  assert.equal((await subscription.get()).quantity, 9)
})
