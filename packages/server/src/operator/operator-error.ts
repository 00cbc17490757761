/** A refusal of the operator API, in a shape of its own: `{error: {code, message}}`. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const badRequest = (message: string): OperatorError => new OperatorError(400, 'bad-request', message)

export const notFound = (what: string): OperatorError =>
  new OperatorError(404, 'not-found', `there is no ${what}`)
