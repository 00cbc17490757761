import { hash } from 'node:crypto'

declare const brand: unique symbol
/** Bound text becomes any id; an id of one kind never becomes one of another. */
type Branded<Name extends string> = string & { readonly [brand]?: Name }

/** A customer's tenant id. */
export type CustomerId = Branded<'CustomerId'>
export type SubscriptionId = Branded<'SubscriptionId'>
/** 12 hexadecimal digits for new commerce. */
export type OrderId = Branded<'OrderId'>

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
 * Ids that look random and are not: the same world seed and the same sequence number (one per transaction) give the
 * same ids in the same order, so a run can be repeated to the byte.
 */
export function idSource(seed: string, sequence: number): IdSource {
  const digits = digitSource(seed, sequence)
  return {
    newId: () => guidOf(digits(32)),
    newToken: (alphabet, length) => tokenOf(digits, alphabet, length),
  }
}

/** Hexadecimal digits of sha256(seed, sequence, block), block after block: one digest serves two GUIDs. */
function digitSource(seed: string, sequence: number): (count: number) => string {
  let block = 0
  let left = ''
  return (count) => {
    while (left.length < count) {
      left += hash('sha256', `${seed}\n${sequence}\n${block}`, 'hex')
      block += 1
    }
    const taken = left.slice(0, count)
    left = left.slice(count)
    return taken
  }
}

/** The digit of the version is 4, that of the variant has its upper two bits at 10. */
function guidOf(digits: string): string {
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) & 3] ?? '8'
  const [first, second, third] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16)]
  return `${first}-${second}-4${third}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
}

function tokenOf(digits: (count: number) => string, alphabet: string, length: number): string {
  if (alphabet.length === 0 || alphabet.length > 256)
    throw new RangeError('an alphabet has 1 to 256 characters')
  // Bytes above the last whole multiple are skipped, or the first characters would come more often.
  const usable = 256 - (256 % alphabet.length)
  let token = ''
  while (token.length < length) {
    const byte = Number.parseInt(digits(2), 16)
    if (byte < usable) token += alphabet[byte % alphabet.length]
  }
  return token
}
