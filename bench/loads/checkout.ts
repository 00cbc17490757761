import {
  connections,
  customersFor,
  fillCarts,
  liftLimits,
  openCustomers,
  type BenchWorld,
} from './bench-world.ts'
import type { Load } from './load.ts'
import { prepareWrites, unitsPerCommit, type RequestMaker } from './written-load.ts'

/** Durable checkouts of carts with two lines. */
export const checkout: Load = {
  name: 'checkout',
  figure: 'tenantry',
  reference: `bare rows, ${unitsPerCommit}/commit`,
  unit: `POST /v1/customers/{id}/carts/{id}/checkout with 2 lines, checkouts per second, ${connections} connections`,
  prepare: (order) => prepareWrites(order, openCarts),
}

export async function openCarts(bench: BenchWorld): Promise<RequestMaker> {
  await liftLimits(bench)
  const [first] = await openCustomers(bench, 1)
  if (first === undefined) throw new Error('the load needs a customer')
  const lines = [await first.line('office-e3', { seats: 1 }, 0), await first.line('m365-e3', { seats: 1 }, 1)]
  return async (count) => fillCarts(bench, await openCustomers(bench, customersFor(count)), lines, count)
}
