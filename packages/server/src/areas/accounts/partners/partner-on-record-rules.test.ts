import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extraFaults, faults } from '@tenantry/contract/faults/index.ts'
import type { FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { unmet } from '../../../kernel/rule.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import {
  additionalPartnerRules,
  partnerOnRecordRules,
  type PartnerOnRecordFacts,
} from './partner-on-record-rules.ts'

const partner = (changes: Partial<PartnerRecord>): PartnerRecord => ({
  version: 1,
  tenantId: 'tenant',
  name: 'Somebody',
  domains: ['somebody.onmicrosoft.com'],
  partnerId: '5100001',
  type: 'indirectReseller',
  market: 'DE',
  region: 'europe',
  currency: 'EUR',
  cloud: 'global',
  environment: 'production',
  mpa: { accepted: true },
  programmes: [{ name: 'Cloud Solution Provider Indirect Reseller', status: 'active' }],
  vetting: 'authorized',
  isAdvisor: false,
  qualifications: [],
  apps: [],
  users: [],
  partnerships: [],
  ...changes,
})

const programme = (status: 'active' | 'suspended' | 'offboarded') =>
  [{ name: 'Cloud Solution Provider Indirect Reseller', status }] as const

const provider = partner({
  tenantId: 'provider',
  type: 'indirectProvider',
  partnerships: [{ resellerTenantId: 'tenant', state: 'active' }],
})

const valid: PartnerOnRecordFacts = {
  partnerId: '5100001',
  provider,
  registration: { status: 'active', isAdvisor: false },
  linked: [partner({})],
  isEnforced: true,
  isLegacyOrder: false,
  purpose: 'transaction',
}

const firstFault = (facts: PartnerOnRecordFacts): FaultSpec | undefined =>
  unmet(partnerOnRecordRules, facts)[0]?.fault(facts).spec

test('a reseller of the region with agreement and partnership can be named on record', () => {
  assert.equal(firstFault(valid), undefined)
  assert.equal(firstFault({ ...valid, isEnforced: false }), undefined)
})

const rows: readonly [string, Partial<PartnerOnRecordFacts>, FaultSpec, FaultSpec][] = [
  [
    'an id with letters',
    { partnerId: '51a', registration: undefined, linked: [] },
    extraFaults.requestIsMalformed,
    extraFaults.requestIsMalformed,
  ],
  [
    'an unknown id',
    { registration: undefined, linked: [] },
    faults.partnerIdNotFound,
    faults.partnerOnRecordIsInactive,
  ],
  [
    'an inactive id',
    { registration: { status: 'inactive', isAdvisor: false } },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordIsInactive,
  ],
  [
    'the provider’s own id',
    { linked: [provider] },
    faults.partnerOnRecordIsIndirectProvider,
    faults.partnerOnRecordIsIndirectProvider,
  ],
  [
    'an id without a tenant',
    { linked: [] },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordHasNoActiveTenant,
  ],
  [
    'an id whose tenant has left the program',
    { linked: [partner({ programmes: programme('offboarded') })] },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordHasNoActiveTenant,
  ],
  [
    'a reseller of another region',
    { linked: [partner({ region: 'canada' })] },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordRegionDiffers,
  ],
  [
    'a direct-bill partner',
    { linked: [partner({ type: 'directBill' })] },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordNotEnrolled,
  ],
  [
    'a reseller without the agreement',
    { linked: [partner({ mpa: { accepted: false } })] },
    faults.resellerPartnerAgreementNotAccepted,
    faults.resellerPartnerAgreementNotAccepted,
  ],
  [
    'a suspended reseller',
    { linked: [partner({ programmes: programme('suspended') })] },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordNotAuthorized,
  ],
  [
    'a reseller whose vetting was rejected',
    { linked: [partner({ vetting: 'rejected' })] },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordNotAuthorized,
  ],
  [
    'a reseller whose partnership has ended',
    { provider: { ...provider, partnerships: [{ resellerTenantId: 'tenant', state: 'ended' }] } },
    faults.partnerIsNotIndirectReseller,
    faults.partnerOnRecordNotAuthorized,
  ],
]

for (const [title, changes, classic, enforced] of rows) {
  test(`${classic.code} before and ${enforced.code} since the enforcement: ${title}`, () => {
    assert.equal(firstFault({ ...valid, ...changes, isEnforced: false }), classic)
    assert.equal(firstFault({ ...valid, ...changes, isEnforced: true }), enforced)
  })
}

test('asking beforehand tells a missing agreement as 900414', () => {
  const facts = { ...valid, purpose: 'validation', linked: [partner({ mpa: { accepted: false } })] } as const

  assert.equal(firstFault(facts), faults.partnerOnRecordNotAuthorized)
})

test('one good account of several under the same id is enough', () => {
  const others = [partner({ tenantId: 'a', region: 'canada' }), partner({ tenantId: 'b', type: 'advisor' })]

  assert.equal(firstFault({ ...valid, linked: [...others, partner({})] }), undefined)
})

test('a direct-bill partner’s naming is not judged', () => {
  const facts = { ...valid, provider: partner({ type: 'directBill' }), linked: [], registration: undefined }

  assert.equal(firstFault(facts), undefined)
})

test('2071: an additional partner needs an enrolment as advisor', () => {
  const first = (facts: PartnerOnRecordFacts) => unmet(additionalPartnerRules, facts)[0]?.fault(facts).spec

  assert.equal(first(valid), faults.partnerIsNotAdvisor)
  assert.equal(first({ ...valid, registration: { status: 'active', isAdvisor: true } }), undefined)
})
