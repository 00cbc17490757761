import assert from 'node:assert/strict'
import test from 'node:test'
import { targetSubscriptionErrors } from '@tenantry/contract/reasons/target-subscription-errors.ts'
import { transitionErrors } from '@tenantry/contract/reasons/transition-errors.ts'
import type { TransitionType } from '@tenantry/contract/resources/transition.ts'
import { instant, plainDate } from '../../../../kernel/time.ts'
import { eligibilityFor, type EligibilityFacts } from './eligibility.ts'
import type { LicenceFacts } from './licence-rules.ts'
import { anOffer, aSource, aTarget, licenceFacts, now } from '../transition-facts.fixture.ts'

const facts = (
  changes: Partial<EligibilityFacts> = {},
  licences: Partial<LicenceFacts> = {},
): EligibilityFacts => ({
  now,
  customerId: 'contoso',
  operationId: '33333333-0000-4000-8000-000000000003',
  locale: 'en-US',
  updatesMax: 1200,
  trialSeatsMin: 25,
  isScheduled: false,
  source: aSource(),
  sourceProvisioningId: 'prov-suite',
  others: [],
  ...changes,
  licencesFor: (_offer, transitionType: TransitionType) =>
    licenceFacts({ source: changes.source ?? aSource(), ...licences, transitionType }),
})

const codes = (about: EligibilityFacts, offer = anOffer()): Record<string, number[]> =>
  Object.fromEntries(
    eligibilityFor(about, offer).eligibilities.map((detail) => [
      detail.transitionType,
      detail.errors.map(({ code }) => code),
    ]),
  )

const both = (...expected: number[]) => ({
  transition_only: expected,
  transition_with_license_transfer: expected,
})
const transferOnly = (...expected: number[]) => ({
  transition_only: [],
  transition_with_license_transfer: expected,
})

test('a transition that nothing stands against is eligible with both types', () => {
  const item = eligibilityFor(facts(), anOffer())

  assert.deepEqual(item, {
    operationId: '33333333-0000-4000-8000-000000000003',
    catalogItemId: 'CONTOSOPLUS:0001:AV02',
    title: 'Contoso Suite Plus',
    description: 'The larger suite',
    quantity: 40,
    subscriptionEligibilities: [],
    eligibilities: [
      { isEligible: true, transitionType: 'transition_only', errors: [] },
      { isEligible: true, transitionType: 'transition_with_license_transfer', errors: [] },
    ],
    attributes: { objectType: 'TransitionEligibility' },
  })
})

test('every state of the source has its code, for both types', () => {
  assert.deepEqual(codes(facts({ source: aSource({ updateCount: 1200 }) })), both(0))
  assert.deepEqual(codes(facts({ source: aSource({ status: 'suspended' }) })), both(2))
  assert.deepEqual(codes(facts({ source: aSource({ isExpiring: true, status: 'expired' }) })), both(2))
  assert.deepEqual(codes(facts({ source: aSource({ hasPendingOperation: true }) })), both(4))
  assert.deepEqual(codes(facts({ source: aSource({ isHeld: true }) })), both(4))
  assert.deepEqual(codes(facts({ source: aSource({ isProvisioned: false }) })), both(9))
})

test('an item whose sale has ended is shown with code 8', () => {
  assert.deepEqual(codes(facts(), anOffer({ isOnSale: false })), both(8))
})

test('what hinders the licences has its code for the transfer alone', () => {
  const directory = licenceFacts().directory
  assert.deepEqual(codes(facts({}, { conflictingSkus: ['OTHER:0001'] })), transferOnly(3))
  assert.deepEqual(codes(facts({}, { directory: { ...directory, isMapped: false } })), transferOnly(0))
})

test('a source of the older program adds the codes of delegated administration, add-ons and cycles', () => {
  const legacy = aSource({ commerce: 'legacy' })
  const directory = licenceFacts().directory
  const of = (licences: Partial<LicenceFacts>) => codes(facts({ source: legacy }, licences))

  assert.deepEqual(of({}), both())
  assert.deepEqual(of({ directory: { ...directory, delegation: 'none' } }), both(1))
  assert.deepEqual(of({ hasUser: false }), transferOnly(5))
  assert.deepEqual(of({ directory: { ...directory, gdapRoles: ['Global Reader'] } }), transferOnly(13))
  assert.deepEqual(of({ directory: { ...directory, gdapRoles: [] } }), both(13))
  assert.deepEqual(codes(facts({ source: { ...legacy, hasAddOns: true } })), both(6))
  assert.deepEqual(codes(facts({ source: { ...legacy, billingCycle: 'triennial' } })), both(10))
})

test('several reasons are listed each once, in the order of their codes', () => {
  const source = aSource({
    status: 'suspended',
    isProvisioned: false,
    hasPendingOperation: true,
    isHeld: true,
  })
  const about = facts({ source }, { conflictingSkus: ['OTHER:0001'] })

  assert.deepEqual(codes(about), {
    transition_only: [2, 4, 9],
    transition_with_license_transfer: [2, 3, 4, 9],
  })
})

test('each existing subscription of the target SKU is reported with its codes', () => {
  const others = [
    aTarget({ id: 'fits' }),
    aTarget({ id: 'suspended', status: 'suspended' }),
    aTarget({ id: 'fresh', cancellationAllowedUntil: now }),
    aTarget({ id: 'no-longer-fresh', cancellationAllowedUntil: instant(now - 1) }),
    aTarget({ id: 'short', termDuration: 'P1M', commitmentEndDate: plainDate('2027-02-19') }),
    aTarget({ id: 'gone', status: 'deleted' }),
    aTarget({ id: 'other', skuId: '0002' }),
  ]

  const found = eligibilityFor(facts({ others }), anOffer()).subscriptionEligibilities

  assert.deepEqual(
    found.map(({ subscriptionId, isEligible, errors }) => [
      subscriptionId,
      isEligible,
      errors.map(({ code }) => code),
    ]),
    [
      ['fits', true, []],
      ['suspended', false, [1]],
      ['fresh', false, [2]],
      ['no-longer-fresh', true, []],
      ['short', false, [3, 4]],
    ],
  )
})

test('a trial and a scheduled transition list no existing subscriptions, a trial starts from 25 seats', () => {
  const others = [aTarget()]
  const trial = eligibilityFor(facts({ others, source: aSource({ isTrial: true, quantity: 1 }) }), anOffer())
  const scheduled = eligibilityFor(facts({ others, isScheduled: true }), anOffer())

  assert.equal(trial.quantity, 25)
  assert.deepEqual([trial.subscriptionEligibilities, scheduled.subscriptionEligibilities], [[], []])
})

test('descriptions are in the language of the caller', () => {
  const about = (locale: string) => facts({ locale, source: aSource({ status: 'suspended' }) })
  const text = (locale: string) =>
    eligibilityFor(about(locale), anOffer()).eligibilities[0]?.errors[0]?.description

  assert.equal(text('en-US'), "Subscription can't be Transitioned - source subscription isn't active.")
  assert.equal(text('nl-NL'), 'Het abonnement kan niet worden omgezet - het bronabonnement is niet actief.')
  assert.equal(new Set(['en-US', 'nl-NL', 'pt-PT', 'cs-CZ'].map(text)).size, 4)
})

test('the two code spaces are complete', () => {
  const numbers = (space: Record<string, { code: number }>) =>
    [...new Set(Object.values(space).map(({ code }) => code))].sort((a, b) => a - b)

  assert.deepEqual(numbers(transitionErrors), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  assert.deepEqual(numbers(targetSubscriptionErrors), [1, 2, 3, 4])
})
