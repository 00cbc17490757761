import { serviceErrors } from '@tenantry/contract/faults/extra.ts'
import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { nameOf } from '@tenantry/contract/faults/index.ts'
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

/**
 * What the services behind agreements and vetting answer instead.
 * @see partner-center/developer/confirm-customer-consent-customer-agreement
 */
export interface ServiceErrorBody {
  readonly code: number
  readonly message: string
  readonly description: string
  readonly errorName: string
  readonly isRetryable: boolean
  readonly parameters: Readonly<Record<string, string | number>>
  readonly errorMessageExtended: string
}

/** Turns a fault into the body of its answer. The only place that does. */
export function answerFault(fault: Fault, locale: Locale): FaultBody | ServiceErrorBody {
  const { code } = fault.spec
  const description = describe(fault, locale)
  if (!serviceErrors.has(fault.spec)) return { code, description, data: fault.details, source: 'PartnerFD' }
  return {
    code,
    message: description,
    description,
    errorName: nameOf(fault.spec),
    isRetryable: false,
    parameters: fault.params,
    errorMessageExtended: [description, ...fault.details].join(' '),
  }
}

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
