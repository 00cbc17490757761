import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import { brokenFaults, unmet } from '../../../kernel/rule.ts'
import { readWorldFile } from '../../../world-seed/world-file.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import { partnerOfEntry } from './partner-schema.ts'
import { attestationRules, partnerGates, type PartnerGateFacts } from './partner-rules.ts'

const partners = readWorldFile('default').partners.map((entry) => partnerOfEntry(entry))
const byType = (type: PartnerRecord['type']): PartnerRecord => {
  const found = partners.find((partner) => partner.type === type)
  assert(found !== undefined)
  return found
}
const codes = (facts: PartnerGateFacts) => brokenFaults(partnerGates, facts).map(({ spec }) => spec.code)

test('a direct-bill partner and an indirect provider may buy', () => {
  assert.deepEqual(codes({ partner: byType('directBill') }), [])
  assert.deepEqual(codes({ partner: byType('indirectProvider') }), [])
})

test('800039: an indirect reseller and an advisor buy nothing', () => {
  assert.deepEqual(codes({ partner: byType('indirectReseller') }), [800039])
  assert.deepEqual(codes({ partner: byType('advisor') }), [800039])
})

test('900124 comes before 800039, and 900149 last', () => {
  const partner: PartnerRecord = {
    ...byType('directBill'),
    mpa: { accepted: false },
    programmes: [{ name: 'Cloud Solution Provider Direct Bill', status: 'suspended' }],
  }

  assert.deepEqual(
    codes({ partner, neededProgramme: 'Cloud Solution Provider Hoster' }),
    [900124, 800039, 900149],
  )
})

test('900206: an indirect provider confirms whom it names; the policy can ask everyone', () => {
  const broken = (partner: PartnerRecord, requiredOf: 'indirectProviders' | 'everyone', accepted?: boolean) =>
    unmet(attestationRules, { partner, requiredOf, accepted }).map((check) =>
      check.fault({ partner, requiredOf, accepted }),
    )

  assert.equal(
    broken(byType('indirectProvider'), 'indirectProviders')[0]?.spec,
    faults.partnerAttestationIsMissing,
  )
  assert.equal(broken(byType('indirectProvider'), 'indirectProviders', false).length, 1)
  assert.equal(broken(byType('indirectProvider'), 'indirectProviders', true).length, 0)
  assert.equal(broken(byType('directBill'), 'indirectProviders').length, 0)
  assert.equal(broken(byType('directBill'), 'everyone').length, 1)
})
