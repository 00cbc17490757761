import type { transitionEndpoints } from '@tenantry/contract/endpoints/transitions.ts'
import { fulfilment, fulfilmentLatency } from '../../../collaborators/purchases/fulfilment.ts'
import type { Operation } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { skuKey } from '../../catalogue/products/public.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { Subscriptions } from '../subscription/public.ts'
import { completeTransition } from './complete-transition.ts'
import { locked } from './conversion.ts'
import { loadSource, type LoadedSource } from './eligibility/load-source.ts'
import { loadTransition, type LoadedTransition } from './load-transition.ts'
import { startTransition, type TransitionRecord } from './transition.ts'
import { transitionAnswer } from './transition-answer.ts'
import { Transitions } from './transition-repository.ts'
import { transitionRules } from './transition-rules.ts'
import { planCompletion } from './transition-agenda.ts'

/**
 * Starts a transition. The answer shows only its first event; what follows is read from the history, also where nothing
 * takes any time. Faults: those of `transitionRules`, in their order.
 */
export const createTransition: Operation<typeof transitionEndpoints.createTransition> = async (
  scope,
  { params, body },
) => {
  const { id: customerId } = await getCustomer(scope, params.customerId)
  const loaded = await loadSource(scope, customerId, params.subscriptionId)
  const asked = await loadTransition(scope, loaded, body)

  enforce(transitionRules, asked.facts, scope.trace)

  const transition = await new Transitions(scope).add(begun(scope, loaded, asked))
  await scope.announce({
    type: 'transition-started',
    customerId,
    subject: transition.fromSubscriptionId,
    details: { operationId: transition.id },
  })
  const answer = transitionAnswer(transition, scope.locale)
  await completeNowOrLater(scope, loaded, asked, transition)

  scope.audit({ customerId, newValue: answer })
  return answer
}

const begun = (
  scope: Scope,
  { record, source }: LoadedSource,
  { transition, facts }: LoadedTransition,
): TransitionRecord =>
  startTransition({
    ...transition,
    customerId: record.customerId,
    fromSubscriptionId: record.id,
    fromCatalogItemId: source.catalogItemId,
    movesLicences: movesLicences(facts, transition.kind),
    startedAt: scope.now,
  })

/**
 * A full upgrade takes the users' licences along whenever they can be mapped, whatever type was asked for; otherwise
 * the partner reassigns them by hand. @see partner-center/developer/transition-a-new-commerce-subscription
 */
function movesLicences(
  { licences, source, quantity }: LoadedTransition['facts'],
  kind: TransitionRecord['kind'],
): boolean {
  if (licences.transitionType === 'transition_with_license_transfer') return true
  const isFull = kind !== 'newTarget' && quantity >= source.quantity
  return isFull && source.commerce === 'nce' && licences.conflictingSkus.length === 0
}

/** At once, or later: until then neither side can be changed. */
async function completeNowOrLater(
  scope: Scope,
  { record }: LoadedSource,
  { targetRecord, plan }: LoadedTransition,
  transition: TransitionRecord,
): Promise<void> {
  const { order } = transition
  const latency = fulfilmentLatency(scope.collaborator(fulfilment), skuKey(order.toProductId, order.toSkuId))
  if (latency === 'PT0S') {
    await completeTransition(scope, transition, plan)
    return
  }
  const subscriptions = new Subscriptions(scope)
  await subscriptions.save(locked(record, scope.now))
  if (targetRecord !== undefined) await subscriptions.save(locked(targetRecord, scope.now))
  await planCompletion(scope, transition, latency)
}
