import { isModernItem, type CartLine, type CartRecord } from '../../carts/public.ts'

/** What is bought: the lines of a cart, or those of an order that is placed without one. */
export interface Purchase {
  readonly customerId: string
  /** Absent without a cart. */
  readonly cartId?: string
  readonly lines: readonly CartLine[]
  readonly partnerOnRecordAttestationAccepted?: boolean
}

export const purchaseOf = (cart: CartRecord): Purchase => {
  const { id, customerId, lines, partnerOnRecordAttestationAccepted: accepted } = cart
  const attested = accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }
  return { cartId: id, customerId, lines, ...attested }
}

export const linesOfGroup = ({ lines }: Purchase, group: string): CartLine[] =>
  lines.filter(({ orderGroup }) => orderGroup === group)

/** Of the older program, whose offers have an id of one part. */
export const isOfOlderProgram = ({ catalogItemId }: Pick<CartLine, 'catalogItemId'>): boolean =>
  !isModernItem(catalogItemId)
