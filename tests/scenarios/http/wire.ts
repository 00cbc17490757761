import { connect } from 'node:net'

/** An answer as it stood on the wire; header names in lower case. */
export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Without its byte-order mark. */
  readonly body: string
  readonly isMarked: boolean
}

export interface WireRequest {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Sends exactly these bytes, which no HTTP client would, and reads the one answer. */
export function exchange(url: string, bytes: string | Buffer): Promise<WireAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) })
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server that refuses a body early resets the connection after its answer.
    socket.on('error', (error) => (chunks.length === 0 ? reject(error) : undefined))
    socket.on('close', () => resolve(parsed(Buffer.concat(chunks).toString('utf8'))))
    socket.write(bytes)
  })
}

/** A request written by hand: its path and headers go out as they are given. */
export function send(
  url: string,
  { method = 'GET', path, headers = {}, body }: WireRequest,
): Promise<WireAnswer> {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const all = { Host: new URL(url).host, Connection: 'close', ...length, ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
  return exchange(url, Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body ?? '')]))
}

function parsed(text: string): WireAnswer {
  const end = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = text.slice(0, end).split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  const raw = text.slice(end + 4)
  const body = headers['transfer-encoding'] === 'chunked' ? dechunked(raw) : raw
  const isMarked = body.startsWith('\uFEFF')
  return { status: Number(first.split(' ')[1]), headers, body: isMarked ? body.slice(1) : body, isMarked }
}

function dechunked(raw: string): string {
  const size = Number.parseInt(raw, 16)
  if (!(size > 0)) return ''
  const from = raw.indexOf('\r\n') + 2
  return raw.slice(from, from + size) + dechunked(raw.slice(from + size + 2))
}
