import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { getAdvisedCustomer, getCustomer } from '../areas/customers/public.ts'
import { isGuid } from '../kernel/ids.ts'
import type { Scope } from '../kernel/scope.ts'

/**
 * The customer of a path, before anything else of a request is looked at: 900118 when its id is no GUID, 60003 when
 * there is no such tenant, 20002 when it is no customer of the caller.
 */
export async function checkPath(
  scope: Scope,
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  const { customerId } = params
  if (customerId === undefined) return
  const isWellFormed = isGuid(customerId)
  scope.trace.step('customerIdIsGuid', isWellFormed, { customerId })
  if (!isWellFormed) throw fault(faults.customerIdIsInvalid)
  if (endpoint.isOpenToAdvisors === true) await getAdvisedCustomer(scope, customerId)
  else await getCustomer(scope, customerId)
}
