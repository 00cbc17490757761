import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import type { PurchaseContext } from '../../carts/public.ts'
import type { CustomerRecord } from '../../../accounts/customers/public.ts'
import { creditRules } from './credit-rules.ts'
import type { FulfilmentBySubscription, OrderRecord } from '../order.ts'
import type { Purchase } from './purchase.ts'
import type { GroupDemand, PurchasingAccount } from './purchasing-account.ts'
import { complianceRules, riskRules } from './risk-rules.ts'

export interface Checkout {
  readonly customer: CustomerRecord
  readonly purchase: Purchase
  readonly account: PurchasingAccount
  /** Groups that are ordered or were refused. */
  readonly settled: ReadonlySet<string>
}

export interface PlacedOrder {
  readonly order: OrderRecord
  readonly fulfilment: FulfilmentBySubscription
}

/** What stands last against any order: compliance, credit, risk, and an order writer that is down. */
export function passAccount(scope: Scope, account: PurchasingAccount, demand: GroupDemand): void {
  const facts = account.factsOf(demand)
  enforce(complianceRules, facts, scope.trace)
  enforce(creditRules, facts, scope.trace)
  enforce(riskRules, facts, scope.trace)
  enforce(orderWriterRules, { outage: scope.collaborator(fulfilment).outage }, scope.trace)
}

const fulfilmentAcceptsOrders = rule<{ readonly outage: boolean }>({
  name: 'fulfilmentAcceptsOrders',
  holds: ({ outage }) => !outage,
  fault: () => fault(faults.orderCreationFailed),
  decidedBy: ({ outage }) => ({ outage }),
  see: 'assumed',
})

export const orderWriterRules = ruleList('Any purchase: the order writer', [fulfilmentAcceptsOrders])

/** The symbol of the market or partner whose currency it is. */
export function symbolOf({ catalogue, customer, partner }: PurchaseContext, currency: string): string {
  const market = [customer.market, partner.market]
    .map((country) => catalogue.findMarket(country))
    .find((one) => one?.currency === currency)
  return market?.currencySymbol ?? currency
}
