import { Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { TestContext } from 'node:test'
import { enforce } from '../../../../kernel/rule.ts'
import { dateOf } from '../../../../kernel/time.ts'
import type { Sku, TermPlan } from '../../../catalogue/products/public.ts'
import { changesOf } from './patch-changes.ts'
import type { PatchFacts } from './patch-facts.ts'
import { patchRules } from './patch-rules.ts'
import { at, licences } from '../subscription.fixture.ts'
import type { SubscriptionRecord } from '../subscription.ts'

export const plan = (termDuration: string, billingCycle: TermPlan['billingCycle']): TermPlan => ({
  termDuration,
  billingCycle,
  refunds: [],
})
export const plans = [
  plan('P1M', 'monthly'),
  plan('P1Y', 'monthly'),
  plan('P1Y', 'annual'),
  plan('P3Y', 'monthly'),
  plan('P3Y', 'annual'),
  plan('P3Y', 'triennial'),
]
export const sku = {
  minimumQuantity: 1,
  maximumQuantity: 300,
  plans,
  traits: {},
  isRenewable: true,
} as unknown as Sku

export interface Situation {
  readonly subscription?: Partial<SubscriptionRecord>
  readonly body?: SubscriptionPatch
  readonly now?: string
  readonly facts?: Partial<PatchFacts>
}

export function factsOf({
  subscription: changed = {},
  body = {},
  now = '2026-11-22T10:00:00Z',
  facts = {},
}: Situation): PatchFacts {
  const subscription = licences(changed)
  return {
    now: at(now),
    today: dateOf(at(now)),
    subscription,
    changes: changesOf(subscription, { autoRenewEnabled: subscription.autoRenewEnabled, ...body }),
    etag: undefined,
    updatesMax: 1200,
    partnerType: 'indirectProvider',
    isAwaitedByMicrosoft: false,
    legacyOffer: undefined,
    sku,
    item: { saleHasEnded: false, isRenewable: true },
    isExtendable: true,
    parent: undefined,
    seats: { environmentMax: undefined, pooled: subscription.quantity, promotion: undefined },
    nextTerm: undefined,
    term: { plans, hasFutureCharge: true },
    newPrice: { termPrice: '700.00', listPrice: '700.00', promotionId: undefined },
    partnerOnRecord: undefined,
    fulfilmentFails: false,
    ...facts,
  }
}

function verdict(situation: Situation): FaultSpec | 'accepted' {
  try {
    enforce(patchRules, factsOf(situation))
    return 'accepted'
  } catch (error) {
    if (error instanceof Fault) return error.spec
    throw error
  }
}

export const expectAll = (
  t: TestContext,
  rows: readonly (readonly [Situation, FaultSpec | 'accepted'])[],
) => {
  for (const [situation, expected] of rows)
    t.assert.deepEqual(verdict(situation), expected, JSON.stringify(situation))
}

/** Each row repairs what the row before was refused for. */
export function ladder(
  t: TestContext,
  steps: readonly (readonly [Situation, FaultSpec | 'accepted'])[],
): void {
  let now: Situation = {}
  for (const [{ subscription, body, facts, ...rest }, expected] of steps) {
    now = {
      ...now,
      ...rest,
      subscription: { ...now.subscription, ...subscription },
      body: { ...now.body, ...body },
      facts: { ...now.facts, ...facts },
    }
    t.assert.deepEqual(verdict(now), expected)
  }
}
