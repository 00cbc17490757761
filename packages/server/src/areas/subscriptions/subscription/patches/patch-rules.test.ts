import { test } from 'node:test'
import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import { etagOf } from '../../../../kernel/etag.ts'
import { enforce } from '../../../../kernel/rule.ts'
import { hourMs, instant } from '../../../../kernel/time.ts'
import type { LegacyOffer, Sku } from '../../../catalogue/products/public.ts'
import type { PatchFacts } from './patch-facts.ts'
import { patchRules } from './patch-rules.ts'
import { expectAll, factsOf, ladder, sku } from './patch-situation.fixture.ts'
import { at, licences } from '../subscription.fixture.ts'

const azure = {
  id: 'e',
  friendlyName: 'Bakery',
  status: 'active',
  createdAt: at('2026-11-20T09:00:00Z'),
} as const
import type { SubscriptionRecord } from '../subscription.ts'

test('a change is refused for the state of the subscription before anything else', (t) => {
  const current = factsOf({}).subscription
  ladder(t, [
    [
      {
        body: { quantity: 400, friendlyName: 'x' },
        subscription: {
          awaitsActivation: true,
          fulfilment: 'pending',
          hold: 'review',
          updateCount: 1200,
          autoRenewEnabled: false,
          pendingOperation: { kind: 'transition', since: at('2026-11-22T09:00:00Z') },
        },
        facts: { etag: etagOf(current.id, 7) },
        now: '2027-11-20T00:01:00Z',
      },
      faults.subscriptionIsExpiring,
    ],
    [{ now: '2026-11-22T10:00:00Z', subscription: { status: 'expired' } }, faults.updatesNoLongerAllowed],
    [{ subscription: { status: 'active' } }, faults.subscriptionNotYetActivated],
    [{ subscription: { awaitsActivation: undefined } }, faults.subscriptionNotReady],
    [{ subscription: { fulfilment: 'completed' } }, faults.operationIsPending],
    [{ subscription: { pendingOperation: undefined } }, faults.updatesCurrentlyNotAllowed],
    [{ subscription: { hold: undefined } }, faults.tooManyUpdates],
    [{ subscription: { updateCount: 1199 } }, faults.etagIsStale],
    [{ facts: { etag: etagOf(current.id, 1) } }, faults.quantityOutOfRange],
    [{ body: { quantity: 300 } }, 'accepted'],
  ])
})

test('what is renewed takes changes that do not bear on the renewal', (t) => {
  const now = '2027-11-20T00:01:00Z'
  expectAll(t, [
    [{ now, body: { autoRenewEnabled: false } }, faults.operationIsPending],
    [{ now, body: { status: 'suspended' } }, faults.operationIsPending],
    [{ now, body: { friendlyName: 'x', quantity: 30 } }, 'accepted'],
  ])
})

test('statuses change along the table, inside the window for a cancellation', (t) => {
  const late = '2026-11-27T10:00:01Z'
  const software = { productFamily: 'software', productType: 'Software' } as const
  const saas = { productFamily: 'saas' } as const
  expectAll(t, [
    [{ body: { status: 'suspended' } }, 'accepted'],
    [{ body: { status: 'deleted' } }, 'accepted'],
    [{ body: { status: 'pending' } }, faults.statusChangeNotAllowed],
    [{ body: { status: 'expired' } }, faults.statusChangeNotAllowed],
    [{ body: { status: 'active' } }, 'accepted'],
    [{ body: { status: 'suspended' }, subscription: { isTrial: true } }, faults.statusIsFixed],
    [{ body: { status: 'deleted' }, now: '2026-11-27T10:00:00Z' }, 'accepted'],
    [{ body: { status: 'deleted' }, now: late }, faults.cancellationWindowHoursPassed],
    [{ body: { status: 'deleted' }, now: late, subscription: software }, faults.cancellationWindowDaysPassed],
    [{ body: { status: 'deleted' }, now: '2026-12-04T09:00:00Z', subscription: saas }, 'accepted'],
    [
      { body: { status: 'deleted' }, now: '2026-12-05T09:00:00Z', subscription: saas },
      faults.cancellationWindowDaysPassed,
    ],
    [
      {
        body: { status: 'deleted' },
        now: '2026-11-21T10:00:01Z',
        subscription: { ...saas, termDuration: 'P1M' },
      },
      faults.cancellationWindowHoursPassed,
    ],
    [
      {
        body: { status: 'suspended' },
        subscription: { productFamily: 'azurePlan', azureEntitlements: [azure] },
      },
      faults.azurePlanHasActiveSubscriptions,
    ],
    [
      {
        body: { status: 'deleted' },
        subscription: { productFamily: 'azurePlan', azureEntitlements: [azure] },
      },
      faults.azurePlanHasActiveSubscriptions,
    ],
    [
      {
        body: { status: 'suspended' },
        subscription: { productFamily: 'azurePlan', azureEntitlements: [{ ...azure, status: 'inactive' }] },
      },
      'accepted',
    ],
    [
      { body: { status: 'deleted' }, subscription: { cancellation: undefined } },
      faults.cancellationWindowHoursPassed,
    ],
  ])
})

test('a suspended subscription only changes its status', (t) => {
  const subscription = { status: 'suspended', autoRenewEnabled: false } as const
  expectAll(t, [
    [{ subscription, body: { friendlyName: 'x' } }, faults.suspendedSubscriptionIsReadOnly],
    [{ subscription, body: { status: 'active', quantity: 30 } }, faults.suspendedSubscriptionIsReadOnly],
    [{ subscription, body: { status: 'active' } }, 'accepted'],
    [{ subscription, body: { status: 'suspended' } }, 'accepted'],
    [{ subscription, body: { status: 'deleted', quantity: 30 } }, 'accepted'],
  ])
})

test('an offer of the older program has rules of its own', (t) => {
  const legacyOffer = { minimumQuantity: 1, maximumQuantity: 100, isUpdatable: true } as LegacyOffer
  const subscription = {
    commerce: 'legacy',
    legacyOfferId: 'OFFER',
    seatLots: [],
    cancellation: undefined,
  } as const
  const facts = { legacyOffer, sku: undefined }
  const legacy = (
    body: SubscriptionPatch,
    more: Partial<SubscriptionRecord> = {},
    other: Partial<PatchFacts> = {},
  ) => ({
    body,
    subscription: { ...subscription, ...more },
    facts: { ...facts, ...other },
  })
  const next = { product: { productId: 'A' }, quantity: 1 }
  const suspendedParent = licences({ status: 'suspended' })
  expectAll(t, [
    [legacy({ friendlyName: 'x' }, { status: 'deleted' }), faults.deletedSubscriptionIsReadOnly],
    [
      legacy(
        { friendlyName: 'x' },
        { status: 'deleted', migratedTo: { subscriptionId: 'n', by: 'microsoft' } },
      ),
      faults.subscriptionMigratedByMicrosoft,
    ],
    [legacy({ billingCycle: 'annual' }), faults.billingCycleChangeNeedsOrderUpdate],
    [legacy({ quantity: 30 }, {}, { legacyOffer: undefined }), faults.offerUpdatesNotAllowed],
    [
      legacy({ quantity: 30 }, {}, { legacyOffer: { ...legacyOffer, isUpdatable: false } }),
      faults.offerUpdatesNotAllowed,
    ],
    [legacy({ scheduledNextTermInstructions: next }), faults.notSupportedForLegacySubscription],
    [legacy({ status: 'deleted' }), faults.statusChangeNotAllowed],
    [legacy({ status: 'suspended', quantity: 30 }), faults.suspendedQuantityIsFixed],
    [
      legacy(
        { status: 'active' },
        { status: 'suspended', autoRenewEnabled: false },
        { parent: suspendedParent },
      ),
      faults.parentSubscriptionNotActive,
    ],
    [legacy({ quantity: 101 }), faults.quantityOutOfRange],
    [legacy({ quantity: 20 }), 'accepted'],
  ])
})

test('seats are added within every limit', (t) => {
  const pooled = { ...sku, pooledSeats: 300 } as Sku
  const seats = { environmentMax: undefined, pooled: 290, promotion: undefined }
  expectAll(t, [
    [{ body: { quantity: 30 }, subscription: { isTrial: true } }, faults.quantityIsFixed],
    [{ body: { quantity: 30 }, subscription: { productFamily: 'azurePlan' } }, faults.quantityIsFixed],
    [
      { body: { quantity: 30 }, subscription: { productFamily: 'savingsPlan' } },
      faults.savingsPlanOperationNotSupported,
    ],
    [
      { body: { quantity: 30 }, facts: { sku: { ...sku, traits: { program: 'SoftwareAssurance' } } } },
      faults.softwareAssuranceQuantityIncrease,
    ],
    [
      { body: { quantity: 30 }, subscription: { productFamily: 'perpetual' } },
      faults.quantityChangeNotEligible,
    ],
    [
      {
        body: { quantity: 30 },
        subscription: { productFamily: 'software' },
        facts: { item: { saleHasEnded: true, isRenewable: false } },
      },
      faults.purchaseTermNoLongerAvailable,
    ],
    [{ body: { quantity: 0 } }, faults.quantityOutOfRange],
    [
      { body: { quantity: 31 }, facts: { seats: { ...seats, promotion: { min: 1, max: 30 } } } },
      faults.quantityOutOfRange,
    ],
    [
      { body: { quantity: 26 }, facts: { seats: { ...seats, environmentMax: 25 } } },
      faults.subscriptionSeatLimitExceeded,
    ],
    [{ body: { quantity: 36 }, facts: { seats, sku: pooled } }, faults.seatLimitExceeded],
    [{ body: { quantity: 35 }, facts: { seats, sku: pooled } }, 'accepted'],
    [{ body: { quantity: 35 }, facts: { fulfilmentFails: true } }, faults.subscriptionUpdateFailed],
  ])
})

test('a pooled limit tells how many seats remain', (t) => {
  const facts = factsOf({
    body: { quantity: 45 },
    facts: {
      sku: { ...sku, pooledSeats: 300 },
      seats: { environmentMax: undefined, pooled: 290, promotion: undefined },
    },
  })
  t.assert.throws(
    () => enforce(patchRules, facts),
    (error: Fault) => error.params['requestedSeats'] === 20 && error.params['remainingSeats'] === 10,
  )
})

test('seats are given back lot by lot', (t) => {
  const added = at('2026-12-01T08:00:00Z')
  const until = instant(added + 168 * hourMs)
  const lots = [
    {
      quantity: 20,
      addedAt: at('2026-11-20T10:00:00Z'),
      source: 'purchase',
      reducibleUntil: at('2026-11-27T10:00:00Z'),
    },
    { quantity: 5, addedAt: added, source: 'add', reducibleUntil: until },
  ] as const
  const now = '2026-12-03T08:00:00Z'
  const moved = [{ quantity: 25, addedAt: added, source: 'transition', reducibleUntil: null }] as const
  expectAll(t, [
    [{ body: { quantity: 20 } }, 'accepted'],
    [{ now, subscription: { seatLots: lots }, body: { quantity: 19 } }, faults.quantityDecreaseNotAllowed],
    [{ now, subscription: { seatLots: lots }, body: { quantity: 20 } }, 'accepted'],
    [
      { now: '2026-12-08T08:00:01Z', subscription: { seatLots: lots }, body: { quantity: 24 } },
      faults.seatReductionWindowHoursPassed,
    ],
    [
      { subscription: { productFamily: 'software' }, body: { quantity: 24 } },
      faults.quantityDecreaseNotAllowed,
    ],
    [{ now, subscription: { productFamily: 'saas' }, body: { quantity: 24 } }, 'accepted'],
    [
      { now: '2026-12-04T10:00:01Z', subscription: { productFamily: 'saas' }, body: { quantity: 24 } },
      faults.seatReductionWindowDaysPassed,
    ],
    [{ now, subscription: { seatLots: moved }, body: { quantity: 24 } }, faults.quantityDecreaseNotAllowed],
  ])
})
