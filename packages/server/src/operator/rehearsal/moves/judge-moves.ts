import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { Locale } from '@tenantry/contract/locales/index.ts'
import { windowEnds, type SubscriptionRecord } from '../../../areas/subscriptions/subscription/public.ts'
import { bind } from '../../../http/request/bind.ts'
import type { BoundEndpoint } from '../../../work/bound-endpoint.ts'
import type { Principal } from '../../../work/principal.ts'
import { present } from '../../../kernel/invariant.ts'
import { HalfDone, isReply } from '../../../work/operation.ts'
import { startOfDay, addDays, instant, type Instant } from '../../../kernel/time.ts'
import { ThoroughTrace } from '../../../kernel/trace.ts'
import type { Trx } from '../../../store/trx.ts'
import { runUpTo } from '../../../world/rehearse.ts'
import type { World } from '../../../world/world.ts'
import type { Attempt } from './attempt.ts'
import { attemptsOn } from './attempts.ts'

export interface JudgedMove {
  readonly attempt: Attempt
  /** In the order of precedence: the first one is the answer. None where the operation is allowed. */
  readonly faults: readonly Fault[]
  /** The last instant at which it is allowed, where there is one in sight and nothing else happens before. */
  readonly until: Instant | undefined
}

export interface MovesOrder {
  readonly world: World
  readonly endpoints: ReadonlyMap<string, BoundEndpoint>
  readonly principal: Principal
  readonly locale: Locale
  readonly record: SubscriptionRecord
}

/**
 * Tries each operation on the subscription and undoes it. So what decides is what decides a real request: all its
 * rules, the state of every outside party, the money.
 */
export function judgeMoves(order: MovesOrder): Promise<JudgedMove[]> {
  const { world, record } = order
  return world.tryOutAlone(async (trx) => {
    const judge = new Judge(order, trx)
    const judged: JudgedMove[] = []
    for (const attempt of await judge.attempts()) {
      const verdict = await judge.attemptAt(attempt, world.now)
      if (verdict === 'nothing') continue
      const until =
        verdict.length > 0 ? undefined : await judge.lastMoment(attempt, endsAfter(record, world.now))
      judged.push({ attempt, faults: verdict, until })
    }
    return judged
  })
}

/** The broken rules' faults, or `nothing` where the subscription is already as it would be. */
type Verdict = readonly Fault[] | 'nothing'

class Judge {
  readonly #order: MovesOrder
  readonly #trx: Trx

  constructor(order: MovesOrder, trx: Trx) {
    this.#order = order
    this.#trx = trx
  }

  attempts(): Promise<Attempt[]> {
    const { world, record } = this.#order
    return this.#trx.undoing(async () => {
      const { scope } = await this.#workingScope(world.now, new ThoroughTrace())
      return attemptsOn(scope, record, async (endpoint, query) => {
        const { operation } = this.#endpoint(endpoint)
        const answer: unknown = await operation(scope, { ...this.#input({}, {}), query })
        return isReply(answer) ? answer.body : answer
      })
    })
  }

  /** What the operation would come to at a moment from now on; what is due before it happens first. */
  attemptAt(attempt: Attempt, at: Instant): Promise<Verdict> {
    return this.#trx.undoing(async () => {
      await this.#passTo(at)
      const trace = new ThoroughTrace()
      const { scope, announced, audited } = await this.#workingScope(at, trace)
      const { operation, endpoint } = this.#endpoint(attempt.endpoint)
      const { value: body } = bind(endpoint.body, attempt.body)
      try {
        const { params = {}, query = {} } = attempt
        const answer: unknown = await operation(scope, { ...this.#input(params, body), query })
        if (answer instanceof HalfDone) return [answer.fault, ...trace.further]
      } catch (error) {
        if (error instanceof Fault) return [error, ...trace.further]
        throw error
      }
      return announced.length + audited.length === 0 ? 'nothing' : []
    })
  }

  async lastMoment(attempt: Attempt, ends: readonly Instant[]): Promise<Instant | undefined> {
    for (const end of ends) {
      const verdict = await this.attemptAt(attempt, instant(end + 1))
      if (verdict === 'nothing' || verdict.length > 0) return end
    }
    return undefined
  }

  async #passTo(at: Instant): Promise<void> {
    const { world, record } = this.#order
    if (at > world.now) await runUpTo(world, this.#trx, at, record.id)
  }

  #endpoint(name: string): BoundEndpoint {
    return present(this.#order.endpoints.get(name), `there is an endpoint ${name}`)
  }

  #input(params: Readonly<Record<string, string>>, body: unknown) {
    const { customerId, id: subscriptionId } = this.#order.record
    return { params: { customerId, subscriptionId, ...params }, query: {}, body, headers: {} }
  }

  async #workingScope(at: Instant, trace: ThoroughTrace) {
    const { world, principal, locale } = this.#order
    return world.scopeFor(this.#trx, { principal, locale, trace }, at, await this.#trx.nextSequence())
  }
}

/** The last instants of what holds of a subscription for a time, soonest first. */
function endsAfter(subscription: SubscriptionRecord, now: Instant): Instant[] {
  const { commitmentEnd, chargedThrough } = subscription
  const lastOf = (day: typeof commitmentEnd): Instant => instant(startOfDay(addDays(day, 1)) - 1)
  const ends = [...windowEnds(subscription), lastOf(chargedThrough), lastOf(commitmentEnd)]
  return [...new Set(ends)].filter((end) => end >= now).sort((a, b) => a - b)
}
