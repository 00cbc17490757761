import { isDeepStrictEqual } from 'node:util'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { faultsOf } from '@tenantry/contract/faults-of.ts'
import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { invariant } from '../../kernel/invariant.ts'
import { bind } from './bind.ts'

/** Under test: an answer must be what its endpoint declares, to the property name and the enum's spelling. */
export function verifyAnswer(name: string, endpoint: Endpoint, content: unknown): void {
  if (content === undefined) return
  const sent: unknown = JSON.parse(JSON.stringify(content))
  const { value, problems } = bind(endpoint.answer, sent)
  const misfits = problems.map(({ path, kind, value }) => `${path} (${kind}: ${value})`).join('; ')
  invariant(problems.length === 0, `${name} answers what it does not declare: ${misfits}`)
  invariant(
    isDeepStrictEqual(value, sent),
    `${name} spells a name or a value differently than declared, or answers null: ${JSON.stringify(sent)}`,
  )
}

/** Under test: a fault that its endpoint does not declare is a mistake of the declaration or of a rule. */
export const undeclared = (name: string, endpoint: Endpoint, raised: Fault): Error | undefined =>
  faultsOf(endpoint).includes(raised.spec)
    ? undefined
    : new Error(`${name} raises ${raised.message}, which it does not declare`)
