import type { Collaborator } from '../collaborators/collaborator.ts'
import { inForce, type DatedPolicy, type PolicyRow } from '../kernel/policy.ts'
import type { Instant } from '../kernel/time.ts'
import type { Trx } from '../store/trx.ts'

/** What sign-in needs of a world. Tokens live by the wall clock, policies by business time. */
export interface IdentityWorld {
  readonly name: string
  /** Business time. */
  readonly now: Instant
  readonly settings: {
    policyRows<T>(policy: DatedPolicy<T>): readonly PolicyRow<T>[]
    collaboratorState<T>(collaborator: Collaborator<T>): T
  }
  /**
   * Grows with every change that a verified token's meaning hangs on: a partner's account or the keys. A token that was
   * verified at another count is verified again.
   */
  readonly identityVersion: number
  transact<T>(kind: 'read' | 'write', work: (trx: Trx) => Promise<T>): Promise<T>
}

/** A customer's directory tenant, by id or domain: it issues tokens too, though no partner's. */
export type FindDirectoryTenant = (
  trx: Trx,
  tenantIdOrDomain: string,
) => Promise<{ readonly tenantId: string } | undefined>

export const policyOf = <T>(world: IdentityWorld, policy: DatedPolicy<T>): T =>
  inForce(world.settings.policyRows(policy), world.now)
