import { hash } from 'node:crypto'

declare const brand: unique symbol
/** Bound text becomes any id; an id of one kind never becomes one of another. */
type Branded<Name extends string> = string & { readonly [brand]?: Name }

/** A partner's tenant id. */
export type PartnerId = Branded<'PartnerId'>
/** A customer's tenant id. */
export type CustomerId = Branded<'CustomerId'>
export type SubscriptionId = Branded<'SubscriptionId'>
/** 12 hexadecimal digits for new commerce. */
export type OrderId = Branded<'OrderId'>
export type CartId = Branded<'CartId'>
/** A product, sku or availability id of the catalogue; upper case. */
export type ProductId = Branded<'ProductId'>
export type SkuId = Branded<'SkuId'>
export type AvailabilityId = Branded<'AvailabilityId'>
export type UserId = Branded<'UserId'>
export type TransitionId = Branded<'TransitionId'>

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Any GUID, in either case; ids are compared in lower case. */
export const isGuid = (text: string): boolean => guid.test(text)

export interface IdSource {
  /** A lower-case GUID of version 4 shape. */
  newId(): string
  /** `length` characters out of `alphabet`, which has at most 256. */
  newToken(alphabet: string, length: number): string
}

/**
 * Ids that look random and are not: the same world seed and the same sequence number (one per transaction) give
 * the same
 * ids in the same order, so a run can be repeated to the byte.
 */
export function idSource(seed: string, sequence: number): IdSource {
  const bytes = byteSource(seed, sequence)
  return {
    newId: () => guidOf(bytes(16)),
    newToken: (alphabet, length) => tokenOf(bytes, alphabet, length),
  }
}

/** Bytes of sha256(seed, sequence, block), block after block: one digest serves two GUIDs. */
function byteSource(seed: string, sequence: number): (count: number) => Buffer {
  let block = 0
  let left = Buffer.alloc(0)
  return (count) => {
    while (left.length < count) {
      const more = hash('sha256', `${seed}\n${sequence}\n${block}`, 'buffer')
      left = Buffer.concat([left, more])
      block += 1
    }
    const taken = left.subarray(0, count)
    left = left.subarray(count)
    return taken
  }
}

function guidOf(bytes: Buffer): string {
  const own = Buffer.from(bytes)
  own[6] = ((own[6] ?? 0) & 0x0f) | 0x40
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80
  const hex = own.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function tokenOf(bytes: (count: number) => Buffer, alphabet: string, length: number): string {
  if (alphabet.length === 0 || alphabet.length > 256)
    throw new RangeError('an alphabet has 1 to 256 characters')
  // Bytes above the last whole multiple are skipped, or the first characters would come more often.
  const usable = 256 - (256 % alphabet.length)
  let token = ''
  while (token.length < length) {
    const byte = bytes(1)[0] ?? 0
    if (byte < usable) token += alphabet[byte % alphabet.length]
  }
  return token
}
