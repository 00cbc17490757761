import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { TransferRequest, TransferUpdate } from '@tenantry/contract/resources/transfer.ts'
import { changed, type Changes } from '../../changed.ts'
import type { Customer } from '../../customer.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { Subscription } from '../../subscription.ts'
import { acceptance, demandFrom, twoPartners, type TwoPartners } from '../../transfer.ts'
import type { World } from '../../world.ts'

const unknownId = '3c8e5a71-42d9-4b60-9f18-e7d2064ab9c5'

/** The partner that wants something asks for it. */
const refusedDemand = (
  fault: AnyFaultName,
  title: string,
  changes: (parties: TwoPartners) => Promise<Changes<TransferRequest>> | Changes<TransferRequest>,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const parties = await twoPartners(world)
      const body = changed(demandFrom(parties.source.world), await changes(parties))
      return { target: parties.target, body }
    },
    when: (world, { target, body }) =>
      target.world.in(world.caller.locale).ask.transfers.create(target.ids, body),
  })

interface Demanded extends TwoPartners {
  readonly transferId: string
}

const demanded = async (world: World, further: TransferRequest = {}): Promise<Demanded> => {
  const parties = await twoPartners(world)
  const body = { ...demandFrom(parties.source.world), ...further }
  const { id } = await parties.target.client.transfers.create(parties.target.ids, body)
  return { ...parties, transferId: id }
}

/** Somebody updates a transfer that waits for an answer. */
const refusedUpdate = (
  fault: AnyFaultName,
  title: string,
  prepare: (
    parties: Demanded,
    world: World,
  ) => Promise<{ readonly by: Customer; readonly body: TransferUpdate }>,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const parties = await demanded(world)
      return { ...(await prepare(parties, world)), transferId: parties.transferId }
    },
    when: (world, { by, transferId, body }) =>
      by.world.in(world.caller.locale).ask.transfers.update({ ...by.ids, transferId }, body),
  })

/** The partner that has it accepts with something that cannot go. */
const refusedAcceptance = (
  fault: AnyFaultName,
  title: string,
  choose: (parties: Demanded, world: World) => Promise<readonly { readonly id: string }[]>,
  further: TransferRequest = {},
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const parties = await demanded(world, further)
      return { ...parties, body: acceptance(await choose(parties, world)) }
    },
    when: (world, { source, transferId, body }) =>
      world.ask.transfers.update({ ...source.ids, transferId }, body),
  })

/** An Azure subscription of the source, and an Azure plan of the target's that can take it. */
async function azureOf({ source, target }: TwoPartners): Promise<{ plan: Subscription; id: string }> {
  await target.azurePlan()
  const plan = await source.azurePlan()
  return { plan, id: (await plan.azureEntitlement()).id }
}

const forAzure: TransferRequest = { transferType: 3, targetProductTypes: ['AzureSubscription'] }

const demandRecipes: readonly Recipe[] = [
  refusedDemand('transferSourceIsMissing', 'It is not said who is to hand over', () => ({
    sourcePartnerTenantId: undefined,
  })),
  refusedDemand('transferSourceDomainIsInvalid', 'The domain is no partner’s', () => ({
    sourcePartnerDomain: 'nobody.example',
  })),
  refusedDemand('transferSourceIsTarget', 'Nobody hands over to himself', ({ target }) => ({
    sourcePartnerTenantId: target.world.partner.tenantId,
  })),
  refusedDemand(
    'transferNotEnabledForPartner',
    'Transfers are not enabled for the other partner',
    async ({ source: { world } }) => {
      await world.arrange('billing-ownership', { excludedPartners: [world.partner.tenantId] })
      return {}
    },
  ),
  refusedDemand(
    'transferCloudNotSupported',
    'The other partner is in a national cloud',
    async ({ source: { world } }) => {
      await world.changePartner({ cloud: 'usGov' })
      return {}
    },
  ),
  refusedDemand(
    'transferParticipantNotSupported',
    'The other partner is an advisor by now',
    async ({ source: { world } }) => {
      await world.changePartner({ type: 'advisor' })
      return {}
    },
  ),
  refusedDemand(
    'transferBlockedByLegacyAzure',
    'The customer has Azure of the older program with the partner that asks',
    async ({ target }) => {
      await target.legacyAzure()
      return forAzure
    },
  ),
  refusedDemand(
    'transferAzurePlanNotPurchased',
    'The partner that asks has sold the customer no Azure plan',
    () => forAzure,
  ),
  refusedDemand(
    'transferAzurePlanNotActive',
    'The Azure plan with the partner that asks is suspended',
    async ({ target }) => {
      const plan = await target.azurePlan()
      await plan.cancelAzureEntitlements()
      await plan.change({ status: 'suspended' })
      return forAzure
    },
  ),
  refusedDemand(
    'transferAzurePlanNotPurchasable',
    'The Azure plan is not on sale any more',
    async ({ target }) => {
      await target.azurePlan()
      await target.world.arrange('catalogue', { withdrawn: [{ productId: 'DZH318Z0BPS6' }] })
      return forAzure
    },
  ),
  recipe({
    fault: 'transferPartnerOnRecordDiffers',
    title: 'The Azure plan is another reseller’s',
    async given(world) {
      const parties = await twoPartners(world)
      const { target } = parties
      await target.azurePlan()
      await world.changePartner({ type: 'indirectProvider' }, target.world.partner)
      const reseller = await world.of({ name: 'Trey Advisory' })
      await world.changePartner({ type: 'indirectReseller' }, reseller.partner)
      const { tenantId, partnerId } = reseller.partner
      const partnerships = [{ resellerTenantId: tenantId, state: 'active' }]
      await world.changePartner({ partnerships }, target.world.partner)
      return { target, body: { ...demandFrom(world), ...forAzure, partnerOnRecord: partnerId } }
    },
    when: (world, { target, body }) =>
      target.world.in(world.caller.locale).ask.transfers.create(target.ids, body),
  }),
  refusedDemand(
    'transferInitiationFailed',
    'What keeps the ownership of billing does not answer',
    async ({ source: { world } }) => {
      await world.arrange('billing-ownership', { answers: false })
      return {}
    },
  ),
]

const updateRecipes: readonly Recipe[] = [
  recipe({
    fault: 'transferUpdateNotAllowed',
    title: 'A third partner of the customer has no part in the transfer',
    async given(world) {
      const { source, transferId } = await demanded(world)
      const third = await world.of({ environment: 'sandbox' })
      return { third: await source.alsoOf(third), transferId }
    },
    when: (world, { third, transferId }) => {
      const path = { ...third.ids, transferId }
      return third.world.in(world.caller.locale).ask.transfers.update(path, { status: 'Cancel' })
    },
  }),
  refusedUpdate(
    'transferNotPending',
    'After thirty days nobody can answer any more',
    async ({ target }, world) => {
      await world.wait({ days: 31 })
      return { by: target, body: { status: 'Cancel' } }
    },
  ),
  refusedUpdate('lineItemsGivenByTarget', 'Who asks does not choose', ({ target }) =>
    Promise.resolve({ by: target, body: { status: 'Cancel', lineItems: [{ subscriptionId: unknownId }] } }),
  ),
  refusedUpdate('onlyCancellationAllowed', 'Who asks cannot accept', ({ target }) =>
    Promise.resolve({ by: target, body: { status: 'InProgress' } }),
  ),
  refusedUpdate('onlyAcceptanceAllowed', 'Who is asked cannot cancel', ({ source }) =>
    Promise.resolve({ by: source, body: { status: 'Cancel' } }),
  ),
]

const lineRecipes: readonly Recipe[] = [
  refusedAcceptance(
    'transferHasTooManySubscriptions',
    'Of one billing cycle twenty-five subscriptions go at once',
    async ({ source }) => {
      const line = await source.line('office-e3', { seats: 1 })
      const lines = Array.from({ length: 26 }, (_, id) => ({ ...line, id }))
      const { orders } = await source.checkOut(await source.cart(lines))
      return orders.flatMap(({ lineItems }) =>
        lineItems.map(({ subscriptionId = '' }) => ({ id: subscriptionId })),
      )
    },
  ),
  refusedAcceptance(
    'transferHasReservations',
    'A reservation for the Azure subscription would stay behind',
    async (parties) => {
      const { plan, id } = await azureOf(parties)
      await plan.register()
      await plan.checkInventory('DZH318Z0BQ36:004G')
      const line = await plan.customer.line('DZH318Z0BQ36:004G', { term: 'P1Y', cycle: 'one_time', seats: 1 })
      const provisioningContext = { subscriptionId: plan.id, scope: 'single', duration: '1Year' }
      await plan.customer.checkOut(await plan.customer.cart([{ ...line, provisioningContext }]))
      return [{ id }]
    },
  ),
  refusedAcceptance(
    'transferHasMarketplaceProducts',
    'A third-party product under the Azure subscription would stay behind',
    async (parties, world) => {
      const { id } = await azureOf(parties)
      await world.arrange('azure', {
        marketplace: { [id]: [{ sku: 'fabrikam:backup', isTransferable: false }] },
      })
      return [{ id }]
    },
  ),
  refusedAcceptance('transferLineNotActive', 'A suspended subscription does not go', async ({ source }) => {
    const subscription = await source.subscribe('business-basic')
    await subscription.change({ status: 'suspended' })
    return [subscription]
  }),
  refusedAcceptance(
    'transferLineNotOnlineServices',
    'Software was not asked for',
    async ({ source }) => [
      await source.subscribe('windows-server-cal', { term: 'P3Y', cycle: 'one_time', seats: 1 }),
    ],
    { targetProductTypes: ['OnlineServicesNCE'] },
  ),
  refusedAcceptance(
    'specializedOfferNotAvailableToTarget',
    'The other partner is not offered what was sold',
    async ({ source }) => [await source.subscribe('e3-pilot')],
  ),
  refusedAcceptance(
    'targetHasNoAzurePlan',
    'The other partner has no Azure plan to put it under',
    async ({ source }) => (await source.azurePlan()).azureEntitlements(),
  ),
  refusedAcceptance(
    'thirdPartySkuNotAvailableToTarget',
    'A publisher does not sell to the other partner',
    async (parties, world) => {
      const { id } = await azureOf(parties)
      await world.arrange('azure', {
        marketplace: { [id]: [{ sku: 'fabrikam:backup', isTransferable: true, availableTo: [] }] },
      })
      return [{ id }]
    },
  ),
  refusedAcceptance(
    'transferLineFailed',
    'The billing cannot move the subscription',
    async ({ source }, world) => {
      const subscription = await source.subscribe('business-basic')
      await world.arrange('billing-ownership', { failing: [subscription.id] })
      return [subscription]
    },
  ),
]

export const transferRecipes: readonly Recipe[] = [...demandRecipes, ...updateRecipes, ...lineRecipes]
