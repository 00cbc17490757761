import { negotiateLocale, describe } from '@tenantry/contract/locales/index.ts'
import type { Locale } from '@tenantry/contract/locales/index.ts'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { effectiveRoles, PartnerRegistry, type PartnerRecord } from '../areas/partners/public.ts'
import { Subscriptions, type SubscriptionRecord } from '../areas/subscriptions/public.ts'
import { partnerCenter } from '../identity/audiences.ts'
import { tenantOfPartner, type Principal } from '../identity/principal.ts'
import { formatInstant } from '../kernel/time.ts'
import type { World } from '../world/world.ts'
import type { OperatorHost } from './host.ts'
import { queryOf, strictly } from './input.ts'
import { judgeMoves, type JudgedMove } from './moves/judge-moves.ts'
import { notFound } from './operator-error.ts'

const MovesQuery = strictly({
  customerId: Type.String({ minLength: 1 }),
  subscriptionId: Type.String({ minLength: 1 }),
})

/** `GET moves`: what can be done to a subscription now, until when, and what stands against the rest. */
export function registerMovesRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/moves', async (request) => {
    const world = host.worldOf(request)
    const { customerId, subscriptionId } = queryOf(request, MovesQuery)
    const { partner, record } = await findSubscription(world, customerId.toLowerCase(), subscriptionId)
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

async function findSubscription(
  world: World,
  customerId: string,
  id: string,
): Promise<{ partner: PartnerRecord; record: SubscriptionRecord }> {
  const found = await world.transact('read', async (trx) => {
    for (const partner of await new PartnerRegistry({ trx }).list()) {
      const record = await new Subscriptions({ trx, tenant: tenantOfPartner(partner) }).find(customerId, id)
      if (record !== undefined) return { partner, record }
    }
    return undefined
  })
  if (found === undefined) throw notFound(`subscription ${id} of a customer ${customerId}`)
  return found
}

/** An admin agent with a second factor: whom nothing but the rules can stand against. */
function agentOf(partner: PartnerRecord): Principal {
  const user = partner.users.find((one) => effectiveRoles(one).includes('admin-agent'))
  const common = {
    partner,
    appId: partner.apps[0]?.clientId ?? '',
    audience: partnerCenter.uri,
    tokenVersion: '1.0' as const,
    mfa: true,
  }
  if (user === undefined) return { ...common, kind: 'app', roles: [] }
  const { id: userId, userPrincipalName, displayName } = user
  return { ...common, kind: 'user', userId, userPrincipalName, displayName, roles: effectiveRoles(user) }
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
