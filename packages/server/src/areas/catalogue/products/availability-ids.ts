import type { ReservationScope, Segment } from './catalogue.ts'

const alphabet = '0123456789BCDFGHJKLMNPQRSTVWXYZ'

interface IdSource {
  readonly productId: string
  readonly skuId: string
  readonly segment: Segment
  readonly country: string
  readonly reservationScope?: ReservationScope | undefined
  /** 0 for the first availability, one more for each time it was reissued. */
  readonly generation: number
}

/**
 * The id of an availability: the family's prefix and four characters made of everything it is for, so that the same
 * world gives the same ids and a reissued availability another one. The published ids have this form; how the service
 * makes them is not published (assumed).
 */
export function availabilityId(source: IdSource): string {
  const { productId, skuId, segment, country, reservationScope = '', generation } = source
  const of = `${productId}|${skuId}|${segment}|${country}|${reservationScope}|${generation}`
  const known = ids.get(of)
  if (known !== undefined) return known
  const id = productId.slice(0, 8) + suffixOf(of)
  ids.set(of, id)
  return id
}

/** Every cart line looks through the ids of its SKU; there are a few thousand for each generation. */
const ids = new Map<string, string>()

function suffixOf(of: string): string {
  let rest = hash32(of)
  let suffix = ''
  for (let place = 0; place < 4; place += 1) {
    suffix += alphabet.charAt(rest % alphabet.length)
    rest = Math.floor(rest / alphabet.length)
  }
  return suffix
}

/** Terms carry ids of twelve characters, the same for the same term and cycle everywhere. */
export function termId(termDuration: string, billingCycle: string): string {
  const first = hash32(`term|${termDuration}|${billingCycle}`).toString(36)
  const second = hash32(`${billingCycle}|${termDuration}|term`).toString(36)
  return (first + second).padEnd(12, '0').slice(0, 12)
}

/** FNV-1a: short texts, no secrets. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  // The last step mixes the high bits down; without it neighbouring generations differ in few digits.
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}
