import type { Tenant } from '../../../kernel/tenant.ts'
import type { CustomerId, SubscriptionId } from '../../../kernel/ids.ts'
import { parseAmount, sumOf, type Money } from '../../../kernel/money.ts'
import type { Instant } from '../../../kernel/time.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { ChargeLine } from './charge-line.ts'

/** A line with its place among all of its world, for those of one moment. */
export interface StoredChargeLine extends ChargeLine {
  readonly place: number
}

export const chargeLineTable = documentTable<StoredChargeLine>()({
  name: 'charge_line',
  shape: 1,
  isSeldomRead: true,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { subscription: 'text', at: 'bigint', place: 'bigint' },
  indexes: [
    ['subscription', 'at', 'place'],
    ['customer', 'at', 'place'],
    ['at', 'place'],
  ],
  row: (line) => ({
    customer: line.customerId,
    id: line.id,
    subscription: line.subscriptionId,
    at: line.at,
    place: line.place,
  }),
})

export interface ChargeLineFilter {
  readonly customerId?: CustomerId | undefined
  readonly subscriptionId?: SubscriptionId | undefined
  /** Lines of this moment and later. */
  readonly since?: Instant | undefined
}

export interface ChargeLinePage {
  /** `at` and `place` of the last line seen. */
  readonly after?: readonly [number, number] | undefined
  readonly limit?: number | undefined
}

/** The charge lines of one partner, oldest first. */
export class ChargeLines {
  readonly #documents: Documents<StoredChargeLine>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(chargeLineTable, scope.tenant)
  }

  async add(line: StoredChargeLine): Promise<void> {
    await this.#documents.insert(line)
  }

  async list(filter: ChargeLineFilter, page: ChargeLinePage = {}): Promise<StoredChargeLine[]> {
    const { customerId, subscriptionId, since } = filter
    const narrowest =
      subscriptionId === undefined
        ? { ...(customerId === undefined ? {} : { customer: customerId }) }
        : { subscription: subscriptionId }
    const found = await this.#documents.list({
      where: narrowest,
      ...(since === undefined ? {} : { range: { at: { atLeast: since } } }),
      orderBy: ['at', 'place'],
      ...(page.after === undefined ? {} : { after: page.after }),
      ...(page.limit === undefined ? {} : { limit: page.limit }),
    })
    // All of a subscription are one customer's: they are the one asked for, or none of them is.
    return found.filter((line) => customerId === undefined || line.customerId === customerId)
  }

  /** Those that this transaction has written, in order. */
  async listWritten(): Promise<ChargeLine[]> {
    return await this.#documents.touched()
  }

  /** What the lines of a subscription since a moment add up to. */
  async net(
    customerId: CustomerId,
    subscriptionId: SubscriptionId,
    since: Instant,
    currency: string,
  ): Promise<Money> {
    const lines = await this.list({ customerId, subscriptionId, since })
    return sumOf(
      lines.map((line) => parseAmount(line.amount, line.currency)),
      currency,
    )
  }
}
