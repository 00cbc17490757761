import { Type } from 'typebox'
import { none } from '../endpoints/common.ts'
import { operatorEndpoint } from './endpoint.ts'
import { Advanced, ClockChange, ClockState, ClockStep } from './resources/clock.ts'

/** Business time. */
export const clockEndpoints = {
  getClock: operatorEndpoint({
    method: 'GET',
    path: '/_tenantry/clock',
    call: 'clock.get',
    summary: 'Tell the time of the world',
    actsOn: 'world',
    params: none,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: ClockState,
    errors: [],
  }),
  setClock: operatorEndpoint({
    method: 'PUT',
    path: '/_tenantry/clock',
    call: 'clock.set',
    summary: 'Let the clock run or hold it, and set it to a later moment',
    description:
      'What is due on the way runs. A world goes back by a branch that was made before, or by a reset.',
    actsOn: 'world',
    params: none,
    query: none,
    body: ClockChange,
    status: 200,
    answer: ClockState,
    errors: ['clock-goes-back', 'advance-stopped'],
  }),
  advanceClock: operatorEndpoint({
    method: 'POST',
    path: '/_tenantry/clock/advance',
    call: 'clock.advance',
    summary: 'Move the clock on and run everything that is due on the way',
    description: 'By a duration, to a moment, or until the next event; at most 100 years at once.',
    actsOn: 'world',
    params: none,
    query: none,
    body: ClockStep,
    status: 200,
    answer: Advanced,
    errors: ['clock-goes-back', 'advance-stopped'],
  }),
} as const
