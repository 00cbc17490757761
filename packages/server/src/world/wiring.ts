import type { Collaborator } from '../collaborators/collaborator.ts'
import type { Principal } from '../work/principal.ts'
import type { Listener } from '../work/area.ts'
import type { EventType } from '../work/events.ts'
import type { DatedPolicy } from '../kernel/policy.ts'
import type { ScheduleHandlers } from '../work/scope.ts'
import type { DocumentTable } from '../store/table.ts'
import type { Foreseen } from '../store/foresee.ts'
import type { AgendaRecord } from '../store/world-tables.ts'
import type { Trx } from '../store/trx.ts'

/** What a world needs of the areas; `wiring.ts` beside `server.ts` fills it in, once. */
export interface Wiring {
  readonly tables: readonly DocumentTable<never>[]
  /** Who follows what, in order. One can read here what a change brings about. */
  readonly listeners: Readonly<Partial<Record<EventType, readonly Listener[]>>>
  readonly schedule: ScheduleHandlers
  readonly collaborators: readonly Collaborator<unknown>[]
  readonly policies: readonly DatedPolicy<unknown>[]
  /** What an agenda entry will ask for, as far as that can be told beforehand. */
  readonly foreseenOf?: (trx: Trx, principal: Principal, entry: AgendaRecord) => readonly Foreseen[]
  /** As whom the agenda acts for a partner. */
  readonly systemPrincipalOf: (trx: Trx, partnerTenantId: string) => Promise<Principal>
}
