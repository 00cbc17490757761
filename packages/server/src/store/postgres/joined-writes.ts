import type { SqlValue, Write } from '../engine.ts'

/** Several writes that PostgreSQL carries out as one statement. */
export interface JoinedWrite {
  readonly sql: string
  readonly params: readonly SqlValue[]
  /** Of which it must change a row each: the columns of its answer that tell how many. */
  readonly counted: readonly { readonly column: string; readonly mustChange: string }[]
}

/** More of them seldom come in the same order again, so that a prepared statement would be for nothing. */
const joinedMax = 16

/**
 * Writes that can be carried out together: the parts of one statement all see the rows as they were before it, so no
 * two of them may meet the same row.
 */
export function groupWrites(writes: readonly Write[]): Write[][] {
  if (writes.length > joinedMax) return writes.map((write) => [write])
  const groups: Write[][] = []
  for (const write of writes) {
    const group = groups.at(-1)
    if (group === undefined || write.comesAfter === true) groups.push([write])
    else group.push(write)
  }
  return groups
}

export function joinWrites(writes: readonly Write[]): JoinedWrite {
  const parts = writes.map(({ sql, mustChange }, i) =>
    mustChange === undefined ? `w${i} as (${sql})` : `w${i} as (${sql} returning 1)`,
  )
  const counted = writes.flatMap(({ mustChange }, i) =>
    mustChange === undefined ? [] : [{ column: `w${i}`, mustChange }],
  )
  const counts = counted.map(({ column }) => `(select count(*) from ${column}) as ${column}`)
  const sql = `with ${parts.join(', ')} select ${counts.length === 0 ? '1' : counts.join(', ')}`
  return { sql, params: writes.flatMap(({ params }) => params), counted }
}
