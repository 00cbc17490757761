import assert from 'node:assert/strict'
import { suite, test, type TestContext } from 'node:test'
import type { Transition } from '@tenantry/contract/resources/transition.ts'
import { faultOf } from '@tenantry/recipes'
import { customerIn, directory, refusedFor, statusOf, transfer, unknownId } from './page.ts'

/**
 * The page about transitions, statement by statement in its order, to be read beside it: POST.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
suite('post a transition', () => {
  test('returns the transition with its initial status', async (t) => {
    const { customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    const answer = await source.askToTransition({ to: 'business-premium', seats: 4 })

    assert.ok(answer.accepted)
    const { fromSubscriptionId, quantity, events, attributes } = answer.body satisfies Transition
    assert.deepEqual([answer.status, attributes.objectType], [200, 'Transition'])
    assert.deepEqual([fromSubscriptionId, quantity], [source.id, 4])
    assert.deepEqual(
      events.map(({ name, status }) => [name, status]),
      [['Conversion', 'Started']],
    )
  })

  test('supports both standalone App and App+User credentials', async (t) => {
    const { here, customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    const body = await source.transitionBody({ to: 'business-premium', seats: 1 })
    for (const { ask } of [await here.asApp(), await here.as('admin-agent')])
      assert.equal(await statusOf(ask.transitions.create(source.ids, body)), 200)
  })

  test('needs a customer id and the id of the initial subscription', async (t) => {
    const { customer } = await customerIn(t)
    const { ask, ids, ...source } = await customer.subscribe('business-basic')
    const body = await customer.subscription(source.id).transitionBody({ to: 'business-premium' })
    const nobody = await ask.transitions.create({ ...ids, customerId: unknownId }, body)
    const nothing = await ask.transitions.create({ ...ids, subscriptionId: unknownId }, body)
    assert.deepEqual(faultOf(nobody), { code: 60003, status: 404 })
    assert.deepEqual(faultOf(nothing), { code: 20003, status: 404 })
  })

  /** Each way with its seats, by a legacy subscription. */
  async function ways(t: TestContext) {
    const { here, customer } = await customerIn(t)
    const legacy = await customer.legacySubscription({ offer: 'office-e1' })
    const body = await legacy.transitionBody({ to: 'office-e3', seats: 1 })
    const post = (transitionType: string) =>
      legacy.ask.transitions.create(legacy.ids, { ...body, transitionType })
    return { post, grant: (state: object) => directory(here, customer, state) }
  }

  test('needs Directory Reader or Global Reader for a transition only', async (t) => {
    const { post, grant } = await ways(t)
    for (const state of [{ delegation: 'none' }, { gdapRoles: [] }]) {
      await grant(state)
      assert.deepEqual(faultOf(await post('transition_only')), refusedFor, JSON.stringify(state))
    }
    for (const role of ['Directory Reader', 'Global Reader']) {
      await grant({ delegation: 'gdap', gdapRoles: [role] })
      assert.equal(await statusOf(post('transition_only')), 200, role)
    }
  })

  test('needs Directory Writer for a transition with license transfer', async (t) => {
    const { post, grant } = await ways(t)
    for (const state of [{ delegation: 'none' }, { gdapRoles: ['Directory Reader', 'Global Reader'] }]) {
      await grant({ delegation: 'gdap', ...state })
      assert.deepEqual(faultOf(await post(transfer)), refusedFor, JSON.stringify(state))
    }
    await grant({ gdapRoles: ['Directory Writer'] })
    assert.equal(await statusOf(post(transfer)), 200)
  })

  test('needs GDAP only for legacy', async (t) => {
    const { here, customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    await directory(here, customer, { delegation: 'none', gdapRoles: [] })
    assert.equal(await statusOf(source.askToTransition({ to: 'business-premium', type: transfer })), 200)
  })

  test('comes with a status code and more debugging information', async (t) => {
    const { customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    const answer = await source.askToTransition({ to: 'business-premium', type: 'transition_sideways' })
    assert.ok(!answer.accepted)
    assert.deepEqual([answer.status, answer.fault?.code, answer.fault?.source], [400, 900141, 'PartnerFD'])
    assert.ok(answer.headers.get('ms-requestid') && answer.headers.get('ms-correlationid'))
  })
})
