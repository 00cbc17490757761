import type { catalogueEndpoints } from '@tenantry/contract/endpoints/catalogue.ts'
import type { Routes } from '../../../work/operation.ts'
import {
  showAvailabilities,
  showAvailability,
  showProduct,
  showProducts,
  showSku,
  showSkus,
} from './list-catalogue.ts'
import { showPromotion, showPromotions } from './promotions.ts'

export const routes: Routes<typeof catalogueEndpoints> = {
  getProducts: showProducts,
  getProduct: showProduct,
  getSkus: showSkus,
  getSku: showSku,
  getAvailabilities: showAvailabilities,
  getAvailability: showAvailability,
  getProductPromotions: showPromotions,
  getProductPromotion: showPromotion,
}
