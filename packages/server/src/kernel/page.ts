/** Where a list goes on: the sort key of the last item sent. */
export type Seek = readonly (string | number)[]

export interface Page<T> {
  readonly items: readonly T[]
  readonly totalCount: number
  /** Absent on the last page. */
  readonly continuationToken?: string
}

/**
 * An opaque token for the next page. `list` names the list and its filter, so that a token of one list is refused by
 * another instead of answering nonsense.
 */
export const continuationToken = (list: string, after: Seek): string =>
  Buffer.from(JSON.stringify([list, ...after])).toString('base64url')

/** Undefined when the token is not one of this list's. */
export function readContinuationToken(list: string, token: string): Seek | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
    if (!Array.isArray(value) || value[0] !== list || value.length < 2) return undefined
    const after: unknown[] = value.slice(1)
    return after.every(isSeekPart) ? after : undefined
  } catch {
    // A token that a client made up or cut off; the caller answers for it.
    return undefined
  }
}

const isSeekPart = (part: unknown): part is string | number =>
  typeof part === 'string' || typeof part === 'number'

/** Takes one item more than asked for as the sign that a next page exists. */
export function pageOf<T>(
  list: string,
  found: readonly T[],
  size: number,
  totalCount: number,
  seekOf: (item: T) => Seek,
): Page<T> {
  const items = found.slice(0, size)
  const last = items.at(-1)
  if (found.length <= size || last === undefined) return { items, totalCount }
  return { items, totalCount, continuationToken: continuationToken(list, seekOf(last)) }
}
