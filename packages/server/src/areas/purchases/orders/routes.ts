import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import type { Routes } from '../../../work/operation.ts'
import { checkOutCart } from './placing/check-out-cart.ts'
import { createOrder } from './placing/create-order.ts'
import { listOrderActivationLinks, listOrderLineItemActivationLinks } from './list-activation-links.ts'
import { getOrder, listOrderProvisioningStatus, listOrders } from './read-orders.ts'
import { updateOrder } from './changing/update-order.ts'

export const routes: Routes<typeof orderEndpoints> = {
  checkOutCart,
  createOrder,
  listOrders,
  getOrder,
  updateOrder,
  listOrderProvisioningStatus,
  listOrderActivationLinks,
  listOrderLineItemActivationLinks,
}
