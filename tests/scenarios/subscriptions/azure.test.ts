import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { extraFaults, faults } from '@tenantry/contract/faults/index.ts'
import type { CollectionOf } from '@tenantry/contract/resources/common.ts'
import type {
  Entitlement,
  ReservedInstanceArtifactDetails,
} from '@tenantry/contract/resources/entitlement.ts'
import type { Customer } from '@tenantry/recipes'
import { faultOf } from '@tenantry/recipes/session.ts'
import type { World } from '@tenantry/recipes/world.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

const unknownId = '0d9a6c1e-72b4-4f08-a3e5-96c84b17d250'
const compromise = { cancellationReason: 'compromise' }

type Plan = Awaited<ReturnType<Customer['azurePlan']>>

async function planIn(t: TestContext): Promise<{ contoso: World; customer: Customer; plan: Plan }> {
  const contoso = await world(t)
  const customer = await contoso.customer()
  return { contoso, customer, plan: await customer.azurePlan() }
}

const statusesOf = async (plan: Plan): Promise<string[]> =>
  (await plan.azureEntitlements()).map(({ status }) => status)

const fiveMinutes = (contoso: World) => contoso.operator.clock.advance({ by: 'PT5M' })

test('an Azure plan comes with an Azure subscription, and Azure makes others', async (t) => {
  const { contoso, customer, plan } = await planIn(t)
  const second = await contoso.operator.azureSubscriptions.create({
    ...customer.azureOwner,
    subscriptionId: plan.id,
    friendlyName: 'Ovens',
  })

  const [first, ...others] = await plan.azureEntitlements()
  const read = await plan.ask.azure.getAzureEntitlement({
    ...plan.ids,
    entitlementId: second.id.toUpperCase(),
  })

  assert.deepEqual(
    [first?.friendlyName, first?.status, first?.subscriptionId],
    ['Microsoft Azure', 'active', plan.id],
  )
  assert.equal((await plan.get())['entitlementId'], first?.id)
  assert.deepEqual(others, [read.body])
  assert.deepEqual(
    await contoso.operator.azureSubscriptions.list(customer.azureOwner).then((all) => all[1]),
    second,
  )
})

test('a plan that is still being provisioned has no Azure subscription yet', async (t) => {
  const contoso = await world(t)
  await contoso.arrange('fulfilment', { latency: { bySku: { 'DZH318Z0BPS6:0001': 'PT3M' } } })
  const plan = await (await contoso.customer()).azurePlan()

  const before = await statusesOf(plan)
  await fiveMinutes(contoso)

  assert.deepEqual(before, [])
  assert.deepEqual(await statusesOf(plan), ['active'])
})

test('Azure shuts a cancelled subscription down after minutes, and the partner can take that back', async (t) => {
  const { contoso, plan } = await planIn(t)
  const entitlement = await plan.azureEntitlement()
  const path = { ...plan.ids, entitlementId: entitlement.id }
  const cancel = () => plan.ask.azure.cancelAzureEntitlement(path, compromise)
  const reactivate = () => plan.ask.azure.reactivateAzureEntitlement(path)

  const cancelled = await cancel()
  await fiveMinutes(contoso)
  const again = await cancel()
  const meanwhile = await statusesOf(plan)
  await fiveMinutes(contoso)

  assert.deepEqual([cancelled.status, again.status, meanwhile], [200, 200, ['active']])
  assert.deepEqual(cancelled.body, entitlement)
  assert.deepEqual(await statusesOf(plan), ['inactive'])

  const reactivated = await reactivate()
  assert.deepEqual([reactivated.status, await statusesOf(plan)], [202, ['active']])

  await cancel()
  await reactivate()
  await contoso.wait({ days: 1 })
  assert.deepEqual(await statusesOf(plan), ['active'])
})

test('a plan without an active Azure subscription can be suspended, and reactivates nothing meanwhile', async (t) => {
  const { plan } = await planIn(t)
  const entitlement = await plan.azureEntitlement()
  assert.deepEqual(faultOf(await plan.askToChange({ status: 'suspended' })), { code: 900115, status: 403 })

  await plan.cancelAzureEntitlements()
  await plan.change({ status: 'suspended' })
  const refused = await plan.ask.azure.reactivateAzureEntitlement({
    ...plan.ids,
    entitlementId: entitlement.id,
  })
  await plan.change({ status: 'active' })
  const accepted = await plan.ask.azure.reactivateAzureEntitlement({
    ...plan.ids,
    entitlementId: entitlement.id,
  })

  assert.deepEqual([faultOf(refused), accepted.status], [{ code: 900337, status: 400 }, 202])
})

test('a sandbox has three Azure subscriptions under a plan', async (t) => {
  const sandbox = await (await world(t)).of({ environment: 'sandbox' })
  const customer = await sandbox.customer()
  const request = { ...customer.azureOwner, subscriptionId: (await customer.azurePlan()).id }
  const { azureSubscriptions } = sandbox.operator
  await azureSubscriptions.create(request)
  await azureSubscriptions.create(request)

  await assert.rejects(azureSubscriptions.create(request), /full/)
})

test('a cancellation is checked from the plan over the Azure subscription to the reason', async (t) => {
  const { contoso, customer, plan } = await planIn(t)
  const licences = await customer.subscribe('business-basic')
  const entitlement = await plan.azureEntitlement()

  await ladder<{ plan: string; id: string; body: { cancellationReason?: string } }>(
    ({ plan: planId, id, body }) =>
      contoso.raw({
        because: 'the first row gives no reason',
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:planId/azureEntitlements/:id/cancel',
        params: { ...customer.ids, planId, id },
        body,
      }),
    { plan: unknownId, id: unknownId, body: {} },
    [
      [{}, faults.requestInputIsInvalid],
      [{ body: { cancellationReason: 'boredom' } }, faults.subscriptionNotFound],
      [{ plan: licences.id }, faults.notAnAzurePlan],
      [{ plan: plan.id }, faults.entitlementNotFound],
      [{ id: entitlement.id }, extraFaults.cancellationReasonIsInvalid],
      [{ body: compromise }, 'accepted'],
    ],
  )
})

test('a registration takes its time, is made once, and opens the purchase of reservations', async (t) => {
  const { contoso, customer, plan } = await planIn(t)
  const status = () => plan.client.azure.getSubscriptionRegistrationStatus(plan.ids)
  const line = {
    ...(await customer.line('DZH318Z0Z0B1:0002', { term: 'P1Y', cycle: 'one_time', seats: 1 })),
    provisioningContext: { subscriptionId: plan.id, scope: 'shared' },
  }
  const errorOf = async () => (await customer.cart([line])).lineItems[0]?.error?.errorCode
  await contoso.arrange('azure', { registrationTakes: 'PT5M' })
  assert.deepEqual([(await status()).status, await errorOf()], ['NotRegistered', 10011])

  const asked = await plan.ask.azure.registerSubscription(plan.ids)
  const again = await plan.ask.azure.registerSubscription(plan.ids)
  assert.deepEqual([(await status()).status, await errorOf()], ['Registering', 10008])
  await fiveMinutes(contoso)

  const location = `/customers/${customer.id}/subscriptions/${plan.id}/registrationstatus`
  assert.deepEqual(
    [asked, again].map((one) => [one.status, one.headers.get('location')]),
    [
      [202, location],
      [202, location],
    ],
  )
  assert.deepEqual([(await status()).status, await errorOf()], ['Registered', undefined])
  const cart = await customer.cart([line])
  assert.deepEqual(faultOf(await customer.askToCheckOut(cart)), { code: 800036, status: 417 })
  await plan.checkInventory('DZH318Z0Z0B1:0002')
  const { orders } = await customer.checkOut(cart)
  assert.equal(orders.length, 1)
})

test('Microsoft Azure of the older program can be registered, that of a sandbox has no reservations', async (t) => {
  const customer = await (await world(t)).customer()
  const reservationFor = async (subscriptionId: string) => ({
    ...(await customer.line('DZH318Z0Z0B1:0002', { term: 'P1Y', cycle: 'one_time', seats: 1 })),
    provisioningContext: { subscriptionId, scope: 'shared' },
  })
  const errors: (number | undefined)[] = []
  for (const offer of ['azure', 'azure-sandbox'] as const) {
    const azure = await customer.legacyAzure({ offer })
    await azure.register()
    errors.push((await customer.cart([await reservationFor(azure.id)])).lineItems[0]?.error?.errorCode)
  }

  assert.deepEqual(errors, [undefined, 10008])
})

test('overage is assigned once for a customer, moved and ended by who assigned it', async (t) => {
  const { contoso, customer, plan } = await planIn(t)
  const entitlement = await plan.azureEntitlement()
  const { id: second } = await contoso.operator.azureSubscriptions.create({
    ...customer.azureOwner,
    subscriptionId: plan.id,
  })
  const put = (azureEntitlementId: string, overageEnabled = true) =>
    customer.ask.azure.updateOverage(customer.ids, { azureEntitlementId, overageEnabled })
  const assigned = async () =>
    (await customer.client.azure.getOverage(customer.ids)).items.map(
      ({ azureEntitlementId }) => azureEntitlementId,
    )

  await ladder<{ id: string }>(({ id }) => put(id), { id: unknownId }, [
    [{}, faults.overageNotEligible],
    [
      async () => {
        await customer.subscribe('m365-e5')
        await customer.subscribe('CFQ7TTC0LHXJ:0017')
        return {}
      },
      faults.entitlementNotFound,
    ],
    [{ id: entitlement.id }, 'accepted'],
    [{}, 'accepted'],
  ])
  assert.deepEqual(await assigned(), [entitlement.id])
  const moved = await put(second)
  assert.deepEqual(moved.body, {
    azureEntitlementId: second,
    partnerId: contoso.partner.partnerId,
    type: 'PhoneServices',
    overageEnabled: true,
    links: {
      overage: { uri: `/customers/${customer.id}/subscriptions/overage`, method: 'GET', headers: [] },
    },
    attributes: { objectType: 'Overage' },
  })
  await put(second, false)
  assert.deepEqual(await assigned(), [])
})

test('what a partner let go of, another partner can assign', async (t) => {
  const contoso = await world(t)
  const shared = contoso.view.customers.find(({ companyName }) => companyName === 'Relecloud')
  const adatum = await contoso.of({ name: 'Adatum Cloud' })
  const enable = async (partner: World) => {
    const customer = partner.customerOf(shared?.tenantId ?? '')
    const holdings = await customer.client.subscriptions.list(customer.ids)
    if (!holdings.items.some(({ offerName }) => offerName === 'Azure plan')) {
      await customer.subscribe('m365-e5')
      await customer.subscribe('CFQ7TTC0LHXJ:0017')
      await customer.azurePlan()
    }
    const [azure] = await contoso.operator.azureSubscriptions.list(customer.azureOwner)
    return (on: boolean) =>
      customer.ask.azure.updateOverage(customer.ids, {
        azureEntitlementId: azure?.id ?? '',
        overageEnabled: on,
      })
  }
  const [byContoso, byAdatum] = [await enable(contoso), await enable(adatum)]

  await byContoso(true)
  const refused = await byAdatum(true)
  await byContoso(false)
  const accepted = await byAdatum(true)

  assert.deepEqual([faultOf(refused), accepted.status], [{ code: 800115, status: 403 }, 200])
})

test('the customer of a marketplace product gets a link to activate it', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer()
  const sold = await customer.subscribe('saas-medium', { term: 'P1Y', cycle: 'annual', seats: 5 })
  const licences = await customer.subscribe('business-basic')
  const { ask, client, ids } = customer
  const order = { ...ids, orderId: sold.orderId }

  const { items: ofSubscription } = await client.subscriptions.listSubscriptionActivationLinks(sold.ids)

  assert.equal(ofSubscription.length, 1)
  assert.match(ofSubscription[0]?.link.uri ?? '', /^https:\/\/[a-z-]+\.example\/activate\?token=./)
  assert.deepEqual((await client.orders.listOrderActivationLinks(order)).items, ofSubscription)
  const ofLine = (lineItemNumber: string) =>
    ask.orders.listOrderLineItemActivationLinks({ ...order, lineItemNumber })
  const first = await ofLine('0')
  assert.ok(first.accepted)
  assert.deepEqual(first.body.items, ofSubscription)
  const none = await client.subscriptions.listSubscriptionActivationLinks(licences.ids)
  assert.deepEqual(none.items, [])
  assert.deepEqual(faultOf(await ofLine('7')), { code: 1000, status: 404 })
})

test('entitlements are what was bought of software and reservations', async (t) => {
  const { customer, plan } = await planIn(t)
  await customer.subscribe('business-basic')
  await customer.subscribe('windows-server-cal', { term: 'P3Y', cycle: 'one_time', seats: 5 })
  await plan.register()
  const reservation = {
    ...(await customer.line('DZH318Z0Z0B1:0002', { term: 'P1Y', cycle: 'one_time', seats: 2 })),
    provisioningContext: { subscriptionId: plan.id, scope: 'shared' },
  }
  await plan.checkInventory('DZH318Z0Z0B1:0002')
  await customer.checkOut(await customer.cart([reservation]))
  const { ask, client, ids } = customer

  const { items: all } = await client.entitlements.list(ids)
  const listed = await customer.world.raw({
    because: 'the name of a query parameter is read in any case',
    method: 'GET',
    path: '/v1/customers/:customerId/entitlements',
    params: ids,
    query: { entitlementtype: 'virtualMachineReservedInstance', showExpiry: true },
  })
  const [reserved] = (listed.body as CollectionOf<Entitlement>).items
  const { uri = '' } = reserved?.entitledArtifacts[0]?.link ?? {}
  const linked = await customer.world.raw({
    because: 'the link of an answer is followed as it stands',
    method: 'GET',
    path: `/v1${uri}`,
  })
  const details = linked.body as ReservedInstanceArtifactDetails

  assert.deepEqual(
    all.map(({ entitlementType, quantity, expiryDate }) => [entitlementType, quantity, expiryDate]).sort(),
    [
      ['reservedinstance', 2, undefined],
      ['software', 5, undefined],
    ],
  )
  assert.match(reserved?.expiryDate ?? '', /T23:59:59Z$/)
  assert.equal(details.virtualMachineReservations[0]?.quantity, 2)
  assert.deepEqual(faultOf(await ask.entitlements.list(ids, { entitlementType: 'furniture' })), {
    code: 900126,
    status: 400,
  })
})

test('the operator is told what is not there to be changed in the Azure portal', async (t) => {
  const { contoso, customer, plan } = await planIn(t)
  const { azureSubscriptions, registrations } = contoso.operator
  const whose = customer.azureOwner
  const licences = await customer.subscribe('business-basic')

  await assert.rejects(
    azureSubscriptions.create({ ...whose, subscriptionId: licences.id }),
    /no active Azure plan/,
  )
  await assert.rejects(
    azureSubscriptions.change(unknownId, { ...whose, status: 'inactive' }),
    /no Azure subscription/,
  )
  await assert.rejects(registrations.remove(plan.id, whose), /no registration/)
  await assert.rejects(
    azureSubscriptions.list({ ...whose, partnerTenantId: unknownId }),
    /there is no partner/,
  )
})
