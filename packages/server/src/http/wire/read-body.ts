import { promisify } from 'node:util'
import { gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib'

/** A body that came and cannot be read. What is said of it is said when its turn comes, after identity. */
export class UnreadableBody {
  readonly why: 'coding' | 'damaged'

  constructor(why: UnreadableBody['why']) {
    this.why = why
  }
}

/** A body that grows beyond the limit when it is unpacked. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong'
}

type Unpack = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>

const inflateOrRaw: Unpack = (bytes, options) =>
  // Clients mean either by `deflate`. A zlib stream says which one it is in its first bytes.
  isZlib(bytes) ? promisify<Buffer, ZlibOptions, Buffer>(inflate)(bytes, options) : raw(bytes, options)

const raw: Unpack = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw)
const unzip: Unpack = promisify<Buffer, ZlibOptions, Buffer>(gunzip)

const codings: ReadonlyMap<string, Unpack> = new Map([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['deflate', inflateOrRaw],
])

const isZlib = (bytes: Buffer): boolean =>
  bytes.length >= 2 && (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0

/** The text of a packed body, of which not more than `limit` bytes are unpacked. */
export async function unpackBody(
  bytes: Buffer,
  coding: string,
  limit: number,
): Promise<string | UnreadableBody> {
  const unpack = codings.get(coding.trim().toLowerCase())
  if (unpack === undefined) return new UnreadableBody('coding')
  try {
    return textOfBody(await unpack(bytes, { maxOutputLength: limit }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new BodyTooLong()
    return new UnreadableBody('damaged')
  }
}

/** UTF-8, with or without its mark, and UTF-16 with one: what the .NET clients of the service write. */
export function textOfBody(bytes: Buffer): string {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.toString('utf8', 3)
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le', 2)
  if (first === 0xfe && second === 0xff) {
    const even = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
    return even.swap16().toString('utf16le')
  }
  return bytes.toString('utf8')
}
