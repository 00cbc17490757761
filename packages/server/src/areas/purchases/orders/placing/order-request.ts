import type { NewOrder } from '@tenantry/contract/resources/order.ts'
import { given } from '../../../../kernel/given.ts'
import type { Trace } from '../../../../kernel/trace.ts'
import { isModernItem, readCartRequest, type CartLine, type RequestedLine } from '../../carts/public.ts'
import type { Catalogue } from '../../../catalogue/products/public.ts'

/** An order without a cart is one group. */
export const onlyGroup = '0'

export type NewLine = NewOrder['lineItems'][number]

/**
 * The lines of a new order, in the order of their numbers, as those of a cart would be. Faults: 800002, 900126, 900142,
 * 800071. @see partner-center/developer/create-an-order
 */
export function readOrderRequest(catalogue: Catalogue, body: NewOrder, trace: Trace): CartLine[] {
  const lineItems = body.lineItems.map((line) => asCartLine(line, body))
  return readCartRequest({ lineItems }, undefined, trace)
    .toSorted((a, b) => a.id - b.id)
    .map((line) => ({
      ...withOnlyTerm(catalogue, line),
      promotionIsChosen: line.promotionId !== undefined,
      orderGroup: onlyGroup,
    }))
}

/** The billing cycle is the order's: monthly for new commerce, that of the offer for the older program. */
function asCartLine(line: NewLine, { billingCycle, currencyCode }: NewOrder) {
  const offerId = line.offerId ?? ''
  return {
    quantity: line.quantity,
    catalogItemId: offerId,
    provisioningContext: { ...line.provisioningContext, ...given(parentOf(line)) },
    participants: participantsOf(line),
    ...given({
      id: line.lineItemNumber,
      friendlyName: line.friendlyName,
      currencyCode,
      billingCycle: billingCycle ?? (isModernItem(offerId) ? 'monthly' : undefined),
      termDuration: line.termDuration,
      renewsTo: line.renewsTo,
      attestationAccepted: line.attestationAccepted,
      promotionId: line.promotionId,
      customTermEndDate: line.customTermEndDate,
      purchaseCommitment: line.purchaseCommitment,
    }),
  }
}

const parentOf = ({ parentSubscriptionId }: Pick<NewLine, 'parentSubscriptionId'>) => ({
  parentSubscriptionId: parentSubscriptionId === '' ? undefined : parentSubscriptionId,
})

const participantsOf = ({ partnerIdOnRecord = '', additionalPartnerIdsOnRecord = [] }: NewLine) => [
  ...(partnerIdOnRecord === '' ? [] : [{ key: 'transaction_reseller', value: partnerIdOnRecord }]),
  ...additionalPartnerIdsOnRecord.map((value) => ({ key: 'additional_transaction_reseller', value })),
]

/** The published order of a reservation names no term: there is only one. */
function withOnlyTerm(catalogue: Catalogue, line: RequestedLine): RequestedLine {
  if (line.termDuration !== undefined || !isModernItem(line.catalogItemId)) return line
  const resolution = catalogue.resolve(line.catalogItemId)
  if (!resolution.found) return line
  const terms = new Set(resolution.availability.plans.map(({ termDuration }) => termDuration))
  const [only = ''] = terms
  return terms.size === 1 && only !== '' ? { ...line, termDuration: only } : line
}
