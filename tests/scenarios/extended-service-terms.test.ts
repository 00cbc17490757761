import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf, type Subscription } from '@tenantry/recipes'
import type { Move } from '@tenantry/sdk/operator.ts'
import { world } from '../world/world.ts'

interface EndOfTerm {
  readonly scheduledActions?: readonly { readonly actionType: string; readonly effectiveDate: string }[]
}

const atTermEnd = (actionType: string) => ({ scheduledActions: [{ scheduleType: 'TermEnd', actionType }] })

const chosen = async (subscription: Subscription): Promise<string | undefined> =>
  ((await subscription.get()) as EndOfTerm).scheduledActions?.[0]?.actionType

test('terms that end from 2026-05-04 on have no free days of grace any more', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  await here.waitUntil('2026-04-04T10:00:00Z')
  const [before, cancelled] = [
    await customer.subscribe('business-basic', { term: 'P1M', seats: 5 }),
    await customer.subscribe('office-e3', { term: 'P1M', seats: 2 }),
  ]
  await here.waitUntil('2026-04-05T10:00:00Z')
  const after = await customer.subscribe('business-basic', { term: 'P1M', seats: 5 })
  for (const one of [before, cancelled, after]) await one.change({ autoRenewEnabled: false })

  assert.equal(await chosen(before), undefined)
  assert.equal(faultOf(await cancelled.askToChange(atTermEnd('Cancel')))?.code, 800093)
  assert.equal(await chosen(after), 'RenewToExtendedServiceTerm')
  await here.waitUntil('2026-05-05T10:00:00Z')
  assert.equal((await before.get()).status, 'expired')
  assert.equal((await after.get()).status, 'active')
  const [charge] = (await here.operator.ledger({ subscriptionId: after.id })).slice(-1)
  assert.deepEqual(
    [charge?.type, charge?.periodStart, charge?.unitPrice, charge?.amount],
    ['renew', '2026-05-05', '5.9328', '29.66'],
  )
})

test('the end of a term is chosen since 2026-02-16, in a sandbox since 2025-11-03', async (t) => {
  const here = await world(t)
  const sandbox = await here.of({ environment: 'sandbox' })
  const production = await (await here.customer()).subscribe('business-basic')
  const rehearsed = await (await sandbox.customer()).subscribe('business-basic')

  assert.equal(faultOf(await production.askToChange(atTermEnd('Cancel')))?.code, 800093)
  assert.equal((await rehearsed.askToChange(atTermEnd('Cancel'))).status, 200)
  await here.waitUntil('2026-02-16T00:00:00Z')
  assert.equal((await production.askToChange(atTermEnd('Cancel'))).status, 200)
  assert.equal(await chosen(production), 'Cancel')
  assert.equal(faultOf(await production.askToChange(atTermEnd('Sometimes')))?.code, 900126)
})

test('who had switched renewal off before there was a choice pays a month, as a preview tells', async (t) => {
  const here = await world(t)
  const subscription = await (await here.customer()).subscribe('office-e3', { seats: 10 })
  await subscription.change({ autoRenewEnabled: false })
  const { ledger, events } = await here.operator.preview({
    partnerTenantId: here.partner.tenantId,
    method: 'POST',
    path: '/_tenantry/clock/advance',
    body: { to: '2027-01-16T00:00:00Z' },
  })
  const extended = events.filter(({ type }) => type === 'subscription-extended')
  const month = ledger.filter(
    ({ subscriptionId, type }) => subscriptionId === subscription.id && type === 'renew',
  )

  assert.deepEqual(
    extended.map(({ subject }) => subject),
    [subscription.id],
  )
  assert.deepEqual(
    month.map(({ periodStart, periodEnd, amount }) => [periodStart, periodEnd, amount]),
    [['2027-01-15', '2027-02-14', '227.42']],
  )
  assert.equal(await chosen(subscription), undefined)
  await here.waitUntil('2026-02-16T00:00:00Z')
  assert.equal(await chosen(subscription), 'RenewToExtendedServiceTerm')
})

test('the moves of a month of service tell that it can be cancelled to its end', async (t) => {
  const here = await world(t)
  const { id, customer } = await (await here.customer()).subscribe('office-e3', { seats: 10 })
  const moves = async (): Promise<Map<string, Move>> => {
    const listed = await here.operator.moves({ customerId: customer.id, subscriptionId: id })
    return new Map(listed.map((move) => [move.operation, move]))
  }
  assert.equal((await moves()).get('cancelAtTermEnd')?.fault?.code, 800093)
  await here.waitUntil('2026-03-01T10:00:00Z')
  assert.equal((await moves()).get('extendAtTermEnd')?.allowed, true)
  await customer.subscription(id).change({ autoRenewEnabled: false })
  assert.equal((await moves()).has('extendAtTermEnd'), false)
  await here.waitUntil('2027-02-01T10:00:00Z')

  const { allowed, until } = (await moves()).get('cancel') ?? {}
  assert.deepEqual([allowed, until], [true, '2027-02-14T23:59:59Z'])
})

test('seats of a month of service move up like others, and leave it', async (t) => {
  const here = await world(t)
  const basic = await (await here.customer()).subscribe('business-basic', { seats: 10 })
  await here.waitUntil('2026-03-01T10:00:00Z')
  await basic.change(atTermEnd('RenewToExtendedServiceTerm'))
  await here.waitUntil('2027-01-20T10:00:00Z')
  await basic.transition({ to: 'business-premium', seats: 4 })
  await basic.transition({ to: 'business-premium', seats: 6, term: 'P1Y' })
  const { items } = await basic.customer.send<{
    items: { offerId: string; termDuration: string; quantity: number; commitmentEndDate: string }[]
  }>('GET', '/subscriptions')

  assert.deepEqual(
    items
      .map((one) => [one.termDuration, one.quantity, one.commitmentEndDate.slice(0, 10)])
      .toSorted((a, b) => Number(a[1]) - Number(b[1])),
    [
      ['P1M', 4, '2027-02-14'],
      ['P1Y', 6, '2028-01-19'],
    ],
  )
})
