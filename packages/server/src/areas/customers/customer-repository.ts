import type { Tenant } from '../../identity/principal.ts'
import { documentTable, type Documents } from '../../store/document-table.ts'
import type { Trx } from '../../store/trx.ts'
import type { CustomerRecord } from './customer.ts'

export const customerTable = documentTable<CustomerRecord>()({
  name: 'customer',
  tenancy: 'partner',
  key: ['id'],
  columns: { name: 'text', domain: 'text', reseller: 'text', relationship: 'text' },
  indexes: [['name', 'id'], ['domain'], ['reseller']],
  row: (customer) => ({
    id: customer.id,
    name: sortName(customer.companyProfile.companyName),
    domain: customer.companyProfile.domain.toLowerCase(),
    reseller: customer.associatedPartnerId ?? null,
    relationship: customer.relationship,
  }),
})

/** Names are compared without regard to case. */
export const sortName = (companyName: string): string => companyName.toLowerCase()

/** The place of a customer in the list: what a continuation token holds. */
export interface CustomerPlace {
  readonly name: string
  readonly id: string
}

export interface CustomerPage {
  readonly after?: CustomerPlace
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
  async list({ after, limit }: CustomerPage = {}): Promise<CustomerRecord[]> {
    return await this.#documents.list({
      where: { relationship: listed },
      orderBy: ['name', 'id'],
      ...(after === undefined ? {} : { after: [after.name, after.id] }),
      ...(limit === undefined ? {} : { limit }),
    })
  }

  /** How many customers the partner holds, which a sandbox limits. */
  async count(): Promise<number> {
    return await this.#documents.count({ where: { relationship: listed } })
  }
}

const listed = ['reseller', 'advisor']
