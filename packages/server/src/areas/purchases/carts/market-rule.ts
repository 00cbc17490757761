import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList } from '../../../kernel/rule.ts'
import type { Catalogue } from '../../catalogue/products/public.ts'
import type { CustomerRecord } from '../../accounts/customers/public.ts'
import type { PartnerRecord } from '../../../work/partner.ts'

interface MarketFacts {
  readonly partner: PartnerRecord
  readonly customer: CustomerRecord
  readonly catalogue: Catalogue
}

/** @see partner-center/customers/csp-regional-authorization-overview */
const partnerSellsInMarket = rule<MarketFacts>({
  name: 'partnerSellsInMarket',
  holds: ({ partner, customer, catalogue }) =>
    catalogue.marketsOfRegion(partner.region).includes(customer.market),
  fault: () => fault(faults.marketNotAuthorized),
  decidedBy: ({ partner, customer }) => ({ region: partner.region, market: customer.market }),
  see: 'partner-center/customers/csp-regional-authorization-overview',
})

export const marketRules = ruleList('Any purchase: the market', [partnerSellsInMarket])
