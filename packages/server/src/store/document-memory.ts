import type { Versioned } from './trx.ts'

/** Documents kept of one table; the oldest go first. */
const keptPerTable = 16_384

/**
 * Documents as they were last read or written, for whoever asks next: parsing one costs more than finding it. It lasts
 * where this process is the database's only writer, and as long as a transaction elsewhere. All who ask get the same
 * object and must not change it, so it is frozen to its last member.
 */
export class DocumentMemory {
  readonly isLasting: boolean
  readonly #byTable = new Map<string, Map<string, Versioned>>()

  constructor({ isLasting }: { readonly isLasting: boolean }) {
    this.isLasting = isLasting
  }

  find(table: string, key: string): Versioned | undefined {
    return this.#byTable.get(table)?.get(key)
  }

  keep(table: string, key: string, document: Versioned): void {
    let kept = this.#byTable.get(table)
    if (kept === undefined) this.#byTable.set(table, (kept = new Map<string, Versioned>()))
    if (kept.size >= keptPerTable && !kept.has(key)) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    kept.set(key, settled(document))
  }

  forget(table: string, key: string): void {
    this.#byTable.get(table)?.delete(key)
  }

  forgetTable(table: string): void {
    this.#byTable.delete(table)
  }
}

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
  return Object.freeze(isWhole ? value : (withoutUndefined(members) as T))
}

function settledList(list: unknown[]): unknown {
  for (const [i, member] of list.entries())
    if (typeof member === 'object' && member !== null) list[i] = settled(member)
  return Object.freeze(list)
}

function withoutUndefined(members: Readonly<Record<string, unknown>>): object {
  const whole: Record<string, unknown> = {}
  for (const name in members) if (members[name] !== undefined) whole[name] = members[name]
  return whole
}
