import { hasBody, hasMembers, type OperatorEndpoint } from '@tenantry/contract/operator/endpoint.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Value } from 'typebox/value'
import { isReply } from '../work/operation.ts'
import { told } from './answer-error.ts'
import type { OperatorHost } from './host.ts'
import { checked, jsonOf } from './input.ts'
import type { Asked, OperatorHeaders, OperatorOperation, Place } from './operation.ts'
import { notFound } from './operator-error.ts'
import { verifyAnswer, verifyRefusal } from './verify-operation.ts'

export interface BoundOperation {
  readonly name: string
  readonly endpoint: OperatorEndpoint
  readonly operation: OperatorOperation<OperatorEndpoint>
}

type Members = Readonly<Record<string, unknown>>

/** An exported world with thousands of customers is tens of megabytes. */
const fileLimitBytes = 1024 * 1024 * 1024

/** A declaration and its operation as a route: reads and checks what comes in, answers what goes out. */
export function bindOperation(operator: FastifyInstance, host: OperatorHost, bound: BoundOperation): void {
  const { endpoint, operation } = bound
  operator.route({
    method: endpoint.method,
    url: endpoint.path.slice('/_tenantry'.length),
    ...(endpoint.takesFile === true ? { bodyLimit: fileLimitBytes } : {}),
    handler: async (request, reply) => {
      try {
        const answer = await operation(placeOf(host, endpoint, request), askedOf(endpoint, request))
        if (host.verifyAnswers === true) verifyAnswer(bound, answer)
        return send(reply, endpoint, answer)
      } catch (error) {
        if (host.verifyAnswers === true) verifyRefusal(bound, told(error), error)
        throw error
      }
    },
  })
}

/** Who acts on the server alone is not asked which world it means. */
const placeOf = (
  host: OperatorHost,
  { actsOn }: OperatorEndpoint,
  request: FastifyRequest,
): Place<OperatorEndpoint> =>
  (actsOn === 'world' ? { host, world: host.worldOf(request) } : { host }) as Place<OperatorEndpoint>

function askedOf(endpoint: OperatorEndpoint, request: FastifyRequest): Asked<OperatorEndpoint> {
  return {
    params: paramsOf(endpoint, request),
    query: hasMembers(endpoint.query) ? queryOf(endpoint, request) : {},
    body: endpoint.takesFile === true ? textOf(request) : bodyOf(endpoint, request),
    headers: headersOf(endpoint, request),
  }
}

/** What the path cannot hold is not there. */
function paramsOf({ params: schema }: OperatorEndpoint, request: FastifyRequest): Members {
  const params = Value.Convert(schema, { ...(request.params as object) })
  if (Value.Check(schema, params)) return params
  throw notFound(`${request.method} ${request.url}`)
}

/** Numbers are texts in a URL. */
const queryOf = ({ query: schema }: OperatorEndpoint, request: FastifyRequest): Members =>
  checked(schema, Value.Convert(schema, request.query), 'query')

const bodyOf = (endpoint: OperatorEndpoint, request: FastifyRequest): unknown =>
  hasBody(endpoint) ? checked(endpoint.body, jsonOf(request), 'body') : undefined

const textOf = ({ body }: FastifyRequest): string => (typeof body === 'string' ? body : '')

function headersOf({ isPaged, isLocalised }: OperatorEndpoint, { headers }: FastifyRequest): OperatorHeaders {
  const { 'ms-continuationtoken': token, 'x-locale': locale } = headers
  return {
    ...(isPaged === true && token !== undefined && token !== '' ? { continuationToken: String(token) } : {}),
    ...(isLocalised === true && locale !== undefined ? { locale: String(locale) } : {}),
  }
}

function send(reply: FastifyReply, { status }: OperatorEndpoint, answer: unknown): FastifyReply {
  void reply.status(status)
  if (!isReply(answer)) return reply.send(answer)
  void reply.headers(answer.headers)
  if (answer.text === undefined) return reply.send(answer.body)
  return reply.type('application/json; charset=utf-8').send(answer.text)
}
