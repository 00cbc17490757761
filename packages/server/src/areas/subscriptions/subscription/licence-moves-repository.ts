import { directory, directoryView, type AssignedUser } from '../../../collaborators/directory.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import type { Scope } from '../../../work/scope.ts'
import type { Instant } from '../../../kernel/time.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'

/** Users whose licence of one subscription became a licence of another. */
export interface LicenceMove {
  readonly id: string
  version: number
  readonly customerId: string
  readonly fromSubscriptionId: string
  readonly toSubscriptionId: string
  readonly userObjectIds: readonly string[]
  readonly at: Instant
}

export const licenceMoveTable = documentTable<LicenceMove>()({
  name: 'licence_move',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { moved: 'bigint' },
  indexes: [['customer', 'moved', 'id']],
  row: (move) => ({ customer: move.customerId, id: move.id, moved: move.at }),
})

/** What this service has written into the directories of one partner's customers. */
export class LicenceMoves {
  readonly #documents: Documents<LicenceMove>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(licenceMoveTable, scope.tenant)
  }

  async add(move: LicenceMove): Promise<void> {
    await this.#documents.insert(move)
  }

  /** Oldest first. */
  async of(customerId: string): Promise<LicenceMove[]> {
    return await this.#documents.list({ where: { customer: customerId }, orderBy: ['moved', 'id'] })
  }
}

/** Who holds a licence of the subscription: as the directory was set, and as licences were moved since. */
export async function assignedUsers(
  scope: Pick<Scope, 'trx' | 'tenant' | 'collaborator'>,
  customerId: string,
  subscriptionId: string,
): Promise<readonly AssignedUser[]> {
  const state = scope.collaborator(directory)
  const held = new Map<string, readonly AssignedUser[]>()
  const holders = (id: string) => held.get(id) ?? directoryView(state, customerId, id).assignedUsers
  for (const { fromSubscriptionId, toSubscriptionId, userObjectIds } of await new LicenceMoves(scope).of(
    customerId,
  )) {
    const from = holders(fromSubscriptionId)
    const moved = from.filter(({ userObjectId }) => userObjectIds.includes(userObjectId))
    held.set(toSubscriptionId, [...holders(toSubscriptionId), ...moved])
    held.set(
      fromSubscriptionId,
      from.filter((user) => !moved.includes(user)),
    )
  }
  return holders(subscriptionId)
}
