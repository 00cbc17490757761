import type { Listed, Titled } from '../kernel/rule.ts'
import type { EventType } from './events.ts'

/** What decides an answer, in the order in which it is looked at. */
export type Checks = readonly Step[]

/** A list; lists with a condition or a repetition in common; or an event whose followers have lists of their own. */
export type Step = Titled<Listed> | Part | Announced

export interface Part {
  /** When these lists are looked at, or for each of what: `of the older program`, `each line`. */
  readonly of: string
  readonly repeats: boolean
  readonly checks: Checks
}

interface Announced {
  readonly announced: EventType
}

/** Lists that are looked at only in some cases. */
export const only = (of: string, ...checks: Checks): Part => ({ of, repeats: false, checks })

/** For lists that refuse nothing: the answer tells what stands against it. */
export const told = 'told in the answer'

/** Lists that are looked at again for each of several things. */
export const each = (of: string, ...checks: Checks): Part => ({ of, repeats: true, checks })

/** What the followers of the event refuse. */
export const announced = (event: EventType): Step => ({ announced: event })

const isList = (step: Step): step is Titled<Listed> => Array.isArray(step)

/** Puts the lists of an event's followers in the place of the event. */
export const resolved = (
  checks: Checks,
  followersOf: (event: EventType) => Checks,
): readonly (Titled<Listed> | Part)[] =>
  checks.flatMap((step): readonly (Titled<Listed> | Part)[] => {
    if (isList(step)) return [step]
    if ('announced' in step) return resolved(followersOf(step.announced), followersOf)
    return [{ ...step, checks: resolved(step.checks, followersOf) }]
  })

/** Every list of the parts that are wanted, in order; one that stands in several places several times. */
export const listsOf = (checks: Checks, isWanted: (part: Part) => boolean = () => true): Titled<Listed>[] =>
  checks.flatMap((step): Titled<Listed>[] => {
    if (isList(step)) return [step]
    if ('announced' in step) return []
    return isWanted(step) ? listsOf(step.checks, isWanted) : []
  })

interface Place {
  readonly list: Titled<Listed>
  /** The repetitions that it is in, from the outermost. */
  readonly loops: readonly Part[]
}

const placesOf = (checks: Checks, loops: readonly Part[] = []): Place[] =>
  checks.flatMap((step): Place[] => {
    if (isList(step)) return [{ list: step, loops }]
    if ('announced' in step) return []
    return placesOf(step.checks, step.repeats ? [...loops, step] : loops)
  })

/**
 * The first title of `begun` that contradicts the declared order, or undefined. Lists may be left out: a request that
 * is refused does not come to them, and some are for some cases only. A list that was begun before may be begun again
 * only in a repetition.
 */
export function contradiction(checks: Checks, begun: readonly string[]): string | undefined {
  const places = placesOf(checks)
  let reached: readonly (number | undefined)[] = [undefined]
  for (const title of begun) {
    reached = places.flatMap((place, at) =>
      place.list.title === title && reached.some((from) => mayFollow(places, from, at)) ? [at] : [],
    )
    if (reached.length === 0) return title
  }
  return undefined
}

/** Onwards, or back within a repetition that both are in. */
function mayFollow(places: readonly Place[], from: number | undefined, to: number): boolean {
  if (from === undefined || to > from) return true
  const loops = places[from]?.loops ?? []
  return places[to]?.loops.some((loop) => loops.includes(loop)) === true
}
