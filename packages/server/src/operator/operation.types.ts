import type { clockEndpoints } from '@tenantry/contract/operator/clock.ts'
import { operatorEndpoint } from '@tenantry/contract/operator/endpoint.ts'
import type { faultEndpoints } from '@tenantry/contract/operator/faults.ts'
import type { worldEndpoints } from '@tenantry/contract/operator/worlds.ts'
import type { OperatorOperation, OperatorRoutes } from './operation.ts'
import { OperatorError } from './operator-error.ts'

/** What must and must not compile; `tsc` is the test. */

type Clock = OperatorRoutes<typeof clockEndpoints>
declare const whole: Clock
declare const { getClock, ...withoutOne }: Clock
declare const clock: (typeof clockEndpoints)['getClock']

export const bound: Clock = whole

// @ts-expect-error an endpoint without its operation
export const missing: Clock = withoutOne

// @ts-expect-error an operation without its endpoint
export const extra: Clock = { ...whole, stopClock: getClock }

// @ts-expect-error an answer that is not what the endpoint declares
export const wrongAnswer: OperatorOperation<typeof clock> = async () => ({ mode: 'stopped', now: 'soon' })

export const checkedBody: Clock['advanceClock'] = (place, { body }) => {
  // @ts-expect-error the body has no such member
  const wanted: unknown = body.sideways
  return whole.advanceClock(place, { params: {}, query: {}, headers: {}, body: wanted as typeof body })
}

export const numberInPath: OperatorRoutes<typeof faultEndpoints>['getFault'] = async (place, { params }) => {
  const code: number = params.code
  // @ts-expect-error the catalogue is the server's: there is no world to look into
  return code === 0 ? [] : place.world
}

export const fileAsText: OperatorRoutes<typeof worldEndpoints>['importWorld'] = async (_place, { body }) => ({
  name: body.slice(0, 3),
  url: '',
})

export const noSuchRefusal = () => [
  new OperatorError('world-taken', 'there is one already'),
  // @ts-expect-error no such code
  new OperatorError('world-tired', 'it has had enough'),
]

export const declared = () => [
  operatorEndpoint({ ...clock, errors: ['clock-goes-back'] }),
  // @ts-expect-error no such refusal
  operatorEndpoint({ ...clock, errors: ['clock-is-tired'] }),
  // @ts-expect-error a member that is misspelt
  operatorEndpoint({ ...clock, isPagd: true }),
  // @ts-expect-error a path of the published API
  operatorEndpoint({ ...clock, path: '/v1/clock' }),
]
