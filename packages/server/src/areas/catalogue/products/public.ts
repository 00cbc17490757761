export * from './catalogue.ts'
export { catalogueOf } from './catalogue-of.ts'
export {
  bestPromotion,
  discountedPrice,
  findValidPromotion,
  promotionProblems,
  promotionsOfItem,
  type PromotionProblem,
} from './promotion-rules.ts'
export { promotionKey } from './shipped.ts'
export {
  checkCatalogueIds,
  getAvailability,
  getProduct,
  getSku,
  listAvailabilities,
  listProducts,
  listSkus,
  type Shelf,
} from './shelf.ts'
export {
  availabilityResource,
  capitalized,
  catalogueCollection,
  productResource,
  skuResource,
} from './catalogue-resources.ts'
export { checkedCountry } from './list-catalogue.ts'
export { catalogueRequestRules } from './request-rules.ts'
