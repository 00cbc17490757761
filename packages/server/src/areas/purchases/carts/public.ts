export { endDate, pricingAnswer } from './cart-answer.ts'
export { isNotice } from './cart-notices.ts'

export { findBillingCycle, isModernItem, readBillingCycle, readCartRequest } from './cart-request.ts'
export { Carts, cartTable } from './cart-repository.ts'
export { cartHasNotExpired, cartIsNotBeingProcessed, type CartFacts } from './cart-rules.ts'
export {
  digestOf,
  isExpired,
  orderGroupsOf,
  recordOrders,
  type CartLine,
  type CartRecord,
  type LinePricing,
  type RequestedLine,
} from './cart.ts'
export { azurePlanHasNoFriendlyName, pricedLine } from './lines/check-lines.ts'
export { checkLine } from './lines/line-check.ts'
export { priceLine, termPrice, type PricedLine } from './lines/line-pricing.ts'
export { resellerOf } from './lines/line-reseller.ts'
export type { LineFacts } from './lines/line-facts.ts'
export { loadLegacyLine, loadLine, type EarlierLine, type LineInContext } from './lines/load-line.ts'
export { partnerSellsInMarket } from './market-rule.ts'
export { nextTermFacts, nextTermOf, nextTermRules } from './lines/next-term-rules.ts'
export { loadPurchaseContext, type PurchaseContext } from './lines/purchase-context.ts'
