import type { Socket } from 'node:net'
import type { ClientBase } from 'pg'

/** A peer that is gone without a word is noticed some ten seconds after this, where nothing is under way. */
const quietMs = 10_000

/** For every connection: asks an idle peer whether it is still there. */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: quietMs }

/** The same from the other side, so that PostgreSQL frees what a server held that is gone without a word. */
export const keepAliveThere =
  `set tcp_keepalives_idle = ${quietMs / 1_000}; set tcp_keepalives_interval = 2; ` +
  'set tcp_keepalives_count = 5; set tcp_user_timeout = 20000'

/** The client's connection, with TLS or without. It is there, although the types do not say so. */
export const socketOf = (client: ClientBase): Socket =>
  (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream

/** A network that drops packets reports nothing for as long as TCP goes on sending them again. */
class SilentPeer extends Error {
  override readonly name = 'SilentPeer'
  readonly code = 'ETIMEDOUT'

  constructor(ms: number) {
    super(`it has not answered for ${ms / 1_000} seconds`)
  }
}

/** Ends the client's connection when it says nothing for as long as `limitSilence` allows; then calls `onSilent`. */
export function endWhenSilent(client: ClientBase, onSilent: () => void): void {
  const socket = socketOf(client)
  socket.on('timeout', () => {
    onSilent()
    socket.destroy(new SilentPeer(socket.timeout ?? 0))
  })
}

/** 0 for a connection that has nothing to say. */
export const limitSilence = (client: ClientBase, ms: number): void => void socketOf(client).setTimeout(ms)
