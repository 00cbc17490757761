import { fulfilment, fulfilmentLatency } from '../../../collaborators/purchases/fulfilment.ts'
import type { Scope, ScheduleHandlers } from '../../../work/scope.ts'
import { addDuration, hourMs, instant } from '../../../kernel/time.ts'
import { skuKey } from '../../catalogue/products/public.ts'
import { completeTransition } from './complete-transition.ts'
import type { TransitionRecord } from './transition.ts'
import { Transitions } from './transition-repository.ts'

/** When the seats will be provisioned. While fulfilment is paused the job asks again every hour (assumed). */
export async function planCompletion(
  scope: Scope,
  transition: TransitionRecord,
  latency: string | undefined,
): Promise<void> {
  await scope.agenda.schedule({
    dueAt: latency === undefined ? instant(scope.now + hourMs) : addDuration(scope.now, latency),
    kind: 'complete-transition',
    customer: transition.customerId,
    subject: transition.id,
  })
}

export const transitionSchedule: ScheduleHandlers = {
  'complete-transition': async (scope, entry) => {
    const transition = await new Transitions(scope).find(entry.customer, entry.subject)
    if (transition === undefined || transition.state !== 'running') return
    const { toProductId, toSkuId } = transition.order
    const isPaused =
      fulfilmentLatency(scope.collaborator(fulfilment), skuKey(toProductId, toSkuId)) === undefined
    if (isPaused) await planCompletion(scope, transition, undefined)
    else await completeTransition(scope, transition)
  },
}
