import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import { cartNotices } from '../cart-notices.ts'
import type { LineFacts } from './line-facts.ts'

const errorCodes = 'partner-center/developer/error-codes'

const promotionIsValid = rule<LineFacts>({
  name: 'promotionIsValid',
  holds: ({ chosenPromotion }) => chosenPromotion !== 'invalid',
  fault: () => fault(faults.promotionCodeIsInvalid),
  decidedBy: ({ line }) => ({ promotionId: line.promotionId }),
  see: 'partner-center/developer/promotion-resources',
})

const withCustomEnd = (inner: Rule<LineFacts>): Rule<LineFacts> =>
  when(({ line }) => line.customTermEndDate !== undefined, inner)

const itemAllowsCustomEnd = withCustomEnd(
  rule<LineFacts>({
    name: 'itemAllowsCustomTermEndDate',
    holds: ({ item, line }) =>
      item.product.family === 'license' && !item.sku.isTrial && line.termDuration !== undefined,
    fault: () => fault(cartNotices.customTermEndDateNotForProduct),
    decidedBy: ({ item }) => ({ family: item.product.family, isTrial: item.sku.isTrial }),
    see: 'partner-center/developer/cart-resources',
  }),
)

/** It must be one of the dates that are listed for the customer, the term and the day. */
const customEndIsAligned = withCustomEnd(
  rule<LineFacts>({
    name: 'customTermEndDateIsAligned',
    holds: ({ line, holdings }) => holdings.endDates.some((date) => date === line.customTermEndDate),
    fault: ({ line }) => fault(faults.customTermEndDateNotAligned, { lineNumber: line.id }),
    decidedBy: ({ line }) => ({ customTermEndDate: line.customTermEndDate }),
    see: 'partner-center/customers/align-subscription-end-dates',
  }),
)

const inventoryIsNotRestricted = rule<LineFacts>({
  name: 'inventoryIsNotRestricted',
  holds: ({ inventory }) => !inventory.isRestricted,
  fault: () => fault(faults.inventoryNotAvailable),
  see: 'partner-center/developer/check-inventory',
})

const inventorySuffices = rule<LineFacts>({
  name: 'inventorySuffices',
  holds: ({ inventory, line }) => inventory.remaining === undefined || line.quantity <= inventory.remaining,
  fault: () => fault(faults.inventoryQuantityNotAvailable),
  decidedBy: ({ inventory, line }) => ({ remaining: inventory.remaining, quantity: line.quantity }),
  see: errorCodes,
})

const currencyIsSupported = rule<LineFacts>({
  name: 'currencyIsSupported',
  holds: ({ line, currencies }) => line.currencyCode === undefined || currencies.includes(line.currencyCode),
  fault: ({ line }) => fault(faults.currencyNotSupported, { currency: line.currencyCode ?? '' }),
  decidedBy: ({ line, currencies }) => ({ currency: line.currencyCode, supported: currencies.join() }),
  see: 'partner-center/developer/pricing-and-offers',
})

/** Usage is priced when it happens. */
const priceIsKnown = when(
  ({ item }) => item.product.family !== 'azurePlan',
  rule<LineFacts>({
    name: 'priceIsKnown',
    holds: ({ price }) => price !== undefined,
    fault: () => fault(faults.temporaryFailure),
    decidedBy: ({ item, market }) => ({ catalogItemId: item.availability.catalogItemId, market }),
    see: 'assumed',
  }),
)

/** Promotion, dates, stock, money. */
export const termRules = [
  promotionIsValid,
  itemAllowsCustomEnd,
  customEndIsAligned,
  inventoryIsNotRestricted,
  inventorySuffices,
  currencyIsSupported,
  priceIsKnown,
] as const satisfies readonly Rule<LineFacts>[]
