import type { Trace, TracedCheck } from '../../kernel/trace.ts'

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
}

export interface RequestQuery {
  readonly code?: number
  readonly status?: number
  readonly requestId?: string
  readonly path?: string
  readonly limit: number
}

const keptMax = 1_000
/** Of longer bodies only the beginning is kept: a thousand of the longest would fill the memory. */
const bodyLengthMax = 65_536

/** By way of bytes, since a slice of a text keeps the whole of it alive. */
const shortened = (body: string): string =>
  body.length <= bodyLengthMax
    ? body
    : `${Buffer.from(body.slice(0, 1_024)).toString()}… (${body.length} characters)`

/** The last requests of a world, newest first. Kept in memory: it explains, it does not prove. */
export class RequestLog {
  readonly #kept: LoggedRequest[] = []
  #next = 0
  #count = 0

  add(entry: Omit<LoggedRequest, 'id'>): string {
    this.#count += 1
    const id = String(this.#count)
    const { requestBody, answerBody } = entry
    // The entry is the caller's no longer: to copy its twenty members would cost more than all the rest here.
    this.#kept[this.#next] = Object.assign(entry, {
      id,
      requestBody: shortened(requestBody),
      answerBody: shortened(answerBody),
    })
    this.#next = (this.#next + 1) % keptMax
    return id
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
    return [...this.#kept.slice(this.#next), ...this.#kept.slice(0, this.#next)].reverse()
  }
}

export const tracedChecks = (entry: LoggedRequest): TracedCheck[] => entry.trace.read()
