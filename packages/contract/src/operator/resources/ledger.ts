import { Type, type Static } from 'typebox'
import { moment, strictly, text } from './common.ts'

export const LedgerQuery = strictly({
  customerId: Type.Optional(text('Only this customer’s lines.')),
  subscriptionId: Type.Optional(text('Only this subscription’s lines.')),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1000, description: 'So many lines at a time; all when absent.' }),
  ),
})

const amount = (description: string) => Type.String({ description: `${description} A decimal.` })

/** One charge or refund. */
export const LedgerEntry = Type.Object(
  {
    at: moment('When it was charged, in business time.'),
    type: Type.Enum([
      'new',
      'renew',
      'cycleCharge',
      'addQuantity',
      'removeQuantity',
      'cancelImmediate',
      'convert',
      'customerCredit',
    ]),
    customerId: Type.String(),
    subscriptionId: Type.String(),
    orderId: Type.String(),
    productId: Type.String(),
    skuId: Type.String(),
    quantity: Type.Integer({ description: 'Below zero on a line that takes back.' }),
    unitPrice: amount('One unit for a whole cycle.'),
    effectiveUnitPrice: amount('One unit for the billable days.'),
    periodStart: text('The first day.'),
    periodEnd: text('The last day.'),
    billableDays: Type.Integer(),
    cycleDays: Type.Integer(),
    amount: amount('Rounded once; below zero for a refund.'),
    currency: text('ISO 4217.'),
    promotionId: Type.Optional(Type.String()),
    referenceId: Type.Optional(text('Ties the lines of one change together.')),
  },
  { $id: 'LedgerEntry' },
)
export type LedgerEntry = Static<typeof LedgerEntry>
