import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { compliance } from '../../../../collaborators/compliance.ts'
import type { risk } from '../../../../collaborators/purchases/risk.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { ProductFamily } from '../../../catalogue/products/public.ts'

export interface RiskFacts {
  readonly partnerId: string
  readonly customerId: string
  readonly market: string
  readonly compliance: (typeof compliance)['initial']
  readonly risk: (typeof risk)['initial']
  readonly families: readonly ProductFamily[]
  readonly customerAgeDays: number
  readonly seats: number
  readonly ordersLastDay: number
  /** First invoice of this order alone, US cents. */
  readonly orderCents: bigint
}

/** @see partner-center/developer/error-codes */
const purchaseIsCompliant = rule<RiskFacts>({
  name: 'purchaseIsCompliant',
  holds: ({ compliance: screened, partnerId, customerId, market }) =>
    !screened.countries.includes(market) &&
    !screened.customers.includes(customerId) &&
    !screened.partners.includes(partnerId),
  fault: () => fault(faults.partnerNotEligibleForTransaction),
  decidedBy: ({ market, customerId }) => ({ market, customerId }),
  see: 'assumed',
})

export const complianceRules = ruleList('Any purchase: compliance', [purchaseIsCompliant])

const passes = (
  name: string,
  holds: Rule<RiskFacts>['holds'],
  decidedBy: NonNullable<Rule<RiskFacts>['decidedBy']>,
) => rule<RiskFacts>({ name, holds, fault: () => fault(faults.riskCheckFailed), decidedBy, see: 'assumed' })

/** The fraud desk's limits; which of them was met shows in the trace. */
export const riskRules = ruleList<Rule<RiskFacts>>('Any purchase: risk', [
  passes(
    'newCustomerBuysFewSeats',
    ({ risk, customerAgeDays, seats }) =>
      customerAgeDays >= risk.newCustomerDays || seats <= risk.newCustomerSeatsMax,
    ({ customerAgeDays, seats }) => ({ customerAgeDays, seats }),
  ),
  passes(
    'customerOrdersNotTooOften',
    ({ risk, ordersLastDay }) => ordersLastDay < risk.ordersPerDayMax,
    ({ ordersLastDay }) => ({ ordersLastDay }),
  ),
  passes(
    'orderIsNotTooLarge',
    ({ risk, orderCents }) => risk.orderUsdMax === undefined || orderCents <= BigInt(risk.orderUsdMax) * 100n,
    ({ orderCents }) => ({ orderCents: String(orderCents) }),
  ),
  passes(
    'customerHasNoFraudEvent',
    ({ risk, customerId, families }) =>
      !families.includes('azurePlan') || !risk.customersWithFraudEvents.includes(customerId),
    ({ customerId }) => ({ customerId }),
  ),
])
