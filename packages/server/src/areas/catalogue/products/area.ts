import { productEndpoints } from '@tenantry/contract/endpoints/products.ts'
import { defineArea } from '../../../work/area.ts'
import {
  showAvailabilities,
  showAvailability,
  showProduct,
  showProducts,
  showSku,
  showSkus,
} from './list-catalogue.ts'
import { annualMonthlyUplift } from './price-list.ts'
import { showPromotion, showPromotions } from './promotions.ts'
import { catalogueRequestRules } from './request-rules.ts'

export const area = defineArea({
  name: 'catalogue/products',
  endpoints: productEndpoints,
  routes: {
    getProducts: showProducts,
    getProduct: showProduct,
    getSkus: showSkus,
    getSku: showSku,
    getAvailabilities: showAvailabilities,
    getAvailability: showAvailability,
    getProductPromotions: showPromotions,
    getProductPromotion: showPromotion,
  },
  checks: {
    getProducts: [catalogueRequestRules],
    getProduct: [catalogueRequestRules],
    getSkus: [catalogueRequestRules],
    getSku: [catalogueRequestRules],
    getAvailabilities: [catalogueRequestRules],
    getAvailability: [catalogueRequestRules],
    getProductPromotions: [catalogueRequestRules],
    getProductPromotion: [catalogueRequestRules],
  },
  policies: [annualMonthlyUplift],
})
