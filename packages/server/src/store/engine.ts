export type SqlValue = string | number | bigint | null

export type Row = Readonly<Record<string, SqlValue>>

/** A statement that changes rows. */
export interface Write {
  readonly sql: string
  readonly params: readonly SqlValue[]
  /** It must change one row, or somebody else was faster: this says what he was faster with. */
  readonly mustChange?: string
  /** Nothing speaks against it, as far as the transaction can see. */
  readonly isCertain: boolean
  /** It meets rows that a statement before it has met: they must not be sent as one. */
  readonly comesAfter?: boolean
}

/** The document was changed by somebody else since it was loaded. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

/**
 * One database connection inside a transaction. SQL is written with `?`; an engine that numbers its parameters
 * rewrites it.
 */
export interface SqlConnection {
  all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]>
  /** The number of rows changed. */
  run(sql: string, params: readonly SqlValue[]): Promise<number>
  /**
   * Writes rows, in their order; rejects with a `ConflictError` where somebody else was faster. `isLast`: nothing of
   * the work comes after them.
   */
  change(writes: readonly Write[], isLast: boolean): Promise<void>
  /** The next number of the world's own count. Without concurrency a rolled back transaction gives it back. */
  nextSequence(): Promise<number>
  /** Told of each partner whose rows are about to be asked for, where the database checks that too. */
  admit?(partner: string): void
  /** Told of another partner for whom the work is done as well, where partners' work does not take turns anyway. */
  join?(partner: string): void
  /** Calls in the moment in which reads come to see this transaction, before anybody is answered. */
  onPublished?(call: () => void): void
  /** Tells other servers, once this is durable, that they must look at the world anew, where there can be others. */
  announce?(notice: 'changed' | 'replaced'): void
}

/** How many units of work a commit held, and how long making it durable took. */
export type CommitObserver = (size: number, seconds: number) => void

/** What differs between the databases, by name. No query asks which database it is on. */
export interface Dialect {
  /** Several worlds live in the same tables, so that every key starts with the world. */
  readonly sharesTables: boolean
  /** A text that sorts and compares by its bytes. */
  readonly textType: string
  /** Rows of one table are written faster by one statement than by many. */
  readonly joinsInserts: boolean
}

/** A column as a table was created with it. */
export interface ColumnDefinition {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
}

/** What differs where tables are made, changed and kept from programs of another generation. */
export interface SchemaDialect {
  /** A query for what is there, tables and views: `name`. */
  readonly listNames: string
  /** Opens every table to the transaction, as to a program of that generation. */
  open(generation: number): readonly string[]
  /**
   * Gives a table other columns. Its rows are in `from` already, as they are to be. Who still looks at an earlier
   * state goes on seeing the rows of then.
   */
  refill(table: Refilled): readonly string[]
  /** Keeps programs of other generations out; they are told the refusal. */
  fence(tables: readonly FencedTable[], generation: number, refusal: string): readonly string[]
}

export interface FencedTable {
  readonly name: string
  readonly isOfPartner: boolean
}

/** A table on its way to other columns. */
export interface Refilled {
  readonly name: string
  /** Where its rows are. */
  readonly from: string
  readonly before: readonly ColumnDefinition[]
  readonly after: readonly ColumnDefinition[]
  readonly key: readonly string[]
  /** Creates it as it is to be. */
  readonly create: string
}

/** Work on all rows of a world or of the database, of which one statement may take long. */
export type Effort = 'long'

/** What some work asked of its database, in all of its transactions and attempts. */
export interface Tally {
  /** Texts sent to the database, prepared or not; one that holds several commands counts once. */
  statements: number
  /** How often the work stood still until answers came from another process; none on the embedded database. */
  roundTrips: number
  /** How often a read that was to be one statement had to begin again in a transaction. */
  restarts: number
}

export const newTally = (): Tally => ({ statements: 0, roundTrips: 0, restarts: 0 })

/** What is known beforehand of some work. */
export interface Manner {
  /** Where each statement that is sent for it is counted. */
  readonly tally?: Tally | undefined
  /** It will probably ask one question only. Where that makes a difference, it runs again if it asks more. */
  readonly isSingle?: boolean | undefined
  readonly effort?: Effort
}

/** The database of one world. */
export interface Engine extends Dialect {
  readonly schema: SchemaDialect
  /**
   * Runs `work` on the last durable state; it must not write. `partner` is given where the work is one partner's and
   * not the whole world's.
   */
  read<T>(work: (connection: SqlConnection) => Promise<T>, partner?: string, manner?: Manner): Promise<T>
  /**
   * Runs `work` in a transaction of its own and answers when it is durable. A rejection rolls back. `work` can run more
   * than once. Work of the same partner takes turns; without a partner it has the whole world to itself.
   */
  write<T>(work: (connection: SqlConnection) => Promise<T>, partner?: string, manner?: Manner): Promise<T>
  /**
   * Runs `part` again and again with the whole world to itself, each time in a commit of its own, while it answers true
   * and nobody else waits. The disk takes one part while the next is at work; answers when all are durable. A rejection
   * undoes the part it came from. Absent where each part would have to be waited for.
   */
  writeInParts?(part: (connection: SqlConnection) => Promise<boolean>): Promise<void>
  /** Calls `observe` for each durable commit, where the engine can say it. The same observer is called once. */
  observeCommits?(observe: CommitObserver): void
  /**
   * Runs `work` in a transaction that changes how tables are made. It sees the latest state and has the whole database
   * to itself: nobody else, on any server, reads or writes `tables` meanwhile. It is locked before anything is read.
   */
  alter<T>(tables: readonly string[], work: (connection: SqlConnection) => Promise<T>): Promise<T>
  /** Runs DDL. */
  execute(sql: string): Promise<void>
  /** Gives back numbers that are only reserved, so that a copy of the world holds the count as it stands. */
  settle?(): Promise<void>
  close(): Promise<void>
}

/**
 * The database takes no work now: it is away, full, or has given up the transaction. Nobody knows whether what was
 * under way is kept. Asking again is right.
 */
export class EngineUnavailable extends Error {
  override readonly name: string = 'EngineUnavailable'
  readonly statusCode = 503
}

/** Work came for a closed database: its world was reset or removed meanwhile. Asking again finds the new one. */
export class EngineClosed extends EngineUnavailable {
  override readonly name: string = 'EngineClosed'

  constructor() {
    super('the world was closed')
  }
}
