import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * What carries migrations to new commerce out. The subscriptions that it orders come from `fulfilment`, the users'
 * licences that it moves lie in `directory`: when one of them is down a migration fails half-way.
 * @see partner-center/customers/migrate-subscriptions-to-new-commerce
 */
export const migration = collaborator({
  name: 'migration',
  schema: Type.Object(
    {
      /** Takes requests. When false it does not even say that it has one: 900225, and the migration has failed. */
      answers: Type.Boolean(),
      /** ISO 8601, from the request to the order. At `PT0S` a migration is over before its answer is read. */
      latency: Type.String({ pattern: '^P' }),
      /** Requests are accepted and stay `Processing` for as long as this lasts. */
      paused: Type.Boolean(),
      /** Tenant ids of partners that may not migrate yet (900223). */
      excludedPartners: Type.Array(Type.String()),
    },
    { additionalProperties: false },
  ),
  initial: { answers: true, latency: 'PT0S', paused: false, excludedPartners: [] },
})
