import type { Scope } from '../../../work/scope.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import { charge, lineRounding, writeCharges } from '../../books/ledger/public.ts'
import {
  changeSubscription,
  chargeableOf,
  cycleOf,
  extended,
  extendedServiceTerms,
  extendedTermPrice,
  Holdings,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { refuse } from './renew-subscription.ts'

/**
 * Begins a month of the extended service term, or ends the subscription where it is not sold any more.
 * @see partner-center/customers/extended-service-terms
 */
export async function extendSubscription(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const holdings = await new Holdings(scope).forPromotions(subscription.customerId)
  const sources = { catalogue: catalogueOf(scope), holdings, now: scope.now }
  const price = extendedTermPrice(sources, subscription, scope.policy(extendedServiceTerms))
  if (price === undefined) {
    await refuse(scope, subscription, 'notExtendable')
    return
  }

  const after = extended(subscription, price, scope.now)
  const cycle = cycleOf(after, after.termStart)
  const item = chargeableOf(after, scope.policy(lineRounding))
  await writeCharges(scope, [charge(item, 'extendedService', after.quantity, cycle)])
  await changeSubscription(scope, subscription, after, 'subscription-extended')
}
