import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { collection, link, type Link } from '@tenantry/contract/resources/common.ts'
import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { Input } from '../../kernel/operation.ts'
import { pageOf, readContinuationToken } from '../../kernel/page.ts'
import type { Scope } from '../../kernel/scope.ts'
import type { CustomerRecord } from './customer.ts'
import { readCustomerFilter, type CustomerFilter } from './customer-filter.ts'
import { Customers, sortName, type CustomerPlace } from './customer-repository.ts'
import { customersOfReseller } from './get-customer.ts'
import { showCustomerRow } from './show-customer.ts'

type ListEndpoint = (typeof customerEndpoints)['listCustomers']
type List = Input<ListEndpoint>

/** A page without a size; the number is assumed, as is that a larger size is answered as it is asked for. */
const defaultSize = 500

/**
 * By name. `size=0` answers the whole list. The next page is asked for with `seekOperation=Next` and the token in
 * `MS-ContinuationToken`; other seek operations start from the beginning (assumed).
 * @see partner-center/developer/get-a-list-of-customers
 */
export async function listCustomers(scope: Scope, { query, headers }: List): Promise<AnswerOf<ListEndpoint>> {
  const size = query.size ?? defaultSize
  const filter =
    query.filter === undefined ? everyone : readCustomerFilter(query.filter, scope.tenant.partner)
  const list = `customers ${query.filter ?? ''}`
  const goesOn = query.seekOperation === 'Next' || query.seekOperation === undefined
  const after = goesOn ? placeOf(list, headers.continuationToken) : undefined

  const found = await findMatching(scope, filter, after, size === 0 ? Number.POSITIVE_INFINITY : size + 1)
  const shown = size === 0 ? found.length : size
  const { items, continuationToken } = pageOf(list, found, shown, found.length, seekOf)

  return {
    ...collection(items.map(showCustomerRow)),
    links: {
      self: link(uri(query)),
      ...(continuationToken === undefined ? {} : { next: nextLink(query, continuationToken) }),
    },
    ...(continuationToken === undefined ? {} : { continuationToken }),
  }
}

const everyone: CustomerFilter = () => true
const seekOf = ({ id, companyProfile }: CustomerRecord) => [sortName(companyProfile.companyName), id]

/** Undefined without a token: the first page. */
function placeOf(list: string, token: string | undefined): CustomerPlace | undefined {
  if (token === undefined || token === '') return undefined
  const seek = readContinuationToken(list, token)
  if (seek?.length !== 2) {
    throw new Fault(faults.catalogueInputIsInvalid, {}, ['MS-ContinuationToken: is not of this list'])
  }
  return { name: String(seek[0]), id: String(seek[1]) }
}

const batch = 500

/** Reads on until enough customers match or there are no more. */
async function findMatching(
  scope: Scope,
  filter: CustomerFilter,
  after: CustomerPlace | undefined,
  wanted: number,
): Promise<CustomerRecord[]> {
  if (scope.principal.partner.type === 'indirectReseller')
    return await resellersMatching(scope, filter, after, wanted)
  const customers = new Customers(scope)
  const found: CustomerRecord[] = []
  let place = after
  while (found.length < wanted) {
    const limit = filter === everyone ? Math.min(wanted - found.length, batch) : batch
    const read = await customers.list({ limit, ...(place === undefined ? {} : { after: place }) })
    found.push(...read.filter(filter))
    const last = read.at(-1)
    if (last === undefined || read.length < limit) break
    place = { name: sortName(last.companyProfile.companyName), id: last.id }
  }
  return found.slice(0, wanted)
}

/** A reseller's customers lie with its providers and are put in order here. */
async function resellersMatching(
  scope: Scope,
  filter: CustomerFilter,
  after: CustomerPlace | undefined,
  wanted: number,
): Promise<CustomerRecord[]> {
  const keyOf = (name: string, id: string) => `${name}\u0000${id}`
  const key = (customer: CustomerRecord) => keyOf(sortName(customer.companyProfile.companyName), customer.id)
  const start = after === undefined ? '' : keyOf(after.name, after.id)
  const all = (await customersOfReseller(scope)).filter(filter).filter((customer) => key(customer) > start)
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, wanted)
}

function nextLink(query: List['query'], token: string): Link {
  return {
    ...link(uri({ ...query, seekOperation: 'Next' })),
    headers: [{ key: 'MS-ContinuationToken', value: token }],
  }
}

function uri({ size, filter, seekOperation }: List['query']): string {
  const parts = Object.entries({ size, filter, seekOperation })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length === 0 ? '/customers' : `/customers?${parts.join('&')}`
}
