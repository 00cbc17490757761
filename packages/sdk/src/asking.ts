import { answerOf, type Answer } from './answer.ts'
import type { Call } from './call.ts'
import type { CallOptions, Core, Send } from './client.ts'
import { resources, type Resources } from './resources/index.ts'

/** Every operation with the same arguments, whose refusal is an answer and nothing that is thrown. */
export type Asking<Operations> = {
  readonly [Resource in keyof Operations]: {
    readonly [Operation in keyof Operations[Resource]]: Operations[Resource][Operation] extends (
      ...args: infer Args
    ) => Promise<infer Body>
      ? (...args: Args) => Promise<Answer<Body>>
      : never
  }
}

/** The generated operations hand on what they are given to make calls with: here the whole answer. */
export function asking({ ask }: Core): Asking<Resources> {
  const whole = async (call: Call, options?: CallOptions): Promise<Answer<unknown>> =>
    answerOf(await ask(call, options))
  return resources(whole as Send) as unknown as Asking<Resources>
}
