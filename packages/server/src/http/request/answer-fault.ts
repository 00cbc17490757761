import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { describe, type Locale } from '@tenantry/contract/locales/index.ts'

export interface FaultBody {
  /**
   * A number. The published schema calls it a string, but every published body prints a number, and the official client
   * reads either. @see partner-center/developer/error-codes
   */
  readonly code: number
  readonly description: string
  readonly data: readonly string[]
  readonly source: string
}

/** Turns a fault into the bytes of its answer. The only place that does. */
export const answerFault = (fault: Fault, locale: Locale): FaultBody => ({
  code: fault.spec.code,
  description: describe(fault, locale),
  data: fault.details,
  source: 'PartnerFD',
})
