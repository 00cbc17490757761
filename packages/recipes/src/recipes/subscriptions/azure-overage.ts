import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { PartnerView } from '@tenantry/sdk/operator.ts'
import type { Customer } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { World } from '../../world.ts'

/** Minutes for calls, beyond which there is overage. */
const callingPlan = 'CFQ7TTC0LHXJ:0017'

/** Calls that can go beyond their minutes, and an Azure plan to charge that to; answers what to send. */
async function withOverage(customer: Customer): Promise<{ readonly azureEntitlementId: string }> {
  await customer.subscribe('m365-e5')
  await customer.subscribe(callingPlan)
  const entitlement = await (await customer.azurePlan()).azureEntitlement()
  return { azureEntitlementId: entitlement.id }
}

/** A customer that another direct-bill partner sells to as well. */
function sharedCustomer({ view, partner }: World): { readonly id: string; readonly other: PartnerView } {
  for (const { tenantId: id, partnerTenantIds } of view.customers) {
    const other = view.partners.find(
      ({ tenantId, type }) =>
        type === 'directBill' && tenantId !== partner.tenantId && partnerTenantIds.includes(tenantId),
    )
    if (other !== undefined && partnerTenantIds.includes(partner.tenantId)) return { id, other }
  }
  throw new Error(`${partner.name} shares no customer with another partner`)
}

const refusedOverage = (
  fault: AnyFaultName,
  title: string,
  given: (world: World) => Promise<{ customer: Customer; azureEntitlementId: string }>,
): Recipe =>
  recipe({
    fault,
    title,
    given,
    when: (world, { customer, azureEntitlementId }) =>
      customer.world
        .in(world.caller.locale)
        .ask.azure.updateOverage(customer.ids, { azureEntitlementId, overageEnabled: true }),
  })

export const azureOverageRecipes: readonly Recipe[] = [
  refusedOverage(
    'overageBlockedByLegacyAzure',
    'Azure of the older program has to be upgraded first',
    async (world) => {
      const customer = await world.customer()
      const body = await withOverage(customer)
      await customer.legacyAzure()
      return { customer, ...body }
    },
  ),
  refusedOverage('overageNotEligible', 'The customer has no service with overage', async (world) => {
    const customer = await world.customer()
    const entitlement = await (await customer.azurePlan()).azureEntitlement()
    return { customer, azureEntitlementId: entitlement.id }
  }),
  refusedOverage(
    'overageOwnedByAnotherTenant',
    'The first partner that assigns the overage of a customer has it',
    async (world) => {
      const { id, other } = sharedCustomer(world)
      const first = (await world.of({ name: other.name })).customerOf(id)
      const body = await withOverage(first)
      await first.client.azure.updateOverage(first.ids, { ...body, overageEnabled: true })
      const customer = world.customerOf(id)
      return { customer, ...(await withOverage(customer)) }
    },
  ),
]
