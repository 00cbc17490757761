import type { customerProductEndpoints, promotionEndpoints } from '@tenantry/contract/endpoints/catalogue.ts'
import type { Routes } from '../../kernel/operation.ts'
import {
  showCustomerAvailabilities,
  showCustomerAvailability,
  showCustomerProduct,
  showCustomerProducts,
  showCustomerSku,
  showCustomerSkus,
} from './show-customer-catalogue.ts'
import { verifyPromotionEligibilities } from './verify-promotion-eligibilities.ts'

export const routes: Routes<typeof customerProductEndpoints & typeof promotionEndpoints> = {
  getCustomerProducts: showCustomerProducts,
  getCustomerProduct: showCustomerProduct,
  getCustomerSkus: showCustomerSkus,
  getCustomerSku: showCustomerSku,
  getCustomerAvailabilities: showCustomerAvailabilities,
  getCustomerAvailability: showCustomerAvailability,
  verifyPromotionEligibilities,
}
