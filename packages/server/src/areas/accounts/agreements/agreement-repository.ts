import type { AgreementType } from '@tenantry/contract/resources/agreement.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { AgreementRecord } from './agreement.ts'

export const agreementTable = documentTable<AgreementRecord>()({
  name: 'agreement',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { type: 'text', confirmed_at: 'bigint' },
  indexes: [['customer', 'type', 'confirmed_at']],
  row: ({ customerId, id, type, confirmedAt }) => ({
    customer: customerId,
    id,
    type,
    confirmed_at: confirmedAt,
  }),
})

/** The confirmations of one partner. */
export class Agreements {
  readonly #documents: Documents<AgreementRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(agreementTable, scope.tenant)
  }

  async add(agreement: AgreementRecord): Promise<AgreementRecord> {
    return await this.#documents.insert(agreement)
  }

  /** Oldest first. */
  async list(customerId: string, type: AgreementType): Promise<AgreementRecord[]> {
    return await this.#documents.list({
      where: { customer: customerId, type },
      orderBy: ['confirmed_at', 'id'],
    })
  }

  async removeAll(customerId: string): Promise<void> {
    await this.#documents.removeAll({ where: { customer: customerId } })
  }
}
