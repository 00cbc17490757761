import type { Tenant } from '../../../kernel/tenant.ts'
import type { CustomerId, SubscriptionId } from '../../../kernel/ids.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { TransitionRecord } from './transition.ts'

export const transitionTable = documentTable<TransitionRecord>()({
  name: 'transition',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { source: 'text', target: 'text', started: 'bigint' },
  indexes: [
    ['customer', 'source', 'started'],
    ['customer', 'target', 'started'],
  ],
  row: (transition) => ({
    customer: transition.customerId,
    id: transition.id,
    source: transition.fromSubscriptionId,
    target: transition.toSubscriptionId ?? '',
    started: transition.startedAt,
  }),
})

/** The transitions of one partner's customers. */
export class Transitions {
  readonly #documents: Documents<TransitionRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(transitionTable, scope.tenant)
  }

  async find(customerId: string, id: string): Promise<TransitionRecord | undefined> {
    return await this.#documents.find({ customer: customerId, id })
  }

  /** Those out of the subscription and those into it, newest first. */
  async ofSubscription(customerId: CustomerId, id: SubscriptionId): Promise<TransitionRecord[]> {
    const from = await this.#documents.list({ where: { customer: customerId, source: id } })
    const into = await this.#documents.list({ where: { customer: customerId, target: id } })
    return [...from, ...into].sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1))
  }

  async add(transition: TransitionRecord): Promise<TransitionRecord> {
    return await this.#documents.insert(transition)
  }

  async save(transition: TransitionRecord): Promise<TransitionRecord> {
    return await this.#documents.update(transition)
  }
}
