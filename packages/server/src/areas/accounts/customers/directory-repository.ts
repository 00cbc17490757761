import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { DirectoryDomain, DirectoryTenant, ResellerLink } from './customer.ts'

export const directoryTenantTable = documentTable<DirectoryTenant>()({
  name: 'directory_tenant',
  shape: 1,
  tenancy: 'world',
  key: ['id'],
  row: ({ id }) => ({ id }),
})

export const directoryDomainTable = documentTable<DirectoryDomain>()({
  name: 'directory_domain',
  shape: 1,
  tenancy: 'world',
  key: ['domain'],
  columns: { tenant: 'text' },
  indexes: [['tenant']],
  row: ({ domain, tenantId }) => ({ domain, tenant: tenantId }),
})

export const resellerLinkTable = documentTable<ResellerLink>()({
  name: 'reseller_link',
  shape: 1,
  tenancy: 'world',
  key: ['reseller', 'customer'],
  row: ({ resellerTenantId, customerId }) => ({ reseller: resellerTenantId, customer: customerId }),
})

/** The directory of a world: which tenants and domains there are, whoever may see them. */
export class Directory {
  readonly #tenants: Documents<DirectoryTenant>
  readonly #domains: Documents<DirectoryDomain>
  readonly #links: Documents<ResellerLink>

  constructor(scope: { readonly trx: Trx }) {
    this.#tenants = scope.trx.documents(directoryTenantTable)
    this.#domains = scope.trx.documents(directoryDomainTable)
    this.#links = scope.trx.documents(resellerLinkTable)
  }

  async findTenant(id: string): Promise<DirectoryTenant | undefined> {
    return await this.#tenants.find({ id })
  }

  /** Faults: 60003. */
  async getTenant(id: string): Promise<DirectoryTenant> {
    const tenant = await this.findTenant(id)
    if (tenant === undefined) throw fault(faults.tenantNotFound)
    return tenant
  }

  async findDomain(domain: string): Promise<DirectoryDomain | undefined> {
    return await this.#domains.find({ domain: domain.toLowerCase() })
  }

  async domainsOf(tenantId: string): Promise<string[]> {
    const domains = await this.#domains.list({ where: { tenant: tenantId }, orderBy: ['domain'] })
    return domains.map(({ domain }) => domain)
  }

  /** Writes down a tenant and takes its domains, the default one first. */
  async addTenant(
    tenant: Omit<DirectoryTenant, 'version' | 'defaultDomain' | 'state'>,
    domains: readonly [string, ...string[]],
  ): Promise<void> {
    await this.#tenants.insert({
      ...tenant,
      state: 'active',
      defaultDomain: domains[0].toLowerCase(),
      version: 1,
    })
    for (const domain of domains) {
      await this.#domains.insert({ domain: domain.toLowerCase(), tenantId: tenant.id, version: 1 })
    }
  }

  /** The tenant stays as a tombstone and keeps its domains for thirty days in the real directory; here for good. */
  async deleteTenant(id: string): Promise<void> {
    const tenant = await this.getTenant(id)
    await this.#tenants.update({ ...tenant, state: 'deleted' })
  }

  /** Forgets the tenant and frees its domains, as the deletion of a sandbox customer does. */
  async removeTenant(id: string): Promise<void> {
    await this.#domains.removeAll({ where: { tenant: id } })
    await this.#tenants.remove({ id })
  }

  async link(link: Omit<ResellerLink, 'version'>): Promise<void> {
    await this.#links.put({ ...link, version: 1 })
  }

  async unlink(resellerTenantId: string, customerId: string): Promise<void> {
    await this.#links.remove({ reseller: resellerTenantId, customer: customerId })
  }

  async findLink(resellerTenantId: string, customerId: string): Promise<ResellerLink | undefined> {
    return await this.#links.find({ reseller: resellerTenantId, customer: customerId })
  }

  /** Those of a reseller's links that lead to one of the customers. */
  async linksAmong(resellerTenantId: string, customerIds: readonly string[]): Promise<ResellerLink[]> {
    return await this.#links.list({ where: { reseller: resellerTenantId, customer: customerIds } })
  }
}
