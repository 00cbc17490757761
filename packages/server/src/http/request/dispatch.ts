import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { Fault, fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { negotiateLocale } from '@tenantry/contract/locales/index.ts'
import type { FastifyRequest } from 'fastify'
import type { Principal } from '../../work/principal.ts'
import { invariant } from '../../kernel/invariant.ts'
import { HalfDone, isReply, PreconditionFailed, reply, type Operation } from '../../work/operation.ts'
import type { Scope } from '../../work/scope.ts'
import { Trace } from '../../kernel/trace.ts'
import { EngineClosed, EngineUnavailable } from '../../store/engine.ts'
import { newTally, type Tally } from '../../store/engine.ts'
import { auditTable } from '../../store/world-tables.ts'
import { catchUp } from '../../world/advance.ts'
import { wallNow } from '../../world/clock.ts'
import type { WorkingScope } from '../../world/scope-of.ts'
import type { BoundEndpoint } from '../../work/bound-endpoint.ts'
import { acceptsJson, bodyIsJson } from './media-types.ts'
import { answerFault } from './answer-fault.ts'
import { BareStatus } from './bare-status.ts'
import { bind, bindQuery, type Schema } from './bind.ts'
import { requestIdentity, type RequestIdentity } from './idempotency.ts'
import { bodyFault, queryFault, syntaxFault } from './problem-fault.ts'
import { readJson } from './read-json.ts'
import type { Rehearsal } from './rehearsals.ts'
import { foreseenOfWrite } from './path-documents.ts'
import { malformedHeader, requestIdsOf } from './request-ids.ts'
import { noteAnswer } from '../watching/seen-request.ts'
import type { HttpWorld } from './http-world.ts'

/** What goes to the socket. */
export interface Answered {
  readonly status: number
  readonly headers: Record<string, string>
  /** JSON, or nothing. */
  readonly body: string
}

/** An answer on its way out: what is logged and, for a named request, remembered. */
interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly code?: number
  readonly replayed?: boolean
  readonly changes?: readonly { readonly type: string; readonly subject: string }[]
}

/**
 * One request from its head to its bytes. The order of the checks is the contract: identity, throttling, media types,
 * header grammar, authorisation, path, replay, body, then the operation's own rules.
 */
export async function dispatch(
  http: HttpWorld,
  bound: BoundEndpoint,
  request: FastifyRequest,
): Promise<Answered> {
  const { world } = http
  const startedMs = performance.now()
  const at = world.now
  const ids = requestIdsOf(request.headers, world)
  const locale = negotiateLocale(header(request, 'x-locale'))
  const trace = new Trace()
  const rehearsal = http.rehearsals.of(request)
  const headers: Record<string, string> = {
    'MS-RequestId': ids.requestId,
    'MS-CorrelationId': ids.correlationId,
    'X-Locale': locale,
  }
  if (request.seen !== undefined) request.seen.ids = ids

  let principal: Principal | undefined
  let answer: Answer
  try {
    principal = await http.gate.authenticate(request, bound, trace)
    if (header(request, 'validatemfa')?.toLowerCase() === 'true') {
      headers['isMfaCompliant'] = String(http.gate.isMfaCompliant(principal))
    }
    checkMediaTypes(request)
    if (ids.malformed[0] !== undefined) throw malformedHeader(ids.malformed[0])
    checkExpectation(request)
    http.gate.authorise(principal, bound.endpoint, trace)
    if (world.isBehind) await catchUp(world)
    const tally = newTally()
    if (request.seen !== undefined) request.seen.tally = tally
    answer = await run(http, bound, request, { principal, locale, trace, tally }, ids, rehearsal)
  } catch (error) {
    answer = refused(error, locale, http, bound, request)
  }
  const misordered = http.misordered?.(bound.name, trace.lists())
  if (misordered !== undefined) answer = refused(misordered, locale, http, bound, request)

  noteAnswer(request, principal?.partner.tenantId, answer)
  Object.assign(headers, answer.headers)
  const answered = { status: answer.status, headers, body: answer.body }
  rehearsal?.judged(trace)
  if (rehearsal !== undefined) return answered
  const logged = keepInLog(http, { bound, request, ids, at, startedMs, principal, answer, trace })
  if (answer.code !== undefined) headers['Tenantry-Request-Log'] = `/_tenantry/requests/${logged}`
  return answered
}

interface LogParts {
  readonly bound: BoundEndpoint
  readonly request: FastifyRequest
  readonly ids: ReturnType<typeof requestIdsOf>
  readonly at: number
  readonly startedMs: number
  readonly principal: Principal | undefined
  readonly answer: Answer
  readonly trace: Trace
}

const keepInLog = (http: HttpWorld, parts: LogParts): string => {
  const { bound, request, ids, at, startedMs, principal, answer, trace } = parts
  return http.log.add({
    requestId: ids.requestId,
    correlationId: ids.correlationId,
    at,
    wallAt: wallNow(),
    method: request.method,
    url: request.url,
    endpoint: bound.name,
    partner: principal?.partner.tenantId,
    caller: principal?.userPrincipalName ?? principal?.appId,
    requestBody: bodyText(request),
    status: answer.status,
    answerBody: answer.body,
    code: answer.code,
    replayed: answer.replayed ?? false,
    durationMs: performance.now() - startedMs,
    changes: answer.changes ?? [],
    trace,
  })
}

interface CallerParts {
  readonly principal: Principal
  readonly locale: ReturnType<typeof negotiateLocale>
  readonly trace: Trace
  readonly tally: Tally
}

async function run(
  http: HttpWorld,
  bound: BoundEndpoint,
  request: FastifyRequest,
  caller: CallerParts,
  ids: ReturnType<typeof requestIdsOf>,
  rehearsal: Rehearsal | undefined,
): Promise<Answer> {
  const { world } = http
  const params = boundParams(paramsOf(request))
  if (bound.endpoint.effect === 'read') {
    const isSingleRead = http.singleReads.isLikely(bound.name)
    const read = world.read({ ...caller, isSingleRead }, async ({ scope }) => {
      await http.checkPath(scope, bound.endpoint, params)
      return perform(http, bound, request, params, scope)
    })
    return read.finally(() => http.singleReads.note(bound.name, caller.tally))
  }
  const identity = ids.isNamed
    ? requestIdentity(ids.requestId, request.method, request.url, bodyText(request))
    : undefined
  if (rehearsal !== undefined) {
    return world.tryOut(caller, async (working) => {
      const answer = await performWrite(http, bound, request, params, working, identity, ids)
      await rehearsal.look(working)
      return answer
    })
  }
  const leave = identity && http.answers.enter(caller.principal.partner.tenantId, identity, paramsOf(request))
  try {
    return await world.write(caller, (working) =>
      performWrite(http, bound, request, params, working, identity, ids),
    )
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const answer = refused(error, caller.locale, http, bound, request)
    await world.write(caller, ({ scope }) =>
      keepRefusal(http, scope, bound, request, answer, error, identity, ids),
    )
    return answer
  } finally {
    leave?.()
  }
}

async function performWrite(
  http: HttpWorld,
  bound: BoundEndpoint,
  request: FastifyRequest,
  params: BoundParams,
  working: WorkingScope,
  identity: RequestIdentity | undefined,
  ids: ReturnType<typeof requestIdsOf>,
): Promise<Answer> {
  const { scope } = working
  // The path is checked even for a repeated request: a relationship that has ended shows nothing any more.
  await http.checkPath(scope, bound.endpoint, params, foreseenOfWrite(scope, params, identity))
  const stored = identity && (await http.answers.findSame(scope, identity))
  if (stored?.answer !== undefined) {
    const { status, headers, body } = stored.answer
    return { status, headers, body, replayed: true }
  }
  const answer = await perform(http, bound, request, params, scope)
  const outcome =
    answer.code === undefined
      ? { status: 'succeeded' as const }
      : { status: 'failed' as const, code: answer.code }
  for (const { by, entry } of working.audited) {
    await keepAudit(by, bound, ids.correlationId, { ...entry, ...outcome })
  }
  if (stored !== undefined) await http.answers.keep(scope, stored, answer)
  return { ...answer, changes: working.announced.map(({ type, subject }) => ({ type, subject })) }
}

async function perform(
  http: HttpWorld,
  bound: BoundEndpoint,
  request: FastifyRequest,
  params: BoundParams,
  scope: Scope,
): Promise<Answer> {
  const { endpoint, operation, name } = bound
  const query = bindQuery(endpoint.query, request.query as Record<string, unknown>)
  if (query.problems.length > 0) throw queryFault(endpoint, query.problems)
  const body = bindBody(endpoint, request)
  const ifMatch = header(request, 'if-match')
  const continuationToken = header(request, 'ms-continuationtoken')
  const customerUserPrincipalName = header(request, 'x-ms-customeruser-upn')
  const input = {
    params,
    query: query.value,
    body,
    headers: {
      ...(ifMatch === undefined ? {} : { ifMatch }),
      ...(continuationToken === undefined ? {} : { continuationToken }),
      ...(customerUserPrincipalName === undefined ? {} : { customerUserPrincipalName }),
    },
  } as Parameters<Operation<Endpoint>>[1]
  const answered: unknown = await operation(scope, input)
  if (answered instanceof HalfDone) return half(answered, scope, http, bound, request)
  const { body: content, text, status, headers } = isReply(answered) ? answered : reply(answered)
  http.verifyAnswer?.(name, endpoint, text === undefined ? content : JSON.parse(text))
  return {
    status: status ?? endpoint.status,
    headers,
    body: text ?? (content === undefined ? '' : JSON.stringify(content)),
  }
}

/** The answer of a fault that keeps what was written; one that the endpoint does not declare as such keeps nothing. */
function half(
  { fault: raised }: HalfDone,
  { locale }: Scope,
  http: HttpWorld,
  bound: BoundEndpoint,
  request: FastifyRequest,
): Answer {
  invariant(bound.endpoint.halfwayFaults?.includes(raised.spec) === true, `${bound.name} declares ${raised}`)
  return refused(raised, locale, http, bound, request)
}

function bindBody(endpoint: Endpoint, request: FastifyRequest): unknown {
  const schema = endpoint.body as unknown as Schema
  if (schema.type === 'void' || schema.type === undefined) {
    if (schema.properties === undefined && schema.anyOf === undefined && schema.allOf === undefined)
      return undefined
  }
  const text = bodyText(request)
  let value: unknown
  try {
    value = text === '' ? undefined : readJson(text)
  } catch {
    throw syntaxFault(endpoint)
  }
  const { value: body, problems } = bind(schema, value)
  if (problems.length > 0) throw bodyFault(endpoint, problems)
  return body
}

function checkMediaTypes(request: FastifyRequest): void {
  if (!acceptsJson(header(request, 'accept'))) throw new BareStatus(406)
  if (bodyText(request) !== '' && !bodyIsJson(header(request, 'content-type'))) throw new BareStatus(415)
}

/** Nothing can be expected but that a body is waited for. @see https://www.rfc-editor.org/rfc/rfc9110#field.expect */
function checkExpectation(request: FastifyRequest): void {
  const expected = header(request, 'expect')
  if (expected !== undefined && expected.trim().toLowerCase() !== '100-continue')
    throw fault(faults.purchasePrerequisiteUnmet)
}

function refused(
  error: unknown,
  locale: ReturnType<typeof negotiateLocale>,
  http: HttpWorld,
  bound: BoundEndpoint,
  request: FastifyRequest,
): Answer {
  if (error instanceof Fault) {
    const defect = http.undeclared?.(bound.name, bound.endpoint, error)
    if (defect !== undefined) return refused(defect, locale, http, bound, request)
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

/** What remains of a refused write: its audit record and, for a named request, its answer. */
async function keepRefusal(
  http: HttpWorld,
  scope: Scope,
  bound: BoundEndpoint,
  request: FastifyRequest,
  answer: Answer,
  error: Fault,
  identity: RequestIdentity | undefined,
  ids: ReturnType<typeof requestIdsOf>,
): Promise<void> {
  const { customerId } = paramsOf(request)
  await keepAudit(scope, bound, ids.correlationId, {
    ...(typeof customerId === 'string' ? { customerId: customerId.toLowerCase() } : {}),
    status: 'failed',
    code: error.spec.code,
  })
  if (identity === undefined || answer.status >= 500) return
  // The name of another request keeps the answer that it has.
  const stored = await http.answers.find(scope, identity)
  if (stored.answer === undefined) await http.answers.keep(scope, stored, answer)
}

type AuditParts = Parameters<Scope['audit']>[0] & { status: 'succeeded' | 'failed'; code?: number }

async function keepAudit(
  scope: Scope,
  { endpoint }: BoundEndpoint,
  correlationId: string,
  entry: AuditParts,
): Promise<void> {
  const operationType = entry.operationType ?? endpoint.audit?.operationType
  const resourceType = entry.resourceType ?? endpoint.audit?.resourceType
  if (operationType === undefined || resourceType === undefined) return
  const { userPrincipalName, appId } = scope.principal
  await scope.trx.documents(auditTable, scope.tenant).insert({
    version: 1,
    id: scope.newId(),
    at: scope.now,
    ...entry,
    operationType,
    resourceType,
    applicationId: appId,
    correlationId,
    ...(userPrincipalName === undefined ? {} : { userPrincipalName }),
  })
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type BoundParams = Readonly<Record<string, string>>

/** GUIDs are compared without regard to case. */
function boundParams(params: Readonly<Record<string, string>>): BoundParams {
  const bound: Record<string, string> = {}
  for (const name in params) {
    const value = params[name] ?? ''
    bound[name] = value.length === 36 && guid.test(value) ? value.toLowerCase() : value
  }
  return bound
}

const paramsOf = (request: FastifyRequest) => request.params as Readonly<Record<string, string>>

const bodyText = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '')

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
