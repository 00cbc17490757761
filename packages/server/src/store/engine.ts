export type SqlValue = string | number | bigint | null

export type Row = Readonly<Record<string, SqlValue>>

/**
 * One database connection inside a transaction. SQL is written with `?`; an engine that numbers its parameters
 * rewrites it.
 */
export interface SqlConnection {
  all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]>
  /** The number of rows changed. */
  run(sql: string, params: readonly SqlValue[]): Promise<number>
}

/** What differs between the databases, by name. No query asks which database it is on. */
export interface Engine {
  /** Several worlds live in the same tables, so that every key starts with the world. */
  readonly sharesTables: boolean
  /** Runs `work` on the last durable state; it must not write. */
  read<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T>
  /**
   * Runs `work` in a transaction of its own and answers when it is durable. A rejection rolls back. `work` can run more
   * than once.
   */
  write<T>(work: (connection: SqlConnection) => Promise<T>): Promise<T>
  /** Runs DDL. */
  execute(sql: string): Promise<void>
  close(): Promise<void>
}
