import { Type } from 'typebox'
import { collaborator } from '../collaborator.ts'

const text = Type.String()
const amount = Type.String({ pattern: '^\\d+(\\.\\d+)?$' })

/** Which rows of the price list an entry is about; a member that is left out matches everything. */
const row = {
  productId: text,
  skuId: Type.Optional(text),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  segment: Type.Optional(text),
  termDuration: Type.Optional(text),
  billingCycle: Type.Optional(text),
}

/**
 * The price list and the exchange rates, where they differ from the shipped ones. The last matching entry counts.
 * Amounts are decimal strings in the currency of the market, for one unit and the whole term.
 * @see partner-center/developer/get-a-price-sheet
 */
export const pricing = collaborator({
  name: 'pricing',
  schema: Type.Object({
    /** `unitPrice` is the partner's price; `retailPrice` stays as shipped when it is left out. */
    prices: Type.Array(
      Type.Object({
        ...row,
        unitPrice: amount,
        retailPrice: Type.Optional(amount),
        /** ISO 8601; at once when left out. */
        effectiveFrom: Type.Optional(text),
      }),
    ),
    /** Rows that the price list lacks: nothing can be sold by them (900192). */
    missing: Type.Array(Type.Object(row)),
    /** Units of the currency per US dollar; `null` for a rate that cannot be had. */
    exchangeRates: Type.Record(text, Type.Union([amount, Type.Null()])),
  }),
  initial: { prices: [], missing: [], exchangeRates: {} },
})
