import { invariant } from '../kernel/invariant.ts'
import type { Tenant } from './principal.ts'

declare const shared: unique symbol

/**
 * Proof that two partners have a part in one thing, whichever of them acts: the only way from one partner's unit of
 * work to the rows of another one. Nothing but a transfer of subscriptions is such a thing, so that
 * `areas/moves/transfers/counterpart.ts` alone may make one (`tests/tree.test.ts` sees to it).
 */
export interface Parties {
  readonly source: string
  readonly target: string
  readonly [shared]: true
}

export const partiesOf = (transfer: {
  readonly sourcePartnerTenantId: string
  readonly targetPartnerTenantId: string
}): Parties => ({ source: transfer.sourcePartnerTenantId, target: transfer.targetPartnerTenantId }) as Parties

/** The tenant id of the other one. Who has no part in it has no counterpart. */
export function otherParty({ partner }: Tenant, { source, target }: Parties): string {
  invariant(partner === source || partner === target, `${partner} has no part in what it acts on`)
  invariant(source !== target, `${source} cannot be its own counterpart`)
  return partner === source ? target : source
}
