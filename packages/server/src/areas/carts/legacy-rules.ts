import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../kernel/rule.ts'
import type { LegacyLineFacts } from './line-facts.ts'

const errorCodes = 'partner-center/developer/error-codes'
const offerPage = 'partner-center/developer/offer-resources'

const offerExists = rule<LegacyLineFacts>({
  name: 'offerExists',
  holds: ({ offer }) => offer !== undefined,
  fault: () => fault(faults.offerIdIsInvalid),
  decidedBy: ({ line }) => ({ catalogItemId: line.catalogItemId }),
  see: errorCodes,
})

/** Microsoft Azure of the older program is no longer sold to new customers. @see partner-center/customers/azure-plan */
const azureOfferIsSold = when(
  ({ offer }) => offer?.billing === 'usage',
  rule<LegacyLineFacts>({
    name: 'azureOfferIsSold',
    holds: ({ sale }) => sale.azure === 'open',
    fault: () => fault(faults.azureItemNotAvailable),
    decidedBy: ({ sale }) => ({ sale: sale.azure }),
    see: 'partner-center/customers/azure-plan',
  }),
)

const customerIsQualified = rule<LegacyLineFacts>({
  name: 'customerIsQualifiedForOffer',
  holds: ({ offer, segments }) =>
    (offer?.reselleeQualifications ?? []).every((needed) =>
      segments.some((segment) => needed.toLowerCase().startsWith(segment)),
    ),
  fault: () => fault(faults.offerNotEligible),
  decidedBy: ({ offer }) => ({ needed: offer?.reselleeQualifications.join() }),
  see: offerPage,
})

/** An offer leaves the sale when new commerce has its like. @see partner-center/customers/new-commerce-experience */
const offerIsSold = when(
  ({ offer }) => offer?.billing === 'license',
  rule<LegacyLineFacts>({
    name: 'offerIsSold',
    holds: ({ sale }) => sale.licences === 'open',
    fault: () => fault(faults.offerNoLongerAvailable),
    decidedBy: ({ sale, offer }) => ({ sale: sale.licences, migratesTo: offer?.migratesTo }),
    see: offerPage,
  }),
)

const quantityIsInRange = rule<LegacyLineFacts>({
  name: 'quantityIsInRange',
  holds: ({ line, offer }) =>
    offer === undefined || (line.quantity >= offer.minimumQuantity && line.quantity <= offer.maximumQuantity),
  fault: ({ line }) => fault(faults.lineQuantityNotAllowed, { lineNumber: line.id }),
  decidedBy: ({ line }) => ({ quantity: line.quantity }),
  see: offerPage,
})

const offerLimitRemains = rule<LegacyLineFacts>({
  name: 'offerLimitRemains',
  holds: ({ offer, heldConcurrently, everHeld }) => {
    if (offer === undefined || offer.limit.unit === 'None') return true
    return (offer.limit.unit === 'Concurrent' ? heldConcurrently : everHeld) < offer.limit.count
  },
  fault: () => fault(faults.offerLimitExceeded),
  decidedBy: ({ heldConcurrently, everHeld }) => ({ heldConcurrently, everHeld }),
  see: offerPage,
})

/** Only subscriptions of the older program that exist are kept here; nothing writes orders for new ones. */
const orderWriterExists = rule<LegacyLineFacts>({
  name: 'orderWriterExists',
  holds: () => false,
  fault: () => fault(faults.purchaseSystemNotSupported),
  see: 'assumed',
})

/** Lines of the older program. */
export const legacyRules = [
  offerExists,
  azureOfferIsSold,
  customerIsQualified,
  offerIsSold,
  quantityIsInRange,
  offerLimitRemains,
  orderWriterExists,
] as const satisfies readonly Rule<LegacyLineFacts>[]
