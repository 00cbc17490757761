import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerError, told } from './answer-error.ts'
import { bindOperation } from './bind-operation.ts'
import type { OperatorHost } from './host.ts'
import { boundOperations } from './operations.ts'
import { notFound, OperatorError } from './operator-error.ts'

/** The vendor's side: all that happens at Microsoft, at customers and in time, for whoever holds the operator key. */
export function registerOperatorRoutes(app: FastifyInstance, host: OperatorHost): void {
  void app.register(
    async (operator) => {
      operator.addHook('onRequest', async (request) => requireKey(request, host.operatorKey))
      operator.setErrorHandler((error, request, reply) => {
        const refusal = told(error)
        if (refusal.status >= 500) host.reportDefect?.(error, request)
        return answerError(refusal, reply)
      })
      operator.setNotFoundHandler((request, reply) =>
        answerError(notFound(`${request.method} ${request.url}`), reply),
      )
      for (const bound of boundOperations) bindOperation(operator, host, bound)
    },
    { prefix: '/_tenantry' },
  )
}

function requireKey(request: FastifyRequest, key: string): void {
  const given = /^Operator +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (timingSafeEqual(digest(given), digest(key))) return
  throw new OperatorError(
    'unauthorized',
    'send the header Authorization: Operator KEY, with the key the start printed',
  )
}
