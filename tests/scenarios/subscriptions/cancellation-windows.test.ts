import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf, type Subscription } from '@tenantry/recipes'
import { world } from '../../world/world.ts'

const read = async ({ customer, id }: Subscription) =>
  customer.world.client.subscriptions.get({ customerId: customer.id, subscriptionId: id })

const paid = async ({ customer, id }: Subscription) =>
  (await customer.world.operator.ledger({ subscriptionId: id })).map(
    ({ type, amount, periodStart, periodEnd }) => [type, amount, periodStart, periodEnd].join(' '),
  )

const saas = { term: 'P1Y', cycle: 'annual', seats: 5 }

test('a marketplace product owes nothing while it waits, and its term begins with its activation', async (t) => {
  const here = await (await world(t)).of({ environment: 'sandbox' })
  const subscription = await (await here.customer()).subscribe('saas-medium', saas)
  await here.wait({ days: 10 })
  assert.equal((await read(subscription)).status, 'pending')
  assert.deepEqual(await paid(subscription), [])

  await subscription.ask.subscriptions.activate(subscription.ids)
  const activated = await read(subscription)
  assert.deepEqual([activated.status, activated.commitmentEndDate], ['active', '2027-01-24T00:00:00Z'])
  assert.deepEqual(
    (await paid(subscription)).map((line) => line.replace(/ -?[\d.]+ /, ' ')),
    ['new 2026-01-25 2027-01-24'],
  )
  await here.waitUntil('2027-01-25T00:00:00Z')
  assert.equal((await read(subscription)).commitmentEndDate, '2028-01-24T00:00:00Z')
})

test('a marketplace product is paid back in full within 72 hours, by the month or by the year', async (t) => {
  const here = await (await world(t)).of({ environment: 'sandbox' })
  const customer = await here.customer()
  for (const plan of [saas, { ...saas, term: 'P1M', cycle: 'monthly' }]) {
    const [back, late] = [
      await customer.subscribe('saas-medium', plan),
      await customer.subscribe('saas-medium', plan),
    ]
    for (const one of [back, late]) await one.ask.subscriptions.activate(one.ids)
    await here.wait({ hours: 72 })
    assert.equal((await back.askToChange({ status: 'deleted' })).status, 200)
    const amounts = (await here.operator.ledger({ subscriptionId: back.id })).map(({ amount }) =>
      Number(amount),
    )
    assert.equal(amounts[0], -(amounts[1] ?? 0))
    await here.wait({ hours: 1 })
    assert.deepEqual(faultOf(await late.askToChange({ status: 'deleted' })), { code: 900213, status: 400 })
  }
})

test('actions offer a cancellation as long as it is allowed, and what has ended offers nothing back', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const [kept, cancelled] = [
    await customer.subscribe('business-basic'),
    await customer.subscribe('business-premium'),
  ]
  assert.deepEqual((await read(kept)).actions, ['edit', 'cancel'])
  await cancelled.change({ status: 'deleted' })
  const { actions, refundOptions, refundableQuantity } = await read(cancelled)
  assert.deepEqual([actions, refundOptions, refundableQuantity?.totalQuantity], [undefined, undefined, 0])
  await here.waitUntil('2026-01-22T09:00:00Z')
  assert.deepEqual((await read(kept)).actions, ['edit', 'cancel'])
  await here.waitUntil('2026-01-22T09:00:01Z')
  assert.deepEqual((await read(kept)).actions, ['edit'])
})

test('the new subscription of a partial upgrade can be cancelled for as long as its source', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const source = await customer.subscribe('business-basic', { seats: 10 })
  await here.wait({ days: 2 })
  const { toSubscriptionId = '' } = await source.transition({ to: 'business-premium', seats: 4 })
  const target = customer.subscription(toSubscriptionId)
  assert.equal((await read(target)).cancellationAllowedUntilDate, '2026-01-22T09:00:00Z')
  assert.equal((await read(target)).refundableQuantity?.totalQuantity, 0)
  await here.waitUntil('2026-01-22T09:00:01Z')
  assert.deepEqual(faultOf(await target.askToChange({ status: 'deleted' })), { code: 900213, status: 400 })

  const { toSubscriptionId: later = '' } = await source.transition({
    to: 'business-premium',
    seats: 2,
    term: 'P1Y',
  })
  assert.equal((await read(customer.subscription(later))).cancellationAllowedUntilDate, undefined)
})

test('the seats of an extended service term stay, and its offer has a name of its own', async (t) => {
  const here = await world(t)
  const subscription = await (await here.customer()).subscribe('office-e3', { seats: 10 })
  const { offerName } = await read(subscription)
  await here.waitUntil('2026-03-01T10:00:00Z')
  await subscription.change({ autoRenewEnabled: false })
  await here.waitUntil('2027-02-01T10:00:00Z')
  assert.equal((await read(subscription)).offerName, `${offerName} (Extended Service Term)`)
  for (const quantity of [9, 11])
    assert.deepEqual(faultOf(await subscription.askToChange({ quantity })), { code: 800095, status: 400 })
})
