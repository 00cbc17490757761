import { Fault } from '@tenantry/contract/faults/fault.ts'
import { EngineClosed, EngineUnavailable } from '../../store/engine.ts'
import { PreconditionFailed } from '../../work/operation.ts'
import { answerFault } from '../request/answer-fault.ts'
import { BareStatus } from '../request/bare-status.ts'
import type { Answer, Call } from './call.ts'

/** The answer of a request that was not done: a fault, a bare status, a database that is away, or our own defect. */
export function refused(call: Call, error: unknown): Answer {
  const { http, bound, request, locale } = call
  if (error instanceof Fault) {
    const defect = http.undeclared?.(bound.name, bound.endpoint, error)
    if (defect !== undefined) return refused(call, defect)
    const body = JSON.stringify(answerFault(error, locale))
    return { status: error.spec.status, headers: http.gate.challenge(error), body, code: error.spec.code }
  }
  if (error instanceof BareStatus) return { status: error.status, headers: error.headers, body: error.body }
  if (error instanceof EngineUnavailable) {
    if (!(error instanceof EngineClosed)) http.reportDefect(error, request)
    return { status: 503, headers: { 'Retry-After': '1' }, body: '' }
  }
  if (error instanceof PreconditionFailed) return { status: 412, headers: {}, body: '' }
  http.reportDefect(error, request)
  return { status: 500, headers: {}, body: '' }
}
