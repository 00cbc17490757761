import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { TransferEntity } from '@tenantry/contract/resources/transfer.ts'
import { faultOf, type Customer, type Subscription } from '@tenantry/recipes'
import { offerTo, twoPartners } from '@tenantry/recipes/transfer.ts'
import { world } from '../../world/world.ts'

const offer = (
  source: Customer,
  target: Customer,
  what: readonly Subscription[],
  partnerIdOnRecord?: string,
) => source.client.transfers.create(source.ids, offerTo(target.world, what, partnerIdOnRecord))

const accept = (target: Customer, { id }: TransferEntity) =>
  target.client.transfers.accept({ ...target.ids, transferId: id })

const read = (customer: Customer, { id }: TransferEntity) =>
  customer.client.transfers.get({ ...customer.ids, transferId: id })

const eligibilities = (customer: Customer) =>
  customer.client.transfers.listTransferEligibilities(customer.ids, { transferType: 'directtoindirect' })

const holders = async ({ customer, id }: Subscription) =>
  (await customer.world.operator.licences({ customerId: customer.id, subscriptionId: id })).map(
    ({ name }) => name,
  )

describe('a transfer of the older program', () => {
  test('moves a base with its add-ons, its dates and its licences to the other partner', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.legacySubscription({ quantity: 12, friendlyName: 'Warehouse' })
    const addOn = await source.legacySubscription({ offer: 'calling-plan', base, quantity: 3 })
    const users = ['Ada', 'Bob'].map((name) => ({ userObjectId: name, name, movable: true }))
    await source.world.arrange('directory', { subscriptions: { [base.id]: { assignedUsers: users } } })
    const before = await base.get()

    const offered = await offer(source, target, [base], '4100005')
    assert.equal(offered.status, 'Active')
    assert.deepEqual(
      offered.lineItems?.map(({ subscriptionId, addonItems }) => [
        subscriptionId,
        addonItems?.[0]?.subscriptionId,
      ]),
      [[base.id.toUpperCase(), addOn.id.toUpperCase()]],
    )
    assert.equal((await read(target, offered)).partnertenantid, target.world.partner.tenantId)
    const { orders, transferErrors } = await accept(target, offered)

    assert.deepEqual(transferErrors, [])
    const [line, nested] = orders[0]?.lineItems ?? []
    assert.equal(nested?.parentSubscriptionId, line?.subscriptionId)
    assert.equal(line?.partnerIdOnRecord, '4100005')
    const taken = target.subscription(line?.subscriptionId ?? '')
    const after = await taken.get()
    for (const member of [
      'quantity',
      'friendlyName',
      'commitmentEndDate',
      'billingCycle',
      'offerId',
    ] as const)
      assert.equal(after[member], before[member], member)
    assert.equal(after['partnerId'], '4100005')
    assert.equal((await base.get()).status, 'deleted')
    assert.equal((await addOn.get()).status, 'deleted')
    assert.deepEqual(await holders(taken), ['Ada', 'Bob'])
    const order = await target.client.orders.get({ ...target.ids, orderId: orders[0]?.id ?? '' })
    assert.equal(order.lineItems.length, 2)

    const transfer = await read(source, offered)
    assert.equal(transfer.status, 'Complete')
    assert.deepEqual(
      transfer.lineItems?.map(({ status, orderId }) => [status, orderId]),
      [['Complete', orders[0]?.id]],
    )
    const history = await source.client.subscriptions.getSubscriptionHistory({
      ...source.ids,
      subscriptionId: base.id,
    })
    assert.deepEqual(
      history.items.map(({ operation }) => operation),
      ['transferred'],
    )
  })

  test('goes on renewing with the new partner and no more with the old one', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.legacySubscription()
    const { orders } = await accept(target, await offer(source, target, [base]))
    const id = orders[0]?.lineItems[0]?.subscriptionId ?? ''

    const { events } = await source.world.wait({ months: 9 })

    const ours = events.filter(({ subject }) => [base.id, id.toLowerCase()].includes(subject))
    assert.deepEqual(
      ours.map(({ type, subject }) => [type, subject]),
      [['subscription-renewed', id.toLowerCase()]],
    )
    assert.equal((await target.subscription(id).get()).status, 'active')
  })

  test('moves what can be moved and says what cannot', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const still = await source.legacySubscription()
    const changed = await source.legacySubscription({ offer: 'office-e3' })
    const offered = await offer(source, target, [changed, still])
    await source.world.arrange('legacy-billing', { replication: 'P1D' })
    await changed.change({ quantity: 12 })

    const { orders, transferErrors } = await accept(target, offered)

    assert.equal(orders.length, 1)
    assert.deepEqual(
      transferErrors.map(({ code, lineItems }) => [code, lineItems[0]?.subscriptionId]),
      [[900103, changed.id.toUpperCase()]],
    )
    const { status, lineItems } = await read(target, offered)
    assert.equal(status, 'PartiallyComplete')
    assert.deepEqual(
      lineItems?.map((line) => line.status),
      ['Failed', 'Complete'],
    )
    assert.equal((await changed.get()).status, 'active')
  })

  test('can be rejected, withdrawn and made anew, and is over then', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.legacySubscription()
    const first = await offer(source, target, [base])
    const rejected = await target.client.transfers.update(
      { ...target.ids, transferId: first.id },
      { status: 'reject' },
    )
    assert.equal(rejected.status, 'Reject')
    const second = await offer(source, target, [base])
    assert.equal((await source.ask.transfers.withdraw({ ...source.ids, transferId: second.id })).status, 204)

    const all = await target.client.transfers.list(target.ids)

    assert.deepEqual(
      all.map(({ status }) => status),
      ['Reject', 'Deleted'],
    )
    const again = await target.ask.transfers.accept({ ...target.ids, transferId: second.id })
    assert.deepEqual(faultOf(again), { code: 900102, status: 400 })
    assert.match(JSON.stringify(again.body), /canceled transfer/)
  })

  test('shows nothing to a third partner of the customer', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const { id } = await offer(source, target, [await source.legacySubscription()])
    const third = await source
      .alsoOf(await source.world.of({ name: 'Adatum Cloud' }), { agreement: false })
      .catch(() => undefined)
    assert.equal(third, undefined, 'Adatum is the target already')
    const sandbox = await source.alsoOf(await source.world.of({ environment: 'sandbox' }), {
      agreement: false,
    })

    assert.deepEqual(await sandbox.client.transfers.list(sandbox.ids), [])
    assert.equal(faultOf(await sandbox.ask.transfers.get({ ...sandbox.ids, transferId: id }))?.code, 900100)
    const { ask, ids } = sandbox
    for (const answer of [
      await ask.transfers.update({ ...ids, transferId: id }, { status: 'reject' }),
      await ask.transfers.accept({ ...ids, transferId: id }),
      await ask.transfers.withdraw({ ...ids, transferId: id }),
    ])
      assert.equal(faultOf(answer)?.code, 900367)
  })

  test('takes new add-ons along and leaves suspended ones behind, which end', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const base = await source.legacySubscription()
    const late = await source.legacySubscription({ offer: 'calling-plan', base })
    const offered = await offer(source, target, [base])
    await late.change({ status: 'suspended' })
    await source.legacySubscription({ offer: 'calling-plan', base, quantity: 2 })

    const { orders } = await accept(target, offered)

    assert.equal(orders[0]?.lineItems.length, 2)
    assert.equal((await late.get()).status, 'deleted')
  })

  test('is told beforehand to be possible or not, and why', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const good = await source.legacySubscription()
    const addOn = await source.legacySubscription({ offer: 'calling-plan', base: good })
    const suspended = await source.legacySubscription({ offer: 'office-e3' })
    const offered = await source.legacySubscription({ offer: 'office-e1' })
    const modern = await source.subscribe('business-basic')
    await suspended.change({ status: 'suspended' })
    const { id } = await offer(source, target, [offered])

    const reasons = new Map((await eligibilities(source)).map((one) => [one.id.toLowerCase(), one]))

    assert.equal(reasons.get(good.id)?.isEligible, true)
    assert.equal(reasons.get(addOn.id)?.isEligible, true)
    assert.equal(
      reasons.get(suspended.id)?.reason,
      `Subscription: ${suspended.id.toUpperCase()} is in state: Suspended`,
    )
    assert.equal(
      reasons.get(offered.id)?.reason,
      `subscription is already part of another transfer request id : ${id}`,
    )
    assert.equal(reasons.get(modern.id)?.reason, "Transfer can't be created with invalid subscription")
    assert.deepEqual(
      faultOf(await source.ask.transfers.listTransferEligibilities(source.ids, { transferType: 'sideways' })),
      {
        code: 800002,
        status: 400,
      },
    )
  })

  test('brings Azure of the older program over with its Azure subscription', async (t) => {
    const { source, target } = await twoPartners(await world(t))
    const azure = await source.legacyAzure()
    const { orders } = await accept(target, await offer(source, target, [azure]))

    const taken = await target.subscription(orders[0]?.lineItems[0]?.subscriptionId ?? '').get()

    assert.equal(String(taken['entitlementId']).toLowerCase(), azure.id)
  })
})
