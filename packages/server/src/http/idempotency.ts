import { hash } from 'node:crypto'
import { Fault, fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../identity/principal.ts'
import type { Instant } from '../kernel/time.ts'
import type { Trx } from '../store/trx.ts'
import { answerTable, type AnswerRecord } from '../store/world-tables.ts'

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

/**
 * The answer that this request got before, if it did. The same id with another body is a client's error: 800002.
 * @see partner-center/developer/headers
 */
export async function findAnswer(
  trx: Trx,
  tenant: Tenant,
  request: RequestIdentity,
  now: Instant,
): Promise<AnswerRecord | undefined> {
  const known = await findRemembered(trx, tenant, request, now)
  if (known === undefined) return undefined
  if (known.digest !== request.digest) {
    throw new Fault(faults.requestInputIsInvalid, {}, ['MS-RequestId: was used for another request before'])
  }
  return known
}

/** What was answered under this name, to whatever body; nothing after a day. */
export async function findRemembered(
  trx: Trx,
  tenant: Tenant,
  { requestId }: RequestIdentity,
  now: Instant,
): Promise<AnswerRecord | undefined> {
  const known = await trx.documents(answerTable, tenant).find({ request_id: requestId })
  return known === undefined || known.at + rememberedMs < now ? undefined : known
}

export async function rememberAnswer(
  trx: Trx,
  tenant: Tenant,
  request: RequestIdentity,
  now: Instant,
  answer: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  },
): Promise<void> {
  const answers = trx.documents(answerTable, tenant)
  await answers.removeAll({ range: { at: { below: now - rememberedMs } } })
  await answers.put({ version: 1, ...request, at: now, ...answer })
}

/** Requests by name that are being worked on; the same one again must wait its turn and come back. */
export class InFlight {
  readonly #names = new Set<string>()

  /** Answers how to leave again. */
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
