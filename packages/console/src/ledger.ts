import type { LedgerEntry } from '@tenantry/sdk/operator.ts'
import { sumDecimals } from './decimal.ts'

export interface CurrencySum {
  readonly currency: string
  readonly amount: string
}

export interface SubscriptionLedger {
  readonly subscriptionId: string
  /** Of the last line: a conversion changes what the subscription is for. */
  readonly productId: string
  readonly skuId: string
  readonly lines: readonly LedgerEntry[]
  readonly sums: readonly CurrencySum[]
}

/** Charge lines by subscription, in the order in which the subscriptions were first charged. */
export function groupBySubscription(lines: readonly LedgerEntry[]): SubscriptionLedger[] {
  const groups = Map.groupBy(lines, ({ subscriptionId }) => subscriptionId)
  return [...groups].map(([subscriptionId, own]) => {
    const last = own.at(-1)
    return {
      subscriptionId,
      productId: last?.productId ?? '',
      skuId: last?.skuId ?? '',
      lines: own,
      sums: sumByCurrency(own),
    }
  })
}

/** One sum a currency: amounts of different currencies are never added up. */
export function sumByCurrency(lines: readonly Pick<LedgerEntry, 'amount' | 'currency'>[]): CurrencySum[] {
  return [...Map.groupBy(lines, ({ currency }) => currency)]
    .map(([currency, own]) => ({ currency, amount: sumDecimals(own.map(({ amount }) => amount)) }))
    .sort((a, b) => a.currency.localeCompare(b.currency))
}
