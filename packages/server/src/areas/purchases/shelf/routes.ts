import type { customerProductEndpoints, promotionEndpoints } from '@tenantry/contract/endpoints/catalogue.ts'
import type { inventoryEndpoints } from '@tenantry/contract/endpoints/inventory.ts'
import type { Routes } from '../../../work/operation.ts'
import { checkInventory } from './check-inventory.ts'
import {
  showCustomerAvailabilities,
  showCustomerAvailability,
  showCustomerProduct,
  showCustomerProducts,
  showCustomerSku,
  showCustomerSkus,
} from './show-customer-catalogue.ts'
import { verifyPromotionEligibilities } from './verify-promotion-eligibilities.ts'

export const routes: Routes<
  typeof customerProductEndpoints & typeof promotionEndpoints & typeof inventoryEndpoints
> = {
  getCustomerProducts: showCustomerProducts,
  getCustomerProduct: showCustomerProduct,
  getCustomerSkus: showCustomerSkus,
  getCustomerSku: showCustomerSku,
  getCustomerAvailabilities: showCustomerAvailabilities,
  getCustomerAvailability: showCustomerAvailability,
  verifyPromotionEligibilities,
  checkInventory,
}
