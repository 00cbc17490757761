import type { Static, TSchema } from 'typebox'

/**
 * An outside party whose state real conditions come from: the credit line, the fulfilment service, the customer's
 * directory … The operator reads and patches the state; rules only read it.
 */
export interface Collaborator<T> {
  readonly name: string
  readonly schema: TSchema
  readonly initial: T
}

export const collaborator = <S extends TSchema>(declared: {
  readonly name: string
  readonly schema: S
  readonly initial: Static<S>
}): Collaborator<Static<S>> => declared
