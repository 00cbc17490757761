import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { invariant } from '../../kernel/invariant.ts'
import { HalfDone, isReply, reply, type Operation, type RequestHeaders } from '../../work/operation.ts'
import type { Scope } from '../../work/scope.ts'
import { bind, bindQuery, type Schema } from '../request/bind.ts'
import { bodyFault, queryFault, syntaxFault } from '../request/problem-fault.ts'
import { readJson } from '../request/read-json.ts'
import type { Answer, Call } from './call.ts'
import { notAnswered } from './not-answered.ts'
import { refused } from './refused.ts'

/** Binds query and body, lets the operation do its work, and writes down what it answers. */
export async function perform(call: Call, scope: Scope): Promise<Answer> {
  const { endpoint, operation, name } = call.bound
  // The work may begin again.
  call.ignored = []
  const input = {
    params: call.params,
    query: boundQuery(call),
    body: boundBody(call),
    headers: headersForOperation(call),
  } as Parameters<Operation<Endpoint>>[1]

  const answered: unknown = await operation(scope, input)

  if (answered instanceof HalfDone) return half(call, answered)
  const { body: content, text, status, headers } = isReply(answered) ? answered : reply(answered)
  if (call.ignored.length > 0) call.ignored = notAnswered(call.ignored, content)
  call.http.verifyAnswer?.(name, endpoint, text === undefined ? content : JSON.parse(text))
  return {
    status: status ?? endpoint.status,
    headers,
    body: text ?? (content === undefined ? '' : JSON.stringify(content)),
  }
}

function boundQuery(call: Call): unknown {
  const { endpoint } = call.bound
  const { value, problems, ignored } = bindQuery(
    endpoint.query,
    call.request.query as Record<string, unknown>,
  )
  if (problems.length > 0) throw queryFault(endpoint, problems)
  call.ignored = ignored
  return value
}

function boundBody(call: Call): unknown {
  const { endpoint } = call.bound
  const text = call.body
  const schema = endpoint.body as unknown as Schema
  if (takesNothing(schema)) {
    if (!isEmpty(text)) call.ignored = [...call.ignored, { path: '', value: text.slice(0, 256), known: [] }]
    return undefined
  }
  let sent: unknown
  try {
    sent = text === '' ? undefined : readJson(text)
  } catch {
    throw syntaxFault(endpoint)
  }
  const { value, problems, ignored } = bind(schema, sent)
  if (problems.length > 0) throw bodyFault(endpoint, problems)
  if (ignored.length > 0) call.ignored = [...call.ignored, ...ignored]
  return value
}

const takesNothing = ({ type, properties, anyOf, allOf }: Schema): boolean =>
  (type === 'void' || type === undefined) &&
  properties === undefined &&
  anyOf === undefined &&
  allOf === undefined

/** The official clients send one of these where there is nothing to say. */
function isEmpty(text: string): boolean {
  // Blanks go first: a pattern with blanks on both sides takes the square of their number.
  const said = text.trim()
  return said === '' || said === 'null' || said === '""' || /^\{\s*\}$/.test(said)
}

function headersForOperation(call: Call): RequestHeaders {
  const ifMatch = call.header('if-match')
  const continuationToken = call.header('ms-continuationtoken')
  const customerUserPrincipalName = call.header('x-ms-customeruser-upn')
  return {
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(continuationToken === undefined ? {} : { continuationToken }),
    ...(customerUserPrincipalName === undefined ? {} : { customerUserPrincipalName }),
  }
}

/** The answer of a fault that keeps what was written; one that the endpoint does not declare as such keeps nothing. */
function half(call: Call, { fault: raised }: HalfDone): Answer {
  const { name, endpoint } = call.bound
  invariant(endpoint.halfwayFaults?.includes(raised.spec) === true, `${name} declares ${raised}`)
  return refused(call, raised)
}
