import type { Row } from './engine.ts'
import { settled } from './settled.ts'
import type { Versioned } from './table.ts'

/** How many of them are kept, of all tables together; the oldest go first. */
const keptMax = 8_192

/**
 * What rows were parsed into, for where others may change them: a row that reads as it did makes the same document
 * again, and comparing texts costs less than parsing one. What hangs on the document, such as its answer, stays too.
 */
export class ParsedDocuments {
  readonly #byName = new Map<string, { readonly text: string; readonly document: Versioned }>()

  of(table: string, key: string, row: Row): Versioned {
    const name = `${table}\n${key}`
    const text = String(row['doc'])
    const known = this.#byName.get(name)
    if (known?.text === text && known.document.version === Number(row['version'])) return known.document
    const document = settled(parsedRow(row))
    if (known === undefined && this.#byName.size >= keptMax) {
      const [oldest] = this.#byName.keys()
      if (oldest !== undefined) this.#byName.delete(oldest)
    }
    this.#byName.set(name, { text, document })
    return document
  }
}

/** The document in a row that was asked for with its version. */
export function parsedRow(row: Row): Versioned {
  const document = JSON.parse(String(row['doc'])) as Versioned
  document.version = Number(row['version'])
  return document
}
