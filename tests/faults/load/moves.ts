/** Rows that moves write to, one after the other in an order that is not theirs on the disk. */
export const places = 300

/** The row that a move writes its number into. */
export const placeOf = (move: number): number => (move * 7) % places

/** What the rows hold after so many moves; -1 where none has come. */
export function stateAfter(moves: number): number[] {
  const state = Array.from({ length: places }, () => -1)
  for (let move = Math.max(0, moves - places); move < moves; move += 1) state[placeOf(move)] = move
  return state
}
