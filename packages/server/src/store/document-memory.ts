import type { Listed } from './choose.ts'
import type { Row } from './engine.ts'
import { parsedRow, type ParsedDocuments } from './parsed-documents.ts'
import { settled } from './settled.ts'
import type { ColumnValues, Versioned } from './table.ts'

/** Documents kept of one table; the oldest go first. */
const keptPerTable = 8_192
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
  readonly #parsed: ParsedDocuments | undefined
  #byTable = new Map<string, Map<string, Versioned>>()
  #groups = new Map<string, Map<string, Group | null>>()
  #makesRoom = true
  /** Keys that were looked for in vain. */
  readonly #absent = new Set<string>()

  /** `parsed` remembers beyond the end of this memory what rows were parsed into. */
  constructor(how: { readonly isLasting: boolean; readonly parsed?: ParsedDocuments }) {
    this.isLasting = how.isLasting
    this.#parsed = how.parsed
  }

  /** The document of a row that was just read. */
  read(table: string, key: string, row: Row): Versioned {
    return this.#parsed === undefined ? parsedRow(row) : this.#parsed.of(table, key, row)
  }

  /**
   * The same memory for work that goes through everything once: where it is full, nothing makes room for what will not
   * be asked for again soon.
   */
  forPassing(): DocumentMemory {
    const passing = new DocumentMemory({ isLasting: this.isLasting })
    passing.#byTable = this.#byTable
    passing.#groups = this.#groups
    passing.#makesRoom = false
    return passing
  }

  find(table: string, key: string): Versioned | undefined {
    return this.#byTable.get(table)?.get(key)
  }

  /** Nobody has the key, for as long as this memory lasts. */
  noteAbsent(table: string, key: string): void {
    this.#absent.add(`${table}\n${key}`)
  }

  isAbsent(table: string, key: string): boolean {
    return this.#absent.size > 0 && this.#absent.has(`${table}\n${key}`)
  }

  keep(table: string, key: string, document: Versioned): void {
    if (this.#absent.size > 0) this.#absent.delete(`${table}\n${key}`)
    const stored = settled(document)
    this.#keepInGroup(table, key, stored)
    let kept = this.#byTable.get(table)
    if (kept === undefined) this.#byTable.set(table, (kept = new Map<string, Versioned>()))
    if (kept.size >= keptPerTable && !kept.has(key)) {
      if (!this.#makesRoom) return
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    kept.set(key, stored)
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
   * All documents whose keys differ only in the last column; null where they are too many, undefined where nobody has
   * looked.
   */
  findGroup(table: string, group: string): Group | null | undefined {
    return this.#groups.get(table)?.get(group)
  }

  /** Answers the group, or null where it is too large to be kept. */
  keepGroup(table: string, name: string, group: Group): Group | null {
    let groups = this.#groups.get(table)
    if (groups === undefined) this.#groups.set(table, (groups = new Map()))
    if (groups.size >= groupsPerTable) {
      const [oldest] = groups.keys()
      if (oldest !== undefined) groups.delete(oldest)
    }
    const kept = group.size > groupSizeMax ? null : group
    groups.set(name, kept)
    return kept
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

/** Documents of one table by their keys, with what they put into its columns. */
export class Group {
  readonly #rowOf: (document: never) => ColumnValues
  readonly #listed = new Map<string, Listed<Versioned>>()

  constructor(rowOf: (document: never) => ColumnValues) {
    this.#rowOf = rowOf
  }

  get size(): number {
    return this.#listed.size
  }

  get listed(): Iterable<Listed<Versioned>> {
    return this.#listed.values()
  }

  set(key: string, document: Versioned): void {
    this.#listed.set(key, { document, row: this.#rowOf(document as never) })
  }
}
