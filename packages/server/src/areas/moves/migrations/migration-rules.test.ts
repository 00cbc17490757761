import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCommerceEligibilityErrors } from '@tenantry/contract/reasons/new-commerce-eligibility-errors.ts'
import { brokenFaults } from '../../../kernel/rule.ts'
import { parseInstant, plainDate } from '../../../kernel/time.ts'
import type { SellableItem, TermPlan } from '../../catalogue/products/public.ts'
import type { SubscriptionRecord } from '../../subscriptions/subscription/public.ts'
import type { MemberFacts } from './member-facts.ts'
import { memberRules, migrationRules } from './migration-rules.ts'

const source = {
  id: 'legacy',
  commerce: 'legacy',
  status: 'active',
  fulfilment: 'completed',
  createdAt: parseInstant('2026-01-01T00:00:00Z'),
  commitmentEnd: plainDate('2026-12-31'),
  quantity: 5,
} as SubscriptionRecord

/** A subscription that can be migrated; each row below takes one thing from it. */
const good: MemberFacts = {
  now: parseInstant('2026-06-01T00:00:00Z'),
  today: plainDate('2026-06-01'),
  environment: 'production',
  source,
  isRenewing: false,
  publishedId: 'LEGACY',
  wish: { subscriptionId: 'legacy' },
  leftBehind: [],
  item: { sku: { minimumQuantity: 1, maximumQuantity: 300 } } as SellableItem,
  catalogItemId: 'P:S:A',
  quantity: 5,
  term: { termDuration: 'P1Y', billingCycle: 'monthly' },
  plan: { termDuration: 'P1Y', billingCycle: 'monthly' } as TermPlan,
  latestEnd: plainDate('2026-12-31'),
  alignedDates: [],
  account: { transactionState: 'ok' },
  partnerOnRecordIsValid: true,
  seats: { environmentMax: undefined, pooledLeft: undefined },
  price: { termPrice: '120', listPrice: '120', promotionId: undefined },
}

const lastDay = { now: parseInstant('2026-12-30T01:00:00Z'), today: plainDate('2026-12-30') }
const wishing = (wish: Partial<MemberFacts['wish']>) => ({ wish: { ...good.wish, ...wish } })
const having = (changes: Partial<SubscriptionRecord>) => ({ source: { ...source, ...changes } })

/** What is taken, the fault of a migration, and the number of a validation. */
const rows: readonly (readonly [string, Partial<MemberFacts>, number, number?])[] = [
  ['not active', having({ status: 'suspended' }), 900215, 0],
  ['held', having({ hold: 'migration repair' }), 900216, 1],
  ['renewing', { isRenewing: true }, 900216, 1],
  ['younger than a month', having({ createdAt: parseInstant('2026-05-02T00:00:00Z') }), 900226, 7],
  ['in its last day', lastDay, 900217, 2],
  [
    'in its last day, without a full term',
    { ...lastDay, ...wishing({ purchaseFullTerm: false }) },
    900217,
    10,
  ],
  ['with a promotion', having({ promotionId: 'SPRING' }), 900218, 3],
  ['with add-ons', { leftBehind: ['add-on'] }, 900219, 4],
  ['without a counterpart', { item: undefined, plan: undefined, price: undefined }, 900220, 5],
  ['in a term that is not sold', { plan: undefined, price: undefined }, 900222, 6],
  ['of a locked customer', { account: { transactionState: 'locked' } }, 900416, 8],
  ['with a partner on record that is gone', { partnerOnRecordIsValid: false }, 900247, 9],
  ['to a day after its term', wishing({ customTermEndDate: plainDate('2027-01-31') }), 900291, 11],
  ['to a day before today', wishing({ customTermEndDate: plainDate('2026-05-31') }), 900291, 11],
  ['to a day in a month', wishing({ customTermEndDate: plainDate('2026-10-10') }), 900292, 12],
  ['with too many seats', { quantity: 301 }, 2002],
  ['with too many seats for a sandbox', { seats: { environmentMax: 4, pooledLeft: undefined } }, 800067],
  ['with too many seats for the tenant', { seats: { environmentMax: undefined, pooledLeft: 4 } }, 800088],
  ['without a price', { price: undefined }, 900192],
]

for (const [what, taken, code, number] of rows) {
  test(`${what}: ${code}, and ${number ?? 'the same'} in a validation`, () => {
    const facts = { ...good, ...taken }
    const faults = brokenFaults(migrationRules, { members: [good, facts], isCreditSufficient: true })
    const broken = memberRules.find((check) => !check.holds(facts))
    const reason = broken?.reason?.(facts)

    assert.equal(faults[0]?.spec.code, code)
    assert.equal(reason && newCommerceEligibilityErrors[reason].code, number)
  })
}

test('what has all of it can be migrated, also on its last day with a full term, or young in a sandbox', () => {
  const young = having({ createdAt: parseInstant('2026-05-31T00:00:00Z') })
  const members = [
    good,
    { ...good, ...lastDay, ...wishing({ purchaseFullTerm: true }) },
    { ...good, ...young, environment: 'sandbox' as const },
    {
      ...good,
      alignedDates: [plainDate('2026-12-31')],
      ...wishing({ customTermEndDate: plainDate('2026-12-31') }),
    },
    {
      ...good,
      alignedDates: [plainDate('2026-10-10')],
      ...wishing({ customTermEndDate: plainDate('2026-10-10') }),
    },
  ]

  assert.deepEqual(brokenFaults(migrationRules, { members, isCreditSufficient: true }), [])
  const [poor] = brokenFaults(migrationRules, { members, isCreditSufficient: false })
  assert.equal(poor?.spec.code, 800023)
})
