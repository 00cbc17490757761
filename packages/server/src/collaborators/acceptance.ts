import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * Customers who accept the Microsoft Customer Agreement themselves, in the Microsoft admin centre. Keyed by the
 * customer's tenant id; the value is when, UTC.
 * @see partner-center/developer/get-direct-sign-status-of-customer-agreement
 */
export const acceptance = collaborator({
  name: 'acceptance',
  schema: Type.Object({ signed: Type.Record(Type.String(), Type.String()) }),
  initial: { signed: {} },
})
