import type { DocumentMemory } from '../store/document-memory.ts'
import type { SqlConnection } from '../store/engine.ts'
import type { Trx } from '../store/trx.ts'
import { metaTable } from '../store/world-tables.ts'

/** A change of a partner's account can change what its tokens mean. */
export const identityTable = 'partner'

/** Tables of which each server keeps something: clock and settings, verified tokens. */
const keptInMemory = [metaTable.name, identityTable]

/** Documents as reads see them, and as the writer does: it is ahead by what is not durable yet. */
export interface Memories {
  readonly read: DocumentMemory
  readonly write: DocumentMemory
}

/** A transaction from its beginning until everybody knows what came of it. */
export class Attempt {
  readonly kind: 'read' | 'write'
  readonly memories: Memories | undefined
  readonly dueBefore: number
  /** The last one, where it had to begin again. */
  trx: Trx | undefined

  constructor(kind: 'read' | 'write', memories: Memories | undefined, dueBefore: number) {
    this.kind = kind
    this.memories = memories
    this.dueBefore = dueBefore
  }

  /** Where documents are kept that it sees, if they may be. */
  get memory(): DocumentMemory | undefined {
    return this.memories?.[this.kind]
  }

  /** What it did is known to nobody. */
  forget(): void {
    if (this.memory !== undefined) this.trx?.forgetIn(this.memory)
  }

  /** Says what it did, to those who are to know when it is published; `nextDue` is what it leaves the agenda at. */
  tell(connection: SqlConnection, trx: Trx, nextDue: number): void {
    const shownTo = this.memories?.read
    // In the same moment as reads see it: one that finds the old document must not find new ones beside it.
    if (shownTo !== undefined) connection.onPublished?.(() => trx.showIn(shownTo))
    const isKeptElsewhere = trx.changedTables.some((table) => keptInMemory.includes(table))
    if (isKeptElsewhere || nextDue < this.dueBefore) connection.announce?.('changed')
  }
}
