import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * Trade screening: who nothing may be sold to (800062), and what is known of customers' tenants.
 * @see partner-center/developer/error-codes
 */
export const compliance = collaborator({
  name: 'compliance',
  schema: Type.Object({
    /** ISO 3166-1 alpha-2. */
    countries: Type.Array(Type.String()),
    /** Tenant ids of customers. */
    customers: Type.Array(Type.String()),
    /** Tenant ids of partners. */
    partners: Type.Array(Type.String()),
    /** Marks that some items ask for (800086), for example `Telco`, by the customer's tenant id. */
    tenantTags: Type.Record(Type.String(), Type.Array(Type.String())),
  }),
  initial: { countries: [], customers: [], partners: [], tenantTags: {} },
})
