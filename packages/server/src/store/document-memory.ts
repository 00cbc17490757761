import type { Versioned } from './trx.ts'

/** Documents kept of one table; the oldest go first. */
const keptPerTable = 4_096

/** What a transaction changed: whole tables where the rows are not known one by one. */
export interface Changes {
  readonly tables: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
}

/** How a document is named in a list of changes; a whole table by an empty key. */
export const documentName = (table: string, key: string): string => `${table}\n${key}`

/**
 * Documents as they were last read, for reads that come after: parsing one costs more than finding it. Kept only where
 * this process is the database's only writer, and until a commit that changed them. Readers share one object and must
 * not change it, so it is frozen.
 */
export class DocumentMemory {
  readonly #byTable = new Map<string, Map<string, Versioned>>()

  find(table: string, key: string): Versioned | undefined {
    return this.#byTable.get(table)?.get(key)
  }

  keep(table: string, key: string, document: Versioned): void {
    const kept = this.#byTable.get(table) ?? new Map<string, Versioned>()
    this.#byTable.set(table, kept)
    if (kept.size >= keptPerTable) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    kept.set(key, Object.freeze(document))
  }

  forget(changes: Changes): void {
    for (const table of changes.tables) {
      if (changes.documents.has(documentName(table, ''))) this.#byTable.delete(table)
    }
    for (const name of changes.documents) {
      const end = name.indexOf('\n')
      this.#byTable.get(name.slice(0, end))?.delete(name.slice(end + 1))
    }
  }
}
