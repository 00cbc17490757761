/** A message of the client's side of PostgreSQL's protocol, as far as a bench needs to know it. */
export type FrontendMessage =
  | { readonly kind: 'query'; readonly text: string }
  | { readonly kind: 'parse'; readonly name: string; readonly text: string }
  | { readonly kind: 'bind'; readonly name: string; readonly values: readonly (string | null)[] }
  | { readonly kind: 'sync' }
  | { readonly kind: 'other' }

/** Cuts a stream of either side into messages: a type, a length and so many bytes. */
export class MessageReader {
  #rest: Buffer = Buffer.alloc(0)
  /** The first message of a client has no type. */
  #hasStart: boolean

  constructor(startsWithoutType: boolean) {
    this.#hasStart = !startsWithoutType
  }

  *read(chunk: Buffer): Generator<{ readonly type: string; readonly body: Buffer }> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    for (;;) {
      const typeBytes = this.#hasStart ? 1 : 0
      if (this.#rest.length < typeBytes + 4) return
      const end = typeBytes + this.#rest.readUInt32BE(typeBytes)
      if (this.#rest.length < end) return
      const type = this.#hasStart ? this.#rest.toString('latin1', 0, 1) : ''
      const body = this.#rest.subarray(typeBytes + 4, end)
      this.#rest = this.#rest.subarray(end)
      this.#hasStart = true
      yield { type, body }
    }
  }
}

export function frontendMessage(type: string, body: Buffer): FrontendMessage {
  if (type === 'Q') return { kind: 'query', text: textAt(body, 0).text }
  if (type === 'S') return { kind: 'sync' }
  if (type === 'P') {
    const name = textAt(body, 0)
    return { kind: 'parse', name: name.text, text: textAt(body, name.end).text }
  }
  return type === 'B' ? bindOf(body) : { kind: 'other' }
}

function bindOf(body: Buffer): FrontendMessage {
  const portal = textAt(body, 0)
  const name = textAt(body, portal.end)
  const formats = body.readUInt16BE(name.end)
  for (let i = 0; i < formats; i += 1) {
    const isBinary = body.readUInt16BE(name.end + 2 + 2 * i) === 1
    if (isBinary) throw new Error('a binary value: the bench reads texts only')
  }
  let at = name.end + 2 + 2 * formats
  const count = body.readUInt16BE(at)
  at += 2
  const values: (string | null)[] = []
  for (let i = 0; i < count; i += 1) {
    const bytes = body.readInt32BE(at)
    at += 4
    values.push(bytes < 0 ? null : body.toString('utf8', at, at + bytes))
    at += Math.max(0, bytes)
  }
  return { kind: 'bind', name: name.text, values }
}

function textAt(body: Buffer, from: number): { text: string; end: number } {
  const end = body.indexOf(0, from)
  return { text: body.toString('utf8', from, end), end: end + 1 }
}
