import { isDeepStrictEqual } from 'node:util'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { invariant } from '../kernel/invariant.ts'
import { bind, type Schema } from './bind.ts'

/** Under test: an answer must be what its endpoint declares, to the property name and the enum's spelling. */
export function verifyAnswer(name: string, endpoint: Endpoint, content: unknown): void {
  if (content === undefined) return
  const sent: unknown = JSON.parse(JSON.stringify(content))
  const { value, problems } = bind(endpoint.answer as unknown as Schema, sent)
  const misfits = problems.map(({ path, kind, value }) => `${path} (${kind}: ${value})`).join('; ')
  invariant(problems.length === 0, `${name} answers what it does not declare: ${misfits}`)
  invariant(
    isDeepStrictEqual(value, sent),
    `${name} spells a name or a value differently than declared, or answers null: ${JSON.stringify(sent)}`,
  )
}
