import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransferRequest, TransferUpdate } from '@tenantry/contract/resources/transfer.ts'
import type { Changes } from '@tenantry/recipes/changed.ts'
import { acceptance, demandFrom, twoPartners } from '@tenantry/recipes/transfer.ts'
import { ladder, ladderOfReasons } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'
import { faultOf } from '@tenantry/recipes/session.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

const after =
  <Request>(repair: () => Promise<unknown>, changes: Changes<Request> = {}) =>
  async () => {
    await repair()
    return changes
  }

test('a demand is checked from its shape over the two partners to the Azure plan', async (t) => {
  const { source, target } = await twoPartners(await world(t))
  const { world: seller } = source
  const buyer = target.world
  const sandbox = await seller.of({ environment: 'sandbox' })
  await target.legacyAzure()
  const modern = await source.subscribe('business-basic')
  const running = await target.client.transfers.create(target.ids, demandFrom(seller))
  await source.client.transfers.update({ ...source.ids, transferId: running.id }, acceptance([modern]))
  await buyer.changePartner({ cloud: 'china21V', mpa: { accepted: false } })
  await buyer.enrol('suspended')
  await seller.changePartner({ type: 'cpv' })
  await seller.arrange('review', { customers: { [source.id]: { transactionState: 'locked' } } })
  await seller.arrange('billing-ownership', {
    answers: false,
    excludedPartners: [buyer.partner.tenantId],
  })

  let plan: Awaited<ReturnType<typeof target.azurePlan>> | undefined
  await ladder<TransferRequest>(
    (body) => target.ask.transfers.create(target.ids, body),
    {
      transferType: 'Everything',
      customerEmailId: '',
      targetPartnerTenantId: seller.partner.tenantId,
      targetProductTypes: ['AzureSubscription'],
      lineItems: [{ subscriptionId: unknownId }],
    },
    [
      [{}, faults.enumValueIsUnknown],
      [{ transferType: 'NewCommerce' }, faults.requestInputIsInvalid],
      [{ customerEmailId: 'tania@contoso.example' }, faults.requestInputIsInvalid],
      [{ lineItems: [] }, faults.requestInputIsInvalid],
      [{ targetPartnerTenantId: buyer.partner.tenantId }, faults.transferSourceIsMissing],
      [
        { sourcePartnerTenantId: buyer.partner.tenantId, sourcePartnerDomain: 'nobody.example' },
        faults.transferSourceDomainIsInvalid,
      ],
      [{ sourcePartnerDomain: seller.partner.domain }, faults.transferSourceDomainIsInvalid],
      [{ sourcePartnerDomain: buyer.partner.domain }, faults.transferSourceIsTarget],
      [
        { sourcePartnerTenantId: sandbox.partner.tenantId, sourcePartnerDomain: sandbox.partner.domain },
        faults.transferNotEnabledForPartner,
      ],
      [
        after(() => seller.arrange('billing-ownership', { excludedPartners: [] })),
        faults.transferCloudNotSupported,
      ],
      [after(() => buyer.changePartner({ cloud: 'global' })), faults.noCommerceRelationship],
      [
        { sourcePartnerTenantId: seller.partner.tenantId, sourcePartnerDomain: seller.partner.domain },
        faults.transferParticipantNotSupported,
      ],
      [after(() => seller.changePartner({ type: 'directBill' })), faults.partnerAgreementNotAccepted],
      [after(() => buyer.changePartner({ mpa: { accepted: true } })), faults.resellerProgramNotActive],
      [after(() => buyer.enrol('active')), faults.customerIsLocked],
      [
        after(
          async () => {
            await seller.arrange('review', { customers: { [source.id]: { transactionState: 'ok' } } })
            await buyer.changePartner({ type: 'indirectProvider' })
          },
          { partnerOnRecord: '99887766' },
        ),
        faults.partnerOnRecordIsInactive,
      ],
      [
        after(() => buyer.changePartner({ type: 'directBill' }), { partnerOnRecord: undefined }),
        faults.transferIsInProgress,
      ],
      [
        after(async () => {
          await seller.arrange('billing-ownership', { answers: true })
          await seller.wait({ hours: 1 })
          await seller.arrange('billing-ownership', { answers: false })
        }),
        faults.transferBlockedByLegacyAzure,
      ],
      [
        after(async () => {
          const { items } = await target.client.subscriptions.list(target.ids)
          const legacy = items.find(({ offerId }) => offerId.startsWith('MS-AZR'))
          await target.subscription(legacy?.id ?? '').change({ status: 'suspended' })
        }),
        faults.transferAzurePlanNotPurchased,
      ],
      [
        after(async () => {
          plan = await target.azurePlan()
          await plan.cancelAzureEntitlements()
          await plan.change({ status: 'suspended' })
          await seller.arrange('catalogue', { withdrawn: [{ productId: 'DZH318Z0BPS6' }] })
        }),
        faults.transferAzurePlanNotActive,
      ],
      [after(async () => plan?.change({ status: 'active' })), faults.transferAzurePlanNotPurchasable],
      [after(() => seller.arrange('catalogue', { withdrawn: [] })), faults.transferInitiationFailed],
      [after(() => seller.arrange('billing-ownership', { answers: true })), 'accepted'],
    ],
    {
      of: [
        'Create a transfer of new commerce',
        'A transfer of new commerce: no other is running',
        'Create a transfer of new commerce: the Azure plan',
        'Any transfer: the intake',
      ],
      seenBy: seller,
      apart: { azurePlanHasPartnerOnRecord: 'only an indirect provider names one' },
    },
    {
      of: 'Any transfer: the two partners',
      seenBy: seller,
      apart: {
        neededProgrammeIsActive: 'a transfer needs no further programme',
        targetProgrammeIsActive: 'who asks is the target: its programme was looked at before',
      },
    },
  )
})

interface Update extends TransferUpdate {
  by: 'source' | 'target' | 'third'
  id: string
}

test('an update is checked from the transfer over the two partners to what is chosen', async (t) => {
  const { source, target } = await twoPartners(await world(t), { agreement: false })
  const { world: seller } = source
  const by = { source, target, third: await source.alsoOf(await seller.of({ environment: 'sandbox' })) }
  const { id } = await target.client.transfers.create(target.ids, demandFrom(seller))
  const licence = await source.line('office-e3', { seats: 1 })
  const { orders } = await source.checkOut(
    await source.cart(Array.from({ length: 26 }, (_, place) => ({ ...licence, id: place }))),
  )
  const licences = orders.flatMap((order) =>
    order.lineItems.map(({ subscriptionId = '' }) => ({ subscriptionId })),
  )
  const base = await source.subscribe('business-premium')
  const addOnLine = await source.line('copilot', { seats: 1 })
  const nested = await source.checkOut(
    await source.cart([{ ...addOnLine, provisioningContext: { parentSubscriptionId: base.id } }]),
  )
  const addOn = { subscriptionId: nested.orders[0]?.lineItems[0]?.subscriptionId ?? '' }
  const plan = await source.azurePlan()
  await plan.register()
  await plan.checkInventory('DZH318Z0BQ36:004G')
  const reserved = await source.line('DZH318Z0BQ36:004G', { term: 'P1Y', cycle: 'one_time', seats: 1 })
  const provisioningContext = { subscriptionId: plan.id, scope: 'single', duration: '1Year' }
  const bought = await source.checkOut(await source.cart([{ ...reserved, provisioningContext }]))
  const reservation = { subscriptionId: bought.orders[0]?.lineItems[0]?.subscriptionId ?? '' }
  const [first] = await plan.azureEntitlements()
  const azure = { subscriptionId: first?.id ?? '' }
  const older = await source.legacySubscription()
  await seller.changePartner({ mpa: { accepted: false } })
  await seller.enrol('suspended', target.world.partner)
  await seller.arrange('review', { customers: { [source.id]: { transactionState: 'locked' } } })
  await seller.arrange('azure', {
    marketplace: { [azure.subscriptionId]: [{ sku: 'fabrikam:backup', isTransferable: false }] },
  })

  await ladder<Update>(
    ({ by: who, id: asked, ...body }) =>
      by[who].ask.transfers.update({ ...by[who].ids, transferId: asked }, body),
    { by: 'third', id: unknownId, status: 'Accept', lineItems: [{ subscriptionId: unknownId }] },
    [
      [{}, faults.transferNotFound],
      [{ id }, faults.transferUpdateNotAllowed],
      [{ by: 'target' }, faults.lineItemsGivenByTarget],
      [{ lineItems: [] }, faults.onlyCancellationAllowed],
      [{ by: 'source', status: 'Cancel' }, faults.onlyAcceptanceAllowed],
      [{ status: 'accepted' }, faults.requestInputIsInvalid],
      [{ lineItems: [azure, azure] }, faults.requestInputIsInvalid],
      [{ lineItems: [addOn] }, faults.partnerAgreementNotAccepted],
      [after(() => seller.changePartner({ mpa: { accepted: true } })), faults.programNotActive],
      [after(() => seller.enrol('active', target.world.partner)), faults.customerIsLocked],
      [
        after(() => seller.arrange('review', { customers: { [source.id]: { transactionState: 'ok' } } })),
        faults.requestInputIsInvalid,
      ],
      [
        { lineItems: [addOn, { subscriptionId: base.id }, azure, ...licences] },
        faults.transferHasTooManySubscriptions,
      ],
      [{ lineItems: [azure] }, faults.transferHasReservations],
      [{ lineItems: [azure, reservation] }, faults.transferHasMarketplaceProducts],
      [
        after(() =>
          seller.arrange('azure', {
            marketplace: {
              [azure.subscriptionId]: [{ sku: 'fabrikam:backup', isTransferable: true, availableTo: [] }],
            },
          }),
        ),
        faults.transferNotAcceptableWithAzure,
      ],
      [
        after(() => target.confirmAgreement(), { lineItems: [{ subscriptionId: unknownId }] }),
        faults.transferLineNotActive,
      ],
      [{ lineItems: [{ subscriptionId: older.id }] }, faults.transferLineNotOnlineServices],
      [{ lineItems: [azure, reservation] }, faults.targetHasNoAzurePlan],
      [
        after(
          async () => {
            await target.azurePlan()
            await seller.arrange('billing-ownership', { processing: 'PT10M' })
          },
          { lineItems: [reservation, { subscriptionId: base.id }] },
        ),
        'accepted',
      ],
      [{}, faults.transferIsBeingProcessed],
      [after(() => seller.wait({ hours: 1 })), faults.transferNotPending],
    ],
    {
      of: [
        'Cancel or accept a transfer of new commerce',
        'A transfer of new commerce: no other is running',
        'Accept a transfer of new commerce: the selection',
        'Accept a transfer: the Azure agreement',
        'Accept a transfer of new commerce: the lines',
      ],
      seenBy: seller,
      apart: {
        noTransferIsRunning: 'no other transfer of the customer is under way',
        nobodyElseProcessesTransfer: 'the last rows: it is accepted already',
        transferIsPending: 'the last rows: it is accepted already',
      },
    },
  )
})

test('a line is judged from its subscription over the Azure plan to what third parties sell', async (t) => {
  const { source, target } = await twoPartners(await world(t))
  const { id } = await target.client.transfers.create(target.ids, demandFrom(source.world))
  const older = await source.legacySubscription()
  const [azure] = await (await source.azurePlan()).azureEntitlements()
  assert.ok(azure)
  const sells = (availableTo: readonly string[]) =>
    source.world.arrange('azure', {
      marketplace: { [azure.id]: [{ sku: 'fabrikam:backup', isTransferable: true, availableTo }] },
    })
  await sells([])

  await ladderOfReasons<{ line: { readonly id: string } }>(
    async ({ line }) => {
      const fault = faultOf(
        await source.ask.transfers.update({ ...source.ids, transferId: id }, acceptance([line])),
      )
      return fault === undefined ? [] : [fault.code]
    },
    { line: { id: unknownId } },
    [
      [{}, faults.transferLineNotActive.code],
      [{ line: older }, faults.transferLineNotOnlineServices.code],
      [{ line: azure }, faults.targetHasNoAzurePlan.code],
      [after(() => target.azurePlan()), faults.thirdPartySkuNotAvailableToTarget.code],
      [after(() => sells([target.world.partner.tenantId])), 'none'],
    ],
    { of: 'A line of a transfer of new commerce' },
  )
})
