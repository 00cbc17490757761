import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/extra.ts'
import type { IncomingHttpHeaders } from 'node:http'
import type { World } from '../../world/world.ts'
import { headerOf } from './header.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export interface RequestIds {
  readonly requestId: string
  readonly correlationId: string
  /** The client named the request itself, so the answer is remembered under that name. */
  readonly isNamed: boolean
  /** Header fields that should have held a GUID and did not. */
  readonly malformed: readonly string[]
}

/** MS-RequestId and MS-CorrelationId, made when absent. @see partner-center/developer/headers */
export function requestIdsOf(headers: IncomingHttpHeaders, world: World): RequestIds {
  const requestId = given(headers, 'ms-requestid')
  const correlationId = given(headers, 'ms-correlationid')
  const isNamed = requestId !== undefined && guid.test(requestId)
  const isCorrelated = correlationId !== undefined && guid.test(correlationId)
  const malformed: string[] = []
  if (requestId !== undefined && !isNamed) malformed.push('MS-RequestId')
  if (correlationId !== undefined && !isCorrelated) malformed.push('MS-CorrelationId')
  return {
    requestId: isNamed ? requestId : world.passingId(),
    correlationId: isCorrelated ? correlationId : world.passingId(),
    isNamed,
    malformed,
  }
}

/** What an answer outside every operation repeats: the ids that were given, where they are GUIDs. */
export function givenIds(headers: IncomingHttpHeaders): Record<string, string> {
  const named = [
    ['MS-RequestId', given(headers, 'ms-requestid')],
    ['MS-CorrelationId', given(headers, 'ms-correlationid')],
  ] as const
  return Object.fromEntries(
    named.flatMap(([name, id]) => (id !== undefined && guid.test(id) ? [[name, id]] : [])),
  )
}

export const malformedHeader = (field: string): Fault => fault(extraFaults.requestIsMalformed, { field })

/** An empty header names nothing. */
function given(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headerOf(headers, name)
  return value === '' ? undefined : value
}
