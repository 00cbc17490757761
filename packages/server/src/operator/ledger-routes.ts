import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ChargeLines, type ChargeLine } from '../areas/ledger/public.ts'
import { PartnerRegistry } from '../areas/partners/public.ts'
import { tenantOfPartner } from '../identity/principal.ts'
import { formatInstant } from '../kernel/time.ts'
import type { OperatorHost } from './host.ts'
import { queryOf, strictly } from './input.ts'

const LedgerQuery = strictly({
  customerId: Type.Optional(Type.String()),
  subscriptionId: Type.Optional(Type.String()),
})

/** What every partner of the world was charged, oldest first. */
export function registerLedgerRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/ledger', async (request) => {
    const { customerId, subscriptionId } = queryOf(request, LedgerQuery)
    const filter = { customerId: customerId?.toLowerCase(), subscriptionId: subscriptionId?.toLowerCase() }
    const lines = await host.worldOf(request).transact('read', async (trx) => {
      const found: ChargeLine[] = []
      for (const partner of await new PartnerRegistry({ trx }).list()) {
        found.push(...(await new ChargeLines({ trx, tenant: tenantOfPartner(partner) }).list(filter)))
      }
      return found
    })
    // Each partner's lines come in order; the sort is stable and keeps that order within one moment.
    return lines.sort((a, b) => a.at - b.at).map(lineView)
  })
}

export const lineView = (line: ChargeLine) => ({
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
  periodEnd: line.periodEnd,
  billableDays: line.billableDays,
  cycleDays: line.cycleDays,
  amount: line.amount,
  currency: line.currency,
  ...(line.promotionId === undefined ? {} : { promotionId: line.promotionId }),
  ...(line.referenceId === undefined ? {} : { referenceId: line.referenceId }),
})
