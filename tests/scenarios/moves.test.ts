import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subscription, World } from '@tenantry/recipes'
import type { Move, PreviewRequest } from '@tenantry/sdk/operator.ts'
import { world } from '../world/world.ts'

const movesOf = (here: World, customerId: string, subscriptionId: string): Promise<Move[]> =>
  here.operator.moves({ customerId, subscriptionId })

/** What the published API answers to the request that a move stands for. */
async function codeOf(here: World, customerId: string, id: string, move: Move): Promise<number | undefined> {
  const path = `/v1/customers/${customerId}/subscriptions/${id}`
  const migrations = `/v1/customers/${customerId}/migrations`
  const azure = `${path}/azureEntitlements/${move.params?.['entitlementId'] ?? ''}`
  const { attributes: _, ...sent } = await here.client.subscriptions.get({ customerId, subscriptionId: id })
  const requests: Readonly<Record<string, Pick<PreviewRequest, 'method' | 'path' | 'body'>>> = {
    updateSubscription: { method: 'PATCH', path, body: { ...sent, ...move.changes } },
    createTransition: { method: 'POST', path: `${path}/transitions`, body: move.changes },
    activateSubscription: { method: 'POST', path: `${path}/activate`, body: undefined },
    registerSubscription: { method: 'POST', path: `${path}/registrations`, body: undefined },
    createUpgrade: { method: 'POST', path: `${path}/upgrades`, body: move.changes },
    createConversion: { method: 'POST', path: `${path}/conversions`, body: move.changes },
    createMigration: { method: 'POST', path: `${migrations}/newcommerce`, body: move.changes },
    createMigrationSchedule: {
      method: 'POST',
      path: `${migrations}/newcommerce/schedules`,
      body: move.changes,
    },
    listAzureEntitlements: { method: 'GET', path: `${path}/azureEntitlements`, body: undefined },
    getTransitionEligibilities: { method: 'GET', path: `${path}/transitionEligibilities`, body: undefined },
    listUpgrades: { method: 'GET', path: `${path}/upgrades`, body: undefined },
    listConversions: { method: 'GET', path: `${path}/conversions`, body: undefined },
    createOrder: { method: 'POST', path: `/v1/customers/${customerId}/orders`, body: move.changes },
    updateOrder: {
      method: 'PATCH',
      path: `/v1/customers/${customerId}/orders/${move.params?.['orderId'] ?? ''}`,
      body: move.changes,
    },
    updateSupportContact: { method: 'PUT', path: `${path}/supportcontact`, body: move.changes },
    cancelAzureEntitlement: { method: 'POST', path: `${azure}/cancel`, body: move.changes },
    reactivateAzureEntitlement: { method: 'POST', path: `${azure}/reactivate`, body: undefined },
  }
  const request = requests[move.endpoint]
  assert.ok(request, `the test knows how to ask for ${move.endpoint}`)
  const { answer } = await here.operator.preview({ partnerTenantId: here.partner.tenantId, ...request })
  return answer.status >= 400 ? (answer.body as { code: number }).code : undefined
}

test('a move is allowed or refused as the request for it is, whatever the subscription', async (t) => {
  const main = await world(t)
  let judged = 0
  for (const customer of main.view.customers) {
    const [partnerTenantId] = customer.partnerTenantIds
    const partner = main.view.partners.find(({ tenantId }) => tenantId === partnerTenantId)
    if (partner === undefined || partner.users.every(({ roles }) => !roles.includes('admin-agent'))) continue
    const here = await main.of({ name: partner.name })
    const { items } = await here.client.subscriptions.list({ customerId: customer.tenantId })
    for (const { id } of items) {
      for (const move of await movesOf(here, customer.tenantId, id)) {
        assert.equal(move.fault?.code, await codeOf(here, customer.tenantId, id, move), move.operation)
        assert.equal(move.allowed, move.fault === undefined)
        judged += 1
      }
    }
  }
  assert.ok(judged > 50, `${judged} moves were compared`)
})

const named = (moves: readonly Move[], operation: string): Move => {
  const found = moves.find((move) => move.operation === operation)
  assert.ok(found, `${operation} is among ${moves.map((move) => move.operation).join(', ')}`)
  return found
}

async function bought(here: World): Promise<Subscription> {
  return (await here.customer()).subscribe('office-e3', { seats: 5 })
}

test('a move is allowed up to the instant that is told, and not a second longer', async (t) => {
  const here = await world(t)
  const { id, customer } = await bought(here)
  const before = await movesOf(here, customer.id, id)

  for (const operation of ['cancel', 'decreaseQuantity']) {
    const { until } = named(before, operation)
    assert.ok(until, `${operation} has an end`)
    if ((await here.now()) < until) await here.waitUntil(until)
    assert.equal(named(await movesOf(here, customer.id, id), operation).allowed, true)
  }
  await here.wait({ hours: 1 })
  const after = await movesOf(here, customer.id, id)
  assert.equal(named(after, 'cancel').fault?.code, 900213)
  assert.equal(named(after, 'decreaseQuantity').fault?.code, 900214)
  assert.equal(named(after, 'rename').until, undefined)
})

test('what a subscription is already is no move, and looking at moves changes nothing', async (t) => {
  const here = await world(t)
  const subscription = await bought(here)
  const { customer, id } = subscription
  const { url } = here.operator.options
  const own = (await here.operator.worlds.list()).find((one) => one.url === url)?.name ?? ''
  const before = await here.operator.worlds.export(own)

  const operations = (await movesOf(here, customer.id, id)).map(({ operation }) => operation)

  assert.ok(!operations.includes('reactivate') && !operations.includes('enableAutoRenew'))
  assert.ok(operations.includes('suspend') && operations.includes('disableAutoRenew'))
  assert.ok(operations.includes('transition'))
  assert.deepEqual(await here.operator.worlds.export(own), before)

  await subscription.change({ status: 'suspended', autoRenewEnabled: false })
  const then = (await movesOf(here, customer.id, id)).map(({ operation }) => operation)
  assert.ok(then.includes('reactivate') && then.includes('enableAutoRenew') && !then.includes('suspend'))
})

test('every reason is told, in the language that is asked for, the deciding one first', async (t) => {
  const here = await world(t)
  const { id, customer } = await bought(here)
  await here.wait({ days: 8 })
  const { url, key } = here.operator.options
  const answer = await fetch(`${url}/_tenantry/moves?customerId=${customer.id}&subscriptionId=${id}`, {
    headers: { authorization: `Operator ${key}`, 'x-locale': 'nl-NL' },
  })
  const moves = (await answer.json()) as Move[]
  const { fault, faults } = named(moves, 'cancel')
  assert.deepEqual(faults?.[0], fault)
  const refused = await here
    .in('nl-NL')
    .ask.subscriptions.update({ customerId: customer.id, subscriptionId: id }, { status: 'deleted' })
  assert.equal(fault?.description, (refused.body as { description: string }).description)
})

test('a provider can name another reseller, and every partner another support contact', async (t) => {
  const main = await world(t)
  const provider = await main.of({ type: 'indirectProvider' })
  const [theirs, ours] = [await bought(provider), await bought(main)]
  const [resold, direct] = [
    await movesOf(provider, theirs.customer.id, theirs.id),
    await movesOf(main, ours.customer.id, ours.id),
  ]
  const reseller = main.view.partners.find(
    ({ partnerId }) => partnerId === named(resold, 'changePartnerOnRecord').changes['partnerId'],
  )

  assert.equal(named(resold, 'changePartnerOnRecord').allowed, true)
  assert.equal(reseller?.type, 'indirectReseller')
  assert.equal(named(direct, 'changePartnerOnRecord').fault?.code, 800098)
  assert.equal(named(direct, 'setSupportContact').allowed, true)
})

test('the add-ons of a product are moves, for as long as they are sold', async (t) => {
  const here = await world(t)
  const { id, customer: buyer } = await bought(here)
  const customer = here.customerOf(buyer.id)
  const intune = await customer.legacySubscription({ offer: 'intune' })
  const tried = (moves: readonly Move[]) => moves.filter(({ operation }) => operation === 'buyAddOn')
  const addOns = tried(await movesOf(here, customer.id, id))

  assert.ok(addOns.length > 0 && addOns.every(({ endpoint }) => endpoint === 'createOrder'))
  assert.ok(addOns.some(({ allowed }) => allowed))
  const [closed] = tried(await movesOf(here, customer.id, intune.id))
  await here.decree('legacy-purchases', { licences: 'open', azure: 'closed' })
  const [open] = tried(await movesOf(here, customer.id, intune.id))
  assert.deepEqual([closed?.endpoint, closed?.fault?.code, open?.allowed], ['updateOrder', 2091, true])
})
