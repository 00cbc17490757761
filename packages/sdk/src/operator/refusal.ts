import type { OperatorErrorCode } from '@tenantry/contract/operator/errors.ts'
import type { RawAnswer } from '../answer.ts'

/** The operator API said no: `{error: {code, message}}`. */
export class OperatorRefusal extends Error {
  override readonly name = 'OperatorRefusal'
  readonly status: number
  /** `undefined` for an answer that is not the operator API's own, such as a proxy's. */
  readonly code: OperatorErrorCode | undefined
  /** What the server says about it. */
  readonly description: string
  readonly answer: RawAnswer

  constructor(answer: RawAnswer, asked: string) {
    const { code, message } = refusalOf(answer.body)
    super(`${asked}: ${answer.status}${code === undefined ? '' : ` / ${code}`}: ${message}`)
    this.status = answer.status
    this.code = code
    this.description = message
    this.answer = answer
  }
}

function refusalOf(body: unknown): { code: OperatorErrorCode | undefined; message: string } {
  if (isRefusal(body)) return body.error
  if (body === undefined || body === '') return { code: undefined, message: 'the server gave no reason' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { code: undefined, message: text.slice(0, 300) }
}

const isRefusal = (body: unknown): body is { error: { code: OperatorErrorCode; message: string } } =>
  typeof body === 'object' &&
  body !== null &&
  'error' in body &&
  typeof body.error === 'object' &&
  body.error !== null &&
  'code' in body.error &&
  'message' in body.error
