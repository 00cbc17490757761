import { locale } from '../locales/locale.ts'
import { fault } from './fault.ts'
import { faults, type AnyFaultName, type FaultName } from './index.ts'

/** What must and must not compile; `tsc` is the test. */
export const compiles = () => [
  fault(faults.subscriptionNotFound, { subscriptionId: 'a' }),
  fault(faults.seatLimitExceeded, { requestedSeats: 3, remainingSeats: 1, catalogItemId: 'P:S:A' }),
  fault(faults.targetNotActive),
  locale({
    targetNotActive: 'Het doel is niet actief.',
    subscriptionNotFound: '{subscriptionId} is er niet.',
  }),
]

export const doesNotCompile = () => [
  // @ts-expect-error the text has a placeholder, so its value must be given
  fault(faults.subscriptionNotFound),
  // @ts-expect-error another name than the placeholder's
  fault(faults.subscriptionNotFound, { id: 'a' }),
  // @ts-expect-error one of three values is missing
  fault(faults.seatLimitExceeded, { requestedSeats: 3, remainingSeats: 1 }),
  // @ts-expect-error the text has no placeholders
  fault(faults.targetNotActive, { subscriptionId: 'a' }),
  // @ts-expect-error no such fault
  fault(faults.targetIsTired),
  // @ts-expect-error a locale knows no such fault
  locale({ targetIsTired: 'Het doel is moe.' }),
  // @ts-expect-error misspelt placeholder
  locale({ subscriptionNotFound: '{subscriptieId} is er niet.' }),
  // @ts-expect-error the placeholder is left out
  locale({ subscriptionNotFound: 'Het abonnement is er niet.' }),
  // @ts-expect-error a placeholder that English does not have
  locale({ targetNotActive: '{subscriptionId} is niet actief.' }),
]

// @ts-expect-error extra faults are not part of the published catalogue
export const published: FaultName = 'requestIsMalformed'
export const declared: AnyFaultName = 'requestIsMalformed'
