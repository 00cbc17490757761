import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import { changed, Customer, faultOf, type Subscription } from '@tenantry/recipes'
import type { Move } from '@tenantry/sdk/operator.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

type Action = NonNullable<SubscriptionPatch['scheduledActions']>[number]

const atTermEnd = (actionType: Action['actionType']) => ({
  scheduledActions: [{ scheduleType: 'TermEnd' as const, actionType }],
})

const chosen = async (subscription: Subscription): Promise<string | undefined> =>
  (await subscription.get()).scheduledActions?.[0]?.actionType

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
    ['renew', '2026-05-05', '5.9328', '29.65'],
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
  const sometimes = await here.raw({
    because: 'there is no such action',
    method: 'PATCH',
    path: '/v1/customers/:customerId/subscriptions/:subscriptionId',
    params: production.ids,
    body: { scheduledActions: [{ scheduleType: 'TermEnd', actionType: 'Sometimes' }] },
  })
  assert.equal(faultOf(sometimes)?.code, 900126)
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
    [['2027-01-15', '2027-02-14', '227.40']],
  )
  assert.equal(await chosen(subscription), undefined)
  await here.waitUntil('2026-02-16T00:00:00Z')
  assert.equal(await chosen(subscription), 'RenewToExtendedServiceTerm')
})

test('the moves of a month of service tell that it can be cancelled to its end', async (t) => {
  const here = await world(t)
  const subscription = await (await here.customer()).subscribe('office-e3', { seats: 10 })
  const { id, customer } = subscription
  const moves = async (): Promise<Map<string, Move>> => {
    const listed = await here.operator.moves({ customerId: customer.id, subscriptionId: id })
    return new Map(listed.map((move) => [move.operation, move]))
  }
  assert.equal((await moves()).get('cancelAtTermEnd')?.fault?.code, 800093)
  await here.waitUntil('2026-03-01T10:00:00Z')
  assert.equal((await moves()).get('extendAtTermEnd')?.allowed, true)
  await subscription.change({ autoRenewEnabled: false })
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
  const { items } = await basic.customer.client.subscriptions.list(basic.customer.ids)

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

const onDay = (effectiveDate: string | undefined, actionType: Action['actionType'] = 'Cancel') => ({
  scheduledActions: [changed<Action>({ scheduleType: 'CustomDate', actionType }, { effectiveDate })],
})

/** Bought on 15 January 2026, its months of service begin on 15 January 2027. */
async function extendable(t: Parameters<typeof world>[0]): Promise<Subscription> {
  const here = await world(t)
  const subscription = await (await here.customer()).subscribe('office-e3', { seats: 10 })
  await here.waitUntil('2026-02-16T00:00:00Z')
  return subscription
}

describe('an extended service term can be cancelled on a day', () => {
  test('that was chosen while it ran: the rest of the month is given back', async (t) => {
    const subscription = await extendable(t)
    const { world: here } = subscription.customer
    await subscription.change(atTermEnd('RenewToExtendedServiceTerm'))
    await here.waitUntil('2027-01-20T10:00:00Z')

    const planned = await subscription.change(onDay('2027-02-25'))
    await here.waitUntil('2027-02-24T23:59:59Z')
    const last = await subscription.get()
    await here.waitUntil('2027-02-25T00:00:00Z')

    assert.deepEqual(planned.scheduledActions, [
      { scheduleType: 'CustomDate', actionType: 'Cancel', effectiveDate: '2027-02-25T00:00:00Z' },
    ])
    assert.equal(last.status, 'active')
    assert.equal((await subscription.get()).status, 'deleted')
    const lines = (await here.operator.ledger({ subscriptionId: subscription.id })).slice(-3)
    assert.deepEqual(
      lines.map(({ type, periodStart, periodEnd, billableDays, amount }) => [
        type,
        periodStart,
        periodEnd,
        billableDays,
        amount,
      ]),
      [
        ['renew', '2027-01-15', '2027-02-14', 31, '227.40'],
        ['renew', '2027-02-15', '2027-03-14', 28, '227.40'],
        ['cancelImmediate', '2027-02-25', '2027-03-14', 18, '-146.20'],
      ],
    )
    await here.waitUntil('2027-06-01T00:00:00Z')
    assert.equal((await here.operator.ledger({ subscriptionId: subscription.id })).length, lines.length + 12)
  })

  test('that was chosen before it began, and on the first of a month nothing is charged or given back', async (t) => {
    const subscription = await extendable(t)
    const { world: here } = subscription.customer
    await subscription.change(onDay('2027-02-15T08:30:00Z'))
    assert.equal((await subscription.get()).autoRenewEnabled, false)
    const { events } = await here.operator.preview({
      partnerTenantId: here.partner.tenantId,
      method: 'POST',
      path: '/_tenantry/clock/advance',
      body: { to: '2027-02-15T00:00:00Z', subscriptionId: subscription.id },
    })

    await here.waitUntil('2027-02-15T00:00:00Z')

    assert.deepEqual(
      events.slice(-2).map(({ type }) => type),
      ['subscription-extended', 'subscription-deleted'],
    )
    assert.equal((await subscription.get()).status, 'deleted')
    const [line] = (await here.operator.ledger({ subscriptionId: subscription.id })).slice(-1)
    assert.deepEqual([line?.type, line?.periodStart], ['renew', '2027-01-15'])
  })

  test('which every other choice takes back, and a change of seats does not', async (t) => {
    const subscription = await extendable(t)
    const action = async () => {
      const [first] = (await subscription.get()).scheduledActions ?? []
      return [first?.actionType, first?.effectiveDate?.slice(0, 10)]
    }
    await subscription.change(onDay('2027-03-01'))
    await subscription.change({ quantity: 12 })
    assert.deepEqual(await action(), ['Cancel', '2027-03-01'])
    await subscription.change(onDay('2027-03-02'))
    assert.deepEqual(await action(), ['Cancel', '2027-03-02'])
    await subscription.change({ scheduledActions: [] })
    assert.deepEqual(await action(), ['RenewToExtendedServiceTerm', '2027-01-15'])
    await subscription.change(onDay('2027-03-01'))
    await subscription.change(atTermEnd('Cancel'))
    assert.deepEqual(await action(), ['Cancel', '2027-01-15'])
    await subscription.change(onDay('2027-03-01'))
    await subscription.change({ autoRenewEnabled: true, scheduledActions: undefined })
    assert.deepEqual(await action(), [undefined, undefined])
    await subscription.change(onDay('2027-03-01'))
    await subscription.change({ status: 'suspended' })
    await subscription.change({ status: 'active' })
    assert.deepEqual(await action(), ['RenewToExtendedServiceTerm', '2027-01-15'])
    await subscription.customer.world.waitUntil('2027-03-02T00:00:00Z')
    assert.equal((await subscription.get()).status, 'active')
  })

  test('unless a longer term begins before it', async (t) => {
    const subscription = await extendable(t)
    const { world: here } = subscription.customer
    await here.waitUntil('2027-01-14T10:00:00Z')
    await subscription.change(onDay('2027-02-01'))
    await here.waitUntil('2027-01-20T10:00:00Z')
    await subscription.change({ termDuration: 'P1Y' })

    await here.waitUntil('2027-02-02T10:00:00Z')

    assert.equal((await subscription.get()).status, 'active')
  })

  test('and nothing else can be planned for a day; what is wrong is told in this order', async (t) => {
    const here = await world(t)
    const subscription = await (await here.customer()).subscribe('office-e3', { seats: 10 })
    const two = [...onDay('2027-03-01').scheduledActions, ...atTermEnd('Cancel').scheduledActions]

    await ladder<SubscriptionPatch>(
      (changes) => subscription.askToChange(changes),
      onDay('2030-01-16', 'RenewToNewTerm'),
      [
        [{}, faults.requestInputIsInvalid],
        [{ scheduledActions: two }, faults.requestInputIsInvalid],
        [onDay(undefined), faults.requestInputIsInvalid],
        [onDay('2027-02-30'), faults.requestInputIsInvalid],
        [onDay('2030-01-16'), faults.autoRenewNotEligible],
        [
          async () => {
            await here.waitUntil('2026-02-16T00:00:00Z')
            return {}
          },
          faults.requestInputIsInvalid,
        ],
        [onDay('2027-01-15'), faults.requestInputIsInvalid],
        [onDay('2027-01-16'), 'accepted'],
        [onDay('2030-01-14'), 'accepted'],
      ],
    )
    const early = await subscription.askToChange(onDay('2026-12-24'))
    assert.ok(!early.accepted)
    assert.deepEqual(early.fault?.data, ['scheduledActions[0].effectiveDate: from 2027-01-16 to 2030-01-14'])
    await here.waitUntil('2027-01-15T00:00:00Z')
    assert.equal((await subscription.askToChange(onDay('2027-01-15'))).status, 400)
    assert.equal((await subscription.askToChange(onDay('2027-01-16'))).status, 200)
  })

  test('as its moves tell', async (t) => {
    const subscription = await extendable(t)
    const { id } = subscription
    const customer = new Customer(subscription.customer.world, subscription.customer.id)
    const move = async () =>
      (await customer.world.operator.moves({ customerId: customer.id, subscriptionId: id })).find(
        ({ operation }) => operation === 'cancelOnDate',
      )
    assert.equal((await move())?.allowed, true)
    const software = await customer.subscribe('windows-server-cal', { term: 'P3Y', cycle: 'one_time' })
    const listed = await customer.world.operator.moves({
      customerId: customer.id,
      subscriptionId: software.id,
    })
    assert.equal(listed.find(({ operation }) => operation === 'cancelOnDate')?.fault?.code, 800093)
  })
})
