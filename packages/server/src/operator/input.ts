import type { FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { readJson } from '../http/request/read-json.ts'
import { readContinuationToken, type PagedList, type Seek } from '../kernel/page.ts'
import { badRequest } from './operator-error.ts'
import type { OperatorHeaders } from './operation.ts'

/** The request's JSON body. None at all is an object without members. */
export function jsonOf(request: FastifyRequest): unknown {
  if (typeof request.body !== 'string') return request.body ?? {}
  try {
    return request.body === '' ? {} : readJson(request.body)
  } catch {
    throw badRequest('the body is not JSON')
  }
}

/**
 * The value, checked; a refusal names the first member that does not fit. `where` stands before the path of the member,
 * for example `body/by`.
 */
export function checked<S extends TSchema>(schema: S, value: unknown, where: string): Static<S> {
  if (Value.Check(schema, value)) return value
  const [first] = Value.Errors(schema, value)
  throw badRequest(
    `${where}${first?.instancePath ?? ''}: ${first?.message ?? 'does not fit'}${extrasOf(first)}`,
  )
}

/** Where the list goes on, by the header `MS-ContinuationToken`; undefined without one. */
export function seekOf({ continuationToken }: OperatorHeaders, list: PagedList): Seek | undefined {
  if (continuationToken === undefined) return undefined
  const after = readContinuationToken(list, continuationToken)
  if (after === undefined) throw badRequest('MS-ContinuationToken: is not of this list')
  return after
}

/** Says how the next page is asked for, where there is one. */
export const goOnFrom = (token: string | undefined) => ({
  headers: token === undefined ? {} : { 'MS-ContinuationToken': token },
})

const extrasOf = (error: unknown): string => {
  const params = (error as { params?: { additionalProperties?: readonly string[] } } | undefined)?.params
  return params?.additionalProperties === undefined ? '' : ` (${params.additionalProperties.join(', ')})`
}

/** RFC 7386: a member that is not named stays, `null` removes one, arrays are replaced whole. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name]
    else merged[name] = mergePatch(merged[name], value)
  }
  return merged
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
