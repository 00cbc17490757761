import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import type { Seek } from '../../../kernel/page.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { MigrationRecord } from './migration.ts'

export const migrationTable = documentTable<MigrationRecord>()({
  name: 'migration',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { source: 'text', reference: 'text', led: 'text', started: 'bigint' },
  indexes: [
    ['customer', 'started', 'id'],
    ['source', 'started', 'id'],
    ['reference', 'started', 'id'],
  ],
  row: (migration) => ({
    customer: migration.customerId,
    id: migration.id,
    source: migration.base.wish.subscriptionId,
    reference: migration.externalReferenceId?.toLowerCase() ?? '',
    led: migration.by,
    started: migration.startedAt,
  }),
})

/** By what a partner looks for migrations and schedules; everything given must fit. */
export interface MigrationFilter {
  readonly customerId?: string | undefined
  readonly subscriptionId?: string | undefined
  readonly externalReferenceId?: string | undefined
  readonly by?: MigrationRecord['by'] | undefined
}

/** The migrations of one partner's customers. */
export class Migrations {
  readonly #documents: Documents<MigrationRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(migrationTable, scope.tenant)
  }

  async find(customerId: string, id: string): Promise<MigrationRecord | undefined> {
    return await this.#documents.find({ customer: customerId, id: id.toLowerCase() })
  }

  /** Faults: 900224. */
  async get(customerId: string, id: string): Promise<MigrationRecord> {
    const found = await this.find(customerId, id)
    if (found === undefined) throw fault(faults.migrationNotFound, { migrationId: id })
    return found
  }

  /** Newest first. */
  async list(
    filter: MigrationFilter,
    page: { readonly limit?: number; readonly after?: Seek | undefined } = {},
  ): Promise<MigrationRecord[]> {
    return await this.#documents.list({
      where: { ...conditions(filter), ...(filter.by === undefined ? {} : { led: filter.by }) },
      orderBy: ['started', 'id'],
      descending: true,
      ...(page.limit === undefined ? {} : { limit: page.limit }),
      ...(page.after === undefined ? {} : { after: page.after }),
    })
  }

  async add(migration: MigrationRecord): Promise<MigrationRecord> {
    return await this.#documents.insert(migration)
  }

  async save(migration: MigrationRecord): Promise<MigrationRecord> {
    return await this.#documents.update({ ...migration })
  }
}

export const conditions = ({ customerId, subscriptionId, externalReferenceId }: MigrationFilter) => ({
  ...(customerId === undefined ? {} : { customer: customerId.toLowerCase() }),
  ...(subscriptionId === undefined ? {} : { source: subscriptionId.toLowerCase() }),
  ...(externalReferenceId === undefined ? {} : { reference: externalReferenceId.toLowerCase() }),
})
