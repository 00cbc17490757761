import type { Trace, TracedCheck } from '../../kernel/trace.ts'
import type { Ignored } from '../request/bind.ts'

/** One request as it came in and as it was answered. Bodies are texts; the Authorization header is never kept. */
export interface LoggedRequest {
  readonly id: string
  readonly requestId: string
  readonly correlationId: string
  readonly at: number
  readonly wallAt: number
  readonly method: string
  readonly url: string
  readonly endpoint: string
  readonly partner: string | undefined
  readonly caller: string | undefined
  readonly requestBody: string
  readonly status: number
  readonly answerBody: string
  readonly code: number | undefined
  readonly replayed: boolean
  readonly durationMs: number
  readonly changes: readonly { readonly type: string; readonly subject: string }[]
  readonly trace: Trace
  /** What it carried and nobody reads; absent where there is nothing. */
  readonly ignored?: readonly Ignored[]
}

export interface RequestQuery {
  readonly code?: number
  readonly status?: number
  readonly requestId?: string
  readonly path?: string
  readonly limit: number
}

/** The endpoint of a request that no route took. */
export const unmatched = 'unmatched'

const keptMax = 1_000
/** Of longer bodies only the beginning is kept. */
const bodyLengthMax = 65_536
/** Of all texts of a world together. A server can have a thousand worlds. */
const lengthMax = 8 * 1024 * 1024

/** By way of bytes, since a slice of a text keeps the whole of it alive. */
const shortened = (body: string): string =>
  body.length <= bodyLengthMax
    ? body
    : `${Buffer.from(body.slice(0, 1_024)).toString()}… (${body.length} characters)`

const lengthOf = ({ url, requestBody, answerBody }: LoggedRequest): number =>
  url.length + requestBody.length + answerBody.length

/** The last requests of a world, newest first. Kept in memory: it explains, it does not prove. */
export class RequestLog {
  /** In a ring: the request with number `n` has the place `n % keptMax`. */
  readonly #kept: (LoggedRequest | undefined)[] = []
  /** The number of the oldest one. */
  #oldest = 1
  #length = 0
  #count = 0

  add(entry: Omit<LoggedRequest, 'id'>): string {
    this.#count += 1
    const id = String(this.#count)
    const { requestBody, answerBody } = entry
    // The entry is the caller's no longer: to copy its twenty members would cost more than all the rest here.
    const kept = Object.assign(entry, {
      id,
      requestBody: shortened(requestBody),
      answerBody: shortened(answerBody),
    })
    if (this.#count - this.#oldest === keptMax) this.#forgetOldest()
    this.#kept[this.#count % keptMax] = kept
    this.#length += lengthOf(kept)
    while (this.#length > lengthMax) this.#forgetOldest()
    return id
  }

  /** How much text is kept, in characters. */
  get length(): number {
    return this.#length
  }

  #forgetOldest(): void {
    const place = this.#oldest % keptMax
    const oldest = this.#kept[place]
    if (oldest !== undefined) this.#length -= lengthOf(oldest)
    this.#kept[place] = undefined
    this.#oldest += 1
  }

  find(idOrRequestId: string): LoggedRequest | undefined {
    return this.#newestFirst().find(
      ({ id, requestId }) => id === idOrRequestId || requestId === idOrRequestId,
    )
  }

  /** `before`: only those that came before the entry with that id. */
  list(query: RequestQuery, before?: number): LoggedRequest[] {
    return this.#newestFirst()
      .filter(
        (entry) =>
          (before === undefined || Number(entry.id) < before) &&
          (query.code === undefined || entry.code === query.code) &&
          (query.status === undefined || entry.status === query.status) &&
          (query.requestId === undefined || entry.requestId === query.requestId) &&
          (query.path === undefined || entry.url.toLowerCase().includes(query.path.toLowerCase())),
      )
      .slice(0, query.limit)
  }

  #newestFirst(): LoggedRequest[] {
    const found: LoggedRequest[] = []
    for (let number = this.#count; number >= this.#oldest; number -= 1) {
      const entry = this.#kept[number % keptMax]
      if (entry !== undefined) found.push(entry)
    }
    return found
  }
}

export const tracedChecks = ({ trace, code }: LoggedRequest): TracedCheck[] => trace.read(code)
