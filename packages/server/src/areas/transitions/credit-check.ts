import { credit } from '../../collaborators/credit.ts'
import { decimal } from '../../kernel/decimal.ts'
import { parseAmount, prorateToMoney, subtract, sumOf, zero, type Money } from '../../kernel/money.ts'
import type { Scope } from '../../kernel/scope.ts'
import { dateOf, plainDate, startOfDay } from '../../kernel/time.ts'
import type { Catalogue } from '../catalogue/public.ts'
import { ChargeLines, type Charge } from '../ledger/public.ts'

/**
 * Whether the partner's credit line bears what a transition costs at once: the charges less what is given back. A
 * sandbox has no line and is not asked. Amounts without an exchange rate count as nothing (assumed).
 * @see partner-center/csp-credit-policy
 */
export async function creditBears(
  scope: Scope,
  catalogue: Catalogue,
  charges: readonly Charge[],
): Promise<boolean> {
  if (scope.principal.partner.environment === 'sandbox') return true
  const { partners, otherwise } = scope.collaborator(credit)
  const account = { ...otherwise, ...partners[scope.tenant.partner] }
  if (account.limitUsd === undefined) return true
  const cost = inDollars(catalogue, charges)
  if (cost.minor <= 0n) return true

  const usd = (text: string) => parseAmount(text, 'USD')
  const firstOfMonth = plainDate(`${dateOf(scope.now).slice(0, 8)}01`)
  const lines = await new ChargeLines(scope).list({ since: startOfDay(firstOfMonth) })
  const used = sumOf(
    [usd(account.unpaidInvoicesUsd), usd(account.unbilledUsd), inDollars(catalogue, lines)],
    'USD',
  )
  const line = sumOf([usd(account.limitUsd), usd(account.overpaymentUsd)], 'USD')
  return subtract(line, sumOf([used, cost], 'USD')).minor >= 0n
}

const inDollars = (catalogue: Catalogue, lines: readonly Pick<Charge, 'amount' | 'currency'>[]): Money =>
  sumOf(
    lines.map(({ amount, currency }) => {
      const rate = catalogue.exchangeRate(currency, 'USD')
      if (rate === undefined) return zero('USD')
      return prorateToMoney(decimal(amount), rate.numerator, rate.denominator, 'USD', 'half-up')
    }),
    'USD',
  )
