import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { RawAnswer } from '@tenantry/sdk'
import type { World } from './world.ts'

/** Makes the call that is refused; in the language of the world it is given. */
export type Provocation = (world: World) => Promise<RawAnswer>

/**
 * How to come to see one fault: first the condition is built by calls that succeed, then one call is refused for it.
 * Nothing tells the server which fault to answer.
 */
export interface Recipe {
  readonly fault: AnyFaultName
  /** What a reader learns, in one sentence. */
  readonly title: string
  readonly prepare: (world: World) => Promise<Provocation>
}

export const recipe = <Given>(written: {
  readonly fault: AnyFaultName
  readonly title: string
  /** Builds the condition. */
  readonly given: (world: World) => Promise<Given>
  /** The provoking call. Made anew for each language: a refused call changes nothing. */
  readonly when: (world: World, given: Given) => Promise<RawAnswer>
}): Recipe => ({
  fault: written.fault,
  title: written.title,
  async prepare(world) {
    const given = await written.given(world)
    return (asked) => written.when(asked, given)
  },
})

/** For conditions that need no preparation. */
export const nothing = (): Promise<undefined> => Promise.resolve(undefined)
