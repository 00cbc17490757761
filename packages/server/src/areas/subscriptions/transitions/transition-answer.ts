import { describe } from '@tenantry/contract/reasons/reason.ts'
import { transitionErrors } from '@tenantry/contract/reasons/transition-errors.ts'
import type { Transition, TransitionEvent } from '@tenantry/contract/resources/transition.ts'
import { formatInstant } from '../../../kernel/time.ts'
import type { TransitionRecord, TransitionStep } from './transition.ts'

/** A transition with the first `shown` of its events, or with all of them. */
export function transitionAnswer(
  transition: TransitionRecord,
  locale: string,
  shown: number = transition.steps.length,
): Transition {
  const { order } = transition
  const { toProductId, toSkuId, toAvailabilityId } = order
  return {
    operationId: transition.id,
    fromCatalogItemId: transition.fromCatalogItemId,
    fromSubscriptionId: transition.fromSubscriptionId,
    toCatalogItemId: `${toProductId}:${toSkuId}:${toAvailabilityId}`,
    ...(transition.toSubscriptionId === undefined ? {} : { toSubscriptionId: transition.toSubscriptionId }),
    quantity: order.quantity,
    termDuration: order.termDuration,
    billingCycle: order.billingCycle,
    transitionType: order.transitionType,
    ...(order.promotionId === undefined ? {} : { promotionId: order.promotionId }),
    events: transition.steps.slice(0, shown).map((step) => eventAnswer(step, locale)),
    attributes: { objectType: 'Transition' },
  }
}

const eventAnswer = ({ name, status, at, errors }: TransitionStep, locale: string): TransitionEvent => ({
  name,
  status,
  timestamp: formatInstant(at),
  ...(errors === undefined
    ? {}
    : { errors: errors.map((error) => describe(transitionErrors[error], locale)) }),
  attributes: { objectType: 'TransitionEvent' },
})
