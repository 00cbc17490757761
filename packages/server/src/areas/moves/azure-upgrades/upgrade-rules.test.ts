import { test, type TestContext } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { unmet } from '../../../kernel/rule.ts'
import { dayMs, parseInstant, instant } from '../../../kernel/time.ts'
import type { ProductUpgradeRecord, UpgradeStatus } from '../../subscriptions/azure/public.ts'
import type { SubscriptionRecord } from '../../subscriptions/subscription/public.ts'
import { upgradeRules, type UpgradeFacts } from './upgrade-rules.ts'

const now = parseInstant('2026-11-20T10:00:00Z')

const azure = (changes: Partial<SubscriptionRecord> = {}): SubscriptionRecord =>
  ({
    status: 'active',
    legacyOfferId: 'MS-AZR-0145P',
    createdAt: instant(now - dayMs),
    ...changes,
  }) as SubscriptionRecord

const upgradeOf = (status: UpgradeStatus): ProductUpgradeRecord =>
  ({ id: 'u', status }) as ProductUpgradeRecord

const facts = (changes: Partial<UpgradeFacts> = {}): UpgradeFacts => ({
  now,
  productFamily: 'Azure',
  latest: undefined,
  legacyAzure: [azure()],
  sharedServices: ['MS-AZR-0159P'],
  recentPurchaseHours: 24,
  azurePlanIsSold: true,
  customerAgreementIsAccepted: true,
  partnerMayTransact: true,
  ...changes,
})

function expect(t: TestContext, changes: Partial<UpgradeFacts>, wanted: FaultSpec | 'eligible'): void {
  const all = facts(changes)
  const [first] = unmet(upgradeRules, all)
  t.assert.equal(first?.fault(all).spec ?? 'eligible', wanted)
}

test('a customer with Azure of the older program can be upgraded', (t) => {
  expect(t, {}, 'eligible')
  expect(t, { productFamily: 'azure' }, 'eligible')
  expect(t, { latest: upgradeOf('Failed') }, 'eligible')
  expect(t, { latest: upgradeOf('Completed') }, 'eligible')
})

test('an upgrade under way, or one that left nothing, refuses another one first', (t) => {
  const suspended = [azure({ status: 'suspended' })]
  expect(t, { latest: upgradeOf('Pending'), legacyAzure: suspended }, faults.upgradeIsInProgress)
  expect(t, { latest: upgradeOf('InProgress') }, faults.upgradeIsInProgress)
  expect(t, { latest: upgradeOf('Completed'), legacyAzure: [] }, faults.upgradeIsCompleted)
  expect(t, { latest: upgradeOf('Failed'), legacyAzure: [] }, faults.upgradeHasNoAzureSubscriptions)
})

test('each subscription is looked at: suspended before recent before shared services', (t) => {
  const recent = azure({ createdAt: instant(now - dayMs + 1) })
  const shared = azure({ legacyOfferId: 'MS-AZR-0159P' })
  const suspended = azure({ status: 'suspended' })
  expect(t, { legacyAzure: [shared, recent, suspended] }, faults.upgradeHasSuspendedSubscriptions)
  expect(t, { legacyAzure: [shared, recent] }, faults.upgradeHasRecentPurchases)
  expect(t, { legacyAzure: [shared], azurePlanIsSold: false }, faults.upgradeHasSharedServices)
})

test('the general refusal comes last', (t) => {
  const none = { customerAgreementIsAccepted: false, partnerMayTransact: false }
  expect(t, { ...none, azurePlanIsSold: false }, faults.upgradeCatalogItemNotFound)
  expect(t, none, faults.upgradeNotEligible)
  expect(t, { partnerMayTransact: false }, faults.upgradeNotEligible)
  expect(t, { productFamily: 'Office', legacyAzure: [] }, faults.upgradeNotEligible)
})
