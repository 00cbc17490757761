import { credit, type CreditAccount } from '../../../collaborators/purchases/credit.ts'
import { parseAmount, prorateToMoney, toDecimal } from '../../../kernel/money.ts'
import type { Scope } from '../../../work/scope.ts'
import { dateOf, plainDate, startOfDay } from '../../../kernel/time.ts'
import { ChargeLines } from './charge-lines-repository.ts'
import type { Charge } from './proration.ts'

/** Who knows what a currency is worth: the catalogue. */
export interface ExchangeRates {
  exchangeRate(
    from: string,
    to: string,
  ): { readonly numerator: bigint; readonly denominator: bigint } | undefined
}

type Amount = Pick<Charge, 'amount' | 'currency'>

/**
 * The credit line that a partner has with Microsoft. Purchases, changes of seats and transitions all ask this one.
 * @see partner-center/csp-credit-policy
 */
export interface CreditLine {
  readonly account: CreditAccount
  /** Charges of the current month, in US cents: no invoice has taken them up yet. */
  readonly unbilledCents: bigint
}

/**
 * Earlier months count as invoiced and paid unless the account says otherwise (assumed). The ledger is not read where
 * there is no limit.
 */
export async function creditLine(scope: Scope, rates: ExchangeRates): Promise<CreditLine> {
  const account = accountOf(scope)
  if (account.limitUsd === undefined) return { account, unbilledCents: 0n }
  const firstOfMonth = plainDate(`${dateOf(scope.now).slice(0, 8)}01`)
  const lines = await new ChargeLines(scope).list({ since: startOfDay(firstOfMonth) })
  return { account, unbilledCents: dollarCents(rates, lines) }
}

function accountOf(scope: Scope): CreditAccount {
  const { partners, otherwise } = scope.collaborator(credit)
  return { ...otherwise, ...partners[scope.tenant.partner] }
}

/** Limit less what is used, invoiced and not yet invoiced, plus what was overpaid. Undefined without a limit. */
export function availableCents(
  { account, unbilledCents }: CreditLine,
  incomingCents: bigint,
): bigint | undefined {
  if (account.limitUsd === undefined) return undefined
  const cents = (usd: string): bigint => parseAmount(usd, 'USD').minor
  const used = incomingCents + cents(account.unpaidInvoicesUsd) + cents(account.unbilledUsd) + unbilledCents
  return cents(account.limitUsd) - (used - cents(account.overpaymentUsd))
}

/** An amount whose currency has no rate counts as it is printed (assumed): it must not slip through. */
export const dollarCents = (rates: ExchangeRates, amounts: readonly Amount[]): bigint =>
  amounts.reduce((sum, { amount, currency }) => sum + centsOf(rates, amount, currency), 0n)

function centsOf(rates: ExchangeRates, amount: string, currency: string): bigint {
  const rate = currency === 'USD' ? undefined : rates.exchangeRate(currency, 'USD')
  const { numerator, denominator } = rate ?? { numerator: 1n, denominator: 1n }
  return prorateToMoney(toDecimal(parseAmount(amount, currency)), numerator, denominator, 'USD', 'half-up')
    .minor
}

/**
 * Whether the line bears what a change costs at once: its charges less what it gives back. A sandbox has no line and is
 * not asked, and what costs nothing is always borne.
 */
export async function creditBears(
  scope: Scope,
  rates: ExchangeRates,
  charges: readonly Charge[],
): Promise<boolean> {
  if (scope.principal.partner.environment === 'sandbox') return true
  if (accountOf(scope).limitUsd === undefined) return true
  const cost = dollarCents(rates, charges)
  return cost <= 0n || (availableCents(await creditLine(scope, rates), cost) ?? 0n) >= 0n
}
