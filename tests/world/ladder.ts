import assert from 'node:assert/strict'
import type { FaultSpec } from '@tenantry/contract/faults/fault.ts'
import type { RawAnswer } from '@tenantry/sdk'
import { faultOf } from '@tenantry/recipes/world.ts'

/** What repairs the request of the row before, and the answer it gets then. */
export type Rung<Request> = readonly [
  repair: Partial<Request> | (() => Promise<Partial<Request>>),
  answer: FaultSpec | 'accepted',
]

/**
 * Climbs from a request that is wrong in every way to one that is accepted: each row repairs what the row before was
 * refused for. So the order of the rows is the order of the checks.
 */
export async function ladder<Request extends object>(
  ask: (request: Request) => Promise<RawAnswer>,
  request: Request,
  rungs: readonly Rung<Request>[],
): Promise<void> {
  let present = request
  for (const [index, [repair, expected]] of rungs.entries()) {
    present = { ...present, ...(typeof repair === 'function' ? await repair() : repair) }
    const answer = await ask(present)
    const got = faultOf(answer) ?? (answer.status < 400 ? 'accepted' : { status: answer.status })
    const wanted = expected === 'accepted' ? expected : { code: expected.code, status: expected.status }
    assert.deepEqual(got, wanted, `row ${index + 1}: ${JSON.stringify(answer.body)}`)
  }
}
