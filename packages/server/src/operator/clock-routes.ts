import type { clockEndpoints } from '@tenantry/contract/operator/clock.ts'
import type { ClockStep } from '@tenantry/contract/operator/resources/clock.ts'
import { addDuration, findInstant, formatInstant, isDuration, type Instant } from '../kernel/time.ts'
import { advance, nextDueAt, type Advanced } from '../world/advance.ts'
import type { World } from '../world/world.ts'
import type { OperatorRoutes } from './operation.ts'
import { badRequest, OperatorError } from './operator-error.ts'

/** Business time. */
export const clockRoutes: OperatorRoutes<typeof clockEndpoints> = {
  getClock: async ({ world }) => clockView(world),

  setClock: async ({ world }, { body: { mode, now } }) => {
    const to = now === undefined ? undefined : laterInstant(world, now)
    // First the mode: a clock that is to stand at an instant must not run past it.
    if (mode !== undefined) await world.setClockMode(mode)
    if (to !== undefined) await advance(world, to)
    return clockView(world)
  },

  advanceClock: async ({ world }, { body }) =>
    advancedView(await advance(world, await endOfStep(world, body))),
}

/** Where the clock will stand. */
export async function endOfStep(world: World, step: ClockStep): Promise<Instant> {
  if ('by' in step) return after(world, step.by)
  if ('to' in step) return laterInstant(world, step.to)
  const next = await nextDueAt(world)
  // With nothing on the agenda the clock stays where it is.
  return next === undefined || next < world.now ? world.now : next
}

const clockView = (world: World) => ({ mode: world.clock.mode, now: formatInstant(world.now) })

export const advancedView = ({ from, now, ran, events, truncated }: Advanced) => ({
  from: formatInstant(from),
  now: formatInstant(now),
  ran,
  events: events.map(({ at, type, subject }) => ({ at: formatInstant(at), type, subject })),
  truncated,
})

function after(world: World, duration: string): Instant {
  if (!isDuration(duration))
    throw badRequest(`by: ${duration} is no ISO 8601 duration, for example P1M or PT12H`)
  return notBefore(world, addDuration(world.now, duration))
}

function laterInstant(world: World, text: string): Instant {
  const moment = findInstant(text)
  if (moment === undefined)
    throw badRequest(`${text} is no ISO 8601 moment, for example 2027-01-31T00:00:00Z`)
  return notBefore(world, moment)
}

/** Further than anybody rehearses, and still an answer in reasonable time. */
const yearsMax = 100

function notBefore(world: World, moment: Instant): Instant {
  if (!(moment <= addDuration(world.now, `P${yearsMax}Y`)))
    throw badRequest(`the clock goes at most ${yearsMax} years at once`)
  if (moment >= world.now) return moment
  const now = formatInstant(world.now)
  throw new OperatorError(
    'clock-goes-back',
    `the clock stands at ${now} and goes only forward; to go back, branch a world beforehand or reset it`,
  )
}
