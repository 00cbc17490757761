import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Trace } from '../../kernel/trace.ts'
import type { WorkingScope } from '../../world/scope-of.ts'

/** A request that goes through everything another one does, and of which nothing is kept. */
export interface Rehearsal {
  /** Looks at what the work did, before it is undone. */
  look(working: WorkingScope): Promise<void>
  /** Told which checks the request met. */
  judged(trace: Trace): void
}

const rehearsalHeader = 'tenantry-rehearsal'

/** The rehearsals under way. A request belongs to one by a name that only this process has seen. */
export class Rehearsals {
  readonly #open = new Map<string, Rehearsal>()

  async run<T>(
    rehearsal: Rehearsal,
    ask: (headers: Readonly<Record<string, string>>) => Promise<T>,
  ): Promise<T> {
    const name = randomBytes(18).toString('base64url')
    this.#open.set(name, rehearsal)
    try {
      return await ask({ [rehearsalHeader]: name })
    } finally {
      this.#open.delete(name)
    }
  }

  of(request: FastifyRequest): Rehearsal | undefined {
    if (this.#open.size === 0) return undefined
    const name = request.headers[rehearsalHeader]
    return typeof name === 'string' ? this.#open.get(name) : undefined
  }
}
