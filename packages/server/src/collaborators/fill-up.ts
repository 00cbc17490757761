import { IsObject, type TSchema } from 'typebox'
import type { Collaborator } from './collaborator.ts'

/**
 * A stored state as this version knows it: a required member that was added since is as it is at first. Entries of maps
 * and lists are the operator's, and what is optional may have been left out on purpose; neither is filled up.
 */
export const filledUp = <T>({ schema, initial }: Collaborator<T>, stored: unknown): T =>
  filled(schema, initial, stored) as T

function filled(schema: TSchema, initial: unknown, stored: unknown): unknown {
  if (!IsObject(schema) || !isPlain(initial) || !isPlain(stored)) return stored
  const required: readonly string[] = schema.required ?? []
  const state: Record<string, unknown> = { ...stored }
  for (const [name, member] of Object.entries(schema.properties)) {
    if (Object.hasOwn(stored, name)) state[name] = filled(member, initial[name], stored[name])
    else if (required.includes(name)) state[name] = initial[name]
  }
  return state
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
