import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { Collaborator } from '../../../collaborators/collaborator.ts'
import { pricing } from '../../../collaborators/purchases/pricing.ts'
import { systemPrincipal, type Principal } from '../../../work/principal.ts'
import { isReply } from '../../../work/operation.ts'
import type { Scope, ScheduleHandlers } from '../../../work/scope.ts'
import { dateOf, parseInstant } from '../../../kernel/time.ts'
import { Trace } from '../../../kernel/trace.ts'
import type { DocumentTable } from '../../../store/table.ts'
import { migrate } from '../../../store/migrate.ts'
import { SqliteEngine } from '../../../store/sqlite/sqlite.ts'
import { worldTables } from '../../../store/tables.ts'
import { advance } from '../../../world/advance.ts'
import { World } from '../../../world/world.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import { addContoso } from '../../accounts/customers/contoso.fixture.ts'
import { customerTable, directoryDomainTable, directoryTenantTable } from '../../accounts/customers/public.ts'
import { ChargeLines, chargeLineTable, type ChargeLine } from '../../books/ledger/public.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import {
  extendedServiceTerms,
  holdingTable,
  Holdings,
  startSubscription,
  Subscriptions,
  subscriptionTable,
  subscriptionResource,
  withEndOfTerm,
  type StartSubscription,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { area } from '../subscription/area.ts'
import { schedule as subscriptionsSchedule } from '../subscription/end-of-term/subscription-agenda.ts'
import { schedule } from './renewal-agenda.ts'

export const customerId = '0f0f0f0f-0000-4000-8000-00000000000c'
const partner = {
  tenantId: '0f0f0f0f-0000-4000-8000-0000000000aa',
  name: 'Fabrikam',
  partnerId: '1234567',
  type: 'directBill',
  environment: 'production',
} as PartnerRecord

/** SKUs of the shipped catalogue. */
export const e3 = 'CFQ7TTC0LFLX:0001'
export const e5 = 'CFQ7TTC0LFLZ:0002'
export const e3Trial = 'CFQ7TTC0LFLX:00T1'
export const saas = 'DZH318Z0BXWC:0002'

/** A world of one customer, in memory; a year of E3 costs 240.00 a seat, and it is 2026-11-20 at ten. */
export async function renewalsWorld(
  environment: 'production' | 'sandbox' = 'production',
  more: {
    readonly now?: string
    readonly tables?: readonly DocumentTable<never>[]
    readonly schedule?: ScheduleHandlers
  } = {},
): Promise<RenewalsWorld> {
  const principal: Principal = { ...systemPrincipal({ ...partner, environment }), kind: 'app' }
  const tables = [
    ...worldTables,
    customerTable,
    directoryTenantTable,
    directoryDomainTable,
    subscriptionTable,
    holdingTable,
    chargeLineTable,
    ...(more.tables ?? []),
  ] as readonly DocumentTable<never>[]
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, tables)
  const wiring = {
    tables,
    listeners: {},
    schedule: { ...subscriptionsSchedule, ...schedule, ...more.schedule },
    collaborators: [],
    policies: [],
    systemPrincipalOf: async () => principal,
  }
  const world = await World.open('renewals', engine, wiring, {
    origin: { seed: 'empty', idSeed: 'renewals' },
    clock: { mode: 'fixed', now: parseInstant(more.now ?? '2026-11-20T10:00:00Z'), aheadMs: 0 },
  })
  const renewals = new RenewalsWorld(world, principal)
  await renewals.in((scope) => addContoso(scope, customerId))
  await renewals.price('240')
  return renewals
}

/** Undefined leaves a member out that was read. */
type Changes = { readonly [Name in keyof SubscriptionPatch]?: SubscriptionPatch[Name] | undefined }

export class RenewalsWorld {
  readonly world: World
  readonly #principal: Principal

  constructor(world: World, principal: Principal) {
    this.world = world
    this.#principal = principal
  }

  in<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    const caller = { principal: this.#principal, locale: 'en-US' as const, trace: new Trace() }
    return this.world.write(caller, ({ scope }) => work(scope))
  }

  set<T>(collaborator: Collaborator<T>, state: T): Promise<void> {
    return this.world.setCollaborator(collaborator, state)
  }

  /** Nothing follows a term but its renewal or the days of grace. */
  async graceOnly(): Promise<void> {
    const [row] = extendedServiceTerms.rows
    await this.world.setPolicy(extendedServiceTerms, row === undefined ? [] : [row])
  }

  /** What a year of E3 costs a seat, and a month alone, in US dollars. */
  price(unitPrice: string, ofMonth = '22.00'): Promise<void> {
    const e3Price = { productId: 'CFQ7TTC0LFLX', skuId: '0001' }
    const prices = [
      { ...e3Price, termDuration: 'P1Y', unitPrice },
      { ...e3Price, termDuration: 'P1M', unitPrice: ofMonth },
    ]
    return this.set(pricing, { prices, missing: [], exchangeRates: {} })
  }

  buy(sku: string, quantity: number, changes: Partial<StartSubscription> = {}): Promise<SubscriptionRecord> {
    return this.in(async (scope) => {
      const [productId = '', skuId = ''] = sku.split(':')
      const catalogue = catalogueOf(scope)
      const item = catalogue.sellable({ productId, skuId, country: 'US' })
      if (item === undefined) throw new TypeError(`${sku} is not on sale`)
      const plan = item.sku.isTrial
        ? ({ termDuration: 'P1M', billingCycle: 'none' } as const)
        : ({ termDuration: 'P1Y', billingCycle: 'monthly' } as const)
      const price = catalogue.priceOf({ availability: item.availability, ...plan, ...changes })
      const line = { customerId, orderId: 'feedfeedfeed', lineNumber: 0, item, quantity, currency: 'USD' }
      return startSubscription(scope, { ...line, ...plan, termPrice: price?.unitPrice ?? '0', ...changes })
    })
  }

  find(id: string): Promise<SubscriptionRecord> {
    return this.in((scope) => new Subscriptions(scope).get(customerId, id))
  }

  seats(sku: string): Promise<number> {
    return this.in(async (scope) => (await new Holdings(scope).of(customerId, sku)).seats)
  }

  /** A PATCH of the whole resource, as a client sends back what it read. */
  patch(subscriptionId: string, body: Changes, headers: { readonly ifMatch?: string } = {}) {
    const params = { customerId, subscriptionId }
    return this.in(async (scope) => {
      const record = await new Subscriptions(scope).get(customerId, subscriptionId)
      const { attributes: _, ...whole } = subscriptionResource(withEndOfTerm(scope, record), scope.now)
      const answer = await area.routes.updateSubscription(scope, {
        params,
        query: {},
        body: { ...whole, ...body } as SubscriptionPatch,
        headers,
      })
      return isReply(answer)
        ? { status: answer.status, headers: answer.headers, body: answer.body }
        : { body: answer }
    })
  }

  activate(subscriptionId: string) {
    const params = { customerId, subscriptionId }
    return this.in((scope) =>
      area.routes.activateSubscription(scope, { params, query: {}, body: undefined, headers: {} }),
    )
  }

  /** Moves the clock; answers the events on the way, `day type` each. */
  async until(moment: string): Promise<string[]> {
    const { events } = await advance(this.world, parseInstant(moment))
    return events.map(({ at, type }) => `${dateOf(at)} ${type}`)
  }

  /** Every line of the customer, oldest first. */
  lines(): Promise<ChargeLine[]> {
    return this.in((scope) => new ChargeLines(scope).list({ customerId }))
  }

  /** `day type quantity amount` of each line. */
  ledger(): Promise<string[]> {
    return this.in(async (scope) => {
      const lines = await new ChargeLines(scope).list({ customerId })
      return lines.map(
        ({ periodStart, type, quantity, amount }) => `${periodStart} ${type} ${quantity} ${amount}`,
      )
    })
  }
}
