import type { Tenant } from '../../../kernel/tenant.ts'
import type { Seek } from '../../../kernel/page.ts'
import { documentTable, type Range } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { CustomerRecord } from './customer.ts'
import type { CustomerSearch } from './customer-filter.ts'

export const customerTable = documentTable<CustomerRecord>()({
  name: 'customer',
  shape: 1,
  tenancy: 'partner',
  key: ['id'],
  columns: { name: 'text', domain: 'text', reseller: 'text', relationship: 'text' },
  indexes: [['name', 'id'], ['domain'], ['reseller', 'name', 'id']],
  row: (customer) => ({
    id: customer.id,
    name: sortName(customer.companyProfile.companyName),
    domain: customer.companyProfile.domain.toLowerCase(),
    reseller: customer.associatedPartnerId?.toLowerCase() ?? null,
    relationship: customer.relationship,
  }),
})

/** Names are compared without regard to case. */
const sortName = (companyName: string): string => companyName.toLowerCase()

/** The place of a customer in the list. */
export const placeOfCustomer = ({ id, companyProfile }: CustomerRecord): readonly [string, string] => [
  sortName(companyProfile.companyName),
  id,
]

export interface CustomerPage {
  readonly after?: Seek | undefined
  readonly limit?: number
}

/** The customers of one partner. */
export class Customers {
  readonly #documents: Documents<CustomerRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(customerTable, scope.tenant)
  }

  async find(id: string): Promise<CustomerRecord | undefined> {
    return await this.#documents.find({ id })
  }

  async add(customer: CustomerRecord): Promise<CustomerRecord> {
    return await this.#documents.insert(customer)
  }

  async save(customer: CustomerRecord): Promise<CustomerRecord> {
    return await this.#documents.update(customer)
  }

  async remove(id: string): Promise<void> {
    await this.#documents.remove({ id })
  }

  /** Customers with a relationship, by name. */
  async list({ after, limit }: CustomerPage = {}, search: CustomerSearch = {}): Promise<CustomerRecord[]> {
    const { nameStartsWith, domain, reseller } = search
    return await this.#documents.list({
      where: {
        relationship: listed,
        ...(domain === undefined ? {} : { domain }),
        ...(reseller === undefined ? {} : { reseller }),
      },
      ...(nameStartsWith === undefined ? {} : { range: { name: beginning(nameStartsWith, after) } }),
      orderBy: ['name', 'id'],
      ...(after === undefined ? {} : { after }),
      ...(limit === undefined ? {} : { limit }),
    })
  }

  /** How many customers the partner holds, which a sandbox limits. */
  async count(): Promise<number> {
    return await this.#documents.count({ where: { relationship: listed } })
  }
}

/** Of two lower bounds SQLite goes by the first: where a list goes on, its place is the one that counts. */
const beginning = (startsWith: string, after: Seek | undefined): Range =>
  after === undefined ? { startsWith } : { below: `${startsWith}\u{10ffff}` }

const listed = ['reseller', 'advisor']
