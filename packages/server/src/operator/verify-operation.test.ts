import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockEndpoints } from '@tenantry/contract/operator/clock.ts'
import { reply, written } from '../work/operation.ts'
import { badRequest, notFound, OperatorError } from './operator-error.ts'
import { verifyAnswer, verifyRefusal } from './verify-operation.ts'

const getClock = { name: 'getClock', endpoint: clockEndpoints.getClock }
const clock = { mode: 'fixed', now: '2026-01-15T09:00:00Z' }

test('an answer as it is declared passes, however it is handed over', () => {
  for (const answer of [clock, reply(clock), written(JSON.stringify(clock)), { ...clock, gone: undefined }])
    verifyAnswer(getClock, answer)
})

test('an answer that is not what its endpoint declares fails and says where', () => {
  const wrong: readonly [unknown, RegExp][] = [
    [{ ...clock, mode: 'stopped' }, /getClock answers what it does not declare: \/mode/],
    [{ ...clock, now: 'soon' }, /\/now/],
    [{ mode: 'fixed' }, /now/],
    [undefined, /getClock/],
    [{ ...clock, secret: 'k' }, /a member that it does not declare/],
    [reply({ ...clock, secret: 'k' }), /a member that it does not declare/],
    [written('{"mode":"fixed"}'), /now/],
  ]
  for (const [answer, message] of wrong) assert.throws(() => verifyAnswer(getClock, answer), { message })
})

test('a refusal that its endpoint does not declare fails, with what it was', () => {
  verifyRefusal(getClock, notFound('such world'), undefined)
  const cause = new OperatorError('clock-goes-back', 'no')

  assert.throws(() => verifyRefusal(getClock, cause, cause), {
    message: 'getClock answers clock-goes-back, which it does not declare',
    cause,
  })
  // It takes nothing that could be wrong.
  assert.throws(() => verifyRefusal(getClock, badRequest('colour'), cause))
})
