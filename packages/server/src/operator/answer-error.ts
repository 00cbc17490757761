import type { FastifyReply } from 'fastify'
import { BareStatus } from '../http/request/bare-status.ts'
import { EngineUnavailable } from '../store/engine.ts'
import { NewerVersion } from '../store/schema/plan.ts'
import { UnusableWorldFile } from '../world-seed/world-file.ts'
import { AdvanceStopped } from '../world/advance.ts'
import { UnreadableExport } from '../world/export.ts'
import { WorldNameError } from '../world/worlds.ts'
import { OperatorError } from './operator-error.ts'

export function answerError({ status, code, message }: OperatorError, reply: FastifyReply): FastifyReply {
  if (status === 503) void reply.header('Retry-After', '1')
  if (status === 401) void reply.header('WWW-Authenticate', 'Operator')
  return reply.status(status).send({ error: { code, message } })
}

/** What an error is told as. Messages are told only where they were written for the caller. */
export function told(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error
  if (error instanceof WorldNameError) return new OperatorError(`world-${error.reason}`, error.message)
  if (error instanceof UnreadableExport) return new OperatorError('unreadable-copy', error.message)
  if (error instanceof NewerVersion) return new OperatorError('newer-copy', error.message)
  if (error instanceof UnusableWorldFile) return new OperatorError('unusable-seed', error.message)
  if (error instanceof AdvanceStopped) return new OperatorError('advance-stopped', error.message)
  const isAway = error instanceof BareStatus && error.status === 503
  if (error instanceof EngineUnavailable || isAway)
    return new OperatorError('unavailable', 'the database takes no work now; ask again')
  if (error instanceof BareStatus)
    return new OperatorError('not-found', 'there is no such world', error.status)
  const status = (error as { statusCode?: unknown }).statusCode
  // The transport's own refusals, of a body that is too long for example.
  if (typeof status === 'number' && status < 500)
    return new OperatorError('bad-request', 'the server could not take the request', status)
  return new OperatorError('defect', 'something went wrong in the server; its log says what')
}
