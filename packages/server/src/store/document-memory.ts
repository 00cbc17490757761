import type { Versioned } from './trx.ts'

/** Documents kept of one table; the oldest go first. */
const keptPerTable = 16_384
/** Whole groups of documents kept of one table, and how large one may be. */
const groupsPerTable = 512
export const groupSizeMax = 256

/** The key without its last column. */
const groupOf = (key: string): string => key.slice(0, key.lastIndexOf('\n'))

/**
 * Documents as they were last read or written, for whoever asks next: parsing one costs more than finding it. It lasts
 * where this process is the database's only writer, and as long as a transaction elsewhere. All who ask get the same
 * object and must not change it, so it is frozen to its last member.
 */
export class DocumentMemory {
  readonly isLasting: boolean
  readonly #byTable = new Map<string, Map<string, Versioned>>()
  readonly #groups = new Map<string, Map<string, Map<string, Versioned> | null>>()

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
    const stored = settled(document)
    kept.set(key, stored)
    this.#keepInGroup(table, key, stored)
  }

  forget(table: string, key: string): void {
    this.#byTable.get(table)?.delete(key)
    this.#groups.get(table)?.delete(groupOf(key))
  }

  forgetTable(table: string): void {
    this.#byTable.delete(table)
    this.#groups.delete(table)
  }

  /**
   * All documents whose keys differ only in the last column, by their keys; null where they are too many, undefined
   * where nobody has looked.
   */
  findGroup(table: string, group: string): ReadonlyMap<string, Versioned> | null | undefined {
    return this.#groups.get(table)?.get(group)
  }

  keepGroup(table: string, group: string, documents: ReadonlyMap<string, Versioned>): void {
    let groups = this.#groups.get(table)
    if (groups === undefined) this.#groups.set(table, (groups = new Map()))
    if (groups.size >= groupsPerTable) {
      const [oldest] = groups.keys()
      if (oldest !== undefined) groups.delete(oldest)
    }
    groups.set(group, documents.size > groupSizeMax ? null : new Map(documents))
  }

  #keepInGroup(table: string, key: string, document: Versioned): void {
    const groups = this.#groups.get(table)
    if (groups === undefined) return
    const name = groupOf(key)
    const group = groups.get(name)
    if (!group) return
    group.set(key, document)
    if (group.size > groupSizeMax) groups.set(name, null)
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
