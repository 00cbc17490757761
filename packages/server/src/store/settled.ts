import { given } from '../kernel/given.ts'

/** A document as the database would give it back: without what JSON leaves out, and frozen to its last member. */
export function settled<T extends object>(value: T): T {
  if (Object.isFrozen(value)) return value
  if (Array.isArray(value)) return settledList(value) as T
  const members = value as Record<string, unknown>
  let isWhole = true
  for (const name in members) {
    const member = members[name]
    if (member === undefined) isWhole = false
    else if (typeof member === 'object' && member !== null) {
      const kept = settled(member)
      if (kept !== member) members[name] = kept
    }
  }
  return Object.freeze(isWhole ? value : (given(members) as T))
}

function settledList(list: unknown[]): unknown {
  for (const [i, member] of list.entries())
    if (typeof member === 'object' && member !== null) list[i] = settled(member)
  return Object.freeze(list)
}
