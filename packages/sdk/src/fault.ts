import type { RawAnswer } from './answer.ts'
import { faultBody } from './fault-body.ts'

/**
 * A refused call.
 * @see partner-center/developer/error-codes
 */
export class PartnerCenterError extends Error {
  override readonly name = 'PartnerCenterError'
  readonly status: number
  /** The catalogue's code; `undefined` for answers outside the catalogue, such as 404 for an unknown route or 429. */
  readonly code: number | undefined
  readonly description: string
  readonly data: readonly string[]
  readonly requestId: string | undefined
  readonly answer: RawAnswer

  constructor(answer: RawAnswer, asked: string) {
    const body = faultBody(answer.body)
    const description = body?.description ?? `the server answered ${answer.status}`
    super(`${asked}: ${answer.status}${body === undefined ? '' : ` / ${body.code}`}: ${description}`)
    this.status = answer.status
    this.code = body?.code
    this.description = description
    this.data = body?.data ?? []
    this.requestId = answer.headers.get('ms-requestid') ?? undefined
    this.answer = answer
  }
}

/** The call never got an answer: no connection, or none that lasted. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}
