import { randomFillSync, randomInt } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Of the machine that answered: nine digits, as recorded answers have them. */
export const serverId = String(randomInt(1_000_000_000)).padStart(9, '0')

/** For browsers: an answer is what its type says and nothing else, wherever it comes from. */
export const noSniffing = { 'X-Content-Type-Options': 'nosniff' } as const

/**
 * What every answer of the published API carries, refused or not: the correlation vector of the request, or one that
 * begins here, and the machine. @see partner-center/developer/headers
 */
export const standingHeaders = (headers: IncomingHttpHeaders) => ({
  'MS-CV': correlationVector(headers),
  'MS-ServerId': serverId,
  ...noSniffing,
})

export function correlationVector(headers: IncomingHttpHeaders): string {
  const given = headers['ms-cv']
  return given === undefined ? newVector() : (givenVector(given) ?? newVector())
}

/** As long as a vector of its second version may be. */
const vector = /^[A-Za-z0-9+/]{16,22}(?:\.\d{1,10}){1,16}$/

const givenVector = (given: string | string[]): string | undefined =>
  typeof given === 'string' && given.length <= 127 && vector.test(given) ? given : undefined

const vectorBytes = 12
/** Drawn for many vectors at once: to ask for each would cost more than the rest of an answer's head. */
const drawn = Buffer.alloc(vectorBytes * 512)
let used = drawn.length

function newVector(): string {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += vectorBytes
  return `${drawn.toString('base64', used - vectorBytes, used)}.0`
}
