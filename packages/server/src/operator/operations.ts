import { operatorAreas, operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorEndpoint } from '@tenantry/contract/operator/endpoint.ts'
import { operatorDocument } from '@tenantry/contract/operator/openapi.ts'
import type { BoundOperation } from './bind-operation.ts'
import { clockRoutes } from './clock-routes.ts'
import { collaboratorRoutes } from './collaborator-routes.ts'
import { faultRoutes } from './fault-routes.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import type { OperatorOperation, OperatorRoutes } from './operation.ts'
import { policyRoutes } from './policy-routes.ts'
import { rehearsalRoutes } from './rehearsal/rehearsal-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { azurePortalRoutes } from './vendor/azure-routes.ts'
import { historyRoutes } from './vendor/history-routes.ts'
import { licenceRoutes } from './vendor/licence-routes.ts'
import { partnerRoutes } from './vendor/partner-routes.ts'
import { worldRoutes } from './worlds-routes.ts'

const routes: OperatorRoutes<typeof operatorEndpoints> = {
  ...worldRoutes,
  ...clockRoutes,
  ...tokenRoutes,
  ...partnerRoutes,
  ...policyRoutes,
  ...collaboratorRoutes,
  ...faultRoutes,
  ...ledgerRoutes,
  ...rehearsalRoutes,
  ...requestRoutes,
  ...historyRoutes,
  ...azurePortalRoutes,
  ...licenceRoutes,
  getOperatorDocument: async () => operatorDocument(operatorAreas),
}

/** Every operation of the operator API with its endpoint: a routes table that misses one does not compile. */
export const boundOperations: readonly BoundOperation[] = Object.entries(operatorEndpoints).map(
  ([name, endpoint]: [string, OperatorEndpoint]) => {
    const operation: unknown = routes[name as keyof typeof operatorEndpoints]
    // What it takes and answers was held against its own endpoint above.
    return { name, endpoint, operation: operation as OperatorOperation<OperatorEndpoint> }
  },
)
