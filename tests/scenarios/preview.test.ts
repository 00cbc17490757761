import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import fc from 'fast-check'
import type { Customer, World } from '@tenantry/recipes'
import type { LedgerEntry, Preview, PreviewRequest } from '@tenantry/sdk/operator.ts'
import { world } from '../world/world.ts'

type Request = Pick<PreviewRequest, 'method' | 'path' | 'body'>

const preview = (here: World, { method, path, body }: Request): Promise<Preview> =>
  here.operator.preview({
    partnerTenantId: here.partner.tenantId,
    method,
    path: `/v1${path}`,
    ...(body === undefined ? {} : { body }),
  })

/** The events of the latest request, as the request log has them. */
async function announced(here: World): Promise<{ type: string; subject: string }[]> {
  const [latest] = await here.operator.requests.list({ limit: 1 })
  assert.ok(latest)
  const { changes } = (await here.operator.requests.get(latest.id)) as unknown as {
    changes: { type: string; subject: string }[]
  }
  return changes
}

/** As texts, in an order of their own: lines of one moment stand in the ledger by their ids. */
const texts = (lines: readonly LedgerEntry[]): string[] => lines.map((line) => JSON.stringify(line)).sort()

const added = (before: readonly LedgerEntry[], after: readonly LedgerEntry[]): string[] => {
  const known = new Set(texts(before))
  return texts(after).filter((line) => !known.has(line))
}

const bare = (events: readonly { readonly type: string; readonly subject: string }[]) =>
  events.map(({ type, subject }) => ({ type, subject }))

/** Previews a request, then makes it: both must come to the same. */
async function previewAndDo(here: World, request: Request): Promise<number> {
  const [foreseen, before] = [await preview(here, request), await here.operator.ledger()]
  const answer = await here.raw({
    because: 'it is made just as it was previewed',
    ...request,
    path: `/v1${request.path}`,
  })
  const after = await here.operator.ledger()
  assert.deepEqual(foreseen.answer.body, answer.body === '' ? null : (answer.body ?? null))
  assert.equal(foreseen.answer.status, answer.status)
  assert.deepEqual(texts(foreseen.ledger), added(before, after))
  assert.deepEqual(bare(foreseen.events), bare(await announced(here)))
  for (const { resource, id, customerId, after: resulting } of foreseen.changes) {
    const present =
      resource === 'Order'
        ? await here.ask.orders.get({ customerId, orderId: id }, { include_price: true })
        : await here.ask.subscriptions.get({ customerId, subscriptionId: id })
    assert.deepEqual(present.body, resulting)
  }
  return answer.status
}

async function previewAndWait(here: World, months: number): Promise<void> {
  const [foreseen, before] = [
    await here.operator.preview({
      partnerTenantId: here.partner.tenantId,
      method: 'POST',
      path: '/_tenantry/clock/advance',
      body: { by: `P${months}M` },
    }),
    await here.operator.ledger(),
  ]
  const real = await here.wait({ months })
  assert.deepEqual(foreseen.answer.body, real)
  assert.deepEqual(texts(foreseen.ledger), added(before, await here.operator.ledger()))
}

type Step = (here: World, customer: Customer) => Promise<unknown>

const onFirst =
  (request: (path: string, subscription: Record<string, unknown>) => Request | undefined): Step =>
  async (here, customer) => {
    const { items } = await customer.client.subscriptions.list(customer.ids)
    const [first] = items
    if (first === undefined) return
    const wanted = request(`/customers/${customer.id}/subscriptions/${first.id}`, first)
    if (wanted !== undefined) await previewAndDo(here, wanted)
  }

const change = (changes: object): Step =>
  onFirst((path, whole) => ({ method: 'PATCH', path, body: { ...whole, ...changes } }))

const purchase: Step = async (here, customer) => {
  const line = await customer.line('office-e3', { seats: 3 })
  const cart = await customer.cart([line])
  await previewAndDo(here, { method: 'POST', path: `/customers/${customer.id}/carts/${cart.id}/checkout` })
}

const transition: Step = async (here, customer) => {
  const { items } = await customer.client.subscriptions.list(customer.ids)
  const [first] = items
  if (first === undefined) return
  const body = await customer.subscription(first.id).transitionBody({ to: 'office-e5', seats: 1 })
  await previewAndDo(here, {
    method: 'POST',
    path: `/customers/${customer.id}/subscriptions/${first.id}/transitions`,
    body,
  })
}

const steps: Readonly<Record<string, Step>> = {
  purchase,
  transition,
  moreSeats: onFirst((path, whole) => ({
    method: 'PATCH',
    path,
    body: { ...whole, quantity: Number(whole['quantity']) + 2 },
  })),
  fewerSeats: onFirst((path, whole) => ({
    method: 'PATCH',
    path,
    body: { ...whole, quantity: Number(whole['quantity']) - 1 },
  })),
  suspend: change({ status: 'suspended' }),
  reactivate: change({ status: 'active' }),
  cancel: change({ status: 'deleted' }),
  noRenewal: change({ autoRenewEnabled: false }),
  unheardOf: change({ billingCycle: 'weekly' }),
  aMonth: (here) => previewAndWait(here, 1),
  aYear: (here) => previewAndWait(here, 12),
}

test('whatever is previewed comes true to the letter', async (t: TestContext) => {
  const names = fc.constantFrom(...Object.keys(steps))
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 2, maxLength: 6 }), async (chosen) => {
      const here = await world(t)
      const customer = await here.customer()
      await purchase(here, customer)
      for (const name of chosen) await steps[name]?.(here, customer)
    }),
    { numRuns: 12, seed: 20_260_115, endOnFailure: true },
  )
})

test('a preview keeps nothing: no row, no number, no line in the request log', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const cart = await customer.cart([await customer.line('office-e3', { seats: 3 })])
  const { url } = here.operator.options
  const own = (await here.operator.worlds.list()).find((one) => one.url === url)?.name ?? ''
  const before = [await here.operator.worlds.export(own), await here.operator.requests.list()]

  const checkout: Request = { method: 'POST', path: `/customers/${customer.id}/carts/${cart.id}/checkout` }
  const foreseen = await preview(here, checkout)
  const later = await here.operator.preview({
    partnerTenantId: here.partner.tenantId,
    method: 'POST',
    path: '/_tenantry/clock/advance',
    body: { by: 'P13M' },
  })

  assert.equal(foreseen.answer.status, 201)
  assert.ok(foreseen.changes.length > 0 && foreseen.ledger.length > 0 && later.events.length > 0)
  assert.deepEqual([await here.operator.worlds.export(own), await here.operator.requests.list()], before)
})

test('a preview can look at one subscription alone', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const { id } = await customer.subscribe('office-e3', { seats: 2 })
  await customer.subscribe('office-e3', { seats: 5 })
  const { events } = await here.operator.preview({
    partnerTenantId: here.partner.tenantId,
    method: 'POST',
    path: '/_tenantry/clock/advance',
    body: { by: 'P1Y1M', subscriptionId: id },
  })
  assert.deepEqual(new Set(bare(events).map(({ subject }) => subject)), new Set([id]))
})

test('what cannot be previewed is refused in plain words', async (t) => {
  const here = await world(t)
  const refusalOf = async (order: object) => {
    const { url, key } = here.operator.options
    const answer = await fetch(`${url}/_tenantry/preview`, {
      method: 'POST',
      headers: { authorization: `Operator ${key}` },
      body: JSON.stringify(order),
    })
    return [answer.status, ((await answer.json()) as { error: { message: string } }).error.message]
  }
  const partnerTenantId = here.partner.tenantId
  assert.deepEqual(await refusalOf({ partnerTenantId, method: 'POST', path: '/_tenantry/worlds' }), [
    400,
    'path: only /v1/… and /_tenantry/clock/advance can be previewed',
  ])
  assert.deepEqual(await refusalOf({ method: 'GET', path: '/v1/customers' }), [
    400,
    'partnerTenantId: says whose request it is',
  ])
  assert.deepEqual(await refusalOf({ partnerTenantId: 'nobody', method: 'GET', path: '/v1/customers' }), [
    404,
    'there is no partner nobody',
  ])
})

test('an order is previewed with how far it has come, now and then', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  await here.arrange('fulfilment', { paused: true })
  const line = await customer.line('windows-server-cal', { term: 'P3Y', cycle: 'one_time', seats: 4 })
  const { orders } = await customer.checkOut(await customer.cart([line]))
  const orderId = orders[0]?.id ?? ''
  const path = `/customers/${customer.id}/orders/${orderId}`
  const present = await customer.client.orders.get({ ...customer.ids, orderId }, { include_price: true })
  assert.equal(present.status, 'pending')

  const { changes } = await preview(here, {
    method: 'PATCH',
    path,
    body: { ...present, status: 'cancelled' },
  })

  assert.deepEqual(changes.find(({ resource }) => resource === 'Order')?.before, present)
})
