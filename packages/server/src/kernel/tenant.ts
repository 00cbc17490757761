import { invariant } from './invariant.ts'

declare const minted: unique symbol

/** Proof that the caller may act for one partner. Repositories ask for it; only this file makes one. */
export interface Tenant {
  readonly partner: string
  readonly [minted]: true
}

/** For the agenda and for seeding, where nobody has signed in. */
export const tenantOfPartner = (partner: { readonly tenantId: string }): Tenant =>
  ({ partner: partner.tenantId }) as Tenant

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
