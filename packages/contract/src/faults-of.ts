import type { Endpoint } from './endpoint.ts'
import { extraFaults } from './faults/extra.ts'
import type { FaultSpec } from './faults/fault.ts'
import { faults } from './faults/index.ts'

/**
 * Every fault that an endpoint can answer with: its own and those of the request pipeline before it. Under test a fault
 * that is not among them fails the request.
 */
export function faultsOf(endpoint: Endpoint): readonly FaultSpec[] {
  return [...new Set([...pipelineFaults(endpoint), ...endpoint.faults])]
}

function pipelineFaults(endpoint: Endpoint): FaultSpec[] {
  const all: FaultSpec[] = [
    faults.tokenIsInvalid,
    faults.tokenAudienceIsRetired,
    faults.partnerTokenIsMissing,
    faults.multifactorAuthenticationRequired,
    faults.callerHasNoAccess,
    extraFaults.requestIsMalformed,
    // An `Expect` that nobody can meet.
    faults.purchasePrerequisiteUnmet,
    faults.roleIsInsufficient,
  ]
  if (endpoint.auth === 'app+user') all.push(faults.appOnlyTokenNotSupported)
  if (endpoint.environment !== undefined) all.push(faults.operationNotSupportedInEnvironment)
  if (endpoint.path.includes(':customerId')) {
    all.push(faults.customerIdIsInvalid, faults.tenantNotFound, faults.noCommerceRelationship)
  }
  if (hasMembers(endpoint.query)) {
    all.push(endpoint.shapeFault === 'legacy' ? faults.propertyIsInvalid : faults.catalogueInputIsInvalid)
  }
  if (hasMembers(endpoint.body))
    all.push(faults.enumValueIsUnknown, faults.propertyIsInvalid, shapeFault(endpoint))
  if (endpoint.effect === 'write') all.push(faults.requestInputIsInvalid, stillRunning(endpoint))
  return all
}

function shapeFault({ shapeFault: family }: Endpoint): FaultSpec {
  if (family === 'legacy') return faults.propertyIsInvalid
  return family === 'catalogue' ? faults.catalogueInputIsInvalid : faults.requestInputIsInvalid
}

/** The same request, named by its MS-RequestId, is being worked on. */
function stillRunning({ path }: Endpoint): FaultSpec {
  if (path.includes(':cartId')) return faults.cartIsBeingProcessed
  return path.includes(':transferId') ? faults.transferIsBeingProcessed : faults.orderIsInProgress
}

const hasMembers = (schema: object): boolean =>
  'properties' in schema
    ? Object.keys(schema.properties as object).length > 0
    : 'anyOf' in schema || 'allOf' in schema
