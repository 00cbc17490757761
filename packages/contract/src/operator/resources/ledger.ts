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

/** @see partner-center/billing/recon-file-charge-types */
export const chargeTypes = [
  'new',
  'renew',
  'cycleCharge',
  'addQuantity',
  'removeQuantity',
  'cancelImmediate',
  'convert',
  'moveQuantity',
  'changeBillingPlan',
  'extendTerm',
  'customerCredit',
] as const
export type ChargeType = (typeof chargeTypes)[number]

/** One charge or refund. */
export const LedgerEntry = Type.Object(
  {
    at: moment('When it was charged, in business time.'),
    type: Type.Enum([...chargeTypes]),
    customerId: Type.String(),
    subscriptionId: Type.String(),
    orderId: Type.String(),
    productId: Type.String(),
    skuId: Type.String(),
    quantity: Type.Integer({ description: 'Below zero on a line that takes back.' }),
    unitPrice: amount('One unit for a whole cycle by the price list.'),
    effectiveUnitPrice: amount('What one unit is charged for the billable days, its promotion deducted.'),
    periodStart: text('The first day.'),
    periodEnd: Type.Optional(text('The last day; absent for what is bought for good.')),
    billableDays: Type.Integer(),
    cycleDays: Type.Integer(),
    amount: amount('As the policy line-rounding has it; below zero for a refund.'),
    currency: text('ISO 4217.'),
    promotionId: Type.Optional(Type.String()),
    referenceId: Type.Optional(text('Ties the lines of one change together.')),
  },
  { $id: 'LedgerEntry' },
)
export type LedgerEntry = Static<typeof LedgerEntry>
