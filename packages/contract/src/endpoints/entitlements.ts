import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { Guid } from '../resources/common.ts'
import { Entitlements, ReservedInstanceArtifactDetails } from '../resources/entitlement.ts'
import { customerFaults } from './common.ts'

/** What customers may use because of their purchases: software and reservations. */
export const entitlementEndpoints = {
  /** The published address writes the query in lower case; both are understood. */
  listEntitlements: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/entitlements',
    summary: 'Get the entitlements of a customer',
    see: 'partner-center/developer/get-a-collection-of-entitlements',
    auth: 'app+user',
    roles: ['admin-agent', 'sales-agent', 'helpdesk-agent', 'billing-admin'],
    effect: 'read',
    params: Type.Object({ customerId: Guid }),
    query: Type.Object({
      entitlementType: Type.Optional(Type.String()),
      showExpiry: Type.Optional(Type.Boolean()),
    }),
    body: Type.Void(),
    status: 200,
    answer: Entitlements,
    // Printed on the same page, for the link of an artifact.
    alsoPublished: [ReservedInstanceArtifactDetails],
    faults: [...customerFaults, faults.enumValueIsUnknown],
  }),
  /** Not listed by itself: the page follows the link of an entitlement's artifact. */
  getReservedInstanceArtifact: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/artifacts/reservedinstance/groups/:groupId/lineitems/:lineItemId/resource/:resourceId',
    summary: 'Get the reservations behind an entitlement',
    see: 'partner-center/developer/get-a-collection-of-entitlements',
    auth: 'app+user',
    roles: ['admin-agent', 'sales-agent', 'helpdesk-agent', 'billing-admin'],
    effect: 'read',
    params: Type.Object({
      customerId: Guid,
      groupId: Type.String(),
      lineItemId: Type.String(),
      resourceId: Guid,
    }),
    query: Type.Object({}),
    body: Type.Void(),
    status: 200,
    answer: ReservedInstanceArtifactDetails,
    faults: [...customerFaults, faults.resourceNotFound],
  }),
} as const
