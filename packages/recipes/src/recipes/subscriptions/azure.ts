import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { RawAnswer } from '@tenantry/sdk'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import type { World } from '../../world.ts'

const unknownId = '3f2c6a91-5d84-4f0e-9b6c-7a1d20e8c453'

const planOf = async (world: World): Promise<Subscription> => (await world.customer()).azurePlan()

/** A call on an Azure plan, or on what is taken for one. */
const refusedCall = (
  fault: AnyFaultName,
  title: string,
  given: (world: World) => Promise<Subscription>,
  call: (subscription: Subscription) => Promise<RawAnswer>,
): Recipe => recipe({ fault, title, given, when: (world, subscription) => call(subscription.by(world)) })

export const azureRecipes: readonly Recipe[] = [
  refusedCall(
    'notAnAzurePlan',
    'Licences have no Azure subscriptions under them',
    async (world) => (await world.customer()).subscribe('business-basic'),
    (subscription) => subscription.ask.azure.listAzureEntitlements(subscription.ids),
  ),
  refusedCall('entitlementNotFound', 'No such Azure subscription is under the plan', planOf, (plan) =>
    plan.ask.azure.cancelAzureEntitlement(
      { ...plan.ids, entitlementId: unknownId },
      { cancellationReason: 'compromise' },
    ),
  ),
  recipe({
    fault: 'cancellationReasonIsInvalid',
    title: 'Partners shut an Azure subscription down when it is compromised, and for nothing else',
    async given(world) {
      const plan = await planOf(world)
      return { plan, entitlement: await plan.azureEntitlement() }
    },
    when: (world, { plan, entitlement }) =>
      world.ask.azure.cancelAzureEntitlement(
        { ...plan.ids, entitlementId: entitlement.id },
        { cancellationReason: 'boredom' },
      ),
  }),
  recipe({
    fault: 'entitlementNotReactivable',
    title: 'What Azure has disabled only Azure enables again',
    async given(world) {
      const plan = await planOf(world)
      const entitlement = await plan.azureEntitlement()
      const disabled = { ...plan.customer.azureOwner, status: 'inactive' as const }
      await world.operator.azureSubscriptions.change(entitlement.id, disabled)
      return { plan, entitlement }
    },
    when: (world, { plan, entitlement }) =>
      world.ask.azure.reactivateAzureEntitlement({ ...plan.ids, entitlementId: entitlement.id }),
  }),
  refusedCall(
    'notAnAzureSubscription',
    'Licences are not registered for reservations',
    async (world) => (await world.customer()).subscribe('business-basic'),
    (subscription) => subscription.ask.azure.registerSubscription(subscription.ids),
  ),
  refusedCall(
    'azureSubscriptionNotActive',
    'A suspended Azure subscription is not registered for reservations',
    async (world) => {
      const azure = await (await world.customer()).legacyAzure()
      await azure.change({ status: 'suspended' })
      return azure
    },
    (subscription) => subscription.ask.azure.registerSubscription(subscription.ids),
  ),
]
