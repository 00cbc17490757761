import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../../../../kernel/tenant.ts'
import type { Seek } from '../../../../kernel/page.ts'
import { documentTable } from '../../../../store/table.ts'
import type { Documents } from '../../../../store/documents.ts'
import type { Trx } from '../../../../store/trx.ts'
import { conditions, type MigrationFilter } from '../migration-repository.ts'
import type { MigrationSchedule } from './schedule.ts'

export const migrationScheduleTable = documentTable<MigrationSchedule>()({
  name: 'migration_schedule',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { source: 'text', reference: 'text', status: 'text', created: 'bigint' },
  indexes: [
    ['customer', 'created', 'id'],
    ['customer', 'source', 'status'],
    ['source', 'created', 'id'],
    ['reference', 'created', 'id'],
  ],
  row: (schedule) => ({
    customer: schedule.customerId,
    id: schedule.id,
    source: schedule.wish.base.subscriptionId,
    reference: schedule.wish.externalReferenceId?.toLowerCase() ?? '',
    status: schedule.status,
    created: schedule.createdAt,
  }),
})

/** The scheduled migrations of one partner's customers. */
export class MigrationSchedules {
  readonly #documents: Documents<MigrationSchedule>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(migrationScheduleTable, scope.tenant)
  }

  async find(customerId: string, id: string): Promise<MigrationSchedule | undefined> {
    return await this.#documents.find({ customer: customerId, id: id.toLowerCase() })
  }

  /** Faults: 900224; the catalogue has no code of its own for schedules. */
  async get(customerId: string, id: string): Promise<MigrationSchedule> {
    const found = await this.find(customerId, id)
    if (found === undefined) throw fault(faults.migrationNotFound, { migrationId: id })
    return found
  }

  /** The one that is still to be carried out. */
  async findOpen(customerId: string, subscriptionId: string): Promise<MigrationSchedule | undefined> {
    const where = { customer: customerId, source: subscriptionId, status: 'Created' }
    const [open] = await this.#documents.list({ where, limit: 1 })
    return open
  }

  /** Newest first. */
  async list(
    filter: MigrationFilter,
    page: { readonly limit: number; readonly after: Seek | undefined },
  ): Promise<MigrationSchedule[]> {
    return await this.#documents.list({
      where: conditions(filter),
      orderBy: ['created', 'id'],
      descending: true,
      limit: page.limit,
      ...(page.after === undefined ? {} : { after: page.after }),
    })
  }

  async add(schedule: MigrationSchedule): Promise<MigrationSchedule> {
    return await this.#documents.insert(schedule)
  }

  async save(schedule: MigrationSchedule): Promise<MigrationSchedule> {
    return await this.#documents.update({ ...schedule })
  }
}
