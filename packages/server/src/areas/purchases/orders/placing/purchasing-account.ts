import { compliance } from '../../../../collaborators/compliance.ts'
import { credit } from '../../../../collaborators/purchases/credit.ts'
import { risk } from '../../../../collaborators/purchases/risk.ts'
import { parseAmount, prorateToMoney, toDecimal, type Money } from '../../../../kernel/money.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf, dayMs, startOfDay, type Instant, type PlainDate } from '../../../../kernel/time.ts'
import { catalogueOf, type Catalogue, type ProductFamily } from '../../../catalogue/products/public.ts'
import type { CustomerRecord } from '../../../accounts/customers/public.ts'
import { ChargeLines } from '../../../books/ledger/public.ts'
import type { CreditFacts } from './credit-rules.ts'
import { Orders } from '../order-repository.ts'
import type { RiskFacts } from './risk-rules.ts'

/** What one group of lines asks of the partner's account; amounts are US cents. */
export interface GroupDemand {
  readonly families: readonly ProductFamily[]
  readonly seats: number
  readonly firstCharges: readonly Money[]
}

/** The account of the partner during one checkout: what the groups before have taken is remembered. */
export class PurchasingAccount {
  readonly #scope: Scope
  readonly #customer: CustomerRecord
  readonly #unbilled: bigint
  #reserved = 0n
  #orders: number

  private constructor(scope: Scope, customer: CustomerRecord, unbilled: bigint, orders: number) {
    this.#scope = scope
    this.#customer = customer
    this.#unbilled = unbilled
    this.#orders = orders
  }

  static async open(scope: Scope, customer: CustomerRecord): Promise<PurchasingAccount> {
    const orders = await new Orders(scope).countSince(customer.id, scope.now - dayMs)
    return new PurchasingAccount(scope, customer, await unbilledCents(scope), orders)
  }

  factsOf(demand: GroupDemand): CreditFacts & RiskFacts {
    const { partner } = this.#scope.principal
    const state = this.#scope.collaborator(credit)
    return {
      environment: partner.environment,
      account: accountOf(this.#scope),
      holdAfterDays: state.holdAfterDays,
      minimumLineUsd: state.minimumLineUsd,
      families: demand.families,
      incoming: this.#reserved + this.#cents(demand),
      unbilled: this.#unbilled,
      orderCents: this.#cents(demand),
      partnerId: partner.tenantId,
      customerId: this.#customer.id,
      market: this.#customer.market,
      compliance: this.#scope.collaborator(compliance),
      risk: this.#scope.collaborator(risk),
      customerAgeDays: Math.floor((this.#scope.now - this.#customer.createdAt) / dayMs),
      seats: demand.seats,
      ordersLastDay: this.#orders,
    }
  }

  reserve(demand: GroupDemand): void {
    this.#reserved += this.#cents(demand)
    this.#orders += 1
  }

  #cents({ firstCharges }: GroupDemand): bigint {
    const catalogue = catalogueOf(this.#scope)
    return firstCharges.reduce((sum, amount) => sum + usdCents(catalogue, amount), 0n)
  }
}

function accountOf(scope: Scope): CreditFacts['account'] {
  const { partners, otherwise } = scope.collaborator(credit)
  return { ...otherwise, ...partners[scope.tenant.partner] }
}

/**
 * Charges of the current month, which no invoice has taken up yet. Earlier months count as invoiced and paid unless the
 * account says otherwise (assumed). Not looked at where there is no limit.
 */
async function unbilledCents(scope: Scope): Promise<bigint> {
  if (accountOf(scope).limitUsd === undefined) return 0n
  const catalogue = catalogueOf(scope)
  const lines = await new ChargeLines(scope).list({ since: startOfMonth(scope.now) })
  return lines.reduce((sum, line) => sum + usdCents(catalogue, parseAmount(line.amount, line.currency)), 0n)
}

const startOfMonth = (now: Instant): Instant => startOfDay(`${dateOf(now).slice(0, 7)}-01` as PlainDate)

/** An amount whose currency has no rate counts as it is printed: it must not slip through. */
function usdCents(catalogue: Catalogue, amount: Money): bigint {
  const rate = amount.currency === 'USD' ? undefined : catalogue.exchangeRate(amount.currency, 'USD')
  const { numerator, denominator } = rate ?? { numerator: 1n, denominator: 1n }
  return prorateToMoney(toDecimal(amount), numerator, denominator, 'USD', 'half-up').minor
}
