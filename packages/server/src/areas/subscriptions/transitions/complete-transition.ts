import type { TransitionErrorName } from '@tenantry/contract/reasons/transition-errors.ts'
import { directory, directoryView } from '../../../collaborators/directory.ts'
import { fulfilment } from '../../../collaborators/purchases/fulfilment.ts'
import { present } from '../../../kernel/invariant.ts'
import type { Scope } from '../../../work/scope.ts'
import { lineRounding } from '../../books/ledger/public.ts'
import { catalogueOf, skuKey } from '../../catalogue/products/public.ts'
import {
  cancellationWindows,
  Subscriptions,
  transitionLimits,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { carryOut } from './carry-out.ts'
import { unlocked } from './conversion.ts'
import { isSameSku } from './eligibility/moving-subscription.ts'
import { targetOffers } from './eligibility/target-offers.ts'
import { planTransition, type TransitionPlan } from './plan-transition.ts'
import { completeConversion, failConversion, reassignLicences, type TransitionRecord } from './transition.ts'
import { Transitions } from './transition-repository.ts'

/**
 * Carries a started transition out, or gives it up when the world has changed so that it cannot be. Whatever goes wrong
 * from here on stands in the events, never in an answer. `planned` is what was judged when it began; one that has
 * waited is worked out anew.
 */
export async function completeTransition(
  scope: Scope,
  transition: TransitionRecord,
  planned?: TransitionPlan,
): Promise<void> {
  const subscriptions = new Subscriptions(scope)
  const { customerId, fromSubscriptionId, toSubscriptionId, kind } = transition
  const source = await subscriptions.get(customerId, fromSubscriptionId)
  const target =
    kind === 'intoExisting' && toSubscriptionId !== undefined
      ? await subscriptions.get(customerId, toSubscriptionId)
      : undefined

  const errors = whatPreventsConversion(scope, transition, source, target)
  if (errors.length > 0) {
    for (const side of [source, target])
      if (side?.pendingOperation !== undefined) await subscriptions.save(unlocked(side))
    await settle(scope, failConversion(transition, scope.now, errors))
    return
  }

  const sides = { source, existing: target }
  const plan = planned ?? planTransition({ transition, ...sides, ...planningOf(scope) })
  await carryOut(scope, transition, sides, present(plan, 'what is bought had a price a moment ago'))
  const converted = completeConversion(transition, scope.now)
  await settle(
    scope,
    transition.movesLicences
      ? reassignLicences(converted, scope.now, whatKeepsLicences(scope, transition))
      : converted,
  )
}

/** What a plan is worked out by, beside the two sides. */
export const planningOf = (scope: Scope) => ({
  catalogue: catalogueOf(scope),
  windows: scope.policy(cancellationWindows),
  rounding: scope.policy(lineRounding),
  partialUpgradeWindow: scope.policy(transitionLimits).partialUpgradeWindow,
  now: scope.now,
})

async function settle(scope: Scope, transition: TransitionRecord): Promise<void> {
  await new Transitions(scope).save(transition)
  await scope.announce({
    type: transition.state === 'failed' ? 'transition-failed' : 'transition-completed',
    customerId: transition.customerId,
    subject: transition.fromSubscriptionId,
    details: { operationId: transition.id },
  })
}

/** Looks again at what can have changed while the conversion was waiting. */
function whatPreventsConversion(
  scope: Scope,
  { order }: TransitionRecord,
  source: SubscriptionRecord,
  target: SubscriptionRecord | undefined,
): TransitionErrorName[] {
  if (source.status !== 'active') return ['subscriptionStatusNotActive']
  const paths = targetOffers(catalogueOf(scope), source, scope.tenant.partner)
  if (paths.length === 0) return [source.isTrial ? 'conversionsNotFound' : 'noTransitionPaths']
  const offer = paths.find((path) => isSameSku(path, { productId: order.toProductId, skuId: order.toSkuId }))
  if (offer?.availabilityId === undefined) return ['targetOfferNotFound']
  const { outage, failingSkus } = scope.collaborator(fulfilment)
  const isRefused = outage || failingSkus.includes(skuKey(order.toProductId, order.toSkuId))
  return isRefused || (target !== undefined && target.status !== 'active') ? ['other'] : []
}

/** The commerce result stays whatever the directory says. */
function whatKeepsLicences(scope: Scope, transition: TransitionRecord): TransitionErrorName[] {
  const { customerId, fromSubscriptionId } = transition
  const view = directoryView(scope.collaborator(directory), customerId, fromSubscriptionId)
  if (!view.isMapped) return ['mappingRequired']
  return view.isWritable && view.assignedUsers.every(({ movable }) => movable) ? [] : ['userLicenseError']
}
