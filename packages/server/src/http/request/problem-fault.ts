import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { fault, type Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Problem, ProblemKind } from './bind.ts'

const enumPage = 'https://learn.microsoft.com/partner-center/developer/'

/**
 * A value that is no enum member decides before a stray property, that before a wrong type, a missing member comes
 * last.
 */
const precedence: readonly ProblemKind[] = ['enum', 'unknown', 'type', 'range', 'required']

/** The fault of a body that does not fit its schema; `data` names every misfit. */
export function bodyFault(endpoint: Endpoint, problems: readonly Problem[]): Fault {
  const kind = precedence.find((each) => problems.some((problem) => problem.kind === each)) ?? 'required'
  const first = problems.find((problem) => problem.kind === kind)
  const details = problems.map(({ kind, path }) => `${path === '' ? 'body' : path}: ${words[kind]}`)
  if (kind === 'enum') {
    const params = { value: first?.value ?? '', documentationLink: enumPage + slugOf(endpoint) }
    return fault(faults.enumValueIsUnknown, params).with(...details)
  }
  if (kind === 'unknown') return fault(faults.propertyIsInvalid).with(...details)
  return fault(shapeFault(endpoint)).with(...details)
}

/** The fault of a query that does not fit. */
export function queryFault(endpoint: Endpoint, problems: readonly Problem[]): Fault {
  const details = problems.map(({ kind, path }) => `${path}: ${words[kind]}`)
  const isLegacy = endpoint.shapeFault === 'legacy'
  return fault(isLegacy ? faults.propertyIsInvalid : faults.catalogueInputIsInvalid).with(...details)
}

/** The fault of a body that is no JSON at all. */
export const syntaxFault = (endpoint: Endpoint): Fault =>
  fault(shapeFault(endpoint)).with('body: is not JSON')

const words: Readonly<Record<ProblemKind, string>> = {
  enum: 'is not one of the known values',
  unknown: 'is not a known property',
  type: 'has the wrong type',
  range: 'is out of range',
  required: 'is required',
}

function shapeFault(endpoint: Endpoint): FaultSpec {
  if (endpoint.shapeFault === 'legacy') return faults.propertyIsInvalid
  if (endpoint.shapeFault === 'catalogue') return faults.catalogueInputIsInvalid
  return faults.requestInputIsInvalid
}

const slugOf = (endpoint: Endpoint): string => endpoint.see.split('/').at(-1) ?? ''
