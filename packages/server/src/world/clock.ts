import { invariant } from '../kernel/invariant.ts'
import type { Instant } from '../kernel/time.ts'

export type ClockMode = 'live' | 'fixed'

/** As it is stored: a fixed clock keeps its instant, a live one how far it is ahead of the wall clock. */
export interface ClockState {
  readonly mode: ClockMode
  readonly now: number
  readonly aheadMs: number
}

/** The wall clock: token expiry, logs, time-outs. Nothing of the business may read it. */
export const wallNow = (): Instant => Date.now() as Instant

/**
 * A world's business time. Live: it runs with the wall clock plus an offset that an advance grows. Fixed: it moves only
 * when told.
 */
export class WorldClock {
  #state: ClockState
  /** The instant of the agenda entry that is running, while an advance is under way. */
  #underway: Instant | undefined

  constructor(state: ClockState) {
    this.#state = state
  }

  get mode(): ClockMode {
    return this.#state.mode
  }

  get now(): Instant {
    if (this.#underway !== undefined) return this.#underway
    if (this.#state.mode === 'fixed') return this.#state.now as Instant
    return (wallNow() + this.#state.aheadMs) as Instant
  }

  /** True while an advance runs. */
  get isUnderway(): boolean {
    return this.#underway !== undefined
  }

  get state(): ClockState {
    return this.#state
  }

  /** What the state will be once the clock stands at `to`. */
  stateAt(to: Instant, mode: ClockMode = this.#state.mode): ClockState {
    return { mode, now: to, aheadMs: Math.max(0, to - wallNow()) }
  }

  adopt(state: ClockState): void {
    this.#state = state
  }

  standAt(instant: Instant | undefined): void {
    invariant(
      instant === undefined || instant >= this.#state.now || this.mode === 'live',
      'the clock does not go back',
    )
    this.#underway = instant
  }
}

/** Of two states that servers of one world arrived at: a clock does not go back. */
export const laterClock = (one: ClockState, other: ClockState): ClockState => {
  if (one.mode !== other.mode) return one
  const isLater = one.mode === 'fixed' ? one.now >= other.now : one.aheadMs >= other.aheadMs
  return isLater ? one : other
}
