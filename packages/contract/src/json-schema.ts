import type { TSchema } from 'typebox'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** `/v1/customers/:customerId` → `/v1/customers/{customerId}`. */
export const openApiPath = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

/** The members of an object as parameters of the path or of the query. */
export function fields(object: TSchema, place: 'path' | 'query', named: Record<string, JsonObject>): Json[] {
  const { properties = {}, required = [] } = object as {
    properties?: Record<string, TSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: jsonSchema(schema, named) ?? {},
  }))
}

export const header = (name: string, description: string, schema: JsonObject) => ({
  name,
  in: 'header',
  description,
  schema,
})

/**
 * The plain JSON Schema of a TypeBox schema; schemas with an `$id` move to the components. `undefined` for a body that
 * is not there.
 */
export function jsonSchema(schema: TSchema, named: Record<string, JsonObject>): Json | undefined {
  const plain = JSON.parse(JSON.stringify(schema)) as JsonObject
  return plain['type'] === 'void' || plain['type'] === 'undefined' ? undefined : hoist(plain, named)
}

function hoist(node: Json, named: Record<string, JsonObject>): Json {
  if (Array.isArray(node)) return node.map((entry: Json) => hoist(entry, named))
  if (typeof node !== 'object' || node === null) return node
  const { $id, ...rest } = node as JsonObject
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, hoist(value, named)]))
  const schema = asEnum(inner)
  if (typeof $id !== 'string') return schema
  named[$id] = schema
  return { $ref: `#/components/schemas/${$id}` }
}

/** A union of constants says the same as an enum, and every OpenAPI tool knows enums. */
function asEnum(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf)) return schema
  const values = anyOf.map((choice: Json) =>
    typeof choice === 'object' && choice !== null && 'const' in choice ? choice['const'] : undefined,
  )
  if (!values.every((value) => typeof value === 'string')) return schema
  return { ...rest, type: 'string', enum: values }
}
