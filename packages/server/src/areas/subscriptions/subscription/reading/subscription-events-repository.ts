import type { Tenant } from '../../../../kernel/tenant.ts'
import type { Documents } from '../../../../store/documents.ts'
import type { Trx } from '../../../../store/trx.ts'
import { outboxTable, type OutboxRecord } from '../../../../store/world-tables.ts'

/** What was announced of one partner's subscriptions. */
export class SubscriptionEvents {
  readonly #documents: Documents<OutboxRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(outboxTable, scope.tenant)
  }

  /** Oldest first; what does not concern subscriptions as such, like a transition, is left out. */
  async list(subscriptionId: string): Promise<OutboxRecord[]> {
    const events = await this.#documents.list({ where: { subject: subscriptionId }, orderBy: ['sequence'] })
    return events.filter(({ type }) => type.startsWith('subscription-'))
  }
}
