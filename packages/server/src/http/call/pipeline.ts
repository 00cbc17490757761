import type { FastifyRequest } from 'fastify'
import { newTally } from '../../store/engine.ts'
import type { BoundEndpoint } from '../../work/bound-endpoint.ts'
import type { Principal } from '../../work/principal.ts'
import { catchUp } from '../../world/advance.ts'
import type { HttpWorld } from '../request/http-world.ts'
import { Call, type Answer } from './call.ts'
import { checkExpectation, checkMediaTypes, checkRequestIds, checkUnpacked } from './check-head.ts'
import { readAnswer } from './read.ts'
import { record, type Answered } from './record.ts'
import { refused } from './refused.ts'
import { writeAnswer } from './write.ts'

/** One request from its head to its bytes. */
export async function dispatch(
  http: HttpWorld,
  bound: BoundEndpoint,
  request: FastifyRequest,
): Promise<Answered> {
  const call = new Call(http, bound, request)
  return record(call, asDeclared(call, await answer(call)))
}

/** Under test nothing is answered when lists were looked at in another order than their area declares. */
function asDeclared(call: Call, answered: Answer): Answer {
  const defect = call.http.misordered?.(call.bound.name, call.trace.lists())
  return defect === undefined ? answered : refused(call, defect)
}

/**
 * The order of the steps is the contract. In the unit of work, which is the last of them, come the path, what was
 * answered to the same request before, query and body, and the operation's own rules.
 */
async function answer(call: Call): Promise<Answer> {
  try {
    const principal = await identify(call)
    checkMediaTypes(call)
    checkUnpacked(call)
    checkRequestIds(call)
    checkExpectation(call)
    call.http.gate.authorise(principal, call.bound.endpoint, call.trace)
    if (call.http.world.isBehind) await catchUp(call.http.world)
    return await doUnitOfWork(call, principal)
  } catch (error) {
    return refused(call, error)
  }
}

/** Who calls, and whether more calls are taken from them now. */
async function identify(call: Call): Promise<Principal> {
  const { gate } = call.http
  const principal = await gate.authenticate(call.request, call.bound, call.trace)
  call.principal = principal
  if (call.header('validatemfa')?.toLowerCase() === 'true') {
    call.headers['isMfaCompliant'] = String(gate.isMfaCompliant(principal))
  }
  return principal
}

function doUnitOfWork(call: Call, principal: Principal): Promise<Answer> {
  const { locale, trace, request, bound } = call
  const tally = newTally()
  if (request.seen !== undefined) request.seen.tally = tally
  const caller = { principal, locale, trace, tally }
  return bound.endpoint.effect === 'read' ? readAnswer(call, caller) : writeAnswer(call, caller)
}
