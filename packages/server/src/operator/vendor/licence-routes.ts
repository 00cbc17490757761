import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { assignedUsers } from '../../areas/subscriptions/subscription/public.ts'
import { tenantOfPartner } from '../../kernel/tenant.ts'
import { findSubscription } from './find-subscription.ts'
import type { OperatorHost } from '../host.ts'
import { queryOf, strictly } from '../input.ts'

const LicenceQuery = strictly({ customerId: Type.String(), subscriptionId: Type.String() })

/** `GET licences`: whose licence comes from the subscription, after all that was moved. */
export function registerLicenceRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/licences', async (request) => {
    const query = queryOf(request, LicenceQuery)
    const world = host.worldOf(request)
    return world.transact('read', async (trx) => {
      const { partner, record } = await findSubscription(trx, query.customerId, query.subscriptionId)
      const { settings } = world
      return assignedUsers(
        {
          trx,
          tenant: tenantOfPartner(partner),
          collaborator: (party) => settings.collaboratorState(party),
        },
        record.customerId,
        record.id,
      )
    })
  })
}
