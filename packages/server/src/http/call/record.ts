import { wallNow } from '../../world/clock.ts'
import { noteAnswer } from '../watching/seen-request.ts'
import type { Answer, Call } from './call.ts'

/** What goes to the socket. */
export interface Answered {
  readonly status: number
  readonly headers: Record<string, string>
  /** JSON, or nothing. */
  readonly body: string
}

/** Notes how a request ended, for metrics and log, and says where the log has it when it was refused. */
export function record(call: Call, answer: Answer): Answered {
  const { headers, rehearsal } = call
  noteAnswer(call.request, call.principal?.partner.tenantId, answer)
  Object.assign(headers, answer.headers)
  if (rehearsal !== undefined) rehearsal.judged(call.trace)
  else {
    const logged = keepInLog(call, answer)
    if (call.ignored.length > 0) headers['Tenantry-Ignored'] = String(call.ignored.length)
    if (answer.status >= 400) headers['Tenantry-Request-Log'] = `/_tenantry/requests/${logged}`
  }
  return { status: answer.status, headers, body: answer.body }
}

function keepInLog(call: Call, answer: Answer): string {
  const { http, bound, request, ids, principal } = call
  return http.log.add({
    requestId: ids.requestId,
    correlationId: ids.correlationId,
    at: call.at,
    wallAt: wallNow(),
    method: request.method,
    url: request.url,
    endpoint: bound.name,
    partner: principal?.partner.tenantId,
    caller: principal?.userPrincipalName ?? principal?.appId,
    // Whoever was not let in has nothing kept here.
    requestBody: principal === undefined ? '' : call.body,
    status: answer.status,
    answerBody: answer.body,
    code: answer.code,
    replayed: answer.replayed ?? false,
    durationMs: performance.now() - call.startedMs,
    changes: answer.changes ?? [],
    trace: call.trace,
    ...(call.ignored.length === 0 ? {} : { ignored: call.ignored }),
  })
}
