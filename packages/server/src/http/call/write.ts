import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { Scope } from '../../work/scope.ts'
import type { WorkingScope } from '../../world/scope-of.ts'
import type { Caller } from '../../world/world.ts'
import { requestIdentity, type RequestIdentity } from '../request/idempotency.ts'
import { foreseenOfWrite } from '../request/path-documents.ts'
import type { Rehearsal } from '../request/rehearsals.ts'
import { auditRefusal, auditWork } from './audit.ts'
import type { Answer, Call } from './call.ts'
import { perform } from './perform.ts'
import { refused } from './refused.ts'

/** The unit of work of a request that may change something. One that its caller named is done once. */
export async function writeAnswer(call: Call, caller: Caller): Promise<Answer> {
  const { http, ids, request, rehearsal } = call
  const identity = ids.isNamed
    ? requestIdentity(ids.requestId, request.method, request.url, call.body)
    : undefined
  if (rehearsal !== undefined) return rehearse(call, caller, identity, rehearsal)
  const leave = identity && http.answers.enter(caller.principal.partner.tenantId, identity, call.sentParams)
  try {
    return await http.world.write(caller, (working) => doOnce(call, working, identity))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const answer = refused(call, error)
    // What the work had written is gone with it: that it was refused is written anew.
    await http.world.write(caller, async ({ scope }) => {
      await auditRefusal(call, scope, error)
      if (identity !== undefined) await rememberRefusal(call, scope, identity, answer)
    })
    return answer
  } finally {
    leave?.()
  }
}

function rehearse(
  call: Call,
  caller: Caller,
  identity: RequestIdentity | undefined,
  rehearsal: Rehearsal,
): Promise<Answer> {
  return call.http.world.tryOut(caller, async (working) => {
    const answer = await doOnce(call, working, identity)
    await rehearsal.look(working)
    return answer
  })
}

async function doOnce(
  call: Call,
  working: WorkingScope,
  identity: RequestIdentity | undefined,
): Promise<Answer> {
  const { http, bound, params } = call
  const { scope } = working
  // The path is checked even for a repeated request: a relationship that has ended shows nothing any more.
  await http.checkPath(scope, bound.endpoint, params, foreseenOfWrite(scope, params, identity))
  const stored = identity && (await http.answers.findSame(scope, identity))
  if (stored?.answer !== undefined) {
    const { status, headers, body } = stored.answer
    return { status, headers, body, replayed: true }
  }
  const answer = await perform(call, scope)
  await auditWork(call, working, answer)
  if (stored !== undefined) await http.answers.keep(scope, stored, answer)
  return { ...answer, changes: working.announced.map(({ type, subject }) => ({ type, subject })) }
}

async function rememberRefusal(
  { http }: Call,
  scope: Scope,
  identity: RequestIdentity,
  answer: Answer,
): Promise<void> {
  if (answer.status >= 500) return
  // The name of another request keeps the answer that it has.
  const stored = await http.answers.find(scope, identity)
  if (stored.answer === undefined) await http.answers.keep(scope, stored, answer)
}
