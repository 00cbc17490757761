/** What the instrumented code asks: is this mutant switched on, and who comes by here. */
interface Switchboard {
  active: number
  hit: () => boolean
  reach: (...ids: number[]) => void
}

/** A mutant that is asked for far more often than the unchanged code passes there runs in a circle. */
class RunsInCircles extends Error {}

const counts = new Map<number, number>()
let hits = 0
let hitsMax = Infinity

const count = (...ids: number[]): void => {
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
}
const dontCount = (): void => undefined

const board: Switchboard = {
  active: -1,
  hit: () => {
    hits += 1
    if (hits > hitsMax) throw new RunsInCircles(`asked for ${hits} times`)
    return true
  },
  reach: dontCount,
}
Object.assign(globalThis, { mutants$: board })

export function switchOn(mutant: number, most: number): void {
  board.active = mutant
  hits = 0
  hitsMax = most
}

export function switchOff(): void {
  switchOn(-1, Infinity)
}

/** From now on, notes which mutants the run comes by. */
export function startCounting(): void {
  board.reach = count
}

export function stopCounting(): void {
  board.reach = dontCount
  counts.clear()
}

/** What was come by since the last call, each with how often. */
export function reached(): [mutant: number, times: number][] {
  const found = [...counts]
  counts.clear()
  return found
}

export const hasRunInCircles = (): boolean => hits > hitsMax
