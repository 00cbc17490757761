import { test } from 'node:test'
import type { TransitionRequest } from '@tenantry/contract/resources/transition.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { legacyOffers } from '@tenantry/recipes/products.ts'
import { ladder } from '../world/ladder.ts'
import { world } from '../world/world.ts'

const unknownId = '5f0c2d4e-8a31-4a6f-b7de-2c90f1a3e5b7'

const others = 'patch-rules.test.ts and patch-rules-term.test.ts have the others'

test('a transition is checked from its shape over its source to its target', async (t) => {
  const customer = await (await world(t)).customer()
  const early = await customer.subscribe('business-premium', { seats: 2 })
  const standard = await customer.subscribe('business-standard', { seats: 2 })
  await customer.world.wait({ days: 40 })
  const source = await customer.subscribe('business-basic', { seats: 10 })
  const monthly = await customer.subscribe('business-premium', { seats: 2, term: 'P1M' })
  const fresh = await customer.subscribe('business-premium', { seats: 2 })
  await early.change({ status: 'suspended' })
  await source.change({ status: 'suspended' })
  const [visio, premium] = [await customer.itemOf('visio-2'), await customer.itemOf('business-premium')]

  await ladder<TransitionRequest>(
    (body) => source.ask.transitions.create(source.ids, body),
    {},
    [
      [{}, faults.catalogItemIdIsMissing],
      [{ toCatalogItemId: visio }, faults.requestInputIsInvalid],
      [{ quantity: 0, transitionType: 'sideways' }, faults.operationNotSupported],
      [{ transitionType: 'transition_only' }, faults.quantityOutOfRange],
      [{ quantity: 4 }, faults.suspendedSubscriptionIsReadOnly],
      [
        async () => {
          await source.change({ status: 'active' })
          return {}
        },
        faults.catalogItemNotEligible,
      ],
      [{ toCatalogItemId: premium, toSubscriptionId: source.id }, faults.targetIsSource],
      [{ toSubscriptionId: unknownId }, faults.assetNotFound],
      [{ toSubscriptionId: early.id }, faults.targetNotActive],
      [{ toSubscriptionId: standard.id }, faults.targetCatalogItemDiffers],
      [{ toSubscriptionId: monthly.id, termDuration: 'P3Y' }, faults.targetTermIsInvalid],
      [{ termDuration: undefined }, faults.targetTermIsShorter],
      [{ toSubscriptionId: fresh.id, billingCycle: 'annual' }, faults.billingCycleIsInvalid],
      [{ billingCycle: undefined }, faults.targetNotReady],
      [
        async () => {
          await early.change({ status: 'active' })
          await customer.world.wait({ days: 8 })
          return { toSubscriptionId: early.id }
        },
        faults.targetEndsTooEarly,
      ],
      [{ toSubscriptionId: fresh.id, quantity: 299 }, faults.quantityOutOfRange],
      [{ quantity: 4 }, 'accepted'],
    ],
    { of: 'Create a transition', seenBy: customer.world, apart: 'transition-rules.test.ts has the others' },
  )
})

test('a change of a subscription is checked from its ETag over status, seats and next term to the term', async (t) => {
  const customer = await (await world(t)).customer()
  const subscription = await customer.subscribe('office-e3', { seats: 10 })
  const { attributes } = await subscription.get()
  await subscription.change({ friendlyName: 'Bakery' })
  await customer.world.wait({ days: 8 })
  const [productId, skuId, availabilityId] = (await customer.itemOf('office-e3')).split(':')
  const product = { productId, skuId, availabilityId, termDuration: 'P1Y', billingCycle: 'monthly' }
  const nextTerm = (changes: object, quantity = 10, further: object = {}) => ({
    scheduledNextTermInstructions: { product: { ...product, ...changes }, quantity, ...further },
  })

  await ladder<Record<string, unknown>>(
    ({ etag, ...changes }) => subscription.askToChange(changes, typeof etag === 'string' ? { etag } : {}),
    {
      etag: attributes.etag,
      status: 'pending',
      quantity: 1_000_000,
      termDuration: 'P2Y',
      billingCycle: 'weekly',
      ...nextTerm({ skuId: '9999' }),
    },
    [
      [{}, faults.etagIsStale],
      [{ etag: undefined }, faults.statusChangeNotAllowed],
      [{ status: 'active' }, faults.quantityOutOfRange],
      [{ quantity: 9 }, faults.seatReductionWindowHoursPassed],
      [{ quantity: 12 }, faults.nextTermProductIsInvalid],
      [nextTerm({}, 0), faults.nextTermQuantityNotAllowed],
      [nextTerm({}, 10, { customTermEndDate: '2030-01-01T00:00:00Z' }), faults.nextTermEndDateOutOfRange],
      [nextTerm({}, 10, { customTermEndDate: '2027-06-15T00:00:00Z' }), faults.nextTermEndDateNotAligned],
      [nextTerm({}), faults.termDurationIsInvalid],
      [{ termDuration: 'P1M' }, faults.termDurationIsShorter],
      [{ termDuration: 'P1Y' }, faults.billingCycleIsInvalid],
      [{ billingCycle: 'triennial' }, faults.billingCycleLongerThanTerm],
      [{ billingCycle: 'annual' }, faults.billingCycleIsFixed],
      [{ billingCycle: 'monthly' }, 'accepted'],
    ],
    { of: 'Update a subscription', seenBy: customer.world, apart: others },
  )
})

test('a change of the older program is checked from its ETag over the offer to status and seats', async (t) => {
  const here = await world(t)
  const subscription = await (await here.customer()).legacySubscription()
  const { attributes } = await subscription.get()
  await subscription.change({ friendlyName: 'Bakery' })
  const offerChanges = [{ offerId: legacyOffers['business-premium'], isUpdatable: false }]
  await here.arrange('catalogue', { offerChanges })

  await ladder<Record<string, unknown>>(
    ({ etag, ...changes }) => subscription.askToChange(changes, typeof etag === 'string' ? { etag } : {}),
    {
      etag: attributes.etag,
      billingCycle: 'annual',
      termDuration: 'P3Y',
      status: 'pending',
      quantity: 301,
      partnerId: '4100001',
    },
    [
      [{}, faults.etagIsStale],
      [{ etag: undefined }, faults.billingCycleChangeNeedsOrderUpdate],
      [{ billingCycle: 'monthly' }, faults.offerUpdatesNotAllowed],
      [
        async () => {
          await here.arrange('catalogue', { offerChanges: [] })
          return {}
        },
        faults.notSupportedForLegacySubscription,
      ],
      [{ termDuration: undefined }, faults.statusChangeNotAllowed],
      [{ status: 'suspended' }, faults.suspendedQuantityIsFixed],
      [{ status: 'active' }, faults.quantityOutOfRange],
      [{ quantity: 300 }, faults.partnerOnRecordIsFixed],
      [{ partnerId: '' }, 'accepted'],
    ],
    { of: 'Update a subscription', seenBy: here, apart: others },
  )
})
