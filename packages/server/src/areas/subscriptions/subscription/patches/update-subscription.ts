import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import { fulfilment, fulfilmentLatency } from '../../../../collaborators/purchases/fulfilment.ts'
import { zero } from '../../../../kernel/money.ts'
import { reply, type Input, type Reply } from '../../../../work/operation.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { catalogueOf, skuKey } from '../../../catalogue/products/public.ts'
import { accountOf, accountRules, getCustomer } from '../../../accounts/customers/public.ts'
import { ChargeLines, creditBears, lineRounding, writeCharges } from '../../../books/ledger/public.ts'
import { applyPatch } from './apply-patch.ts'
import { cancellationWindows } from '../cancellation.ts'
import { creditLineRules } from './credit-line-rules.ts'
import { changeSubscription } from '../change-subscription.ts'
import { withEndOfTerm } from '../end-of-term/extended-service-term.ts'
import { loadPatchFacts } from './load-patch-facts.ts'
import type { PatchFacts } from './patch-facts.ts'
import { patchRules } from './patch-rules.ts'
import { planFulfilment } from '../start/start-subscription.ts'
import { suspendAddOns } from '../end-of-term/suspend-add-ons.ts'
import { countUpdate, type SubscriptionRecord } from '../subscription.ts'
import { subscriptionResource } from '../reading/subscription-resource.ts'
import { Subscriptions } from '../subscription-repository.ts'

type Endpoint = typeof subscriptionEndpoints.updateSubscription

/**
 * Changes, suspends, reactivates or cancels a subscription. A change that the fulfilment system works on for
 * longer is answered with 202. @see partner-center/developer/update-a-subscription-by-id
 */
export async function updateSubscription(
  scope: Scope,
  { params, body, headers }: Input<Endpoint>,
): Promise<Subscription | Reply<Subscription>> {
  const customer = await getCustomer(scope, params.customerId)
  const before = withEndOfTerm(
    scope,
    await new Subscriptions(scope).get(params.customerId, params.subscriptionId),
  )
  const facts = await loadPatchFacts(scope, before, body, headers.ifMatch)

  enforce(patchRules, facts, scope.trace)
  if (Object.keys(facts.changes).length === 0) return subscriptionResource(before, scope.now)

  // More seats are a purchase: the customer's account must be good for it. @see partner-center/developer/error-codes
  if ((facts.changes.quantity ?? 0) > before.quantity)
    enforce(accountRules, { account: await accountOf(scope, customer) }, scope.trace)

  const { after, charges } = applyPatch(facts, {
    windows: scope.policy(cancellationWindows),
    charged: await chargedSoFar(scope, facts),
    rounding: scope.policy(lineRounding),
    referenceId: scope.newId(),
  })
  const bears = await creditBears(scope, catalogueOf(scope), charges)
  enforce(creditLineRules, { bears, productFamily: after.productFamily }, scope.trace)

  const { latency, subscription } = provision(scope, before, countUpdate(after))
  await writeCharges(scope, charges)
  const saved = await changeSubscription(scope, before, subscription, eventOf(facts))
  if (saved.status === 'suspended' && before.commerce === 'legacy') await suspendAddOns(scope, saved)
  scope.audit({
    customerId: before.customerId,
    oldValue: subscriptionResource(before, scope.now),
    newValue: subscriptionResource(saved, scope.now),
  })

  const resource = subscriptionResource(withEndOfTerm(scope, saved), scope.now)
  if (saved.fulfilment === before.fulfilment) return resource
  await planFulfilment(scope, saved, latency)
  const location = `/customers/${saved.customerId}/subscriptions/${saved.id}`
  return reply(resource, { status: 202, headers: { location } })
}

/** Only a cancellation asks what there is to give back. */
const chargedSoFar = async (scope: Scope, { changes, subscription }: PatchFacts) =>
  changes.status === 'deleted' && subscription.cancellation !== undefined
    ? await new ChargeLines(scope).net(
        subscription.customerId,
        subscription.id,
        subscription.cancellation.opensAt,
        subscription.currency,
      )
    : zero(subscription.currency)

/** New seats wait for the fulfilment system as a new subscription does. */
function provision(scope: Scope, before: SubscriptionRecord, after: SubscriptionRecord) {
  const latency = fulfilmentLatency(scope.collaborator(fulfilment), skuKey(after.productId, after.skuId))
  const isInstant = latency === 'PT0S' || after.quantity <= before.quantity
  const subscription: SubscriptionRecord = isInstant ? after : { ...after, fulfilment: 'pending' }
  return { latency, subscription }
}

const eventOf = ({ changes }: PatchFacts) =>
  changes.status === 'deleted' ? 'subscription-deleted' : 'subscription-updated'
