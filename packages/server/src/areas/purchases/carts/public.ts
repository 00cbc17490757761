export { endDate, pricingAnswer } from './cart-answer.ts'
export { isNotice } from './cart-notices.ts'
export {
  cartRequestRules,
  findBillingCycle,
  isModernItem,
  readBillingCycle,
  readCartRequest,
} from './cart-request.ts'
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
export { friendlyNameRules, pricedLine } from './lines/check-lines.ts'
export { resolutionRules } from './lines/item-rules.ts'
export { legacyRules } from './lines/legacy-rules.ts'
export { checkLine, lineRules } from './lines/line-check.ts'
export { priceLine, termPrices, type PricedLine } from './lines/line-pricing.ts'
export { resellerOf } from './lines/line-reseller.ts'
export type { LineFacts } from './lines/line-facts.ts'
export { loadLegacyLine, loadLine, type EarlierLine, type LineInContext } from './lines/load-line.ts'
export { marketRules } from './market-rule.ts'
export { nextTermFacts, nextTermOf, nextTermRules } from './lines/next-term-rules.ts'
export { loadPurchaseContext, type PurchaseContext } from './lines/purchase-context.ts'
