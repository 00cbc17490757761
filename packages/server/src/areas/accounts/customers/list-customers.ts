import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { collection, link, type Link } from '@tenantry/contract/resources/common.ts'
import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { Input } from '../../../work/operation.ts'
import { pageOf, placeAfter } from '../../../kernel/page.ts'
import type { Scope } from '../../../work/scope.ts'
import { everyCustomer, readCustomerFilter } from './customer-filter.ts'
import { placeOfCustomer } from './customer-repository.ts'
import { findCustomers } from './find-customers.ts'
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
  const { partner } = scope.tenant
  const filter = query.filter === undefined ? everyCustomer : readCustomerFilter(query.filter, partner)
  const list = { of: ['customers', partner, query.filter ?? ''], place: ['text', 'text'] } as const
  const goesOn = query.seekOperation === 'Next' || query.seekOperation === undefined
  const after = goesOn ? placeAfter(list, headers.continuationToken) : undefined

  const wanted = size === 0 ? Number.POSITIVE_INFINITY : size
  const found = await findCustomers(scope, filter, after, wanted + 1)
  const { items, continuationToken } = pageOf(list, found, wanted, placeOfCustomer)

  return {
    ...collection(items.map(showCustomerRow)),
    links: {
      self: link(uri(query)),
      ...(continuationToken === undefined ? {} : { next: nextLink(query, continuationToken) }),
    },
    ...(continuationToken === undefined ? {} : { continuationToken }),
  }
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
