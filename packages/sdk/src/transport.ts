/**
 * What the client needs from its surroundings. The default works in browsers and in Node; a test hands in its own to
 * play a network that fails or a clock that jumps.
 */
export interface Transport {
  fetch(url: string, init: RequestInit): Promise<Response>
  wait(delayMs: number): Promise<void>
  /** Wall-clock milliseconds: a token's life runs on it, never on the world's clock. */
  nowMs(): number
  newRequestId(): string
}

export const webTransport: Transport = {
  fetch: (url, init) => globalThis.fetch(url, init),
  wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
  nowMs: () => Date.now(),
  newRequestId: () => globalThis.crypto.randomUUID(),
}
