import type { conversionEndpoints } from '@tenantry/contract/endpoints/legacy-upgrades.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { Operation } from '../../../work/operation.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { Subscriptions } from '../subscription/public.ts'
import { conversionTargets, defaultCycle, offerIdOf } from './conversion-targets.ts'

/** Empty for what is no trial. Faults: 20003. @see partner-center/developer/get-a-list-of-trial-conversion-offers */
export const listConversions: Operation<typeof conversionEndpoints.listConversions> = async (
  scope,
  { params },
) => {
  const customer = await getCustomer(scope, params.customerId)
  const trial = await new Subscriptions(scope).get(customer.id, params.subscriptionId)
  return collection(
    conversionTargets(scope, trial).map((target) => ({
      offerId: offerIdOf(trial),
      targetOfferId: target.id,
      orderId: trial.orderId,
      quantity: trial.quantity,
      billingCycle: defaultCycle(target),
      attributes: { objectType: 'Conversion' },
    })),
  )
}
