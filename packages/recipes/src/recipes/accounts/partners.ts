import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { PartnerView } from '@tenantry/sdk/operator.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import { partnerLike } from '../../session.ts'
import type { World } from '../../world.ts'

/** An indirect provider's order that names a partner on record who is refused. */
const refusedPartner = (
  fault: AnyFaultName,
  title: string,
  choose: (provider: World, reseller: PartnerView) => Promise<string>,
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const provider = await world.of({ type: 'indirectProvider' })
      const customer = await provider.customer()
      const line = await customer.line('business-basic')
      const value = await choose(provider, await resellerOf(provider))
      const cart = await customer.cart([{ ...line, participants: [{ key: 'transaction_reseller', value }] }])
      return { provider, customer, cart }
    },
    when: (world, { provider, customer, cart }) =>
      customer.by(provider.in(world.caller.locale)).askToCheckOut(cart),
  })

/** A reseller that the provider works with. */
async function resellerOf(provider: World): Promise<PartnerView> {
  const { partnerships } = await provider.operator.partners.get(provider.partner.tenantId)
  const ids = partnerships
    .filter(({ state }) => state === 'active')
    .map(({ resellerTenantId }) => resellerTenantId)
  const reseller = provider.view.partners.find(({ tenantId }) => ids.includes(tenantId))
  if (reseller === undefined) throw new Error(`${provider.partner.name} works with no indirect reseller`)
  return reseller
}

const unknownId = '99887766'

/** Before 2025 there were only two answers. */
const asBefore2025 = (provider: World) =>
  provider.decree('partner-on-record-validation', { purchases: 'classic', updates: 'classic' })

export const partnerRecipes: readonly Recipe[] = [
  refusedPartner('partnerOnRecordIsInactive', 'Nobody has this partner id', () => Promise.resolve(unknownId)),
  refusedPartner('partnerIdNotFound', 'Before 2025: nobody has this partner id', async (provider) => {
    await asBefore2025(provider)
    return unknownId
  }),
  refusedPartner(
    'partnerIsNotIndirectReseller',
    'Before 2025: the partner id was shut',
    async (provider, { partnerId }) => {
      await asBefore2025(provider)
      await provider.arrange('registry', { partnerIds: { [partnerId]: { status: 'inactive' } } })
      return partnerId
    },
  ),
  refusedPartner(
    'partnerOnRecordIsIndirectProvider',
    'An indirect provider is never the partner on record',
    (provider) => Promise.resolve(provider.partner.partnerId),
  ),
  refusedPartner(
    'partnerOnRecordHasNoActiveTenant',
    'The partner id belongs to no account',
    async (provider) => {
      await provider.arrange('registry', { partnerIds: { [unknownId]: { status: 'active' } } })
      return unknownId
    },
  ),
  refusedPartner(
    'partnerOnRecordRegionDiffers',
    'The partner on record works in another region',
    (provider) => Promise.resolve(partnerLike(provider.view, { type: 'directBill', market: 'US' }).partnerId),
  ),
  refusedPartner(
    'partnerOnRecordNotEnrolled',
    'The partner on record is no indirect reseller',
    async (provider, reseller) => {
      await provider.changePartner({ type: 'directBill' }, reseller)
      return reseller.partnerId
    },
  ),
  refusedPartner(
    'resellerPartnerAgreementNotAccepted',
    'The reseller has not accepted the partner agreement',
    async (provider, reseller) => {
      await provider.changePartner({ mpa: { accepted: false } }, reseller)
      return reseller.partnerId
    },
  ),
  refusedPartner('partnerOnRecordNotAuthorized', 'The reseller was suspended', async (provider, reseller) => {
    await provider.enrol('suspended', reseller)
    return reseller.partnerId
  }),
  recipe({
    fault: 'partnerIsNotAdvisor',
    title: 'Additional partners on record are enrolled as advisors',
    async given(world) {
      const provider = await world.of({ type: 'indirectProvider' })
      const customer = await provider.customer()
      const { partnerId } = await resellerOf(provider)
      await provider.arrange('registry', {
        partnerIds: { [unknownId]: { status: 'active', isAdvisor: false } },
      })
      const participants = [
        { key: 'transaction_reseller', value: partnerId },
        { key: 'additional_transaction_reseller', value: unknownId },
      ]
      const cart = await customer.cart([{ ...(await customer.line('business-basic')), participants }])
      return { provider, customer, cart }
    },
    when: (world, { provider, customer, cart }) =>
      customer.by(provider.in(world.caller.locale)).askToCheckOut(cart),
  }),
]
