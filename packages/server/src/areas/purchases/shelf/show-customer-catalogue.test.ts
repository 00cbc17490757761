import { test, type TestContext } from 'node:test'
import { Value } from 'typebox/value'
import { customerProductEndpoints } from '@tenantry/contract/endpoints/shelf.ts'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import { catalogueChanges } from '../../../collaborators/purchases/catalogue.ts'
import type { Scope } from '../../../work/scope.ts'
import { Customers, type CustomerRecord } from '../../accounts/customers/public.ts'
import { customerBody, desk, partner, type Desk } from '../../accounts/customers/customers.fixture.ts'
import { createCustomer } from '../../accounts/customers/creation/create-customer.ts'
import { holdingTable, Subscriptions, subscriptionTable } from '../../subscriptions/subscription/public.ts'
import { licences } from '../../subscriptions/subscription/subscription.fixture.ts'
import { area } from './area.ts'

const fabrikam = partner({ qualifications: ['education', 'government', 'nonprofit'] })
const contoso = partner({ tenantId: '11111111-0000-4000-8000-000000000009', domains: ['contoso.example'] })

type Name = keyof typeof customerProductEndpoints
type Input = { params?: Record<string, string>; query?: Record<string, string> }

interface Shop {
  readonly where: Desk
  readonly customerId: string
}

async function shop(): Promise<Shop> {
  const where = await desk([fabrikam, contoso], [subscriptionTable, holdingTable])
  const created = await where.as(fabrikam, (scope) =>
    createCustomer(scope, { params: {}, query: {}, headers: {}, body: customerBody({}) }),
  )
  return { where, customerId: created.id }
}

const change = (shop: Shop, with_: (customer: CustomerRecord) => CustomerRecord): Promise<unknown> =>
  shop.where.as(fabrikam, async (scope) => {
    const customer = await new Customers(scope).find(shop.customerId)
    if (customer !== undefined) await new Customers(scope).save(with_(customer))
  })

async function answer(
  shop: Shop,
  name: Name,
  { params, query = {} }: Input,
  who = fabrikam,
): Promise<unknown> {
  const operation = area.routes[name] as (scope: Scope, input: unknown) => Promise<unknown>
  const input = { params: { customerId: shop.customerId, ...params }, query, headers: {}, body: undefined }
  const body = await shop.where.as(who, (scope) => operation(scope, input))
  const errors = Value.Errors(customerProductEndpoints[name].answer, body)
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.instancePath} ${errors[0]?.message}`)
  return body
}

async function idsOf(...call: Parameters<typeof answer>): Promise<string[]> {
  const body = (await answer(...call)) as { items: { id: string }[] }
  return body.items.map((item) => item.id)
}

const faultOf = async (...call: Parameters<typeof answer>): Promise<string> => {
  try {
    await answer(...call)
    return 'answered'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return `${error.spec.status}/${error.spec.code}`
  }
}

test("a customer's catalogue is that of its market", async (t: TestContext) => {
  const store = await shop()
  const params = { productId: 'CFQ7TTC0LH18', skuId: '0001' }
  const abroad = { ...store }

  t.assert.deepEqual(await idsOf(store, 'getCustomerAvailabilities', { params }), ['CFQ7TTC0K971'])
  await change(abroad, (customer) => ({ ...customer, market: 'DE' }))
  t.assert.notDeepEqual(await idsOf(abroad, 'getCustomerAvailabilities', { params }), ['CFQ7TTC0K971'])
})

test('each check of a customer availability is passed before the next one answers', async (t: TestContext) => {
  const store = await shop()
  const path = (productId: string, skuId: string, availabilityId: string) => ({
    params: { productId, skuId, availabilityId },
  })
  const ask = 'getCustomerAvailability'

  t.assert.equal(await faultOf(store, ask, path('X', '0001', 'X'), contoso), '403/20002')
  t.assert.equal(await faultOf(store, ask, path('X', '0001', 'X')), '400/400056')
  t.assert.equal(await faultOf(store, ask, path('CFQ7TTC00000', '00ZZ', 'CFQ7TTC00000')), '404/400013')
  t.assert.equal(await faultOf(store, ask, path('CFQ7TTC0LH18', '00ZZ', 'CFQ7TTC00000')), '404/400018')
  t.assert.equal(await faultOf(store, ask, path('CFQ7TTC0LH18', '0001', 'CFQ7TTC00000')), '404/400019')
  t.assert.equal(await faultOf(store, ask, path('CFQ7TTC0LH18', '0001', 'CFQ7TTC0K971')), 'answered')
})

test('a SKU without anything for the customer answers 900143 until the customer qualifies', async (t: TestContext) => {
  const store = await shop()
  const students = { params: { productId: 'CFQ7TTC0Z0E1', skuId: '0001' } }

  t.assert.equal(await faultOf(store, 'getCustomerAvailabilities', students), '400/900143')
  await change(store, (customer) => ({
    ...customer,
    qualifications: [{ qualification: 'Education', askedAt: customer.createdAt }],
  }))
  t.assert.equal((await idsOf(store, 'getCustomerAvailabilities', students)).length, 1)
})

test('an item that is withdrawn from sale answers 900143 too', async (t: TestContext) => {
  const store = await shop()
  store.where.set(catalogueChanges, {
    ...catalogueChanges.initial,
    withdrawn: [{ productId: 'CFQ7TTC0LH18' }],
  })

  const basic = { params: { productId: 'CFQ7TTC0LH18', skuId: '0001' } }
  t.assert.equal(await faultOf(store, 'getCustomerSku', basic), 'answered')
  t.assert.equal(await faultOf(store, 'getCustomerAvailabilities', basic), '400/900143')
})

test('products for a segment are listed to customers that are qualified for it', async (t: TestContext) => {
  const store = await shop()
  const query = { targetView: 'OnlineServices' }
  const education = 'CFQ7TTC0Z0E1'

  const before = await idsOf(store, 'getCustomerProducts', { query })
  t.assert.ok(before.includes('CFQ7TTC0LH18'))
  t.assert.equal(before.includes(education), false)
  await change(store, (customer) => ({
    ...customer,
    qualifications: [{ qualification: 'Education', askedAt: customer.createdAt }],
  }))
  t.assert.ok((await idsOf(store, 'getCustomerProducts', { query })).includes(education))
})

test('nonprofit is shown to a nonprofit customer only when it is asked for', async (t: TestContext) => {
  const store = await shop()
  await change(store, (customer) => ({
    ...customer,
    qualifications: [{ qualification: 'Nonprofit', askedAt: customer.createdAt }],
  }))
  const params = { productId: 'CFQ7TTC0Z0N1', skuId: '0001' }
  const asked = { params, query: { targetSegment: 'nonprofit' } }

  t.assert.equal(await faultOf(store, 'getCustomerAvailabilities', { params }), '400/900143')
  t.assert.equal((await idsOf(store, 'getCustomerAvailabilities', asked)).length, 1)
})

test('savings plans are shown to customers that own an Azure plan', async (t: TestContext) => {
  const store = await shop()
  const plan = { params: { productId: 'DZH318Z09V6F' } }
  const views = async () => await idsOf(store, 'getCustomerProducts', { query: { targetView: 'Azure' } })

  t.assert.equal((await views()).includes('DZH318Z09V6F'), false)
  t.assert.equal(await faultOf(store, 'getCustomerProduct', plan), '404/400013')
  await store.where.as(fabrikam, (scope) =>
    new Subscriptions(scope).add(licences({ customerId: store.customerId, productFamily: 'azurePlan' })),
  )
  t.assert.ok((await views()).includes('DZH318Z09V6F'))
  t.assert.equal(await faultOf(store, 'getCustomerProduct', plan), 'answered')
})
