import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import { systemPrincipal } from '../../work/principal.ts'
import type { Scope } from '../../work/scope.ts'
import { Trace } from '../../kernel/trace.ts'
import type { World } from '../../world/world.ts'
import { notFound } from '../operator-error.ts'

/** Runs `work` for one partner of the world, as the agenda would: nobody of the partner's has signed in. */
export async function asPartner<T>(
  kind: 'read' | 'write',
  world: World,
  partnerTenantId: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const id = partnerTenantId.toLowerCase()
  const partner = await world.transact('read', (trx) => new PartnerRegistry({ trx }).find(id))
  if (partner === undefined) throw notFound(`partner ${partnerTenantId}`)
  const caller = { principal: systemPrincipal(partner), locale: 'en-US' as const, trace: new Trace() }
  return world[kind](caller, ({ scope }) => work(scope))
}
