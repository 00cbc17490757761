import assert from 'node:assert/strict'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { faultsOf } from '@tenantry/contract/faults-of.ts'
import { faultOf, type Customer, type World } from '@tenantry/recipes'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import { changed, type Changes } from '@tenantry/recipes/changed.ts'
import type { Answer } from '@tenantry/sdk'
import { statusMoves } from '../../packages/server/src/areas/subscriptions/subscription/public.ts'
import { Account, addDays, dateOf, endOfTerm, type Plan, type Will } from './ledger-model.ts'
import { booksOf, brokenRules, type Books, type BookedSubscription } from './walk-books.ts'
import { server } from './world.ts'

type EndpointName = keyof typeof endpoints

/** One customer that things happen to, with what its subscriptions owe by the model. */
export class Walk {
  readonly customer: Customer
  readonly accounts = new Map<string, Account>()
  /** How often each step was accepted, and refused with each number. */
  readonly answers = new Map<string, number>()
  step = ''
  books: Books = { nowMs: 0, subscriptions: [], holdings: [], agenda: [], charges: [] }
  nowMs = 0
  #text = ''

  private constructor(customer: Customer) {
    this.customer = customer
  }

  static async of(here: World): Promise<Walk> {
    const walk = new Walk(await here.customer())
    await walk.look()
    return walk
  }

  /** Often one of the newest, in whose window much is possible; seldom one that is over already. */
  subscription(
    which: number,
    fits: (one: BookedSubscription) => boolean = () => true,
  ): BookedSubscription | undefined {
    const alive = this.books.subscriptions.filter((one) => one.status !== 'deleted' && fits(one))
    const all = which % 9 === 8 || alive.length === 0 ? this.books.subscriptions : alive
    const some = which % 2 === 0 ? all.slice(-3) : all
    return some[Math.floor(which / 2) % some.length]
  }

  account(id: string): Account {
    const account = this.accounts.get(id)
    assert.ok(account, `${id} is one of new commerce that the model knows`)
    return account
  }

  /**
   * A request whose answer must be a success or a fault that is declared; then nothing may have changed, but by one
   * that comes half-way.
   */
  async ask<Body>(name: EndpointName, call: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
    const endpoint: Endpoint = endpoints[name]
    const answer = await call()
    const before = this.#text
    await this.look()
    const outcome = answer.status < 400 ? this.step : `${this.step} ${faultOf(answer)?.code}`
    this.answers.set(outcome, (this.answers.get(outcome) ?? 0) + 1)
    if (answer.status < 400) return answer
    const got = faultOf(answer)
    const isDeclared = faultsOf(endpoint).some(
      ({ code, status }) => code === got?.code && status === answer.status,
    )
    assert.ok(isDeclared, `${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
    if (endpoint.halfwayFaults?.some(({ code }) => code === got?.code)) return answer
    assert.ok(this.#text === before, `${name} was refused, but changed ${difference(before, this.#text)}`)
    return answer
  }

  /** Changes some members of the whole resource; answers whether that was accepted. */
  async patch(id: string, changes: Changes<SubscriptionPatch>): Promise<boolean> {
    const subscription = this.customer.subscription(id)
    const present = await subscription.get()
    const { accepted } = await this.ask('updateSubscription', () =>
      subscription.ask.subscriptions.update(subscription.ids, changed<SubscriptionPatch>(present, changes)),
    )
    return accepted
  }

  /** The clock goes on, and the accounts with it, each by what its subscription has said that it will do. */
  async wait(step: Parameters<World['wait']>[0]): Promise<void> {
    const wills = new Map(this.books.subscriptions.map((one) => [one.id, willOf(one)]))
    await this.customer.world.wait(step)
    await this.look()
    for (const [id, account] of this.accounts) account.live(this.nowMs, wills.get(id) ?? { renews: false })
  }

  /** Reads the books again, takes what a migration has made into the accounts. */
  async look(): Promise<void> {
    const { world } = this.customer
    this.nowMs = Date.parse(await world.now())
    const text = await (await server()).worlds.exportText(world.view.name)
    this.#text = withoutTraces(text)
    this.books = booksOf(text, this.customer.id, this.nowMs)
  }

  /** Everything that must hold after each step. */
  check(before: Books, waited: boolean): void {
    for (const one of this.books.subscriptions) if (one.migratedFromSubscriptionId) this.#adopt(one)
    assert.deepEqual(brokenRules({ before, moves: statusMoves, waited }, this.books), [])
    for (const one of this.books.subscriptions) this.#compare(one)
  }

  /**
   * A migration ends its first term where the old one ended, or begins a whole one. That term may be over already, and
   * a month of service have followed.
   */
  #adopt(one: BookedSubscription): void {
    if (this.accounts.has(one.id)) return
    const plan = planOf({ ...one, ...one.extension })
    const since = Math.floor(one.createdAt)
    const end = one.termStart > dateOf(since) ? addDays(one.termStart, -1) : one.commitmentEnd
    assert.ok(end <= endOfTerm(dateOf(since), plan.term), `${one.id} ends in its first term`)
    const account = Account.bought(plan, one.quantity, since, end)
    account.live(this.nowMs, willOf(one))
    this.accounts.set(one.id, account)
  }

  #compare(one: BookedSubscription): void {
    const lines = this.books.charges.filter(({ subscriptionId }) => subscriptionId === one.id)
    if (one.commerce === 'legacy' || one.productFamily === 'azurePlan')
      return assert.deepEqual(lines, [], `${one.id} is billed elsewhere`)
    const account = this.account(one.id)
    const shown = (line: { quantity: number; from: string; to: string; minor: bigint }) =>
      `${line.quantity} seats ${line.from} to ${line.to}: ${line.minor}`
    assert.deepEqual(
      lines.map(shown),
      account.lines.map(shown),
      `what ${one.id} (${JSON.stringify(account.plan)}, from ${account.start}) owes`,
    )
    const isOver = ['expired', 'disabled', 'deleted'].includes(one.status)
    assert.equal(isOver, account.isOver, `${one.id} is ${one.status}`)
    if (isOver) return
    const { quantity, start, end, paidTo } = account
    assert.deepEqual(
      [one.quantity, one.termStart, one.commitmentEnd, one.chargedThrough],
      [quantity, start, end, paidTo],
      `seats, start, end and last charged day of ${one.id} (${JSON.stringify(account.plan)})`,
    )
  }
}

export const planOf = ({ productId, skuId, termDuration, billingCycle }: BookedSubscription): Plan => ({
  sku: `${productId}:${skuId}`,
  term: termDuration,
  cycle: billingCycle,
})

function willOf(one: BookedSubscription): Will {
  const { status, autoRenewEnabled, nextTerm, nextCharge, productFamily, isTrial, endOfTerm, cancelOn } = one
  const product = nextTerm?.product
  return {
    renews: status === 'active' && autoRenewEnabled,
    extends: status === 'active' && productFamily === 'license' && !isTrial && endOfTerm !== 'cancel',
    cancelledOn: cancelOn,
    nextCycle: nextCharge?.product.billingCycle,
    nextTerm:
      nextTerm === undefined || product === undefined
        ? undefined
        : {
            sku: `${product.productId}:${product.skuId}`,
            term: product.termDuration,
            cycle: product.billingCycle,
            quantity: nextTerm.quantity,
            end: nextTerm.customTermEndDate,
          },
  }
}

/** Every row but those that each write leaves behind: audit records, remembered answers and the count of writes. */
const withoutTraces = (text: string): string =>
  text
    .split('\n "')
    .filter((table) => !/^(audit_record|answer)"/.test(table))
    .join('\n "')
    .replace(/^.*"document": \{[^}]*"name":"sequence".*$/m, '')

function difference(left: string, right: string): string {
  const known = new Set(left.split('\n'))
  const changed = right.split('\n').filter((line) => !known.has(line))
  return changed.join('\n').slice(0, 500)
}
