import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../world/world.ts'

test('an agreement that is confirmed already is refused in the words of the service behind it', async (t) => {
  const customer = await (await world(t)).customer()
  const params = { customerId: customer.id }
  const body = await customer.agreementBody()

  const answer = await customer.world.ask.agreements.confirmCustomer(params, body)

  assert.equal(answer.status, 400)
  const text = 'This customer agreement has already been confirmed for the same contact.'
  assert.deepEqual(answer.body, {
    code: 600061,
    message: text,
    description: text,
    errorName: 'agreementAlreadyConfirmed',
    isRetryable: false,
    parameters: {},
    errorMessageExtended: text,
  })
})
