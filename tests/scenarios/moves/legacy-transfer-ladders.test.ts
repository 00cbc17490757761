import { test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransferRequest, TransferUpdate } from '@tenantry/contract/resources/transfer.ts'
import type { Changes } from '@tenantry/recipes/changed.ts'
import { twoPartners } from '@tenantry/recipes/transfer.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

const after =
  <Request>(repair: () => Promise<unknown>, changes: Changes<Request> = {}) =>
  async () => {
    await repair()
    return changes
  }

test('an offer is checked from its shape over the partners to the subscriptions', async (t) => {
  const { source, target } = await twoPartners(await world(t))
  const { world: seller } = source
  const receiver = target.world.partner
  const reseller = await seller.of({ type: 'indirectReseller' })
  const base = await source.legacySubscription()
  const addOn = await source.legacySubscription({ offer: 'calling-plan', base })
  const trial = await source.legacySubscription({
    offer: 'business-premium-trial',
    quantity: 25,
    startedAgo: 'P1D',
  })
  await base.change({ status: 'suspended' })
  await seller.enrol('suspended', receiver)
  await seller.enrol('suspended')
  await seller.changePartner({ mpa: { accepted: false } })
  await seller.changePartner({ type: 'indirectProvider' }, receiver)
  await seller.arrange('review', { customers: { [source.id]: { transactionState: 'locked' } } })
  await seller.arrange('billing-ownership', { answers: false })
  const lines = (...ids: readonly string[]) => ids.map((subscriptionId) => ({ subscriptionId }))

  await ladder<TransferRequest>(
    (body) => source.ask.transfers.create(source.ids, body),
    { sourcePartnerTenantId: receiver.tenantId, targetPartnerTenantId: 'adatum', lineItems: [] },
    [
      [{}, faults.requestInputIsInvalid],
      [{ lineItems: lines(unknownId, unknownId) }, faults.requestInputIsInvalid],
      [{ sourcePartnerTenantId: seller.partner.tenantId }, faults.requestInputIsInvalid],
      [{ targetPartnerTenantId: seller.partner.tenantId }, faults.requestInputIsInvalid],
      [{ targetPartnerTenantId: unknownId }, faults.requestInputIsInvalid],
      [
        { lineItems: [{ subscriptionId: unknownId, partnerIdOnRecord: '99887766' }] },
        faults.noCommerceRelationship,
      ],
      [{ targetPartnerTenantId: reseller.partner.tenantId }, faults.noCommerceRelationship],
      [
        after(() => seller.changePartner({ type: 'advisor' }, receiver), {
          targetPartnerTenantId: receiver.tenantId,
        }),
        faults.transferParticipantNotSupported,
      ],
      [
        after(() => seller.changePartner({ type: 'indirectProvider' }, receiver)),
        faults.partnerAgreementNotAccepted,
      ],
      [after(() => seller.changePartner({ mpa: { accepted: true } })), faults.resellerProgramNotActive],
      [after(() => seller.enrol('active')), faults.programNotActive],
      [after(() => seller.enrol('active', receiver)), faults.customerIsLocked],
      [
        after(() => seller.arrange('review', { customers: { [source.id]: { transactionState: 'ok' } } })),
        faults.partnerIdNotFound,
      ],
      [{ lineItems: lines(unknownId) }, faults.transferSubscriptionIsInvalid],
      [{ lineItems: lines(base.id) }, faults.transferSubscriptionIsInvalid],
      [
        after(() => base.change({ status: 'active' }), { lineItems: lines(addOn.id) }),
        faults.transferSubscriptionIsInvalid,
      ],
      [
        after(() => addOn.change({ status: 'active' }), { lineItems: lines(addOn.id) }),
        faults.transferSubscriptionIsInvalid,
      ],
      [{ lineItems: lines(trial.id) }, faults.transferSubscriptionIsInvalid],
      [{ lineItems: lines(addOn.id, base.id) }, faults.transferInitiationFailed],
      [after(() => seller.arrange('billing-ownership', { answers: true })), 'accepted'],
      [{}, faults.transferIsInProgress],
    ],
    {
      of: [
        'Create a transfer of the older program: the request',
        'Create a transfer of the older program: the subscriptions',
        'Any transfer: the intake',
      ],
      seenBy: seller,
      apart: { noOtherTransferIsOpen: 'the last row: the accepted offer is the other one' },
    },
    {
      of: 'Any transfer: the two partners',
      seenBy: seller,
      apart: { neededProgrammeIsActive: 'a transfer needs no further programme' },
    },
  )
})

test('an acceptance is checked from the transfer over the partners to what moves', async (t) => {
  const { source, target } = await twoPartners(await world(t), { agreement: false })
  const { world: seller } = source
  const azure = await source.legacyAzure()
  const { id } = await source.client.transfers.create(source.ids, {
    targetPartnerTenantId: target.world.partner.tenantId,
    lineItems: [{ subscriptionId: azure.id }],
  })
  const receiver = target.world.partner
  await seller.changePartner({ mpa: { accepted: false } }, receiver)
  await seller.enrol('suspended', receiver)
  await seller.arrange('review', { customers: { [source.id]: { transactionState: 'locked' } } })
  await seller.arrange('fulfilment', { outage: true })

  await ladder<{ by: typeof source; id: string }>(
    (asked) => asked.by.ask.transfers.accept({ ...asked.by.ids, transferId: asked.id }),
    { by: source, id: unknownId },
    [
      [{}, faults.transferNotFound],
      [{ id }, faults.transferUpdateNotAllowed],
      [{ by: target }, faults.partnerAgreementNotAccepted],
      [
        after(() => seller.changePartner({ mpa: { accepted: true } }, receiver)),
        faults.resellerProgramNotActive,
      ],
      [after(() => seller.enrol('active', receiver)), faults.customerIsLocked],
      [
        after(() => seller.arrange('review', { customers: { [source.id]: { transactionState: 'ok' } } })),
        faults.transferNotAcceptableWithAzure,
      ],
      [after(() => target.confirmAgreement()), faults.transferOrderFailed],
      [
        after(async () => {
          await seller.arrange('fulfilment', { outage: false })
          await seller.arrange('billing-ownership', { processing: 'PT10M' })
        }),
        'accepted',
      ],
      [{}, faults.transferIsBeingProcessed],
      [after(() => seller.wait({ hours: 1 })), faults.transferIsClosed],
    ],
    {
      of: [
        'Accept a transfer: the Azure agreement',
        'Accept a transfer: a subscription with its add-ons',
        'Accept a transfer of the older program: the outcome',
      ],
      seenBy: seller,
      apart: {
        transferredBundleIsInSync: 'judged for each base; all of them together refuse the request',
        receivingOrderIsTaken: 'judged for each base; all of them together refuse the request',
      },
    },
  )
})

test('an update of an offer is checked from the transfer to what it asks for', async (t) => {
  const { source, target } = await twoPartners(await world(t))
  const base = await source.legacySubscription()
  const { id } = await source.client.transfers.create(source.ids, {
    targetPartnerTenantId: target.world.partner.tenantId,
    lineItems: [{ subscriptionId: base.id }],
  })

  await ladder<TransferUpdate & { by: typeof source; id: string }>(
    ({ by, id: asked, ...body }) => by.ask.transfers.update({ ...by.ids, transferId: asked }, body),
    { by: source, id: unknownId, status: 'Complete', transferType: 5 },
    [
      [{}, faults.transferNotFound],
      [{ id }, faults.operationNotSupported],
      [{ transferType: undefined }, faults.transferUpdateNotAllowed],
      [{ by: target }, faults.requestInputIsInvalid],
      [{ status: 'Rejected' }, 'accepted'],
      [{}, faults.transferIsClosed],
    ],
    {
      of: 'Accept, reject or withdraw a transfer of the older program',
      seenBy: source.world,
      apart: {
        transferIsOfOlderProgram: 'a transfer of new commerce has a ladder of its own',
        nobodyElseProcessesTransfer: 'an update takes no time: the ladder of the acceptance has it',
      },
    },
  )
})
