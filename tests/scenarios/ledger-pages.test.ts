import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../world/world.ts'

test('the ledger of a customer is its own alone, also a page at a time', async (t) => {
  const here = await world(t)
  const [first, second] = [await here.customer(), await here.customer()]
  for (const customer of [first, second, first, second]) await customer.subscribe('business-basic')
  const idsOf = async (query: object) =>
    (await here.operator.ledger(query)).map(({ customerId }) => customerId)

  assert.deepEqual(await idsOf({ customerId: second.id }), [second.id, second.id])
  assert.deepEqual(await idsOf({ customerId: second.id, limit: 1 }), [second.id])
  assert.deepEqual(await idsOf({ customerId: first.id, limit: 2 }), [first.id, first.id])
})
