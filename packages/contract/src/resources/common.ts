import { Type, type Static, type TSchema } from 'typebox'

/** Ids of the directory and of new commerce are GUIDs, compared without regard to case and emitted in lower case. */
export const Guid = Type.String({ format: 'uuid' })

/** UTC, ISO 8601, for example `2026-01-15T09:00:00Z`. */
export const DateTime = Type.String({ format: 'date-time' })

/** The body of a refusal. @see partner-center/developer/error-codes */
export const FaultAnswer = Type.Object({
  code: Type.Integer(),
  description: Type.String(),
  data: Type.Array(Type.String()),
  source: Type.String(),
})

export const Link = Type.Object({
  uri: Type.String(),
  method: Type.String(),
  headers: Type.Array(Type.Object({ key: Type.String(), value: Type.String() })),
})
export type Link = Static<typeof Link>

/** `uri` is relative to the version root, as the published answers print it. */
export const link = (uri: string, method: 'GET' | 'POST' | 'PATCH' | 'PUT' = 'GET'): Link => ({
  uri,
  method,
  headers: [],
})

export const Attributes = Type.Object({
  etag: Type.Optional(Type.String()),
  objectType: Type.String(),
})
export type Attributes = Static<typeof Attributes>

/** `ResourceCollection<T>`: the published list shape. */
export const Collection = <T extends TSchema>(item: T) =>
  Type.Object({
    totalCount: Type.Integer(),
    items: Type.Array(item),
    links: Type.Optional(
      Type.Object({ self: Type.Optional(Link), next: Type.Optional(Link), previous: Type.Optional(Link) }),
    ),
    attributes: Type.Object({ objectType: Type.String() }),
    continuationToken: Type.Optional(Type.String()),
  })

export interface CollectionOf<T> {
  totalCount: number
  items: T[]
  attributes: { objectType: string }
}

export const collection = <T>(items: T[]): CollectionOf<T> => ({
  totalCount: items.length,
  items,
  attributes: { objectType: 'Collection' },
})
