import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Subscription } from '@tenantry/recipes'
import { against, customerIn, eligibility, transfer } from './page.ts'

/**
 * The page about transitions, statement by statement in its order, to be read beside it: why something is not eligible.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
suite('eligibility errors', () => {
  test('the status of the original subscription is not active', async (t) => {
    const { customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    await source.change({ status: 'suspended' })
    assert.deepEqual(against(await eligibility(source, 'business-premium'), 'transition_only'), [
      "Subscription can't be Transitioned - source subscription isn't active.",
    ])
  })

  test('the fulfilment state of the original subscription is not successful', async (t) => {
    const { here, customer } = await customerIn(t)
    await here.arrange('fulfilment', { latency: { default: 'PT2H', bySku: {} } })
    const source = await customer.subscribe('business-basic')
    assert.deepEqual(against(await eligibility(source, 'business-premium'), 'transition_only'), [
      "Subscription can't be Transitioned - source subscription isn't provisioned yet.",
    ])
  })

  test('the directory has no mapping of the subscription', async (t) => {
    const { here, customer } = await customerIn(t)
    const source = await customer.subscribe('business-basic')
    await here.arrange('directory', { subscriptions: { [source.id]: { mapped: false } } })
    assert.deepEqual(against(await eligibility(source, 'business-premium'), transfer), [
      "Transition type isn't compatible - AzureAD subscription mapping is required.",
    ])
  })

  for (const flow of ['legacy', 'modern'] as const)
    test(`a service has subscriptions of the ${flow} purchase flow beside the source`, async (t) => {
      const { customer } = await customerIn(t)
      const source = await customer.subscribe('office-e1')
      assert.deepEqual(against(await eligibility(source, 'office-e3'), transfer), [])
      if (flow === 'legacy') await customer.legacySubscription({ offer: 'office-e3' })
      else await customer.subscribe('office-e3')

      const offered = await eligibility(source, 'office-e3')

      assert.deepEqual(against(offered, 'transition_only'), [])
      assert.deepEqual(against(offered, transfer), [
        "Transition type isn't compatible - conflicting subscriptions for license transfer exist.",
      ])
    })
})

suite('subscription eligibility errors', () => {
  /** What stands against the one existing subscription. */
  async function errorsOf(source: Subscription): Promise<readonly (readonly [string, number])[]> {
    const { subscriptionEligibilities } = await eligibility(source, 'business-premium')
    const [target, ...more] = subscriptionEligibilities
    assert.ok(target !== undefined && more.length === 0)
    assert.equal(target.isEligible, target.errors.length === 0)
    return target.errors.map(({ description, code }) => [description, code])
  }

  test('the lists are empty for a trial and for a scheduled change', async (t) => {
    const { customer } = await customerIn(t)
    const trial = await customer.subscribe('business-basic-trial', { term: 'P1M', cycle: 'none', seats: 25 })
    await customer.subscribe('business-premium')
    await customer.subscribe('business-basic')
    const source = await customer.subscribe('business-basic')

    assert.equal((await eligibility(source, 'business-premium')).subscriptionEligibilities.length, 1)
    assert.deepEqual(
      (await eligibility(source, 'business-premium', 'scheduled')).subscriptionEligibilities,
      [],
    )
    assert.deepEqual((await eligibility(trial, 'business-basic')).subscriptionEligibilities, [])
  })

  test('Subscription is not active: 1', async (t) => {
    const { here, customer } = await customerIn(t)
    const target = await customer.subscribe('business-premium')
    await here.wait({ days: 8 })
    const source = await customer.subscribe('business-basic', { customTermEndDate: '2026-12-31' })
    await target.change({ status: 'suspended' })
    assert.deepEqual(await errorsOf(source), [['Subscription is not active.', 1]])
  })

  test('Subscription is within cancellation window: 2', async (t) => {
    const { customer } = await customerIn(t)
    await customer.subscribe('business-premium')
    const source = await customer.subscribe('business-basic')
    assert.deepEqual(await errorsOf(source), [['Subscription is within cancellation window.', 2]])
  })

  test("the term duration is shorter than the source subscription's", async (t) => {
    const { here, customer } = await customerIn(t)
    await customer.subscribe('business-premium', { term: 'P1M' })
    await here.wait({ days: 8 })
    const source = await customer.subscribe('business-basic')
    const [first] = await errorsOf(source)
    assert.equal(
      first?.[0],
      "Subscription term duration is shorter than the source subscription's term duration.",
    )
  })
})
