import type { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import type { Routes } from '../../../work/operation.ts'
import { createCart } from './create-cart.ts'
import { getCart } from './get-cart.ts'
import { updateCart } from './update-cart.ts'

export const routes: Routes<typeof cartEndpoints> = { createCart, getCart, updateCart }
