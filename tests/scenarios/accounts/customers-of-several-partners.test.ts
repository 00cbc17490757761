import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf, partnerLike } from '@tenantry/recipes'
import type { OperatorRefusal } from '@tenantry/sdk/operator.ts'
import { world } from '../../world/world.ts'

test('a customer that accepts one more partner is a customer of both', async (t) => {
  const first = await world(t)
  const customer = await first.customer({ companyName: 'Tailwind Toys' })
  const second = await first.of({ name: 'Adatum Cloud' })
  assert.equal(faultOf(await second.ask.customers.get(customer.ids))?.code, 20002)

  const shared = await customer.alsoOf(second, { agreement: false })

  const seen = await shared.client.customers.get(shared.ids)
  assert.equal(seen.companyProfile.companyName, 'Tailwind Toys')
  const { customers } = await first.operator.world()
  assert.deepEqual(
    customers.find(({ tenantId }) => tenantId === customer.id)?.partnerTenantIds.toSorted(),
    [first.partner.tenantId, second.partner.tenantId].toSorted(),
  )
  // The agreement is confirmed by each partner for itself.
  const cart = await shared.cart([await shared.line('business-basic')])
  assert.equal(faultOf(await shared.askToCheckOut(cart))?.code, 13605)
  await shared.confirmAgreement()
  assert.equal((await shared.askToCheckOut(cart)).status, 201)
  assert.deepEqual((await customer.client.subscriptions.list(customer.ids)).items, [])
})

test('a reseller sees the customer that its provider serves through it, while they are partners', async (t) => {
  const provider = await (await world(t)).of({ type: 'indirectProvider' })
  const reseller = partnerLike(provider.view, { type: 'indirectReseller' })
  const owner = await provider.of({ market: 'BR' })
  await provider.changePartner({ market: 'DE', region: 'europe' }, owner.partner)
  const customer = await owner.customer({ country: 'DE' })

  await provider.operator.relationships.create({
    partnerTenantId: provider.partner.tenantId,
    customerId: customer.id,
    resellerTenantId: reseller.tenantId,
  })

  const byReseller = customer.by(await provider.of({ name: reseller.name }))
  assert.equal((await byReseller.ask.customers.get(byReseller.ids)).status, 200)

  const { partnerships } = await provider.operator.partners.get(provider.partner.tenantId)
  const ended = partnerships.map((one) => ({ ...one, state: 'ended' as const }))
  await provider.changePartner({ partnerships: ended })

  assert.equal(faultOf(await byReseller.ask.customers.get(byReseller.ids))?.code, 20002)
  assert.equal((await customer.ask.customers.get(customer.ids)).status, 200)
})

test('who comes back after a relationship has ended is a partner again', async (t) => {
  const first = await world(t)
  const customer = await first.customer()
  await customer.client.customers.update(customer.ids, { relationshipToPartner: 'none' })
  assert.equal(faultOf(await customer.ask.subscriptions.list(customer.ids))?.code, 20002)

  await first.operator.relationships.create({
    partnerTenantId: first.partner.tenantId,
    customerId: customer.id,
  })

  assert.equal((await customer.ask.subscriptions.list(customer.ids)).status, 200)
})

test('a relationship that cannot be is refused in plain words', async (t) => {
  const first = await world(t)
  const { id: customerId } = await first.customer()
  const partner = (name: string) => partnerLike(first.view, { name }).tenantId
  const asked: readonly [object, RegExp][] = [
    [{ partnerTenantId: first.partner.tenantId, customerId }, /is a customer of Contoso Cloud already/],
    [{ partnerTenantId: partner('Wingtip Nuvem'), customerId }, /does not sell in US/],
    [{ partnerTenantId: partner('Trey Advisory'), customerId }, /sells nothing itself/],
    [
      { partnerTenantId: partner('Adatum Cloud'), customerId, resellerTenantId: customerId },
      /is no reseller of/,
    ],
    [
      { partnerTenantId: partner('Adatum Cloud'), customerId: first.partner.tenantId },
      /there is no customer /,
    ],
  ]
  for (const [body, message] of asked) {
    const refusal = (error: OperatorRefusal) => message.test(error.message)
    await assert.rejects(first.operator.relationships.create(body as never), refusal)
  }
})
