import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { Customer, World } from '@tenantry/recipes'
import { buyUntilGone, carryOut, SeededSource, type AnsweredOrder, type Purchase } from './buyers.ts'
import { startProcess } from './server-process.ts'

const rounds = Number(process.env['TENANTRY_CRASH_ROUNDS'] ?? 5)
const seed = Number(process.env['TENANTRY_CRASH_SEED'] ?? 20_260_115)
const buyers = 12
/** The kill comes after so many purchases at the most, so that a round stays short. */
const purchasesMax = 60

test(
  'a server killed amid checkouts keeps every order it has confirmed and makes none twice',
  { timeout: 120_000 },
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'tenantry-crash-'))
    const source = new SeededSource(seed)
    let server = await startProcess(folder)
    t.after(async () => {
      await server.kill()
      rmSync(folder, { recursive: true, force: true })
    })
    await server.world.decree('subscriptions-per-tenant', 100_000)

    const checked: { customerId: string; purchases: readonly Purchase[] }[] = []
    for (let round = 1; round <= rounds; round += 1) {
      await t.test(`round ${round} of seed ${seed}`, async () => {
        const { customer, lines } = await openAccount(server.world)
        const purchases = await killWhileBuying(server.kill, customer, lines, source)

        server = await startProcess(folder)
        const sameCustomer = server.world.customerOf(customer.id)
        assert.equal(integrityOf(folder), 'ok')
        await everyConfirmedOrderIsThere(sameCustomer, purchases)
        await Promise.all(purchases.map((purchase) => repeat(purchase, sameCustomer, lines)))
        checked.push({ customerId: customer.id, purchases })
        for (const { customerId, purchases } of checked)
          await booksAreRight(server.world.customerOf(customerId), purchases)
      })
    }
  },
)

async function openAccount(world: World): Promise<{ customer: Customer; lines: readonly object[] }> {
  const customer = await world.customer()
  // Charged for the whole term at once, so that a line's price and its charge are the same amount.
  const wishes = { term: 'P1Y', cycle: 'annual', seats: 3 }
  return {
    customer,
    lines: [await customer.line('office-e3', wishes, 0), await customer.line('m365-e3', wishes, 1)],
  }
}

/** Kills the server some milliseconds after some purchase, both by the seed; other purchases are under way then. */
async function killWhileBuying(
  kill: () => Promise<void>,
  customer: Customer,
  lines: readonly object[],
  source: SeededSource,
): Promise<Purchase[]> {
  const killAfter = 1 + source.below(purchasesMax)
  const delayMs = source.below(12)
  let answered = 0
  let killed: Promise<void> | undefined
  const purchases = await buyUntilGone(buyers, customer, lines, source, () => {
    answered += 1
    if (answered === killAfter) killed = new Promise((resolve) => setTimeout(resolve, delayMs)).then(kill)
  })
  await killed
  return purchases
}

function integrityOf(folder: string): unknown {
  const database = new DatabaseSync(join(folder, 'worlds', 'main', 'world.db'), { readOnly: true })
  try {
    return database.prepare('pragma integrity_check').get()?.['integrity_check']
  } finally {
    database.close()
  }
}

async function everyConfirmedOrderIsThere(customer: Customer, purchases: readonly Purchase[]): Promise<void> {
  const kept = new Set((await ordersOf(customer)).map(({ id }) => id))
  const lost = confirmed(purchases).filter(({ id }) => !kept.has(id))
  assert.deepEqual(lost, [], 'orders were confirmed and are gone')
}

/** What was answered is answered the same again; what was not is made now, or told if it was made before the kill. */
async function repeat(purchase: Purchase, customer: Customer, lines: readonly object[]): Promise<void> {
  const again: Purchase = {
    cartRequestId: purchase.cartRequestId,
    checkoutRequestId: purchase.checkoutRequestId,
  }
  await carryOut(again, customer, lines)

  assert.equal(again.cartId, purchase.cartId ?? again.cartId, 'a repeated request made another cart')
  const orders = again.orders?.map(({ id }) => id)
  assert.deepEqual(
    orders,
    purchase.orders?.map(({ id }) => id) ?? orders,
    'a repeated checkout named other orders',
  )
  Object.assign(purchase, again)
}

interface Order extends AnsweredOrder {
  readonly totalPrice: number
}

/** One order for each purchase, two subscriptions for each order, charges that add up to its price. */
async function booksAreRight(customer: Customer, purchases: readonly Purchase[]): Promise<void> {
  const orders = await ordersOf(customer)
  const subscriptions = await subscriptionsOf(customer)
  const ledger = await customer.world.operator.ledger({ customerId: customer.id })

  assert.deepEqual(
    orders.map(({ id }) => id).sort(),
    confirmed(purchases)
      .map(({ id }) => id)
      .sort(),
  )
  assert.equal(orders.length, purchases.length, 'each purchase has one order')
  assert.deepEqual(
    subscriptions.map(({ id, orderId }) => `${orderId} ${id}`).sort(),
    orders.flatMap(({ id, lineItems }) => lineItems.map((line) => `${id} ${line.subscriptionId}`)).sort(),
    'the subscriptions are those of the orders',
  )
  assert.equal(subscriptions.length, orders.length * 2)
  assert.deepEqual(
    ledger.map(({ type, subscriptionId }) => `${type} ${subscriptionId}`).sort(),
    subscriptions.map(({ id }) => `new ${id}`).sort(),
    'each subscription is charged once',
  )
  for (const { id, totalPrice } of orders) {
    const charged = ledger
      .filter(({ orderId }) => orderId === id)
      .reduce((sum, line) => sum + cents(line.amount), 0)
    assert.equal(charged, cents(totalPrice), `order ${id} is charged at its price`)
  }
}

const confirmed = (purchases: readonly Purchase[]): AnsweredOrder[] =>
  purchases.flatMap(({ orders = [] }) => orders)

const cents = (amount: number | string): number => Math.round(Number(amount) * 100)

const ordersOf = async (customer: Customer): Promise<readonly Order[]> =>
  (await customer.send<{ items: Order[] }>('GET', '/orders?include_price=true')).items

const subscriptionsOf = async (customer: Customer) =>
  (await customer.send<{ items: { id: string; orderId: string }[] }>('GET', '/subscriptions')).items
