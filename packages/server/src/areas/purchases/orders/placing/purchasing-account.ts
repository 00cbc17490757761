import { compliance } from '../../../../collaborators/compliance.ts'
import { credit } from '../../../../collaborators/purchases/credit.ts'
import { risk } from '../../../../collaborators/purchases/risk.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dayMs } from '../../../../kernel/time.ts'
import { catalogueOf, type ProductFamily } from '../../../catalogue/products/public.ts'
import type { CustomerRecord } from '../../../accounts/customers/public.ts'
import { creditLine, dollarCents, type Charge, type CreditLine } from '../../../books/ledger/public.ts'
import type { CreditFacts } from './credit-rules.ts'
import { Orders } from '../order-repository.ts'
import type { RiskFacts } from './risk-rules.ts'

/** What one group of lines asks of the partner's account. */
export interface GroupDemand {
  readonly families: readonly ProductFamily[]
  readonly seats: number
  /** What it costs at once. */
  readonly charges: readonly Pick<Charge, 'amount' | 'currency'>[]
}

/** The account of the partner during one checkout: what the groups before have taken is remembered. */
export class PurchasingAccount {
  readonly #scope: Scope
  readonly #customer: CustomerRecord
  readonly #line: CreditLine
  #reserved = 0n
  #orders: number

  private constructor(scope: Scope, customer: CustomerRecord, line: CreditLine, orders: number) {
    this.#scope = scope
    this.#customer = customer
    this.#line = line
    this.#orders = orders
  }

  static async open(scope: Scope, customer: CustomerRecord): Promise<PurchasingAccount> {
    const orders = await new Orders(scope).countSince(customer.id, scope.now - dayMs)
    return new PurchasingAccount(scope, customer, await creditLine(scope, catalogueOf(scope)), orders)
  }

  factsOf(demand: GroupDemand): CreditFacts & RiskFacts {
    const { partner } = this.#scope.principal
    const state = this.#scope.collaborator(credit)
    return {
      environment: partner.environment,
      ...this.#line,
      holdAfterDays: state.holdAfterDays,
      minimumLineUsd: state.minimumLineUsd,
      families: demand.families,
      incomingCents: this.#reserved + this.#cents(demand),
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

  #cents({ charges }: GroupDemand): bigint {
    return dollarCents(catalogueOf(this.#scope), charges)
  }
}
