/** What an ETag of a commerce resource says, base64 of `{"id":"…","version":1}`, as the published examples decode. */
export interface Etag {
  readonly id: string
  readonly version: number
}

/** The value of `attributes.etag`, without quotes. */
export const etagOf = (id: string, version: number): string =>
  Buffer.from(JSON.stringify({ id, version })).toString('base64')

/** Undefined for text that is no ETag of ours. */
export function parseEtag(text: string): Etag | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(unquote(text), 'base64').toString('utf8'))
    return isEtag(value) ? { id: value.id, version: value.version } : undefined
  } catch {
    // Clients send what they like in If-Match; text that does not decode is simply not our ETag.
    return undefined
  }
}

const isEtag = (value: unknown): value is Etag =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'version' in value &&
  Number.isInteger(value.version)

/** As a header prints it. */
export const quote = (etag: string): string => `"${etag}"`

/** Takes `"x"`, `W/"x"` and bare `x`: official clients send all three. */
function unquote(header: string): string {
  const text = header.trim().replace(/^W\//i, '')
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}

/**
 * True when an If-Match header or a body's `attributes.etag` names this version of the resource. Nothing sent and `*`
 * match anything; of a list one must match.
 */
export function etagMatches(sent: string | null | undefined, id: string, version: number): boolean {
  if (sent === undefined || sent === null || sent.trim() === '' || sent.trim() === '*') return true
  return sent.split(',').some((one) => {
    const etag = parseEtag(one)
    return etag !== undefined && etag.id === id && etag.version === version
  })
}
