import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { invariant } from '../../kernel/invariant.ts'
import { HalfDone, isReply, reply, type Operation, type RequestHeaders } from '../../work/operation.ts'
import type { Scope } from '../../work/scope.ts'
import { bind, bindQuery, type Schema } from '../request/bind.ts'
import { bodyFault, queryFault, syntaxFault } from '../request/problem-fault.ts'
import { readJson } from '../request/read-json.ts'
import type { Answer, Call } from './call.ts'
import { refused } from './refused.ts'

/** Binds query and body, lets the operation do its work, and writes down what it answers. */
export async function perform(call: Call, scope: Scope): Promise<Answer> {
  const { endpoint, operation, name } = call.bound
  const input = {
    params: call.params,
    query: boundQuery(call),
    body: boundBody(call),
    headers: headersForOperation(call),
  } as Parameters<Operation<Endpoint>>[1]

  const answered: unknown = await operation(scope, input)

  if (answered instanceof HalfDone) return half(call, answered)
  const { body: content, text, status, headers } = isReply(answered) ? answered : reply(answered)
  call.http.verifyAnswer?.(name, endpoint, text === undefined ? content : JSON.parse(text))
  return {
    status: status ?? endpoint.status,
    headers,
    body: text ?? (content === undefined ? '' : JSON.stringify(content)),
  }
}

function boundQuery({ bound, request }: Call): unknown {
  const { value, problems } = bindQuery(bound.endpoint.query, request.query as Record<string, unknown>)
  if (problems.length > 0) throw queryFault(bound.endpoint, problems)
  return value
}

function boundBody({ bound: { endpoint }, body: text }: Call): unknown {
  const schema = endpoint.body as unknown as Schema
  if (schema.type === 'void' || schema.type === undefined) {
    if (schema.properties === undefined && schema.anyOf === undefined && schema.allOf === undefined)
      return undefined
  }
  let sent: unknown
  try {
    sent = text === '' ? undefined : readJson(text)
  } catch {
    throw syntaxFault(endpoint)
  }
  const { value, problems } = bind(schema, sent)
  if (problems.length > 0) throw bodyFault(endpoint, problems)
  return value
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
