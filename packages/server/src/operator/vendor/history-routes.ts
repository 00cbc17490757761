import type { historyEndpoints } from '@tenantry/contract/operator/history.ts'
import type { OperatorRoutes } from '../operation.ts'
import { createLegacySubscription } from './create-legacy-subscription.ts'
import { createRelationship } from './create-relationship.ts'

export const historyRoutes: OperatorRoutes<typeof historyEndpoints> = {
  createLegacySubscription: ({ world }, { body }) => createLegacySubscription(world, body),
  createRelationship: ({ world }, { body }) => createRelationship(world, body),
}
