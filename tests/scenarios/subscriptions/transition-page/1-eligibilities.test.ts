import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { faultOf, type Subscription } from '@tenantry/recipes'
import {
  customerIn,
  directory,
  eligibilities,
  eligibility,
  refusedFor,
  statusOf,
  unknownId,
  type Type,
} from './page.ts'

/**
 * The page about transitions, statement by statement in its order, to be read beside it: its head and GET.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
suite('the head of the page', () => {
  for (const cloud of ['global', 'china21V', 'usGov'])
    test(`applies to Partner Center of the cloud ${cloud}`, async (t) => {
      const { here, customer } = await customerIn(t)
      const source = await customer.subscribe('business-basic')
      const to = await customer.itemOf('business-premium')
      await here.changePartner({ cloud })

      assert.equal(await statusOf(source.ask.transitions.getTransitionEligibilities(source.ids)), 200)
      assert.equal(await statusOf(source.askToTransition({ to })), 200)
    })

  test('the appropriate role is admin agent', async (t) => {
    const { here, customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    const body = await source.transitionBody({ to: 'business-premium' })
    for (const role of ['sales-agent', 'helpdesk-agent', 'billing-admin']) {
      const { ask } = await here.as(role)
      const answers = [
        await ask.transitions.getTransitionEligibilities(source.ids),
        await ask.transitions.create(source.ids, body),
      ]
      for (const answer of answers) assert.deepEqual(faultOf(answer), { code: 900150, status: 403 }, role)
    }
    assert.equal(await statusOf(source.ask.transitions.create(source.ids, body)), 200)
  })

  test('both traditional and new commerce source subscriptions are supported', async (t) => {
    const { customer } = await customerIn(t)
    const sources = [
      await customer.subscribe('business-basic'),
      await customer.legacySubscription({ offer: 'office-e1' }),
    ]
    for (const source of sources) {
      const [offered] = await eligibilities(source)
      assert.ok(offered)
      assert.equal(await statusOf(source.askToTransition({ to: offered.catalogItemId })), 200)
    }
  })

  test('a new commerce subscription is upgraded, an NCE trial becomes a paid subscription', async (t) => {
    const { customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    await source.transition({ to: 'business-premium', seats: 10 })
    const trial = await customer.subscribe('business-basic-trial', { term: 'P1M', cycle: 'none', seats: 25 })
    await trial.transition({ to: 'business-basic', seats: 25 })

    assert.match((await source.get()).offerId, /^CFQ7TTC0LCHC:0002:/)
    const paid = await trial.get()
    assert.deepEqual([paid.isTrial, paid.termDuration, paid.billingCycle], [false, 'P1Y', 'monthly'])
  })

  test('two requests are made: GET tells the SKUs, POST carries one of them out', async (t) => {
    const { customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    const [first] = await eligibilities(source)
    assert.ok(first)

    const made = await source.transition({ to: first.catalogItemId, seats: first.quantity })

    assert.equal(made.toCatalogItemId, first.catalogItemId)
    assert.equal((await source.get()).offerId, first.catalogItemId)
  })
})

suite('get transition eligibilities', () => {
  test('returns those of a customer, a subscription and a requested type', async (t) => {
    const { customer } = await customerIn(t)
    const basic = await customer.subscribe('business-basic')
    const premium = await customer.subscribe('business-premium')
    const skus = async (source: Subscription, type?: Type) =>
      (await eligibilities(source, type)).map(({ catalogItemId }) => catalogItemId)

    assert.notDeepEqual(await skus(basic), await skus(premium))
    assert.deepEqual(await skus(basic, 'scheduled'), await skus(basic))
    const query = { eligibilityType: 'sometime' }
    const refused = await basic.ask.transitions.getTransitionEligibilities(basic.ids, query)
    assert.deepEqual(faultOf(refused), { code: 900141, status: 400 })
  })

  test('also returns whether a destination subscription can be upgraded to', async (t) => {
    const { here, customer } = await customerIn(t)
    const target = await customer.subscribe('business-premium')
    await here.wait({ days: 8 })
    const source = await customer.subscribe('business-basic', { customTermEndDate: '2026-12-31' })

    const { subscriptionEligibilities } = await eligibility(source, 'business-premium')

    assert.deepEqual(
      subscriptionEligibilities.map(({ subscriptionId, isEligible }) => [subscriptionId, isEligible]),
      [[target.id, true]],
    )
  })

  test('may include offers that are in the EndofSaleWithConversions state', async (t) => {
    const { here, customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    const item = await customer.itemOf('business-premium')
    const ended = { productId: 'CFQ7TTC0LCHC', skuId: '0002', from: await here.now() }
    await here.arrange('catalogue', { endOfSale: [{ ...ended, withConversions: true }] })

    const line = { id: 0, catalogItemId: item, quantity: 1, billingCycle: 'monthly', termDuration: 'P1Y' }
    const bought = await customer.askForOrder([{ offerId: item, quantity: 1, termDuration: 'P1Y' }])
    assert.ok(!bought.accepted)
    assert.ok((await customer.cart([line])).lineItems[0]?.error)
    const offered = (await eligibilities(source)).find(({ catalogItemId }) => catalogItemId === item)
    assert.ok(offered)
    assert.ok(offered.eligibilities.every(({ isEligible }) => isEligible))
    await source.transition({ to: item, seats: 10 })
    assert.equal((await source.get()).offerId, item)
  })

  test('supports both standalone App and App+User credentials', async (t) => {
    const { here, customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    for (const { ask } of [await here.asApp(), await here.as('admin-agent')])
      assert.equal(await statusOf(ask.transitions.getTransitionEligibilities(source.ids)), 200)
  })

  test('needs a customer id, which is the Microsoft ID of the tenant', async (t) => {
    const { customer } = await customerIn(t)
    const { ask, ids } = await customer.subscribe('business-basic')
    const asked = (customerId: string) => ask.transitions.getTransitionEligibilities({ ...ids, customerId })

    assert.equal(await statusOf(asked(customer.id.toUpperCase())), 200)
    assert.deepEqual(faultOf(await asked('contoso.onmicrosoft.com')), { code: 900118, status: 400 })
    assert.deepEqual(faultOf(await asked(unknownId)), { code: 60003, status: 404 })
  })

  test('needs the id of the initial subscription', async (t) => {
    const { customer } = await customerIn(t)
    const answer = await customer.ask.transitions.getTransitionEligibilities({
      ...customer.ids,
      subscriptionId: unknownId,
    })
    assert.deepEqual(faultOf(answer), { code: 20003, status: 404 })
  })

  test('needs at least one of the GDAP roles Directory Reader and Global Reader', async (t) => {
    const { here, customer } = await customerIn(t)
    const legacy = await customer.legacySubscription({ offer: 'office-e1' })
    const asked = () => legacy.ask.transitions.getTransitionEligibilities(legacy.ids)

    for (const gdapRoles of [['Directory Reader'], ['Global Reader']]) {
      await directory(here, customer, { gdapRoles })
      assert.equal(await statusOf(asked()), 200, gdapRoles.join())
    }
    for (const state of [{ gdapRoles: [] }, { gdapRoles: ['Reports Reader'] }, { delegation: 'none' }]) {
      await directory(here, customer, state)
      assert.deepEqual(faultOf(await asked()), refusedFor, JSON.stringify(state))
    }
  })

  test('needs GDAP only for legacy', async (t) => {
    const { here, customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    await directory(here, customer, { delegation: 'none', gdapRoles: [] })
    assert.ok((await eligibilities(source)).length > 0)
  })

  test('returns the eligible transitions in the response body', async (t) => {
    const { customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic', { seats: 7 })
    const { items, totalCount, attributes } = await source.client.transitions.getTransitionEligibilities(
      source.ids,
    )
    const item = items.find(({ title }) => title === 'Microsoft 365 Business Premium')

    assert.deepEqual([totalCount, attributes.objectType], [items.length, 'Collection'])
    assert.ok(item)
    assert.deepEqual([item.quantity, item.attributes.objectType], [7, 'TransitionEligibility'])
    assert.equal(new Set(items.map(({ operationId }) => operationId)).size, 1)
  })

  test('comes with a status code and more debugging information', async (t) => {
    const { customer } = await customerIn(t)
    const path = { ...customer.ids, subscriptionId: unknownId }
    const answer = await customer.ask.transitions.getTransitionEligibilities(path)
    assert.ok(!answer.accepted)
    assert.deepEqual([answer.status, answer.fault?.code, answer.fault?.source], [404, 20003, 'PartnerFD'])
    assert.match(answer.fault?.description ?? '', new RegExp(unknownId))
    assert.ok(answer.headers.get('ms-requestid') && answer.headers.get('ms-correlationid'))
  })
})
