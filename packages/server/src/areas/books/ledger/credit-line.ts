import { credit } from '../../../collaborators/purchases/credit.ts'
import { decimal } from '../../../kernel/decimal.ts'
import { parseAmount, prorateToMoney, subtract, sumOf, zero, type Money } from '../../../kernel/money.ts'
import type { Scope } from '../../../work/scope.ts'
import { dateOf, plainDate, startOfDay } from '../../../kernel/time.ts'
import { ChargeLines } from './charge-lines-repository.ts'
import type { Charge } from './proration.ts'

export type ExchangeRate = (
  from: string,
  to: string,
) => { readonly numerator: bigint; readonly denominator: bigint } | undefined

/**
 * Whether the partner's credit line bears what a change costs at once: its charges less what it gives back. Only the
 * current month counts as not yet invoiced, and amounts without an exchange rate count as nothing (both assumed). A
 * sandbox has no line and is not asked. @see partner-center/csp-credit-policy
 */
export async function creditBears(
  scope: Scope,
  rate: ExchangeRate,
  charges: readonly Charge[],
): Promise<boolean> {
  if (scope.principal.partner.environment === 'sandbox') return true
  const { partners, otherwise } = scope.collaborator(credit)
  const account = { ...otherwise, ...partners[scope.tenant.partner] }
  if (account.limitUsd === undefined) return true
  const cost = inDollars(rate, charges)
  if (cost.minor <= 0n) return true

  const usd = (text: string) => parseAmount(text, 'USD')
  const firstOfMonth = plainDate(`${dateOf(scope.now).slice(0, 8)}01`)
  const lines = await new ChargeLines(scope).list({ since: startOfDay(firstOfMonth) })
  const used = sumOf(
    [usd(account.unpaidInvoicesUsd), usd(account.unbilledUsd), inDollars(rate, lines)],
    'USD',
  )
  const line = sumOf([usd(account.limitUsd), usd(account.overpaymentUsd)], 'USD')
  return subtract(line, sumOf([used, cost], 'USD')).minor >= 0n
}

const inDollars = (rate: ExchangeRate, lines: readonly Pick<Charge, 'amount' | 'currency'>[]): Money =>
  sumOf(
    lines.map(({ amount, currency }) => {
      const found = currency === 'USD' ? { numerator: 1n, denominator: 1n } : rate(currency, 'USD')
      if (found === undefined) return zero('USD')
      return prorateToMoney(decimal(amount), found.numerator, found.denominator, 'USD', 'half-up')
    }),
    'USD',
  )
