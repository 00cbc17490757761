import { reachedFrom } from './imports.ts'

export interface Choice {
  readonly chosen: readonly string[]
  /** Those that reach what changed, for which there is no time. */
  readonly leftOut: readonly string[]
}

/**
 * The test files that reach one of the changed files by imports, the nearest first, as long as `budgetMs` lasts. Those
 * that were changed themselves are always among them.
 */
export function nearest(
  tests: readonly string[],
  changed: readonly string[],
  { budgetMs, msOf }: { readonly budgetMs: number; readonly msOf: (file: string) => number },
): Choice {
  const reaching = tests
    .map((file) => ({ file, ms: msOf(file), distance: distanceTo(changed, reachedFrom(file)) }))
    .filter(({ distance }) => distance !== Number.POSITIVE_INFINITY)
    .sort((one, other) => one.distance - other.distance || one.ms - other.ms)
  const [chosen, leftOut]: [string[], string[]] = [[], []]
  let left = budgetMs
  for (const { file, ms, distance } of reaching) {
    const fits = distance === 0 || ms <= left
    if (fits) left -= ms
    ;(fits ? chosen : leftOut).push(file)
  }
  return { chosen, leftOut }
}

const distanceTo = (changed: readonly string[], reached: ReadonlyMap<string, number>): number =>
  Math.min(...changed.map((file) => reached.get(file) ?? Number.POSITIVE_INFINITY))
