import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import {
  customerTable,
  directoryTenantTable,
  getAdvisedCustomer,
  getCustomer,
  resellerLinkTable,
} from '../../areas/accounts/customers/public.ts'
import { partnerTable } from '../../areas/accounts/partners/public.ts'
import { isGuid } from '../../kernel/ids.ts'
import type { Scope } from '../../work/scope.ts'
import { foreseePath } from './path-documents.ts'
import type { Foreseen } from '../../store/foresee.ts'
import type { World } from '../../world/world.ts'

/** What the check reads. */
const tables = [customerTable, directoryTenantTable, resellerLinkTable, partnerTable].map(({ name }) => name)

/**
 * The customer of a path, before anything else of a request is looked at: 900118 when its id is no GUID, 60003 when
 * there is no such tenant, 20002 when it is no customer of the caller.
 *
 * Nearly every request asks this, and the answer hardly ever changes: a path that was found good is kept until one of
 * the tables behind it is written to. Where others may write to the database too, it is asked each time.
 */
export class PathCheck {
  readonly #world: World
  readonly #good = new Set<string>()
  #writes = -1

  constructor(world: World) {
    this.#world = world
  }

  /** `further` is what the request will ask for beside its path. */
  async check(
    scope: Scope,
    endpoint: Endpoint,
    params: Readonly<Record<string, string>>,
    further: readonly Foreseen[] = [],
  ): Promise<void> {
    const { customerId } = params
    if (customerId === undefined) return
    const isWellFormed = isGuid(customerId)
    scope.trace.step('customerIdIsGuid', isWellFormed, { customerId })
    if (!isWellFormed) throw fault(faults.customerIdIsInvalid)

    await foreseePath(scope, params, further)
    const isOpen = endpoint.isOpenToAdvisors === true
    const path = `${scope.tenant.partner}/${customerId}/${isOpen ? 'advisor' : 'reseller'}`
    if (this.#isKnown(path)) return
    const writes = this.#world.writesTo(tables)
    await (isOpen ? getAdvisedCustomer(scope, customerId) : getCustomer(scope, customerId))
    // It comes first in its unit of work, so that what is found is not the work's own.
    if (writes === this.#world.writesTo(tables)) this.#good.add(path)
  }

  #isKnown(path: string): boolean {
    if (this.#world.engine.sharesTables) return false
    const writes = this.#world.writesTo(tables)
    if (writes !== this.#writes) this.#good.clear()
    this.#writes = writes
    return this.#good.has(path)
  }
}
