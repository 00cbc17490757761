import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { PartnerRecord } from '../../../work/partner.ts'

export const partnerTable = documentTable<PartnerRecord>()({
  name: 'partner',
  shape: 1,
  tenancy: 'world',
  key: ['tenant'],
  columns: { partner_id: 'text' },
  indexes: [['partner_id']],
  row: ({ tenantId, partnerId }) => ({ tenant: tenantId, partner_id: partnerId }),
})

/** Every partner account of a world. Not a tenant's own table: partners find each other in it. */
export class PartnerRegistry {
  readonly #partners: Documents<PartnerRecord>

  constructor(scope: { readonly trx: Trx }) {
    this.#partners = scope.trx.documents(partnerTable)
  }

  find(tenantId: string): Promise<PartnerRecord | undefined> {
    return this.#partners.find({ tenant: tenantId.toLowerCase() })
  }

  /** By tenant id or by any verified domain, without regard to case. */
  async findByName(tenantIdOrDomain: string): Promise<PartnerRecord | undefined> {
    const name = tenantIdOrDomain.toLowerCase()
    const direct = await this.find(name)
    if (direct !== undefined) return direct
    // A world has few partners, and only sign-ins ask by domain.
    return (await this.list()).find((partner) => partner.domains.includes(name))
  }

  /** The accounts of one organisation's location: several tenants can share a partner id. */
  listByPartnerId(partnerId: string): Promise<PartnerRecord[]> {
    return this.#partners.list({ where: { partner_id: partnerId }, orderBy: ['tenant'] })
  }

  list(): Promise<PartnerRecord[]> {
    return this.#partners.list({ orderBy: ['tenant'] })
  }

  put(partner: PartnerRecord): Promise<PartnerRecord> {
    return this.#partners.put(partner)
  }
}
