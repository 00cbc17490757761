import {
  customerProductEndpoints,
  promotionEndpoints,
  inventoryEndpoints,
} from '@tenantry/contract/endpoints/shelf.ts'
import { defineArea } from '../../../work/area.ts'
import { catalogueRequestRules } from '../../catalogue/products/public.ts'
import { checkInventory } from './check-inventory.ts'
import { inventoryCheckRules } from './inventory-check-rules.ts'
import { inventoryCheckTable } from './inventory-checks-repository.ts'
import {
  showCustomerAvailabilities,
  showCustomerAvailability,
  showCustomerProduct,
  showCustomerProducts,
  showCustomerSku,
  showCustomerSkus,
} from './show-customer-catalogue.ts'
import { verifyPromotionEligibilities } from './verify-promotion-eligibilities.ts'

export const area = defineArea({
  name: 'purchases/shelf',
  endpoints: { ...customerProductEndpoints, ...promotionEndpoints, ...inventoryEndpoints },
  routes: {
    getCustomerProducts: showCustomerProducts,
    getCustomerProduct: showCustomerProduct,
    getCustomerSkus: showCustomerSkus,
    getCustomerSku: showCustomerSku,
    getCustomerAvailabilities: showCustomerAvailabilities,
    getCustomerAvailability: showCustomerAvailability,
    verifyPromotionEligibilities,
    checkInventory,
  },
  checks: {
    getCustomerProducts: [catalogueRequestRules],
    getCustomerProduct: [catalogueRequestRules],
    getCustomerSkus: [catalogueRequestRules],
    getCustomerSku: [catalogueRequestRules],
    getCustomerAvailabilities: [catalogueRequestRules],
    getCustomerAvailability: [catalogueRequestRules],
    verifyPromotionEligibilities: [],
    checkInventory: [catalogueRequestRules, inventoryCheckRules],
  },
  tables: [inventoryCheckTable],
})
