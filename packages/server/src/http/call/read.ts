import type { Tally } from '../../store/engine.ts'
import type { Caller } from '../../world/world.ts'
import type { Answer, Call } from './call.ts'
import { perform } from './perform.ts'

/** The unit of work of a request that changes nothing. */
export function readAnswer(call: Call, caller: Caller & { readonly tally: Tally }): Promise<Answer> {
  const { http, bound } = call
  const isSingleRead = http.singleReads.isLikely(bound.name)
  const read = http.world.read({ ...caller, isSingleRead }, async ({ scope }) => {
    await http.checkPath(scope, bound.endpoint, call.params)
    return perform(call, scope)
  })
  return read.finally(() => http.singleReads.note(bound.name, caller.tally))
}
