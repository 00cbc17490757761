import type { Versioned } from './trx.ts'

/** Documents kept of one table; the oldest go first. */
const keptPerTable = 4_096

/** How a document is named in a list of changes; a whole table by an empty key. */
export const documentName = (table: string, key: string): string => `${table}\n${key}`

/**
 * Documents as they were last read, for whoever asks next: parsing one costs more than finding it. Kept only where this
 * process is the database's only writer, and until they change. All who ask get the same object and must not change it,
 * so it is frozen to its last member.
 */
export class DocumentMemory {
  readonly #byTable = new Map<string, Map<string, Versioned>>()

  find(table: string, key: string): Versioned | undefined {
    return this.#byTable.get(table)?.get(key)
  }

  keep(table: string, key: string, document: Versioned): void {
    let kept = this.#byTable.get(table)
    if (kept === undefined) this.#byTable.set(table, (kept = new Map<string, Versioned>()))
    if (kept.size >= keptPerTable) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    freeze(document)
    kept.set(key, document)
  }

  /** An empty key means the whole table. */
  forgetOne(table: string, key: string): void {
    if (key === '') this.#byTable.delete(table)
    else this.#byTable.get(table)?.delete(key)
  }

  /** By the names that `documentName` makes. */
  forget(documents: ReadonlySet<string>): void {
    for (const name of documents) {
      const end = name.indexOf('\n')
      this.forgetOne(name.slice(0, end), name.slice(end + 1))
    }
  }
}

function freeze(value: object): void {
  Object.freeze(value)
  for (const name in value) {
    const member = (value as Readonly<Record<string, unknown>>)[name]
    if (typeof member === 'object' && member !== null) freeze(member)
  }
}
