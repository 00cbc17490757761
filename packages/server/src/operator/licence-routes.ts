import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { PartnerRegistry } from '../areas/partners/public.ts'
import { assignedUsers, Subscriptions } from '../areas/subscriptions/public.ts'
import { tenantOfPartner } from '../identity/principal.ts'
import type { OperatorHost } from './host.ts'
import { queryOf, strictly } from './input.ts'
import { notFound } from './operator-error.ts'

const LicenceQuery = strictly({ customerId: Type.String(), subscriptionId: Type.String() })

/** `GET licences`: whose licence comes from the subscription, after all that was moved. */
export function registerLicenceRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/licences', async (request) => {
    const query = queryOf(request, LicenceQuery)
    const customerId = query.customerId.toLowerCase()
    const world = host.worldOf(request)
    return world.transact('read', async (trx) => {
      for (const partner of await new PartnerRegistry({ trx }).list()) {
        const tenant = tenantOfPartner(partner)
        const held = await new Subscriptions({ trx, tenant }).find(customerId, query.subscriptionId)
        if (held === undefined) continue
        const { settings } = world
        return assignedUsers(
          { trx, tenant, collaborator: (party) => settings.collaboratorState(party) },
          customerId,
          held.id,
        )
      }
      throw notFound(`subscription ${query.subscriptionId} of customer ${query.customerId}`)
    })
  })
}
