import { azurePortalEndpoints } from './azure.ts'
import { clockEndpoints } from './clock.ts'
import { collaboratorEndpoints } from './collaborators.ts'
import { documentEndpoints } from './document.ts'
import { faultEndpoints } from './faults.ts'
import { historyEndpoints } from './history.ts'
import { ledgerEndpoints } from './ledger.ts'
import { licenceEndpoints } from './licences.ts'
import { partnerEndpoints } from './partners.ts'
import { policyEndpoints } from './policies.ts'
import { rehearsalEndpoints } from './rehearsal.ts'
import { requestEndpoints } from './requests.ts'
import { tokenEndpoints } from './tokens.ts'
import { worldEndpoints } from './worlds.ts'

/** The operator's endpoints by the file that declares them; the SDK has one file for each. */
export const operatorAreas = {
  worlds: worldEndpoints,
  clock: clockEndpoints,
  tokens: tokenEndpoints,
  partners: partnerEndpoints,
  policies: policyEndpoints,
  collaborators: collaboratorEndpoints,
  faults: faultEndpoints,
  ledger: ledgerEndpoints,
  rehearsal: rehearsalEndpoints,
  requests: requestEndpoints,
  history: historyEndpoints,
  azure: azurePortalEndpoints,
  licences: licenceEndpoints,
  document: documentEndpoints,
} as const

/** Every operation of the operator API; the names are unique over the areas. */
export const operatorEndpoints = {
  ...worldEndpoints,
  ...clockEndpoints,
  ...tokenEndpoints,
  ...partnerEndpoints,
  ...policyEndpoints,
  ...collaboratorEndpoints,
  ...faultEndpoints,
  ...ledgerEndpoints,
  ...rehearsalEndpoints,
  ...requestEndpoints,
  ...historyEndpoints,
  ...azurePortalEndpoints,
  ...licenceEndpoints,
  ...documentEndpoints,
} as const

export type OperatorEndpointName = keyof typeof operatorEndpoints
