// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { OperatorSend } from '../core.ts'
import { azureCalls } from './azure.ts'
import { clockCalls } from './clock.ts'
import { collaboratorsCalls } from './collaborators.ts'
import { documentCalls } from './document.ts'
import { faultsCalls } from './faults.ts'
import { historyCalls } from './history.ts'
import { ledgerCalls } from './ledger.ts'
import { licencesCalls } from './licences.ts'
import { partnersCalls } from './partners.ts'
import { policiesCalls } from './policies.ts'
import { rehearsalCalls } from './rehearsal.ts'
import { requestsCalls } from './requests.ts'
import { tokensCalls } from './tokens.ts'
import { worldsCalls } from './worlds.ts'

/** Every operation of the operator API, by what it is about. */
export const operatorCalls = (send: OperatorSend) => ({
  ...worldsCalls(send),
  ...clockCalls(send),
  ...tokensCalls(send),
  ...partnersCalls(send),
  ...policiesCalls(send),
  ...collaboratorsCalls(send),
  ...faultsCalls(send),
  ...ledgerCalls(send),
  ...rehearsalCalls(send),
  ...requestsCalls(send),
  ...historyCalls(send),
  ...azureCalls(send),
  ...licencesCalls(send),
  ...documentCalls(send),
})

export type OperatorCalls = ReturnType<typeof operatorCalls>
