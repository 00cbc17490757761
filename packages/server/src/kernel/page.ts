import { hash } from 'node:crypto'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'

/** The place of a row in its list: the values it is ordered by, of which no two rows have the same. */
export type Seek = readonly (string | number)[]

/** A list that is read page by page. */
export interface PagedList {
  /** Whose list it is, its name and what it is narrowed to: a token of any other list is refused. */
  readonly of: readonly unknown[]
  /** What a place in it consists of. */
  readonly place: readonly ('text' | 'integer')[]
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly continuationToken?: string
}

/**
 * An opaque token for the next page. It holds the place of the last row sent, so that rows which come or go meanwhile
 * neither double nor hide others.
 */
export const continuationToken = (list: PagedList, after: Seek): string =>
  Buffer.from(JSON.stringify([nameOf(list), ...after])).toString('base64url')

/** Undefined when the token is not one of this list's: made up, cut off, or another list's. */
export function readContinuationToken(list: PagedList, token: string): Seek | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') !== token) return undefined
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (!Array.isArray(value) || value[0] !== nameOf(list)) return undefined
    const after: unknown[] = value.slice(1)
    const fits = after.length === list.place.length && after.every((part, i) => isOf(list.place[i], part))
    return fits ? (after as Seek) : undefined
  } catch {
    // A token that a client made up or cut off; the caller answers for it.
    return undefined
  }
}

/**
 * Where the list goes on; undefined without a token, for the first page. Faults: 400056 for a token that is not one of
 * this list's (the code is assumed).
 */
export function placeAfter(list: PagedList, token: string | undefined): Seek | undefined {
  if (token === undefined || token === '') return undefined
  const after = readContinuationToken(list, token)
  if (after !== undefined) return after
  throw fault(faults.catalogueInputIsInvalid).with('MS-ContinuationToken: is not of this list')
}

/** Takes one item more than asked for as the sign that a next page exists. */
export function pageOf<T>(
  list: PagedList,
  found: readonly T[],
  size: number,
  seekOf: (item: T) => Seek,
): Page<T> {
  const items = found.slice(0, size)
  const last = items.at(-1)
  if (found.length <= size || last === undefined) return { items }
  return { items, continuationToken: continuationToken(list, seekOf(last)) }
}

/** A filter can be long, a header should not be. */
const nameOf = ({ of }: PagedList): string => hash('sha256', JSON.stringify(of), 'base64url').slice(0, 16)

const isOf = (kind: 'text' | 'integer' | undefined, part: unknown): boolean =>
  kind === 'text' ? typeof part === 'string' : Number.isSafeInteger(part)
