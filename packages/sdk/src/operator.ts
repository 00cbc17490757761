import { operatorCalls, type OperatorCalls } from './operator/calls/index.ts'
import { operatorSend, type OperatorOptions } from './operator/core.ts'

export type * from '@tenantry/contract/operator/resources/index.ts'
export type { OperatorCallOptions, OperatorOptions } from './operator/core.ts'
export { OperatorRefusal } from './operator/refusal.ts'
export { NoAnswerError } from './fault.ts'

/** The typed client: `operator.worlds.create({ seed: 'default' })`. */
export type Operator = OperatorCalls & { readonly options: OperatorOptions }

/**
 * The vendor's side of a Tenantry server: what a test's set-up and an administrator do. The real service has none of
 * it.
 *
 * ```ts
 * const operator = operatorClient({ url: 'http://127.0.0.1:4646', key })
 * await operator.clock.advance({ by: 'P1M' })
 * ```
 */
export const operatorClient = (options: OperatorOptions): Operator => ({
  options,
  ...operatorCalls(operatorSend(options)),
})
