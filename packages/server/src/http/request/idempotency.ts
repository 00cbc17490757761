import { hash } from 'node:crypto'
import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../../kernel/tenant.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Trx } from '../../store/trx.ts'
import { answerTable, type AnswerRecord } from '../../store/world-tables.ts'

/** How long an answer is remembered, in business time. The documentation names no figure: assumed. */
const rememberedMs = 24 * 3_600_000

/** What makes two requests the same one. */
export interface RequestIdentity {
  /** The id with verb and path: the official client sends one id with every call of a context. */
  readonly requestId: string
  readonly method: string
  readonly path: string
  readonly digest: string
}

export const requestIdentity = (
  requestId: string,
  method: string,
  path: string,
  body: string,
): RequestIdentity => ({
  requestId: `${requestId} ${method} ${path}`.toLowerCase(),
  method,
  path: path.toLowerCase(),
  digest: hash('sha256', body, 'base64'),
})

/** What is stored under a request's name. */
export interface Stored {
  readonly request: RequestIdentity
  /** While it is remembered. */
  readonly answer: AnswerRecord | undefined
  readonly record: AnswerRecord | undefined
}

interface AnswerScope {
  readonly trx: Trx
  readonly tenant: Tenant
  readonly now: Instant
}

/** Forgotten answers are removed no more often than that, in business time. */
const removalEveryMs = 60_000

/** The answers that one world's clients got to requests that they named. */
export class Answers {
  /** Requests by name that are being worked on. */
  readonly #names = new Set<string>()
  readonly #removedAt = new Map<string, Instant>()

  /** What was answered under this name, to whatever body. */
  async find({ trx, tenant, now }: AnswerScope, request: RequestIdentity): Promise<Stored> {
    const record = await trx.documents(answerTable, tenant).find({ request_id: request.requestId })
    const isRemembered = record !== undefined && record.at + rememberedMs >= now
    return { request, record, answer: isRemembered ? record : undefined }
  }

  /**
   * As `find`, for a request that may be the same one. The same id with another body is a client's error: 800002.
   * @see partner-center/developer/headers
   */
  async findSame(scope: AnswerScope, request: RequestIdentity): Promise<Stored> {
    const stored = await this.find(scope, request)
    if (stored.answer !== undefined && stored.answer.digest !== request.digest)
      throw fault(faults.requestInputIsInvalid).with('MS-RequestId: was used for another request before')
    return stored
  }

  /** Keeps an answer in the place of what is stored under its name. */
  async keep(
    { trx, tenant, now }: AnswerScope,
    { request, record }: Stored,
    { status, headers, body }: Pick<AnswerRecord, 'status' | 'headers' | 'body'>,
  ): Promise<void> {
    const answers = trx.documents(answerTable, tenant)
    if (record === undefined) await answers.insert({ version: 1, ...request, at: now, status, headers, body })
    else await answers.update({ version: record.version, ...request, at: now, status, headers, body })
    const removedAt = this.#removedAt.get(tenant.partner)
    if (removedAt !== undefined && now - removedAt < removalEveryMs) return
    this.#removedAt.set(tenant.partner, now)
    await answers.removeAll({ range: { at: { below: now - rememberedMs } } })
  }

  /** The same request again must wait its turn and come back. Answers how to leave. */
  enter(partner: string, request: RequestIdentity, params: Readonly<Record<string, unknown>>): () => void {
    const name = `${partner}/${request.requestId}`
    if (this.#names.has(name)) throw stillRunning(params)
    this.#names.add(name)
    return () => void this.#names.delete(name)
  }
}

function stillRunning(params: Readonly<Record<string, unknown>>): Fault {
  const { cartId, transferId } = params
  if (typeof cartId === 'string') return fault(faults.cartIsBeingProcessed, { cartId })
  if (typeof transferId === 'string') return fault(faults.transferIsBeingProcessed, { transferId })
  return fault(faults.orderIsInProgress)
}
