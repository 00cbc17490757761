import type { ledgerEndpoints } from '@tenantry/contract/operator/ledger.ts'
import type { LedgerEntry } from '@tenantry/contract/operator/resources/ledger.ts'
import {
  ChargeLines,
  type ChargeLine,
  type ChargeLineFilter,
  type StoredChargeLine,
} from '../areas/books/ledger/public.ts'
import { PartnerRegistry } from '../areas/accounts/partners/public.ts'
import { tenantOfPartner } from '../kernel/tenant.ts'
import { pageOf } from '../kernel/page.ts'
import { formatInstant } from '../kernel/time.ts'
import type { Trx } from '../store/trx.ts'
import { reply } from '../work/operation.ts'
import { goOnFrom, seekOf } from './input.ts'
import type { OperatorRoutes } from './operation.ts'

/** A line, and whose it is. */
interface Entry {
  readonly partner: string
  readonly line: StoredChargeLine
}

/**
 * What every partner of the world was charged, oldest first and within one moment partner by partner, `limit` lines at
 * a time where it is given.
 */
export const ledgerRoutes: OperatorRoutes<typeof ledgerEndpoints> = {
  getLedger: async ({ world }, { query: { limit, ...ids }, headers }) => {
    const filter = {
      customerId: ids.customerId?.toLowerCase(),
      subscriptionId: ids.subscriptionId?.toLowerCase(),
    }
    const list = { of: ['ledger', filter], place: ['integer', 'text', 'integer'] } as const
    const after = seekOf(headers, list) as Place | undefined
    const wanted = limit ?? Number.POSITIVE_INFINITY

    const found = await world.transact('read', (trx) => find(trx, filter, after, wanted + 1))
    const page = pageOf(list, found, wanted, ({ partner, line }) => [line.at, partner, line.place])

    return reply(
      page.items.map(({ line }) => lineView(line)),
      goOnFrom(page.continuationToken),
    )
  },
}

type Place = readonly [number, string, number]

/** The first lines after a place. Each partner gives as many as are wanted, so that none of the first is missing. */
async function find(
  trx: Trx,
  filter: ChargeLineFilter,
  after: Place | undefined,
  wanted: number,
): Promise<Entry[]> {
  const found: Entry[] = []
  for (const partner of await new PartnerRegistry({ trx }).list()) {
    const tenant = tenantOfPartner(partner)
    const lines = await new ChargeLines({ trx, tenant }).list(filter, {
      after: after === undefined ? undefined : ownPlace(after, tenant.partner),
      limit: Number.isFinite(wanted) ? wanted : undefined,
    })
    found.push(...lines.map((line) => ({ partner: tenant.partner, line })))
  }
  // Partners and each one's lines come in order; the sort is stable and keeps that order within one moment.
  return found.sort((a, b) => a.line.at - b.line.at).slice(0, wanted)
}

/** Of the place's moment, partners that come earlier have shown all their lines and later ones none. */
function ownPlace([at, partner, place]: Place, own: string): readonly [number, number] {
  if (own === partner) return [at, place]
  return [at, own < partner ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER]
}

export const lineView = (line: ChargeLine): LedgerEntry => ({
  at: formatInstant(line.at),
  type: line.type,
  customerId: line.customerId,
  subscriptionId: line.subscriptionId,
  orderId: line.orderId,
  productId: line.productId,
  skuId: line.skuId,
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  effectiveUnitPrice: line.effectiveUnitPrice,
  periodStart: line.periodStart,
  ...(line.periodEnd === undefined ? {} : { periodEnd: line.periodEnd }),
  billableDays: line.billableDays,
  cycleDays: line.cycleDays,
  amount: line.amount,
  currency: line.currency,
  ...(line.promotionId === undefined ? {} : { promotionId: line.promotionId }),
  ...(line.referenceId === undefined ? {} : { referenceId: line.referenceId }),
})
