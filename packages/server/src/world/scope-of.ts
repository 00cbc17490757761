import type { Locale } from '@tenantry/contract/locales/index.ts'
import { otherParty } from '../kernel/tenant.ts'
import { tenantOf, type Principal } from '../work/principal.ts'
import type { DomainEvent } from '../work/events.ts'
import { idSource } from '../kernel/ids.ts'
import { inForce } from '../kernel/policy.ts'
import type { AuditEntry, Scope } from '../work/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Trace } from '../kernel/trace.ts'
import type { Trx } from '../store/trx.ts'
import { agendaTable, outboxTable } from '../store/world-tables.ts'
import type { Settings } from './settings.ts'
import type { Wiring } from './wiring.ts'

/** One unit of work has at most this many events, agenda entries and charge lines. */
const placesPerSequence = 4096

export interface ScopeParts {
  readonly trx: Trx
  readonly now: Instant
  readonly principal: Principal
  readonly locale: Locale
  readonly trace: Trace
  readonly sequence: number
  readonly idSeed: string
  readonly settings: Settings
  readonly wiring: Wiring
  /** Told of each agenda entry's instant, so that a live clock knows when it has something to do. */
  readonly scheduled: (dueAt: Instant) => void
  /** The agenda entry that runs, if one does. It is off the agenda already. */
  readonly running: { readonly kind: string; readonly subject: string } | undefined
}

/** What was done and for whom: the work of a transfer is two partners'. */
interface Audited {
  readonly by: Scope
  readonly entry: AuditEntry
}

/** A scope and what its work did, for the commit that follows. */
export interface WorkingScope {
  readonly scope: Scope
  readonly audited: Audited[]
  readonly announced: DomainEvent[]
}

export function scopeOf(parts: ScopeParts): WorkingScope {
  const ids = idSource(parts.idSeed, parts.sequence)
  const audited: Audited[] = []
  const announced: DomainEvent[] = []
  let places = 0
  const nextPlace = () => parts.sequence * placesPerSequence + places++
  const scope = scopeFor(parts, parts.principal, { ids, nextPlace, audited, announced, hasPlanned: false })
  return { scope, audited, announced }
}

/** What a unit of work has one of, for however many partners it is done. */
interface Work {
  readonly ids: ReturnType<typeof idSource>
  readonly nextPlace: () => number
  readonly audited: Audited[]
  readonly announced: DomainEvent[]
  hasPlanned: boolean
}

function scopeFor(parts: ScopeParts, principal: Principal, work: Work): Scope {
  const { trx, now, settings, wiring } = parts
  const { ids, nextPlace, audited, announced } = work
  const tenant = tenantOf(principal)

  const scope: Scope = {
    now,
    tenant,
    principal,
    locale: parts.locale,
    trx,
    trace: parts.trace,
    newId: () => ids.newId(),
    nextPlace,
    newToken: (alphabet, length) => ids.newToken(alphabet, length),
    policy: (policy) => inForce(settings.policyRows(policy), now),
    collaborator: (collaborator) => settings.collaboratorState(collaborator),
    audit: (entry) => void audited.push({ by: scope, entry }),
    announce: async (event) => {
      announced.push(event)
      await trx.documents(outboxTable, tenant).insert({
        version: 1,
        sequence: nextPlace(),
        at: now,
        type: event.type,
        partner: tenant.partner,
        customer: event.customerId,
        subject: event.subject,
        details: event.details ?? {},
      })
      for (const listener of wiring.listeners[event.type] ?? []) await listener(scope, event)
    },
    agenda: {
      schedule: async ({ body = {}, ...entry }) => {
        const sequence = nextPlace()
        work.hasPlanned = true
        const agenda = trx.documents(agendaTable)
        await agenda.insert({ version: 1, ...entry, body, partner: tenant.partner, sequence })
        parts.scheduled(entry.dueAt)
      },
      cancel: async (kind, subject) => {
        // A subject has one entry of a kind at a time: most who cancel do so from within it.
        if (parts.running?.kind === kind && parts.running.subject === subject && !work.hasPlanned) return
        await trx.documents(agendaTable).removeAll({ where: { subject, kind } })
      },
    },
    asCounterpart: async (parties) => {
      const other = otherParty(tenant, parties)
      trx.join(other)
      return scopeFor(parts, await wiring.systemPrincipalOf(trx, other), work)
    },
  }
  return scope
}
