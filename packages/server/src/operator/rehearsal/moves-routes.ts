import { describe, negotiateLocale, type Locale } from '@tenantry/contract/locales/index.ts'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { effectiveRoles, type PartnerRecord } from '../../work/partner.ts'
import { partnerCenter } from '../../identity/tokens/audiences.ts'
import { principalOf } from '../../identity/authenticate.ts'
import type { Principal } from '../../work/principal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { findSubscription } from '../vendor/find-subscription.ts'
import type { OperatorHost } from '../host.ts'
import { queryOf, strictly } from '../input.ts'
import { judgeMoves, type JudgedMove } from './moves/judge-moves.ts'

const MovesQuery = strictly({
  customerId: Type.String({ minLength: 1 }),
  subscriptionId: Type.String({ minLength: 1 }),
})

/** `GET moves`: what can be done to a subscription now, until when, and what stands against the rest. */
export function registerMovesRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/moves', async (request) => {
    const world = host.worldOf(request)
    const { customerId, subscriptionId } = queryOf(request, MovesQuery)
    const { partner, record } = await world.transact('read', (trx) =>
      findSubscription(trx, customerId, subscriptionId),
    )
    const header = request.headers['x-locale']
    const locale = negotiateLocale(Array.isArray(header) ? header[0] : header)
    const judged = await judgeMoves({
      world,
      endpoints: host.endpoints,
      principal: agentOf(partner),
      locale,
      record,
    })
    return judged.map((move) => moveView(move, locale))
  })
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

function moveView({ attempt, faults, until }: JudgedMove, locale: Locale) {
  const told = faults.map((fault) => ({
    code: fault.spec.code,
    status: fault.spec.status,
    description: describe(fault, locale),
  }))
  return {
    operation: attempt.operation,
    allowed: told.length === 0,
    ...(told.length === 0 ? {} : { fault: told[0], faults: told }),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    /** What was tried. */
    endpoint: attempt.endpoint,
    ...(Object.keys(attempt.params ?? {}).length === 0 ? {} : { params: attempt.params }),
    changes: attempt.changes,
  }
}
