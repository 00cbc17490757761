import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { InventoryCheckRequest, InventoryItems } from '../resources/catalogue/inventory.ts'
import { none, readers } from './common.ts'

export const inventoryEndpoints = {
  /** That it was asked is a prerequisite of some purchases, hence a write. */
  checkInventory: endpoint({
    method: 'POST',
    path: '/v1/extensions/product/checkInventory',
    summary: 'Check the inventory of catalogue items',
    see: 'partner-center/developer/check-inventory',
    auth: 'either',
    roles: [...readers],
    effect: 'write',
    params: none,
    query: Type.Object({ country: Type.String({ pattern: '^[A-Za-z]{2}$' }) }),
    body: InventoryCheckRequest,
    shapeFault: 'catalogue',
    status: 200,
    answer: InventoryItems,
    faults: [
      faults.catalogueInputIsInvalid,
      faults.marketNotAuthorized,
      faults.productNotFound,
      faults.skuNotFound,
    ],
  }),
} as const
