import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import {
  array,
  assert as assertAll,
  asyncProperty,
  boolean,
  integer,
  oneof,
  record,
  constant,
} from 'fast-check'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { Customer, Subscription, World } from '@tenantry/recipes'
import type { RawAnswer } from '@tenantry/sdk'
import { hasPostgres, madeDatabase } from '../stores/databases.ts'
import { explain, type Seen } from './history/linearize.ts'
import { saleModel, seatsBought, type SaleOp, type SaleResult } from './history/sale-model.ts'
import { runSeed } from './machinery/seeded-source.ts'
import { startProcess, type ServerProcess } from './machinery/server-process.ts'
import { tempFolder } from './machinery/temp-folder.ts'

const runs = Number(process.env['TENANTRY_FAULTS_RUNS'] ?? 40)

/** What a client does; `isBound` where it names the version that it saw last. */
type Plan =
  | { readonly kind: 'quantity'; readonly quantity: number; readonly isBound: boolean }
  | { readonly kind: 'cancel'; readonly isBound: boolean }
  | { readonly kind: 'transition' }
  | { readonly kind: 'read' }

const plans = array(
  oneof(
    {
      weight: 5,
      arbitrary: record({
        kind: constant('quantity' as const),
        quantity: integer({ min: 15, max: 40 }),
        isBound: boolean(),
      }),
    },
    { weight: 3, arbitrary: record({ kind: constant('read' as const) }) },
    { weight: 2, arbitrary: record({ kind: constant('transition' as const) }) },
    { weight: 1, arbitrary: record({ kind: constant('cancel' as const), isBound: boolean() }) },
  ),
  { minLength: 1, maxLength: 5 },
)

test(
  'what clients of one server see has an order, on the embedded database',
  { timeout: 120_000 },
  async (t) => {
    await hasAnOrder([await started(t, await startProcess({ folder: tempFolder(t) }))])
  },
)

if (hasPostgres)
  test('what clients of two servers see has an order, on PostgreSQL', { timeout: 120_000 }, async (t) => {
    const database = await madeDatabase()
    await hasAnOrder([
      await started(t, await startProcess({ database })),
      await started(t, await startProcess({ database })),
    ])
  })

async function hasAnOrder(worlds: readonly [World, ...World[]]): Promise<void> {
  const [world] = worlds
  await assertAll(
    asyncProperty(array(plans, { minLength: 2, maxLength: 4 }), async (clients) => {
      // A customer of its own, so that no tenant's pool of seats runs full.
      const customer = await world.customer()
      const toCatalogItemId = await customer.itemOf('business-standard')
      const { id } = await customer.cart([await customer.line('business-basic', { seats: seatsBought })])
      const sale = new SeenSale(id, toCatalogItemId)
      const customers = clients.map((_, i) => customer.by(worlds[i % worlds.length] ?? world))
      await Promise.all(customers.map((one) => sale.checkOut(one)))
      await Promise.all(clients.map((plan, i) => sale.carryOut(customers[i] ?? customer, plan)))
      assert.ok(explain(sale.history, saleModel), `no order explains\n${sale.told()}`)
    }),
    // Another run of the same plans is another race: there is nothing to shrink.
    { numRuns: runs, seed: runSeed, endOnFailure: true },
  )
}

/** One cart and its subscription, with all that clients did to them. */
class SeenSale {
  readonly history: Seen<SaleOp, SaleResult>[] = []
  readonly #cartId: string
  readonly #toCatalogItemId: string
  #subscriptionId = ''
  #places = 0

  constructor(cartId: string, toCatalogItemId: string) {
    this.#cartId = cartId
    this.#toCatalogItemId = toCatalogItemId
  }

  /** A line for each operation, in the order of their beginnings. */
  told(): string {
    const ordered = this.history.toSorted((a, b) => a.beganAt - b.beganAt)
    return ordered.map((one) => JSON.stringify(one)).join('\n')
  }

  async checkOut(customer: Customer): Promise<void> {
    await this.#do({ kind: 'checkout' }, async () => {
      const answer = await customer.ask.orders.checkOutCart({ ...customer.ids, cartId: this.#cartId })
      if (!answer.accepted) return resultOf(answer)
      const { orders } = answer.body
      this.#subscriptionId = orders[0]?.lineItems[0]?.subscriptionId ?? ''
      return { is: 'ordered', order: orders.map(({ id }) => id).join() }
    })
  }

  /** One thing after the other, as one client does. */
  async carryOut(customer: Customer, plans: readonly Plan[]): Promise<void> {
    const subscription = customer.subscription(this.#subscriptionId)
    let version = 1
    for (const plan of plans) {
      const bound = 'isBound' in plan && plan.isBound ? { version } : {}
      const body = {
        id: this.#subscriptionId,
        // What is left out counts as switched off.
        autoRenewEnabled: true,
        ...('version' in bound ? { attributes: { etag: this.#etag(version) } } : {}),
      }
      const result = await this.#doPlan(subscription, plan, bound, body)
      if (result.is === 'seen') version = result.version
    }
  }

  #doPlan(
    { ask, ids }: Subscription,
    plan: Plan,
    bound: { version?: number },
    body: SubscriptionPatch,
  ): Promise<SaleResult> {
    switch (plan.kind) {
      case 'read':
        return this.#do({ kind: 'read' }, async () => resultOf(await ask.subscriptions.get(ids)))
      case 'quantity': {
        const { quantity } = plan
        const patch: SubscriptionPatch = { ...body, quantity }
        return this.#do({ kind: 'quantity', quantity, ...bound }, async () =>
          resultOf(await ask.subscriptions.update(ids, patch)),
        )
      }
      case 'cancel':
        return this.#do({ kind: 'cancel', ...bound }, async () =>
          resultOf(await ask.subscriptions.update(ids, { ...body, status: 'deleted' })),
        )
      case 'transition': {
        const order = {
          toCatalogItemId: this.#toCatalogItemId,
          quantity: 1,
          transitionType: 'transition_only',
        }
        return this.#do({ kind: 'transition', seats: 1 }, async () => {
          const answer = await ask.transitions.create(ids, order)
          return answer.status === 200 ? { is: 'done' } : resultOf(answer)
        })
      }
    }
  }

  async #do(op: SaleOp, ask: () => Promise<SaleResult>): Promise<SaleResult> {
    const beganAt = (this.#places += 1)
    const result = await ask()
    this.history.push({ op, result, beganAt, endedAt: (this.#places += 1) })
    return result
  }

  #etag(version: number): string {
    return Buffer.from(JSON.stringify({ id: this.#subscriptionId, version })).toString('base64')
  }
}

function resultOf({ status, body }: RawAnswer): SaleResult {
  const { code = 0 } = (status >= 400 ? body : {}) as { code?: number }
  // The ETag in a body that is not the present one.
  if (code === 2055) return { is: 'stale' }
  if (status >= 500) throw new Error(`answered ${status}`)
  if (status >= 400) return { is: 'refused', code }
  const view = body as { quantity: number; status: string; attributes: { etag: string } }
  const { version } = JSON.parse(Buffer.from(view.attributes.etag, 'base64').toString()) as {
    version: number
  }
  return { is: 'seen', quantity: view.quantity, status: view.status, version }
}

async function started(t: TestContext, server: ServerProcess): Promise<World> {
  t.after(() => server.kill())
  return server.world
}
