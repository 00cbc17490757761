import { test, type TestContext } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { unmet } from '../../../kernel/rule.ts'
import type { SubscriptionRecord } from '../subscription/public.ts'
import type { OverageRecord } from './overage.ts'
import { overageRules, type OverageFacts } from './overage-rules.ts'

const held = (record: Partial<SubscriptionRecord>): SubscriptionRecord =>
  ({ status: 'active', commerce: 'nce', ...record }) as SubscriptionRecord

const plan = (status: 'active' | 'inactive') =>
  held({
    productFamily: 'azurePlan',
    azureEntitlements: [{ id: 'e', friendlyName: 'Ovens', status, createdAt: 0 as never }],
  })
const calls = held({ productFamily: 'license', consumptionType: 'overage' })
const legacy = held({ productFamily: 'azurePlan', commerce: 'legacy', entitlementId: 'l' })
const of = (partner: string): OverageRecord => ({ partner }) as OverageRecord

function expect(t: TestContext, changes: Partial<OverageFacts>, wanted: FaultSpec | 'allowed'): void {
  const facts: OverageFacts = {
    partner: 'contoso',
    subscriptions: [calls, plan('active')],
    current: undefined,
    azureEntitlementId: 'E',
    overageEnabled: true,
    ...changes,
  }
  const [first] = unmet(overageRules, facts)
  t.assert.equal(first?.fault(facts).spec ?? 'allowed', wanted)
}

test('overage goes to an active Azure subscription of whoever sells the service', (t) => {
  expect(t, {}, 'allowed')
  expect(t, { current: of('contoso') }, 'allowed')
  expect(t, { azureEntitlementId: 'x' }, faults.entitlementNotFound)
  expect(t, { subscriptions: [calls, plan('inactive')] }, faults.entitlementNotFound)
  expect(t, { subscriptions: [calls, plan('inactive')], overageEnabled: false }, 'allowed')
})

test('legacy Azure, then the service, then the other partner stand in the way', (t) => {
  const other = { current: of('adatum'), azureEntitlementId: 'x' }
  expect(t, { ...other, subscriptions: [legacy] }, faults.overageBlockedByLegacyAzure)
  expect(t, { ...other, subscriptions: [plan('active')] }, faults.overageNotEligible)
  expect(t, { ...other, subscriptions: [{ ...calls, status: 'suspended' }] }, faults.overageNotEligible)
  expect(t, other, faults.overageOwnedByAnotherTenant)
})

test('what an upgrade has moved under a plan is no legacy Azure any more', (t) => {
  const upgraded = {
    ...legacy,
    status: 'suspended',
    migratedTo: { subscriptionId: 'p', by: 'partner' },
  } as const
  expect(t, { subscriptions: [calls, plan('active'), upgraded] }, 'allowed')
})
