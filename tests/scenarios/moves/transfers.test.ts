import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { TransferEntity, TransferRequest } from '@tenantry/contract/resources/transfer.ts'
import { changed, faultOf, type Customer, type Subscription } from '@tenantry/recipes'
import { acceptance, demandFrom, offerTo, twoPartners } from '@tenantry/recipes/transfer.ts'
import { world } from '../../world/world.ts'

const demand = (target: Customer, source: Customer, further: TransferRequest = {}) =>
  target.client.transfers.create(target.ids, { ...demandFrom(source.world), ...further })

const accept = (source: Customer, { id }: TransferEntity, items: readonly { readonly id: string }[]) =>
  source.client.transfers.update({ ...source.ids, transferId: id }, acceptance(items))

const read = (customer: Customer, { id }: TransferEntity) =>
  customer.client.transfers.get({ ...customer.ids, transferId: id })

/** What came with the receiving partner's orders of a transfer, line by line, add-ons after their base. */
async function taken(target: Customer, transfer: TransferEntity): Promise<Subscription[]> {
  const { lineItems = [] } = await read(target, transfer)
  const found: Subscription[] = []
  for (const { orderId, status } of lineItems) {
    if (status !== 'Complete' || orderId === undefined) continue
    const order = await target.client.orders.get({ ...target.ids, orderId })
    found.push(...order.lineItems.map(({ subscriptionId = '' }) => target.subscription(subscriptionId)))
  }
  return found
}

const ledgerOf = async ({ customer, id }: Subscription) =>
  (await customer.world.operator.ledger({ customerId: customer.id, subscriptionId: id })).map(
    ({ type, quantity, periodStart, periodEnd, amount }) => ({
      type,
      quantity,
      from: periodStart,
      to: periodEnd,
      amount,
    }),
  )

type Charge = Awaited<ReturnType<typeof ledgerOf>>[number]

/** But for the amount, which depends on the price list. */
const periodOf = (charge: Charge | undefined) => changed({ ...charge }, { amount: undefined })

const aQuarterOfAnHour = async ({ world }: Customer) => {
  await world.wait({ hours: 1 })
}

describe('a transfer of new commerce', () => {
  test('moves a subscription with its add-ons, and each partner pays for its own days', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.subscribe('business-premium', { seats: 10 })
    const line = await source.line('copilot', { seats: 2 })
    const provisioningContext = { parentSubscriptionId: base.id }
    const { orders } = await source.checkOut(await source.cart([{ ...line, provisioningContext }]))
    const addOn = source.subscription(orders?.[0]?.lineItems[0]?.subscriptionId ?? '')
    const users = [{ userObjectId: 'Ada', name: 'Ada', movable: true }]
    await source.world.arrange('directory', { subscriptions: { [base.id]: { assignedUsers: users } } })
    const before = await base.get()
    await source.world.wait({ days: 10 })

    const asked = await demand(target, source)
    assert.equal(asked.status, 'Pending')
    assert.equal((await accept(source, asked, [base])).status, 'InProgress')
    await aQuarterOfAnHour(source)

    const [moved, nested] = await taken(target, asked)
    assert.ok(moved !== undefined && nested !== undefined)
    const after = await moved.get()
    for (const member of [
      'quantity',
      'offerId',
      'commitmentEndDate',
      'billingCycle',
      'termDuration',
      'autoRenewEnabled',
      'cancellationAllowedUntilDate',
    ] as const)
      assert.deepEqual(after[member], before[member], member)
    assert.equal((await nested.get())['parentSubscriptionId'], moved.id)
    assert.deepEqual([(await base.get()).status, (await addOn.get()).status], ['deleted', 'deleted'])
    const holders = await target.world.operator.licences({ customerId: target.id, subscriptionId: moved.id })
    assert.deepEqual(
      holders.map(({ name }) => name),
      ['Ada'],
    )
    // 2026-01-15 bought, 2026-01-25 transferred: 20 of the 31 days of the first month are left.
    const [bought, back] = await ledgerOf(base)
    const [due] = await ledgerOf(moved)
    const to = '2026-02-14'
    assert.deepEqual(periodOf(bought), { type: 'new', quantity: 10, from: '2026-01-15', to })
    assert.deepEqual(periodOf(back), { type: 'cancelImmediate', quantity: -10, from: '2026-01-26', to })
    assert.deepEqual(periodOf(due), { type: 'new', quantity: 10, from: '2026-01-26', to })
    assert.equal(`-${due?.amount}`, back?.amount)

    await source.world.wait({ days: 30 })
    assert.equal((await ledgerOf(base)).length, 2)
    assert.deepEqual(periodOf((await ledgerOf(moved)).at(-1)), {
      type: 'cycleCharge',
      quantity: 10,
      from: '2026-02-15',
      to: '2026-03-14',
    })
  })

  test('is carried out after a while: until then nothing else happens to what moves', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.subscribe('business-basic')
    const asked = await demand(target, source)
    await accept(source, asked, [base])

    assert.equal(faultOf(await base.askToChange({ quantity: 11 }))?.code !== undefined, true)
    assert.equal((await read(target, asked)).lineItems, undefined)
    assert.equal((await read(target, asked)).transferDirection, 2)
    const [line] = (await read(source, asked)).lineItems ?? []
    assert.equal(line?.status, 'InProgress')
    assert.equal(
      faultOf(await target.ask.transfers.create(target.ids, demandFrom(source.world)))?.code,
      900101,
    )

    await aQuarterOfAnHour(source)
    const done = await read(target, asked)
    assert.equal(done.status, 'Complete')
    assert.equal(done.lineItems?.[0]?.subscriptionId, base.id)
    assert.ok(done.completedTime)
  })

  test('moves what can be moved and says of the rest what stands against it', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const good = await source.subscribe('business-basic')
    const lost = await source.subscribe('business-standard')
    const suspended = await source.subscribe('office-e3')
    await suspended.change({ status: 'suspended' })
    const asked = await demand(target, source)
    await accept(source, asked, [suspended, good, lost])
    await source.world.arrange('billing-ownership', { failing: [lost.id] })
    await aQuarterOfAnHour(source)

    const { status, lineItems } = await read(source, asked)

    assert.equal(status, 'PartiallyComplete')
    assert.deepEqual(
      lineItems?.map((line) => [line.status, line.transferError?.slice(0, 50)]),
      [
        ['Failed', 'The transfer cannot be processed for this line ite'],
        ['Complete', undefined],
        ['Failed', 'There was an unexpected error when processing the '],
      ],
    )
    assert.match(
      (await read(target.by(target.world.in('cs-CZ')), asked)).lineItems?.[2]?.transferError ?? '',
      /neočekávan/,
    )
    assert.equal((await taken(target, asked)).length, 1)
    await source.world.arrange('billing-ownership', { failing: [] })
    assert.equal((await lost.change({ quantity: 12 })).quantity, 12)
  })

  test('leaves a subscription alone whose seats are still on their way', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.subscribe('business-basic')
    const older = await source.legacySubscription()
    await source.world.arrange('fulfilment', { latency: { default: 'PT1H', bySku: {} } })
    await base.change({ quantity: 12 })
    await older.change({ quantity: 12 })
    const asked = await demand(target, source)
    const path = { ...source.ids, transferId: asked.id }

    assert.equal(faultOf(await source.ask.transfers.update(path, acceptance([base])))?.code, 900370)
    const offer = offerTo(target.world, [older])
    assert.equal(faultOf(await source.ask.transfers.create(source.ids, offer))?.code, 800078)
    await aQuarterOfAnHour(source)

    assert.equal((await accept(source, asked, [base])).status, 'InProgress')
    assert.equal((await source.ask.transfers.create(source.ids, offer)).status, 201)
  })

  test('is tried for three days while the billing does not answer, and then given up', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.subscribe('business-basic')
    const asked = await demand(target, source)
    await accept(source, asked, [base])
    await source.world.arrange('billing-ownership', { answers: false })
    await source.world.wait({ days: 2 })
    assert.equal((await read(source, asked)).status, 'InProgress')

    await source.world.wait({ days: 2 })

    assert.equal((await read(source, asked)).status, 'Failed')
    assert.equal((await base.get()).status, 'active')
    assert.equal((await base.change({ quantity: 12 })).quantity, 12)
  })

  test('can be cancelled while it waits, and expires after thirty days', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const first = await demand(target, source)
    const second = await demand(target, source)
    const cancelled = await target.client.transfers.update(
      { ...target.ids, transferId: first.id },
      { status: 'Cancel' },
    )
    assert.equal(cancelled.status, 'Canceled')
    await source.world.wait({ days: 29 })
    assert.equal((await read(source, second)).status, 'Pending')

    const { events } = await source.world.wait({ days: 2 })

    assert.equal((await read(source, second)).status, 'Expired')
    assert.equal((await read(source, first)).status, 'Canceled')
    // Told with both partners.
    assert.equal(events.filter(({ subject }) => subject === second.id).length, 2)
  })

  test('puts an Azure subscription under the other Azure plan, reservations along with it', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const theirs = await target.azurePlan()
    const ours = await source.azurePlan()
    await ours.register()
    await ours.checkInventory('DZH318Z0BQ36:004G')
    const line = await source.line('DZH318Z0BQ36:004G', { term: 'P1Y', cycle: 'one_time', seats: 1 })
    const provisioningContext = { subscriptionId: ours.id, scope: 'single', duration: '1Year' }
    const { orders } = await source.checkOut(await source.cart([{ ...line, provisioningContext }]))
    const reservation = source.subscription(orders?.[0]?.lineItems[0]?.subscriptionId ?? '')
    const [azure] = await ours.azureEntitlements()
    assert.ok(azure)
    const asked = await demand(target, source, { transferType: 'ModernAzure' })
    await accept(source, asked, [azure, reservation])
    await aQuarterOfAnHour(source)

    assert.equal((await read(target, asked)).status, 'Complete')
    assert.deepEqual(await ours.azureEntitlements(), [])
    const under = await theirs.azureEntitlements()
    assert.ok(under.some(({ id }) => id === azure.id))
    const [, orderId = ''] = (await read(target, asked)).lineItems?.map((one) => one.orderId) ?? []
    const order = await target.client.orders.get({ ...target.ids, orderId })
    assert.deepEqual(order.lineItems[0]?.provisioningContext, {
      ...provisioningContext,
      subscriptionId: theirs.id,
    })
    assert.equal((await reservation.get()).status, 'deleted')
  })

  test('shows beforehand what it does with both partners', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.subscribe('business-basic')
    await source.world.arrange('billing-ownership', { latency: 'PT0S' })
    await source.world.wait({ days: 10 })
    const { id } = await demand(target, source)
    const { operator, partner } = source.world
    const body = acceptance([base])
    const before = await operator.ledger()

    const foreseen = await operator.preview({
      partnerTenantId: partner.tenantId,
      method: 'PATCH',
      path: `/v1/customers/${source.id}/transfers/${id}`,
      body,
    })

    assert.equal((await base.get()).status, 'active')
    assert.deepEqual(
      foreseen.changes.map(({ resource, partnerTenantId }) => [resource, partnerTenantId]),
      [
        ['Subscription', partner.tenantId],
        ['Order', target.world.partner.tenantId],
        ['Subscription', target.world.partner.tenantId],
      ],
    )
    const done = await source.client.transfers.update({ ...source.ids, transferId: id }, body)
    assert.equal(done.status, 'Complete')
    const known = new Set(before.map((line) => JSON.stringify(line)))
    const written = (await operator.ledger()).map((line) => JSON.stringify(line))
    assert.deepEqual(
      written.filter((line) => !known.has(line)),
      foreseen.ledger.map((line) => JSON.stringify(line)),
    )
  })

  test('is with one partner alone, whoever is faster', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    await source.world.arrange('billing-ownership', { latency: 'PT0S' })
    const base = await source.subscribe('business-basic')
    const asked = await demand(target, source)

    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () =>
        source.ask.transfers.update({ ...source.ids, transferId: asked.id }, acceptance([base])),
      ),
      target.ask.transfers.update({ ...target.ids, transferId: asked.id }, { status: 'Cancel' }),
      base.ask.subscriptions.update(base.ids, { status: 'suspended' }),
      target.ask.transfers.create(target.ids, demandFrom(source.world)),
    ])

    assert.deepEqual(
      answers.filter(({ status }) => status >= 500).map(({ body }) => body),
      [],
    )
    const { status } = await read(source, asked)
    const moved = await taken(target, asked)
    assert.ok(['Complete', 'Canceled', 'Pending'].includes(status))
    assert.equal((await base.get()).status === 'deleted', status === 'Complete')
    assert.equal(moved.length, status === 'Complete' ? 1 : 0)
  })

  test('knows no acceptance and no withdrawal of the older program', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const { id } = await demand(target, source)
    const refused = { code: 900141, status: 400 }

    assert.deepEqual(faultOf(await source.ask.transfers.accept({ ...source.ids, transferId: id })), refused)
    assert.deepEqual(faultOf(await target.ask.transfers.withdraw({ ...target.ids, transferId: id })), refused)
  })

  test('goes back the way it came, and the books of both partners stay right', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const first = await source.subscribe('business-basic', { cycle: 'annual' })
    const there = await demand(target, source)
    await source.world.wait({ days: 30 })
    const again = await demand(target, source)
    assert.equal((await read(target, there)).status, 'Expired')
    await accept(source, again, [first])
    await aQuarterOfAnHour(source)
    const [second] = await taken(target, again)
    assert.ok(second)
    await source.world.wait({ days: 30 })

    const back = await demand(source, target)
    await accept(target, back, [second])
    await aQuarterOfAnHour(source)
    const [third] = await taken(source, back)
    assert.ok(third)

    const net = async (one: Subscription) =>
      (
        await one.customer.world.operator.ledger({ customerId: one.customer.id, subscriptionId: one.id })
      ).reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
    const [whole] = await ledgerOf(first)
    const parts = [await net(first), await net(second), await net(third)]
    assert.equal(
      parts.reduce((sum, part) => sum + part, 0),
      Math.round(Number(whole?.amount) * 100),
    )
    assert.ok(parts.every((part) => part > 0))
  })
})
