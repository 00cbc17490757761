import type { Socket } from 'node:net'
import type { ClientBase } from 'pg'

/** A peer that is gone without a word is noticed some ten seconds after this, where the network tells nothing. */
const quietMs = 10_000

/** For every connection: asks an idle peer whether it is still there. */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: quietMs }

/** What a client speaks through, with TLS or without. The client has it, and its types do not say so. */
export const socketOf = (client: ClientBase): Socket =>
  (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream
