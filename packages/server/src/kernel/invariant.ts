/** A mistake of ours, not of the caller: answered with a bare 500 and logged with its stack. */
export class Defect extends Error {
  override readonly name = 'Defect'
}

/** States what the code relies on. Conditions a caller can bring about are rules, never invariants. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Defect(message)
}

/** For a value that must be there, where the type cannot say so. */
export function present<T>(value: T | undefined | null, message: string): T {
  if (value === undefined || value === null) throw new Defect(message)
  return value
}
