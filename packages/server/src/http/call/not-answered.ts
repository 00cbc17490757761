import { isDeepStrictEqual } from 'node:util'
import type { Ignored } from '../request/bind.ts'

/**
 * Who sends a resource back as it was read carries members that nobody reads and that are as they should be: only what
 * differs from the answer, or is not in it, is told.
 */
export const notAnswered = (ignored: readonly Ignored[], answer: unknown): readonly Ignored[] =>
  ignored.filter(({ path, value }) => !isDeepStrictEqual(valueAt(answer, path), value))

/** By a path as binding writes it, `lineItems[0].colour`; names in any case. */
function valueAt(value: unknown, path: string): unknown {
  let place: unknown = value
  for (const step of path.split(/[.[\]]+/).filter((step) => step !== '')) {
    if (typeof place !== 'object' || place === null) return undefined
    const found = Object.entries(place).find(([name]) => name.toLowerCase() === step.toLowerCase())
    place = found?.[1]
  }
  return place
}
