import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { faultOf, type Subscription } from '@tenantry/recipes'
import type { RawAnswer } from '@tenantry/sdk'
import { place } from './place.ts'

async function subscribed(t: TestContext): Promise<Subscription> {
  const { world } = await place(t)
  return (await world.customer()).subscribe('business-basic', { seats: 3 })
}

const named = (friendlyName: string, answer: RawAnswer) =>
  assert.equal((answer.body as { friendlyName?: string }).friendlyName, friendlyName)

test('a subscription changes with each PATCH, and a body of an older version is refused with 2055', async (t) => {
  const subscription = await subscribed(t)
  const stale = (await subscription.get()).attributes.etag
  named('first', await subscription.askToChange({ friendlyName: 'first' }, { etag: stale }))

  const present = await subscription.get()
  assert.notEqual(present.attributes.etag, stale)
  assert.deepEqual(faultOf(await subscription.askToChange({ friendlyName: 'second' }, { etag: stale })), {
    code: 2055,
    status: 400,
  })
  assert.deepEqual(await subscription.get(), present)
})

test('of two PATCHes of one version at the same time one is refused with 2055', async (t) => {
  const subscription = await subscribed(t)
  const { etag } = (await subscription.get()).attributes
  const answers = await Promise.all(
    ['left', 'right'].map((friendlyName) => subscription.askToChange({ friendlyName }, { etag })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400])
  assert.deepEqual(
    answers.flatMap((answer) => faultOf(answer) ?? []),
    [{ code: 2055, status: 400 }],
  )
})

test('an older If-Match on a subscription is refused as an older body is', async (t) => {
  const subscription = await subscribed(t)
  const { attributes, ...present } = await subscription.get()
  await subscription.change({ friendlyName: 'first' })
  const { ask, ids } = subscription
  const body = { ...present, friendlyName: 'second' }
  const answer = await ask.subscriptions.update(ids, body, { ifMatch: attributes.etag ?? '' })
  assert.deepEqual(faultOf(answer), { code: 2055, status: 400 })
})

test('a billing profile is replaced only by who names its version: 412 for an older one', async (t) => {
  const { world } = await place(t)
  const customer = await world.customer()
  const { attributes, ...profile } = await customer.client.customers.getCustomerBillingProfile(customer.ids)
  const put = (email: string, ifMatch?: string) =>
    customer.ask.customers.updateCustomerBillingProfile(
      customer.ids,
      { ...profile, email },
      ifMatch === undefined ? {} : { ifMatch },
    )

  assert.deepEqual(faultOf(await put('nobody@contoso.example')), { code: 800002, status: 400 })
  assert.equal((await put('first@contoso.example', attributes.etag)).status, 200)

  const late = await put('second@contoso.example', attributes.etag)
  assert.deepEqual(faultOf(late), { code: 0, status: 412 })
  assert.equal(
    (await customer.client.customers.getCustomerBillingProfile(customer.ids)).email,
    'first@contoso.example',
  )
})
