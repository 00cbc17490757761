import { tenantOfPartner } from '../../../kernel/tenant.ts'
import type { Seek } from '../../../kernel/page.ts'
import type { Scope } from '../../../work/scope.ts'
import { hasActivePartnership } from '../../../work/partner.ts'
import { PartnerRegistry } from '../partners/public.ts'
import type { CustomerRecord } from './customer.ts'
import { everyCustomer, type CustomerFilter } from './customer-filter.ts'
import { Customers, placeOfCustomer, type CustomerPage } from './customer-repository.ts'
import { Directory } from './directory-repository.ts'

/** Reads the customers of one holder from a place on, in order. */
type Shelf = (page: CustomerPage) => Promise<CustomerRecord[]>

/** Most rows that are read at once. */
const batch = 500

/**
 * The first customers after a place that the caller sees and that match, by name. Reads on until enough were found or
 * there are no more.
 */
export async function findCustomers(
  scope: Scope,
  filter: CustomerFilter,
  after: Seek | undefined,
  wanted: number,
): Promise<CustomerRecord[]> {
  const isReseller = scope.principal.partner.type === 'indirectReseller'
  const shelves = isReseller
    ? await shelvesOfProviders(scope, filter)
    : [(page: CustomerPage) => new Customers(scope).list(page, filter.within)]
  const found: CustomerRecord[] = []
  let place = after
  while (found.length < wanted) {
    const limit = filter === everyCustomer ? Math.min(wanted - found.length, batch) : batch
    const read = await firstOf(shelves, { after: place, limit })
    found.push(...read.filter(filter.matches))
    const last = read.at(-1)
    if (last === undefined || read.length < limit) break
    place = placeOfCustomer(last)
  }
  return found.slice(0, wanted)
}

/** A reseller's customers are its providers' customers: it sees them while the partnership lasts. */
async function shelvesOfProviders(scope: Scope, { within }: CustomerFilter): Promise<Shelf[]> {
  const reseller = scope.tenant.partner
  const providers = (await new PartnerRegistry(scope).list()).filter((partner) =>
    hasActivePartnership(partner, reseller),
  )
  return providers.map((provider) => {
    const customers = new Customers({ trx: scope.trx, tenant: tenantOfPartner(provider) })
    return (page) =>
      linked(scope, provider.tenantId, page, (part) => customers.list(part, { ...within, reseller }))
  })
}

/** Leaves out those whom the reseller's link leads to another provider; reads on in their stead. */
async function linked(
  scope: Scope,
  provider: string,
  { after, limit = batch }: CustomerPage,
  read: Shelf,
): Promise<CustomerRecord[]> {
  const directory = new Directory(scope)
  const found: CustomerRecord[] = []
  let place = after
  while (found.length < limit) {
    const wanted = limit - found.length
    const customers = await read({ after: place, limit: wanted })
    const ids = customers.map(({ id }) => id)
    const links = await directory.linksAmong(scope.tenant.partner, ids)
    const own = new Set(
      links.filter(({ providerTenantId }) => providerTenantId === provider).map((link) => link.customerId),
    )
    found.push(...customers.filter(({ id }) => own.has(id)))
    const last = customers.at(-1)
    if (last === undefined || customers.length < wanted) break
    place = placeOfCustomer(last)
  }
  return found
}

/** The first of all shelves together. Each gives as many as are wanted, so that none of the first is missing. */
async function firstOf(shelves: readonly Shelf[], page: CustomerPage): Promise<CustomerRecord[]> {
  const read: CustomerRecord[][] = []
  for (const shelf of shelves) read.push(await shelf(page))
  const [only = []] = read
  return shelves.length === 1 ? only : read.flat().sort(byPlace).slice(0, page.limit)
}

/** By bytes, as the databases do. */
function byPlace(a: CustomerRecord, b: CustomerRecord): number {
  const [[nameA, idA], [nameB, idB]] = [placeOfCustomer(a), placeOfCustomer(b)]
  return Buffer.compare(Buffer.from(nameA), Buffer.from(nameB)) || (idA < idB ? -1 : 1)
}
