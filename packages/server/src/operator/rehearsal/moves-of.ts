import { describe, negotiateLocale, type Locale } from '@tenantry/contract/locales/index.ts'
import type { rehearsalEndpoints } from '@tenantry/contract/operator/rehearsal.ts'
import type { Move } from '@tenantry/contract/operator/resources/rehearsal.ts'
import { effectiveRoles, type PartnerRecord } from '../../work/partner.ts'
import { partnerCenter } from '../../identity/tokens/audiences.ts'
import { principalOf } from '../../identity/authenticate.ts'
import type { Principal } from '../../work/principal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { findSubscription } from '../vendor/find-subscription.ts'
import type { Asked, Place } from '../operation.ts'
import { judgeMoves, type JudgedMove } from './moves/judge-moves.ts'

type Endpoint = (typeof rehearsalEndpoints)['getMoves']

/** What can be done to a subscription now, until when, and what stands against the rest. */
export async function movesOf(
  { host, world }: Place<Endpoint>,
  { query: { customerId, subscriptionId }, headers }: Asked<Endpoint>,
): Promise<Move[]> {
  const { partner, record } = await world.transact('read', (trx) =>
    findSubscription(trx, customerId, subscriptionId),
  )
  const locale = negotiateLocale(headers.locale)
  const judged = await judgeMoves({
    world,
    endpoints: host.endpoints,
    principal: agentOf(partner),
    locale,
    record,
  })
  return judged.map((move) => moveView(move, locale))
}

/** An admin agent with a second factor: whom nothing but the rules can stand against. */
function agentOf(partner: PartnerRecord): Principal {
  const user = partner.users.find((one) => effectiveRoles(one).includes('admin-agent'))
  return principalOf(
    {
      appId: partner.apps[0]?.clientId ?? '',
      audience: partnerCenter.uri,
      version: '1.0',
      mfa: true,
      isAppOnly: user === undefined,
      userId: user?.id ?? '',
    },
    partner,
  )
}

function moveView({ attempt, faults, until }: JudgedMove, locale: Locale): Move {
  const told = faults.map((fault) => ({
    code: fault.spec.code,
    status: fault.spec.status,
    description: describe(fault, locale),
  }))
  const [first] = told
  const { params = {} } = attempt
  return {
    operation: attempt.operation,
    allowed: first === undefined,
    ...(first === undefined ? {} : { fault: first, faults: told }),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    /** What was tried. */
    endpoint: attempt.endpoint,
    ...(Object.keys(params).length === 0 ? {} : { params }),
    changes: attempt.changes,
  }
}
