import { Fault, fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { EngineClosed, EngineUnavailable } from '../../store/engine.ts'
import { PreconditionFailed } from '../../work/operation.ts'
import { answerBare, answerFault } from '../request/answer-fault.ts'
import { BareStatus } from '../request/bare-status.ts'
import type { Answer, Call } from './call.ts'

/** The answer of a request that was not done: a fault, a bare status, a database that is away, or our own defect. */
export function refused(call: Call, error: unknown): Answer {
  const { http, bound, request } = call
  if (error instanceof Fault) {
    const defect = http.undeclared?.(bound.name, bound.endpoint, error)
    if (defect !== undefined) return refused(call, defect)
    return faultAnswer(call, error)
  }
  if (error instanceof BareStatus) return bareAnswer(call, error)
  if (error instanceof EngineUnavailable) {
    if (!(error instanceof EngineClosed)) http.reportDefect(error, request)
    return bareAnswer(call, new BareStatus(503, 'unavailable', { 'Retry-After': '1' }))
  }
  if (error instanceof PreconditionFailed) return bareAnswer(call, new BareStatus(412, 'changedMeanwhile'))
  http.reportDefect(error, request)
  return faultAnswer(call, fault(faults.unexpectedServiceError))
}

const faultAnswer = ({ http, locale }: Call, raised: Fault): Answer => ({
  status: raised.spec.status,
  headers: http.gate.challenge(raised),
  body: JSON.stringify(answerFault(raised, locale)),
  code: raised.spec.code,
})

const bareAnswer = ({ locale }: Call, refusal: BareStatus): Answer => ({
  status: refusal.status,
  headers: refusal.headers,
  body: answerBare(refusal, locale),
})
