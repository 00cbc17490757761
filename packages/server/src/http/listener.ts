import { STATUS_CODES, type Server, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/extra.ts'
import { answerBare, answerFault } from './request/answer-fault.ts'
import { BareStatus } from './request/bare-status.ts'
import { standingHeaders } from './wire/standing-headers.ts'
import { isPublished } from './wire/published.ts'

/** A request that is not there as a whole after this long is answered 408. */
export const requestTimeoutMs = 30_000

/** How every port listens: the main one and those of single worlds. */
export const listenerOptions = (timeoutMs: number): ServerOptions => ({
  requestTimeout: timeoutMs,
  connectionsCheckingInterval: Math.min(timeoutMs, 1_000),
  keepAliveTimeout: keepAliveMs,
})

/** Longer than a client keeps a connection that it does not use, so that none is closed under its next request. */
const keepAliveMs = 72_000
/** A stop must be over within ten seconds. */
const drainMaxMs = 5_000

const connections = new WeakMap<Server, Set<Socket>>()

/** Remembers a server's connections, for its end: Node itself does not count one as idle that never sent anything. */
export function follow(server: Server): void {
  const open = new Set<Socket>()
  connections.set(server, open)
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
}

/**
 * What is expected of the published API is judged there, with a code: Node by itself answers 417 without a body to
 * everything but `100-continue`. Elsewhere it stays so.
 */
export function passExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => {
    if (isPublished(request.url)) server.emit('request', request, response)
    else response.writeHead(417).end()
  })
}

/**
 * Waits for a server that stops accepting: connections end with the request that runs on them, and who never finishes
 * sending one is hung up on.
 */
export async function drain(server: Server, closed: Promise<unknown>): Promise<void> {
  for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy()
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const last = setTimeout(() => server.closeAllConnections(), drainMaxMs)
  try {
    await closed
  } finally {
    clearInterval(sweep)
    clearTimeout(last)
  }
}

/** Bytes that never became a request are answered on the socket itself: 408, 431, 413, and 2000 for what is no HTTP. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const refusal = refusals.get(error.code ?? '')
  const status = refusal?.status ?? 400
  const body = refusal === undefined ? malformed : answerBare(refusal, 'en-US')
  const headers = {
    Connection: 'close',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    ...standingHeaders({}),
  }
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

const refusals: ReadonlyMap<string, BareStatus> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', new BareStatus(408, 'tooSlow')],
  ['HPE_HEADER_OVERFLOW', new BareStatus(431, 'headTooLong')],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', new BareStatus(413, 'bodyTooLong')],
])

const malformed = JSON.stringify(
  answerFault(fault(extraFaults.requestIsMalformed, { field: 'request' }), 'en-US'),
)
