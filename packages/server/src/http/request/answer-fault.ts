import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { describe, type Locale } from '@tenantry/contract/locales/index.ts'
import { statusTexts } from '@tenantry/contract/locales/status-texts.ts'
import type { BareStatus } from './bare-status.ts'

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

/** The body of a refusal without a code: the code 0 and the source of what stands before the service. */
export function answerBare({ says }: BareStatus, locale: Locale): string {
  if (says === undefined) return ''
  if (typeof says === 'object') return says.json
  const body: FaultBody = {
    code: 0,
    description: statusTexts[locale][says],
    data: [],
    source: 'PartnerApiServiceControllers',
  }
  return JSON.stringify(body)
}
