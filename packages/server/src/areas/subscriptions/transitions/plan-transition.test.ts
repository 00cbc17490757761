import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../../kernel/time.ts'
import { catalogueAt } from '../../catalogue/products/catalogue.fixture.ts'
import { at, licences, windows } from '../subscription/subscription.fixture.ts'
import type { SubscriptionRecord } from '../subscription/public.ts'
import { planTransition, type TransitionToPlan } from './plan-transition.ts'
import type { TransitionKind, TransitionOrder } from './transition.ts'

const now = '2027-02-03T10:00:00Z'

/** 25 seats of E3 at 30.00 a month; E5 costs 50.00. */
const e3 = licences({
  productId: 'CFQ7TTC0LFLX',
  skuId: '0001',
  country: 'US',
  currency: 'USD',
  termPrice: '360',
  chargedThrough: plainDate('2027-02-19'),
})

const toE5 = (
  kind: TransitionKind,
  quantity: number,
  changes: Partial<TransitionToPlan> & { readonly order?: Partial<TransitionOrder> } = {},
): TransitionToPlan => {
  const { order, ...others } = changes
  return {
    transition: {
      id: 'a-transition',
      kind,
      ...(kind === 'newTarget' ? { toSubscriptionId: 'a-target' } : {}),
      order: {
        toProductId: 'CFQ7TTC0LFLZ',
        toSkuId: '0002',
        toAvailabilityId: 'ANY',
        quantity,
        termDuration: 'P1Y',
        billingCycle: 'monthly',
        transitionType: 'transition_only',
        ...order,
      },
    },
    source: e3,
    existing: undefined,
    catalogue: catalogueAt(
      now,
      {},
      { prices: [{ productId: 'CFQ7TTC0LFLZ', skuId: '0002', unitPrice: '600' }] },
    ),
    windows,
    rounding: 'half-up',
    partialUpgradeWindow: 'inherited',
    now: at(now),
    ...others,
  }
}

const seats = (one: SubscriptionRecord | undefined) => [one?.id, one?.skuId, one?.quantity, one?.status]
const lines = (asked: TransitionToPlan) =>
  planTransition(asked)?.charges.map((one) => [
    one.subscriptionId,
    one.quantity,
    one.periodStart,
    one.periodEnd,
    one.amount,
  ])

test('some seats leave for a new subscription that ends with its source', () => {
  const asked = toE5('newTarget', 10)
  const plan = planTransition(asked)

  deepEqual(seats(plan?.source), [e3.id, '0001', 15, 'active'])
  deepEqual(seats(plan?.target), ['a-target', '0002', 10, 'active'])
  deepEqual([plan?.target.termStart, plan?.target.commitmentEnd], [e3.termStart, e3.commitmentEnd])
  equal(plan?.target.cancellation, undefined)
  // The rest of the cycle of 31 days: 17 of them.
  deepEqual(lines(asked), [
    [e3.id, -10, '2027-02-03', '2027-02-19', '-164.52'],
    ['a-target', 10, '2027-02-03', '2027-02-19', '274.19'],
  ])
})

test('in place, the source is the target', () => {
  const asked = toE5('inPlace', 30)
  const plan = planTransition(asked)

  equal(plan?.source, plan?.target)
  deepEqual(seats(plan?.target), [e3.id, '0002', 30, 'active'])
  deepEqual([plan?.target.termPrice, plan?.target.updateCount], ['600', 1])
  deepEqual(
    lines(asked)?.map(([id, quantity]) => [id, quantity]),
    [
      [e3.id, -25],
      [e3.id, 30],
    ],
  )
})

test('an existing target keeps its product, price and term, also where nothing is sold any more', () => {
  const existing = licences({ id: 'a-target', skuId: '0002', currency: 'USD', termPrice: '480', quantity: 5 })
  const plan = planTransition(toE5('intoExisting', 25, { existing, order: { toProductId: 'GONE' } }))

  deepEqual(seats(plan?.target), ['a-target', '0002', 30, 'active'])
  deepEqual(seats(plan?.source), [e3.id, '0001', 0, 'deleted'])
  deepEqual(
    plan?.charges.map(({ unitPrice }) => unitPrice),
    ['30', '40'],
  )
})

test('what has no price cannot be planned', () => {
  equal(planTransition(toE5('newTarget', 10, { order: { toProductId: 'GONE' } })), undefined)
  const missing = { missing: [{ productId: 'CFQ7TTC0LFLZ' }] }
  equal(planTransition(toE5('inPlace', 25, { catalogue: catalogueAt(now, {}, missing) })), undefined)
})

test('what is locked meanwhile is free afterwards, and a longer term begins today', () => {
  const source = { ...e3, pendingOperation: { kind: 'transition', since: at(now) } as const }
  const plan = planTransition(toE5('newTarget', 10, { source, order: { termDuration: 'P3Y' } }))

  equal(plan?.source.pendingOperation, undefined)
  deepEqual([plan?.target.termStart, plan?.target.commitmentEnd], ['2027-02-03', plainDate('2030-02-02')])
})

test('the older program gives nothing back, and a plan changes nothing that it was made of', () => {
  const source = Object.freeze({ ...e3, commerce: 'legacy' as const })
  const plan = planTransition(toE5('newTarget', 10, { source }))

  deepEqual(
    plan?.charges.map(({ quantity }) => quantity),
    [10],
  )
  equal(plan?.target.autoRenewEnabled, true)
})
