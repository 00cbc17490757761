import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { Cart, CartRequest } from '../resources/cart.ts'
import { Guid } from '../resources/common.ts'
import { customerFaults, none, ofCustomer } from './common.ts'

const cart = Type.Object({ customerId: Guid, cartId: Type.String() })

/** What the shape and the lines of a cart can be refused for outright; other conditions are written on the line. */
const shapeFaults = [
  ...customerFaults,
  faults.requestInputIsInvalid,
  faults.enumValueIsUnknown,
  faults.catalogItemIdIsMissing,
  faults.lineNumberOutOfRange,
  faults.marketNotAuthorized,
  faults.nextTermInstructionsOnlyForTrials,
  faults.trialHasNoPaidVersion,
  faults.nextTermProductIsInvalid,
  faults.nextTermQuantityNotAllowed,
] as const

export const cartEndpoints = {
  createCart: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/carts',
    summary: 'Create a cart for a customer',
    see: 'partner-center/developer/create-a-cart',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent'],
    effect: 'write',
    params: ofCustomer,
    query: none,
    body: CartRequest,
    shapeFault: 'commerce',
    status: 201,
    answer: Cart,
    faults: shapeFaults,
    audit: { operationType: 'create_cart', resourceType: 'cart' },
  }),
  getCart: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/carts/:cartId',
    summary: 'Get a cart',
    see: 'partner-center/developer/cart-resources',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent', 'helpdesk-agent', 'billing-admin'],
    effect: 'read',
    params: cart,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: Cart,
    faults: [...customerFaults, faults.cartNotFound],
  }),
  /** The published example answers 201, not 200. @see partner-center/developer/update-a-cart */
  updateCart: endpoint({
    method: 'PUT',
    path: '/v1/customers/:customerId/carts/:cartId',
    summary: 'Replace the line items of a cart',
    see: 'partner-center/developer/update-a-cart',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent'],
    effect: 'write',
    params: cart,
    query: none,
    body: CartRequest,
    shapeFault: 'commerce',
    status: 201,
    answer: Cart,
    faults: [...shapeFaults, faults.cartNotFound, faults.cartIsBeingProcessed, faults.cartAlreadySubmitted],
    audit: { operationType: 'update_cart', resourceType: 'cart' },
  }),
} as const
