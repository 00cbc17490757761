import { operatorErrors, type OperatorErrorCode } from '@tenantry/contract/operator/errors.ts'

/** A refusal of the operator API, in a shape of its own: `{error: {code, message}}`. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
  readonly code: OperatorErrorCode
  readonly status: number

  constructor(code: OperatorErrorCode, message: string, status: number = operatorErrors[code].status) {
    super(message)
    this.code = code
    this.status = status
  }
}

export const badRequest = (message: string): OperatorError => new OperatorError('bad-request', message)

export const notFound = (what: string): OperatorError => new OperatorError('not-found', `there is no ${what}`)
