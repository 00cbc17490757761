import { Type } from 'typebox'
import { collaborator } from '../collaborator.ts'

/**
 * The fraud desk's limits for new orders. The numbers are assumed and so high that an ordinary test does not meet them.
 * @see partner-center/developer/error-codes
 */
export const risk = collaborator({
  name: 'risk',
  schema: Type.Object({
    newCustomerDays: Type.Integer({ minimum: 0 }),
    /** Most seats in one order of a customer younger than `newCustomerDays`. */
    newCustomerSeatsMax: Type.Integer({ minimum: 0 }),
    /** Most orders of one customer within 24 hours. */
    ordersPerDayMax: Type.Integer({ minimum: 0 }),
    /** US dollars, whole; absent means any amount. */
    orderUsdMax: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Tenant ids of customers with an unresolved fraud event: no Azure plan for them. */
    customersWithFraudEvents: Type.Array(Type.String()),
  }),
  initial: {
    newCustomerDays: 7,
    newCustomerSeatsMax: 5000,
    ordersPerDayMax: 300,
    customersWithFraudEvents: [],
  },
})
