import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { CustomerRecord } from './customer.ts'

export interface CustomerFilter {
  readonly matches: (customer: CustomerRecord) => boolean
  /** What the database can look for; all that match are among what it finds. */
  readonly within: CustomerSearch
}

/** Texts in lower case. */
export interface CustomerSearch {
  readonly nameStartsWith?: string
  readonly domain?: string
  readonly reseller?: string
}

export const everyCustomer: CustomerFilter = { matches: () => true, within: {} }

const page = 'https://learn.microsoft.com/partner-center/developer/get-a-customer-by-name'

/** Every operator of the filter language; greater and less than make no sense for texts and are refused. */
const operators = [
  'equals',
  'not_equals',
  'greater_than',
  'greater_than_or_equals',
  'less_than',
  'less_than_or_equals',
  'substring',
  'and',
  'or',
  'starts_with',
  'not_starts_with',
] as const
type Operator = (typeof operators)[number]

type Comparison = (value: string, wanted: string) => boolean

const comparisons: Readonly<Partial<Record<Operator, Comparison>>> = {
  equals: (value, wanted) => value === wanted,
  not_equals: (value, wanted) => value !== wanted,
  substring: (value, wanted) => value.includes(wanted),
  starts_with: (value, wanted) => value.startsWith(wanted),
  not_starts_with: (value, wanted) => !value.startsWith(wanted),
}

/** An indirect reseller filters by its provider, which is who holds the customer. */
const fields: Readonly<Record<string, (customer: CustomerRecord, providerTenantId: string) => string>> = {
  companyname: (customer) => customer.companyProfile.companyName,
  domain: (customer) => customer.companyProfile.domain,
  indirectreseller: (customer) => customer.associatedPartnerId ?? '',
  indirectcloudsolutionprovider: (customer, provider) =>
    customer.associatedPartnerId === undefined ? '' : provider,
}

/**
 * Reads `{"Field":"CompanyName","Value":"cont","Operator":"starts_with"}` or a compound
 * `{"LeftFilter":{…},"RightFilter":{…},"Operator":"and"}`. Member names, operators and values are compared without
 * regard to case. Faults: 400056 for text that is no filter, 900126 for an unknown operator, 3000 for a field that
 * customers cannot be found by.
 * @see partner-center/developer/get-a-customer-by-name
 */
export function readCustomerFilter(text: string, providerTenantId: string): CustomerFilter {
  return filterOf(parse(text), providerTenantId, 0)
}

/** Deeper filters are nobody's; the limit keeps a request from filling the stack. */
const depthMax = 8

function filterOf(value: unknown, providerTenantId: string, depth: number): CustomerFilter {
  if (depth > depthMax) throw notAFilter('filter: is nested too deeply')
  const members = membersOf(value)
  const operator = operatorOf(members.get('operator') ?? members.get('filteroperator'))
  if (operator === 'and' || operator === 'or') {
    const left = filterOf(members.get('leftfilter'), providerTenantId, depth + 1)
    const right = filterOf(members.get('rightfilter'), providerTenantId, depth + 1)
    return operator === 'and' ? both(left, right) : either(left, right)
  }
  const field = members.get('field')
  const wanted = members.get('value')
  if (typeof field !== 'string' || typeof wanted !== 'string')
    throw notAFilter('filter: Field and Value are required')
  const name = field.toLowerCase()
  const read = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (read === undefined) throw fault(faults.propertyIsInvalid).with('filter.Field: is not one to filter by')
  const compare = comparisons[operator]
  if (compare === undefined)
    throw fault(faults.propertyIsInvalid).with('filter.Operator: is not one for texts')
  const text = wanted.toLowerCase()
  return {
    matches: (customer) => compare(read(customer, providerTenantId).toLowerCase(), text),
    within: searchFor(name, operator, text),
  }
}

const both = (left: CustomerFilter, right: CustomerFilter): CustomerFilter => ({
  matches: (customer) => left.matches(customer) && right.matches(customer),
  within: { ...left.within, ...right.within },
})

const either = (left: CustomerFilter, right: CustomerFilter): CustomerFilter => ({
  matches: (customer) => left.matches(customer) || right.matches(customer),
  within: {},
})

/** Nobody's reseller is stored as nothing, not as an empty text. */
function searchFor(field: string, operator: Operator, text: string): CustomerSearch {
  const isEqual = operator === 'equals' && text !== ''
  if (field === 'companyname' && (isEqual || operator === 'starts_with')) return { nameStartsWith: text }
  if (field === 'domain' && isEqual) return { domain: text }
  if (field === 'indirectreseller' && isEqual) return { reseller: text }
  return {}
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A client's typing error; the answer says so.
    throw notAFilter('filter: is not JSON')
  }
}

function membersOf(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw notAFilter('filter: is no object')
  return new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]))
}

function operatorOf(name: unknown): Operator {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '')
  const known = operators.find((operator) => typeof name === 'string' && plain(operator) === plain(name))
  if (known !== undefined) return known
  throw fault(faults.enumValueIsUnknown, { value: String(name ?? ''), documentationLink: page })
}

const notAFilter = (detail: string): Fault => fault(faults.catalogueInputIsInvalid).with(detail)
