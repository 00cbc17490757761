/** One operation as a client saw it: when it was asked, when it was answered, and what. */
export interface Seen<Op, Result> {
  readonly op: Op
  readonly result: Result
  /** Places in one order of all beginnings and ends. */
  readonly beganAt: number
  readonly endedAt: number
}

/** What one thing does when it does one operation after the other. */
export interface Model<State, Op, Result> {
  readonly initial: State
  /** The state after the operation; undefined where it cannot have had this result. */
  step(state: State, op: Op, result: Result): State | undefined
}

/**
 * An order of the operations that explains every result and puts none before one that had ended when it began;
 * undefined where there is no such order. The search is that of Wing and Gong, with the places remembered that led
 * nowhere; it is meant for some twenty operations.
 */
export function explain<State, Op, Result>(
  history: readonly Seen<Op, Result>[],
  model: Model<State, Op, Result>,
): Seen<Op, Result>[] | undefined {
  const deadEnds = new Set<string>()

  const search = (left: readonly Seen<Op, Result>[], state: State): Seen<Op, Result>[] | undefined => {
    if (left.length === 0) return []
    const place = `${left.map(({ beganAt }) => beganAt).join()} ${JSON.stringify(state)}`
    if (deadEnds.has(place)) return undefined
    const firstEnd = Math.min(...left.map(({ endedAt }) => endedAt))
    for (const next of left) {
      // Whatever ended before this one began comes first.
      if (next.beganAt > firstEnd) continue
      const after = model.step(state, next.op, next.result)
      if (after === undefined) continue
      const rest = search(
        left.filter((one) => one !== next),
        after,
      )
      if (rest !== undefined) return [next, ...rest]
    }
    deadEnds.add(place)
    return undefined
  }

  return search(history, model.initial)
}
