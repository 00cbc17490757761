import assert from 'node:assert/strict'
import test from 'node:test'
import { Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { instant, plainDate } from '../../../kernel/time.ts'
import { enforce } from '../../../kernel/rule.ts'
import { anOffer, aSource, aTarget, licenceFacts, now, transitionFacts } from './transition-facts.fixture.ts'
import { transitionRules, type TransitionFacts } from './transition-rules.ts'

const answerTo = (facts: TransitionFacts): FaultSpec | 'accepted' => {
  try {
    enforce(transitionRules, facts)
    return 'accepted'
  } catch (error) {
    if (error instanceof Fault) return error.spec
    throw error
  }
}

type Rungs = readonly (readonly [(facts: TransitionFacts) => TransitionFacts, FaultSpec | 'accepted'])[]

/** Each row repairs what the row before was refused for. */
function climb(start: TransitionFacts, rungs: Rungs): void {
  let facts = start
  for (const [repair, expected] of rungs) {
    facts = repair(facts)
    const answer = answerTo(facts)
    const named = (spec: FaultSpec | 'accepted') =>
      spec === 'accepted' ? spec : `${spec.code} ${spec.message}`
    assert.equal(named(answer), named(expected))
  }
}

const request =
  (changes: Partial<TransitionFacts['request']>) =>
  (facts: TransitionFacts): TransitionFacts => ({
    ...facts,
    request: { ...facts.request, ...changes },
    quantity: changes.quantity ?? facts.quantity,
  })
const source =
  (changes: Partial<TransitionFacts['source']>) =>
  (facts: TransitionFacts): TransitionFacts => ({ ...facts, source: { ...facts.source, ...changes } })
const target =
  (changes: Partial<TransitionFacts['source']>) =>
  (facts: TransitionFacts): TransitionFacts => ({
    ...facts,
    target: aTarget({ ...facts.target, ...changes }),
  })
const offer =
  (changes: Partial<NonNullable<TransitionFacts['offer']>>) =>
  (facts: TransitionFacts): TransitionFacts => ({ ...facts, offer: anOffer({ ...facts.offer, ...changes }) })
const licences =
  (changes: Partial<TransitionFacts['licences']>) =>
  (facts: TransitionFacts): TransitionFacts => ({ ...facts, licences: { ...facts.licences, ...changes } })
const set =
  (changes: Partial<TransitionFacts>) =>
  (facts: TransitionFacts): TransitionFacts => ({ ...facts, ...changes })
const same = (facts: TransitionFacts) => facts

/** The source is wrong in every way that can be true at once. */
const everythingIsWrong = transitionFacts({
  request: { quantity: 0, transitionType: 'upgrade_only', fromSubscriptionId: 'someone-elses' },
  source: aSource({
    migratedByMicrosoftTo: 'elsewhere',
    isSavingsPlan: true,
    isExpiring: true,
    status: 'expired',
    isProvisioned: false,
    hasPendingOperation: true,
    isHeld: true,
    updateCount: 1200,
  }),
  offer: undefined,
  sourceProvisioningId: undefined,
  termDuration: 'P2Y',
  billingCycle: 'weekly',
  seats: { perSubscriptionMax: 9, pooledLeft: 9 },
  licences: licenceFacts({
    transitionType: 'transition_with_license_transfer',
    sourceProvisioningId: undefined,
    directory: { ...licenceFacts().directory, isReadable: false, isMapped: false },
    conflictingSkus: ['CONTOSOPLUS:0001'],
  }),
  isPriceKnown: false,
  isCreditSufficient: false,
})

const upToTheCatalogue = [
  [same, faults.catalogItemIdIsMissing],
  [request({ toCatalogItemId: 'CONTOSOPLUS:0001:AV02' }), faults.requestInputIsInvalid],
  [request({ fromSubscriptionId: aSource().id.toUpperCase() }), faults.operationNotSupported],
  [request({ transitionType: 'transition_with_license_transfer' }), faults.quantityOutOfRange],
  [request({ quantity: 10 }), faults.subscriptionMigratedByMicrosoft],
  [
    (facts: TransitionFacts) => {
      const { migratedByMicrosoftTo: _gone, ...kept } = facts.source
      return { ...facts, source: kept }
    },
    faults.savingsPlanOperationNotSupported,
  ],
  [source({ isSavingsPlan: false }), faults.subscriptionIsExpiring],
  [source({ isExpiring: false }), faults.updatesNoLongerAllowed],
  [source({ status: 'suspended' }), faults.suspendedSubscriptionIsReadOnly],
  [source({ status: 'active' }), faults.subscriptionNotReady],
  [source({ isProvisioned: true }), faults.operationIsPending],
  [source({ hasPendingOperation: false }), faults.updatesCurrentlyNotAllowed],
  [source({ isHeld: false }), faults.tooManyUpdates],
  [source({ updateCount: 1199 }), faults.catalogItemNotEligible],
  [
    offer({ transitionTypes: ['transition_only'], availabilityId: undefined, maximumQuantity: 9 }),
    faults.operationNotSupported,
  ],
  [
    offer({ transitionTypes: ['transition_only', 'transition_with_license_transfer'] }),
    faults.customerAvailabilitiesNotFound,
  ],
  [offer({ availabilityId: 'AV02' }), faults.provisioningSkuIdIsMissing],
  [
    (facts) => offer({ isOnSale: false })(set({ sourceProvisioningId: 'prov-suite' })(facts)),
    faults.catalogItemNotEligible,
  ],
] as const satisfies Rungs

const fromTheSeatsOn = [
  [offer({ maximumQuantity: 300 }), faults.subscriptionSeatLimitExceeded],
  [set({ seats: { perSubscriptionMax: undefined, pooledLeft: 9 } }), faults.seatLimitExceeded],
  [set({ seats: { perSubscriptionMax: undefined, pooledLeft: undefined } }), faults.promotionCodeIsInvalid],
  [set({ promotionIsApplicable: true }), faults.entraSubscriptionsNotFound],
  [
    licences({
      sourceProvisioningId: 'prov-suite',
      directory: { ...licenceFacts().directory, isMapped: false },
    }),
    faults.subscriptionIdsNotConvertible,
  ],
  [licences({ directory: licenceFacts().directory }), faults.operationNotSupported],
  [licences({ conflictingSkus: [] }), faults.temporaryFailure],
  [set({ isPriceKnown: true }), faults.prepaidCreditInsufficient],
  [set({ isCreditSufficient: true }), 'accepted'],
] as const satisfies Rungs

test('a transition to a new subscription is refused in the documented order', () => {
  climb(request({ promotionId: 'P:0001:X' })(everythingIsWrong), [
    ...upToTheCatalogue,
    [offer({ isOnSale: true }), faults.targetTermIsInvalid],
    [set({ termDuration: 'P1M' }), faults.targetTermIsShorter],
    [set({ termDuration: 'P1Y' }), faults.billingCycleIsInvalid],
    [set({ billingCycle: 'triennial' }), faults.billingCycleLongerThanTerm],
    [
      (facts) =>
        offer({ plans: [{ termDuration: 'P1Y', billingCycle: 'annual' }] })({
          ...facts,
          billingCycle: 'monthly',
        }),
      faults.billingCycleIsInvalid,
    ],
    [set({ billingCycle: 'annual' }), faults.quantityOutOfRange],
    ...fromTheSeatsOn,
  ])
})

test('a transition into an existing subscription is refused in the documented order', () => {
  const start = request({
    promotionId: 'P:0001:X',
    toSubscriptionId: aSource().id.toUpperCase(),
    termDuration: 'P3Y',
    billingCycle: 'Annual',
  })(everythingIsWrong)
  climb(start, [
    ...upToTheCatalogue,
    [offer({ isOnSale: true }), faults.targetIsSource],
    [request({ toSubscriptionId: aTarget().id }), faults.assetNotFound],
    [
      target({
        status: 'suspended',
        productId: 'OTHER',
        termDuration: 'P1M',
        cancellationAllowedUntil: now,
        hasPendingOperation: true,
        commitmentEndDate: plainDate('2027-11-18'),
      }),
      faults.targetNotActive,
    ],
    [target({ status: 'active' }), faults.targetCatalogItemDiffers],
    [target({ productId: 'CONTOSOPLUS' }), faults.targetTermIsInvalid],
    [request({ termDuration: 'p1m' }), faults.targetTermIsShorter],
    [
      (facts) => target({ termDuration: 'P1Y' })(request({ termDuration: 'P1Y' })(facts)),
      faults.billingCycleIsInvalid,
    ],
    [request({ billingCycle: 'Monthly' }), faults.targetNotReady],
    [target({ cancellationAllowedUntil: instant(now - 1) }), faults.targetNotReady],
    [target({ hasPendingOperation: false }), faults.targetEndsTooEarly],
    [target({ commitmentEndDate: aSource().commitmentEndDate }), faults.quantityOutOfRange],
    ...fromTheSeatsOn,
  ])
})

test('the availability of a catalog item is left out of account', () => {
  const facts = transitionFacts({ target: aTarget() })
  const asked = request({
    fromCatalogItemId: 'contososuite:0001:AN-OLDER-ONE',
    toCatalogItemId: 'CONTOSOPLUS:0001:AN-OLDER-ONE',
    toSubscriptionId: aTarget().id,
  })
  assert.equal(answerTo(asked(facts)), 'accepted')
})

test('a source that is described wrongly is an invalid input', () => {
  const asked = request({ fromCatalogItemId: 'CONTOSOPLUS:0001:AV02' })
  assert.equal(answerTo(asked(transitionFacts())), faults.requestInputIsInvalid)
})

test('a deleted subscription of the older program has its own fault', () => {
  const facts = transitionFacts({ source: aSource({ commerce: 'legacy', status: 'deleted' }) })
  assert.equal(answerTo(facts), faults.deletedSubscriptionIsReadOnly)
})

test('a trial becomes at least 25 seats', () => {
  const trial = source({ isTrial: true, termDuration: 'P1M', billingCycle: 'none', quantity: 25 })
  assert.equal(answerTo(request({ quantity: 24 })(trial(transitionFacts()))), faults.quantityOutOfRange)
  assert.equal(answerTo(request({ quantity: 25 })(trial(transitionFacts()))), 'accepted')
})

test('the maximum counts the seats that the target has already', () => {
  const facts = transitionFacts({ target: aTarget({ quantity: 291 }) })
  const into = request({ toSubscriptionId: aTarget().id })
  assert.equal(answerTo(into(facts)), faults.quantityOutOfRange)
  assert.equal(answerTo(into(target({ quantity: 290 })(facts))), 'accepted')
})

test('the directory is not asked when no licences are to move', () => {
  const unreadable = { ...licenceFacts().directory, isReadable: false, isMapped: false }
  assert.equal(answerTo(licences({ directory: unreadable })(transitionFacts())), 'accepted')
})

test('a legacy source needs a delegated partner and a signed-in user to move licences', () => {
  const legacy = aSource({ commerce: 'legacy', productId: '', skuId: '' })
  const facts = licences({
    source: legacy,
    transitionType: 'transition_with_license_transfer',
    directory: { ...licenceFacts().directory, delegation: 'none' },
    hasUser: false,
  })(transitionFacts({ source: legacy, sourceProvisioningId: undefined }))
  const asked = request({ transitionType: 'transition_with_license_transfer' })(facts)
  climb(asked, [
    [same, faults.privilegesAreInsufficient],
    [
      licences({ directory: { ...licenceFacts().directory, gdapRoles: ['Directory Reader'] } }),
      faults.appOnlyTokenNotSupported,
    ],
    [licences({ hasUser: true }), faults.privilegesAreInsufficient],
    [licences({ directory: licenceFacts().directory }), 'accepted'],
  ])
})

test('a legacy source with add-ons, or with a cycle that the target lacks, cannot move', () => {
  const legacy = { commerce: 'legacy', hasAddOns: true, billingCycle: 'triennial' } as const
  climb(source(legacy)(transitionFacts()), [
    [same, faults.operationNotSupported],
    [source({ hasAddOns: false }), faults.billingCycleIsInvalid],
    [source({ billingCycle: 'annual' }), 'accepted'],
  ])
})
