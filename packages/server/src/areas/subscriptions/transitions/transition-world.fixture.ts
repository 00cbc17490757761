import { Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { pricing } from '../../../collaborators/purchases/pricing.ts'
import type { Collaborator } from '../../../collaborators/collaborator.ts'
import { systemPrincipal, type Principal } from '../../../work/principal.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration, dateOf, parseInstant } from '../../../kernel/time.ts'
import { Trace } from '../../../kernel/trace.ts'
import { migrate } from '../../../store/migrate.ts'
import { SqliteEngine } from '../../../store/sqlite/sqlite.ts'
import { worldTables } from '../../../store/tables.ts'
import type { DocumentTable } from '../../../store/table.ts'
import { advance } from '../../../world/advance.ts'
import { World } from '../../../world/world.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import { addContoso } from '../../accounts/customers/contoso.fixture.ts'
import { customerTable, directoryDomainTable, directoryTenantTable } from '../../accounts/customers/public.ts'
import { ChargeLines, chargeLineTable } from '../../books/ledger/public.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import {
  cycleOf,
  holdingTable,
  startSubscription,
  Subscriptions,
  subscriptionTable,
  type StartSubscription,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { transitionTable } from './transition-repository.ts'
import { area } from './area.ts'
import { transitionSchedule } from './transition-agenda.ts'

export const customerId = '0f0f0f0f-0000-4000-8000-00000000000c'
const partnerId = '0f0f0f0f-0000-4000-8000-0000000000aa'

/** SKUs of the shipped catalogue that the tests move between. */
export const e3 = 'CFQ7TTC0LFLX:0001'
export const e5 = 'CFQ7TTC0LFLZ:0002'
export const businessBasic = 'CFQ7TTC0LH18:0001'
export const businessStandard = 'CFQ7TTC0LDPB:0001'
export const e3Trial = 'CFQ7TTC0LFLX:00T1'

const partner = { tenantId: partnerId, name: 'Fabrikam', environment: 'production' } as PartnerRecord
const app: Principal = { ...systemPrincipal(partner), kind: 'app' }

/** A world with one customer, in memory, its prices round: E3 costs 30.00 and E5 50.00 a seat and month. */
export async function transitionWorld(
  changes: { readonly principal?: Partial<Principal> } = {},
): Promise<Tower> {
  const tables = [
    ...worldTables,
    customerTable,
    directoryTenantTable,
    directoryDomainTable,
    subscriptionTable,
    holdingTable,
    chargeLineTable,
    transitionTable,
  ] as readonly DocumentTable<never>[]
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, tables)
  const principal = { ...app, ...changes.principal }
  const world = await World.open(
    'upgrades',
    engine,
    {
      tables,
      listeners: {},
      // The books of the terms are not kept here: `until` stands for the charges of the cycles that have passed.
      schedule: { ...transitionSchedule, 'charge-cycle': async () => {}, 'end-term': async () => {} },
      collaborators: [],
      policies: [],
      systemPrincipalOf: async () => principal,
    },
    {
      origin: { seed: 'empty', idSeed: 'upgrades' },
      clock: { mode: 'fixed', now: parseInstant('2026-11-20T09:00:00Z'), aheadMs: 0 },
    },
  )
  const tower = new Tower(world, principal)
  await tower.in((scope) => addContoso(scope, customerId))
  await tower.set(pricing, {
    prices: [
      { productId: 'CFQ7TTC0LFLX', skuId: '0001', termDuration: 'P1Y', unitPrice: '360' },
      { productId: 'CFQ7TTC0LFLZ', skuId: '0002', termDuration: 'P1Y', unitPrice: '600' },
    ],
    missing: [],
    exchangeRates: {},
  })
  return tower
}

/** The world in the hands of a test. */
export class Tower {
  readonly world: World
  readonly #principal: Principal

  constructor(world: World, principal: Principal) {
    this.world = world
    this.#principal = principal
  }

  get partner(): PartnerRecord {
    return this.#principal.partner
  }

  get partnerId(): string {
    return this.partner.tenantId
  }

  in<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    const caller = { principal: this.#principal, locale: 'en-US' as const, trace: new Trace() }
    return this.world.write(caller, ({ scope }) => work(scope))
  }

  set<T>(collaborator: Collaborator<T>, state: T): Promise<void> {
    return this.world.setCollaborator(collaborator, state)
  }

  /** A subscription as an order would start it; a year billed monthly unless told otherwise. */
  buy(sku: string, quantity: number, changes: Partial<StartSubscription> = {}): Promise<SubscriptionRecord> {
    return this.in(async (scope) => {
      const [productId = '', skuId = ''] = sku.split(':')
      const catalogue = catalogueOf(scope)
      const item = catalogue.sellable({ productId, skuId, country: 'US' })
      if (item === undefined) throw new TypeError(`${sku} is not on sale`)
      const plan = item.sku.isTrial
        ? ({ termDuration: 'P1M', billingCycle: 'none' } as const)
        : ({ termDuration: 'P1Y', billingCycle: 'monthly' } as const)
      const { availability } = item
      const price = catalogue.priceOf({ availability, ...plan, ...changes })
      return startSubscription(scope, {
        customerId,
        orderId: 'feedfeedfeed',
        lineNumber: 0,
        item,
        quantity,
        ...plan,
        termPrice: price?.unitPrice ?? '0',
        currency: 'USD',
        ...changes,
      })
    })
  }

  find(id: string): Promise<SubscriptionRecord> {
    return this.in((scope) => new Subscriptions(scope).get(customerId, id))
  }

  change(id: string, changes: Partial<SubscriptionRecord>): Promise<SubscriptionRecord> {
    return this.in(async (scope) => {
      const subscriptions = new Subscriptions(scope)
      return subscriptions.save({ ...(await subscriptions.get(customerId, id)), ...changes })
    })
  }

  /** Moves the clock, and marks the running cycle of every subscription as charged. */
  async until(moment: string): Promise<void> {
    await advance(this.world, parseInstant(moment))
    await this.in(async (scope) => {
      const subscriptions = new Subscriptions(scope)
      for (const one of await subscriptions.list(customerId)) {
        if (one.billingCycle === 'none') continue
        await subscriptions.save({ ...one, chargedThrough: cycleOf(one, dateOf(scope.now)).end })
      }
    })
  }

  wait(duration: string): Promise<unknown> {
    return advance(this.world, addDuration(this.world.now, duration))
  }

  /** The lines of transitions so far, `quantity amount` each. */
  converts(wanted: 'convert' | 'moveQuantity' = 'convert'): Promise<string[]> {
    return this.in(async (scope) => {
      const lines = await new ChargeLines(scope).list({ customerId })
      return lines
        .filter(({ type }) => type === wanted)
        .map(({ quantity, amount }) => `${quantity} ${amount}`)
    })
  }

  transition(subscriptionId: string, body: object) {
    const request = { transitionType: 'transition_only', ...body }
    return this.#call(area.routes.createTransition, { customerId, subscriptionId }, {}, request)
  }

  eligibilities(subscriptionId: string, query: { eligibilityType?: string } = {}) {
    return this.#call(
      area.routes.getTransitionEligibilities,
      { customerId, subscriptionId },
      query,
      undefined,
    )
  }

  history(subscriptionId: string, query: Readonly<Record<string, string>> = {}) {
    return this.#call(area.routes.listTransitions, { customerId, subscriptionId }, query, undefined)
  }

  #call<P, Q, B, A>(
    operation: (scope: Scope, input: { params: P; query: Q; body: B; headers: object }) => Promise<A>,
    params: P,
    query: Q,
    body: B,
  ): Promise<Exclude<A, { status: number | undefined }>> {
    return this.in(
      async (scope) =>
        (await operation(scope, { params, query, body, headers: {} })) as Exclude<
          A,
          { status: number | undefined }
        >,
    )
  }
}

export const refusedWith = (spec: FaultSpec) => (error: unknown) =>
  error instanceof Fault && error.spec.code === spec.code

/** The newest transition's events, `Conversion Failed 8` for example. */
export const eventsOf = async (world: Tower, id: string): Promise<string[]> => {
  const { items } = await world.history(id)
  return (items[0]?.events ?? []).map(({ name, status, errors }) =>
    [name, status, ...(errors ?? []).map(({ code }) => code)].join(' '),
  )
}

/** Seventeen days before the end of a cycle of 31 days that began with a purchase in November. */
export const midCycle = '2027-02-03T10:00:00Z'
