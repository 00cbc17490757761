import { throttling } from '../../collaborators/throttling.ts'
import { admit, authenticate, challengeOf, isMfaCompliant } from '../../identity/authenticate.ts'
import { authorise } from '../../identity/authorise.ts'
import { wallNow } from '../../world/clock.ts'
import type { World } from '../../world/world.ts'
import { BareStatus } from './bare-status.ts'
import type { Gate } from './http-world.ts'
import { Throttle } from './throttle.ts'

/** Identity's part of the request pipeline, for one world. `others` are all that may have signed a token it gets. */
export function gateOf(world: World, others: () => readonly World[]): Gate {
  const throttle = new Throttle()
  return {
    authenticate: async (request, bound, trace) => {
      const principal = await authenticate(world, request.headers.authorization, trace, others)
      const { customerId = '' } = request.params as { customerId?: string }
      const partner = principal.partner.tenantId
      const limits = world.settings.collaboratorState(throttling)
      const nowMs = wallNow()
      const waitSeconds =
        throttle.take(partner, limits.requestsPerMinute, nowMs) ??
        (customerId === ''
          ? undefined
          : throttle.take(
              `${partner}/${customerId.toLowerCase()}`,
              limits.requestsPerMinuteAndCustomer,
              nowMs,
            )) ??
        throttle.take(`${partner}//${bound.name}`, limits.perEndpoint[bound.name] ?? 0, nowMs)
      if (waitSeconds !== undefined) throw tooMany(waitSeconds)
      admit(principal, trace)
      return principal
    },
    authorise,
    challenge: (refusal) => (refusal.spec.status === 401 ? challengeOf(refusal) : {}),
    isMfaCompliant,
  }
}

/**
 * Not the shape of a fault: the gateway in front of the service answers.
 * @see partner-center/developer/api-throttling-guidance
 */
const tooMany = (seconds: number): BareStatus =>
  new BareStatus(
    429,
    {
      json: JSON.stringify({
        statusCode: 429,
        message: `Rate limit is exceeded. Try again in ${seconds} seconds.`,
      }),
    },
    { 'Retry-After': String(seconds) },
  )
