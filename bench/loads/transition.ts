import {
  buySubscriptions,
  connections,
  customersFor,
  liftLimits,
  openCustomers,
  type BenchWorld,
} from './bench-world.ts'
import type { Load } from './load.ts'
import { prepareWrites, unitsPerCommit, type RequestMaker } from './written-load.ts'

/** Durable transitions of whole subscriptions to a higher product. */
export const transition: Load = {
  name: 'transition',
  figure: 'tenantry',
  reference: `bare rows, ${unitsPerCommit}/commit`,
  unit: `POST /v1/customers/{id}/subscriptions/{id}/transitions, transitions per second, ${connections} connections`,
  prepare: (order) => prepareWrites(order, openTransitions),
}

async function openTransitions(bench: BenchWorld): Promise<RequestMaker> {
  await liftLimits(bench)
  const [first] = await openCustomers(bench, 1)
  if (first === undefined) throw new Error('the load needs a customer')
  const line = await first.line('office-e3', { seats: 2 })
  const body = JSON.stringify({
    toCatalogItemId: await first.itemOf('office-e5'),
    quantity: 2,
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    transitionType: 'transition_only',
  })
  return async (count) => {
    const customers = await openCustomers(bench, customersFor(count))
    const bought = await buySubscriptions(bench, customers, line, count)
    return bought.map(({ customerId, id }) => ({
      method: 'POST',
      path: `/v1/customers/${customerId}/subscriptions/${id}/transitions`,
      body,
    }))
  }
}
