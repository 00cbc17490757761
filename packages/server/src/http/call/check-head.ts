import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { BareStatus } from '../request/bare-status.ts'
import { acceptsJson, bodyIsJson } from '../request/media-types.ts'
import { malformedHeader } from '../request/request-ids.ts'
import { UnreadableBody } from '../wire/read-body.ts'
import type { Call } from './call.ts'

export function checkMediaTypes(call: Call): void {
  if (!acceptsJson(call.header('accept'))) throw new BareStatus(406, 'noSuchAnswer')
  const { body } = call.request
  const isUnknownCoding = body instanceof UnreadableBody && body.why === 'coding'
  if (isUnknownCoding || (call.body !== '' && !bodyIsJson(call.header('content-type'))))
    throw new BareStatus(415, 'unreadableType')
}

/** What says that it is packed and is not, or not as a whole: 2000. */
export function checkUnpacked({ request }: Call): void {
  if (request.body instanceof UnreadableBody) throw malformedHeader('Content-Encoding')
}

export function checkRequestIds({ ids }: Call): void {
  if (ids.malformed[0] !== undefined) throw malformedHeader(ids.malformed[0])
}

/** Nothing can be expected but that a body is waited for. @see https://www.rfc-editor.org/rfc/rfc9110#field.expect */
export function checkExpectation(call: Call): void {
  const expected = call.header('expect')
  if (expected !== undefined && expected.trim().toLowerCase() !== '100-continue')
    throw fault(faults.purchasePrerequisiteUnmet)
}
