import type { SqlValue } from './engine.ts'

/** A stored document counts its changes; the count is what an ETag is made of. */
export interface Versioned {
  version: number
}

export type ColumnValues = Readonly<Record<string, SqlValue>>

export type ColumnType = 'text' | 'bigint'
export type Tenancy = 'partner' | 'world'

/**
 * A table of JSON documents with the columns that are searched by. `partner` tables have the partner before every other
 * key column, so that each hot query touches one partner's rows (one shard).
 */
export interface DocumentTable<D, T extends Tenancy = Tenancy> {
  readonly name: string
  readonly tenancy: T
  /** Key columns after world and partner. */
  readonly key: readonly string[]
  /** Types of the key columns that are not text, and of the other columns. */
  readonly columns: Readonly<Record<string, ColumnType>>
  /** Column lists; world and partner are put before them. */
  readonly indexes: readonly (readonly string[])[]
  /** Written once and seldom read again, so that remembering its documents is for nothing. */
  readonly isSeldomRead: boolean
  /** The columns' values. */
  readonly row: (document: D) => Readonly<Record<string, SqlValue>>
}

/** Declares a table: `documentTable<CartRecord>()({ name: 'cart', … })`. */
export const documentTable =
  <D>() =>
  <T extends Tenancy>(declared: {
    readonly name: string
    readonly tenancy: T
    readonly key: readonly string[]
    readonly columns?: Readonly<Record<string, ColumnType>>
    readonly indexes?: readonly (readonly string[])[]
    readonly isSeldomRead?: boolean
    readonly row: (document: D) => Readonly<Record<string, SqlValue>>
  }): DocumentTable<D, T> => ({ columns: {}, indexes: [], isSeldomRead: false, ...declared })

export interface Where {
  /** Equality, or membership for a list. */
  readonly [column: string]: SqlValue | readonly SqlValue[]
}

export interface Range {
  readonly atLeast?: SqlValue
  readonly atMost?: SqlValue
  readonly below?: SqlValue
  readonly above?: SqlValue
  /** Rows whose text starts with it, letter for letter. */
  readonly startsWith?: string
}

export interface ListQuery {
  readonly where?: Where
  readonly range?: Readonly<Record<string, Range>>
  readonly orderBy?: readonly string[]
  readonly descending?: boolean
  /** Values of the `orderBy` columns of the last row seen: the page after it. */
  readonly after?: readonly SqlValue[]
  readonly limit?: number
}
