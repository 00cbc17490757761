import type { licenceEndpoints } from '@tenantry/contract/operator/licences.ts'
import { assignedUsers } from '../../areas/subscriptions/subscription/public.ts'
import { tenantOfPartner } from '../../kernel/tenant.ts'
import type { OperatorRoutes } from '../operation.ts'
import { findSubscription } from './find-subscription.ts'

/** Whose licence comes from a subscription, after all that was moved. */
export const licenceRoutes: OperatorRoutes<typeof licenceEndpoints> = {
  listLicences: ({ world }, { query }) =>
    world.transact('read', async (trx) => {
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
    }),
}
