import { isDeepStrictEqual } from 'node:util'
import { operatorErrorsOf, type OperatorEndpoint } from '@tenantry/contract/operator/endpoint.ts'
import { Value } from 'typebox/value'
import { invariant } from '../kernel/invariant.ts'
import { isReply } from '../work/operation.ts'
import type { OperatorError } from './operator-error.ts'

interface Verified {
  readonly name: string
  readonly endpoint: OperatorEndpoint
}

/** Under test: an answer must be what its endpoint declares, without a member that it does not. */
export function verifyAnswer({ name, endpoint }: Verified, answer: unknown): void {
  const content = isReply(answer) ? (answer.text ?? JSON.stringify(answer.body)) : JSON.stringify(answer)
  const sent: unknown = content === undefined ? undefined : JSON.parse(content)
  const [first] = Value.Check(endpoint.answer, sent) ? [] : Value.Errors(endpoint.answer, sent)
  invariant(
    first === undefined,
    `${name} answers what it does not declare: ${first?.instancePath} ${first?.message}`,
  )
  invariant(
    isDeepStrictEqual(Value.Clean(endpoint.answer, structuredClone(sent)), sent),
    `${name} answers a member that it does not declare: ${content}`,
  )
}

/** Under test: a refusal that its endpoint does not declare is a mistake of the declaration. */
export function verifyRefusal({ name, endpoint }: Verified, { code }: OperatorError, cause: unknown): void {
  if (operatorErrorsOf(endpoint).includes(code)) return
  throw new Error(`${name} answers ${code}, which it does not declare`, { cause })
}
