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
  /** Counts, from 1, what its documents, its columns or its key were like: an older program refuses a later one. */
  readonly shape: number
  /** For each shape after the first: what makes a document of the shape before into one of this. */
  readonly upgrade: Readonly<Record<number, UpgradeStep<object>>>
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

/**
 * Pure: it sees the document alone, and may run twice. Annotate what it takes with the type of the old document; a
 * method's parameter may be narrower than what is declared here.
 */
type UpgradeStep<To> = { step(old: object): To }['step']

/** For a shape that changes columns only. */
export const unchanged = (old: never): never => old

/** The shapes from 2 to `S`. */
type LaterShapes<S extends number, Seen extends readonly 0[] = [0]> = Seen['length'] extends S
  ? never
  : [...Seen, 0]['length'] | LaterShapes<S, [...Seen, 0]>

/** Every shape has the step that leads to it; the last one makes today's document. */
type UpgradeTo<D, S extends number> = S extends 1
  ? { readonly upgrade?: never }
  : {
      readonly upgrade: {
        readonly [N in LaterShapes<S>]: UpgradeStep<N extends S ? Omit<D, 'version'> : object>
      }
    }

/** Declares a table: `documentTable<CartRecord>()({ name: 'cart', shape: 1, … })`. */
export const documentTable =
  <D>() =>
  <T extends Tenancy, S extends number>(
    declared: {
      readonly name: string
      readonly shape: S
      readonly tenancy: T
      readonly key: readonly string[]
      readonly columns?: Readonly<Record<string, ColumnType>>
      readonly indexes?: readonly (readonly string[])[]
      readonly isSeldomRead?: boolean
      readonly row: (document: D) => Readonly<Record<string, SqlValue>>
    } & UpgradeTo<D, S>,
  ): DocumentTable<D, T> => {
    const upgrade: Readonly<Record<number, UpgradeStep<object>>> = declared.upgrade ?? {}
    const shapes = Array.from({ length: declared.shape - 1 }, (_, i) => String(i + 2))
    if (Object.keys(upgrade).join() !== shapes.join())
      throw new TypeError(
        `${declared.name}: its shape is ${declared.shape}, so it is upgraded to ${shapes.join(', ')}`,
      )
    return { columns: {}, indexes: [], isSeldomRead: false, ...declared, upgrade }
  }

/** Makes a document of an earlier shape into one of today's. */
export function upgraded(table: DocumentTable<never>, document: object, from: number): object {
  let made = document
  for (let shape = from + 1; shape <= table.shape; shape += 1) made = table.upgrade[shape]?.(made) ?? made
  return made
}

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
