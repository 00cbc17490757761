import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Subscription } from '@tenantry/contract/resources/subscription.ts'
import { Value } from 'typebox/value'
import { etagOf } from '../../../../kernel/etag.ts'
import { plainDate } from '../../../../kernel/time.ts'
import { at, licences } from '../subscription.fixture.ts'
import { subscriptionResource } from './subscription-resource.ts'
import { endless } from '../term.ts'

const now = at('2026-11-22T10:00:00Z')

test('licences of new commerce print their term, window, seats and links', () => {
  const subscription = licences({ version: 3 })
  const resource = subscriptionResource(subscription, now)
  assert.ok(Value.Check(Subscription, resource))
  assert.deepEqual(resource, {
    id: subscription.id,
    offerId: 'CFQ7TTC0FAKE:0001:CFQ7TTC0AVAI',
    offerName: 'Contoso Suite',
    friendlyName: 'Contoso Suite',
    productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
    quantity: 25,
    unitType: 'Licenses',
    hasPurchasableAddons: false,
    creationDate: '2026-11-20T10:00:00Z',
    effectiveStartDate: '2026-11-20T10:00:00Z',
    commitmentEndDate: '2027-11-19T00:00:00Z',
    commitmentEndDateTime: '2027-11-19T23:59:59Z',
    cancellationAllowedUntilDate: '2026-11-27T10:00:00Z',
    billingCycleEndDate: '2026-12-19T00:00:00Z',
    billingCycleEndDateTime: '2026-12-19T23:59:59Z',
    status: 'active',
    autoRenewEnabled: true,
    isTrial: false,
    billingType: 'license',
    billingCycle: 'monthly',
    termDuration: 'P1Y',
    renewalTermDuration: '',
    refundOptions: [{ type: 'Partial', expiresAt: '2026-11-27T10:00:00Z' }],
    refundableQuantity: {
      totalQuantity: 25,
      details: [{ quantity: 25, allowedUntilDateTime: '2026-11-27T10:00:00Z' }],
    },
    isMicrosoftProduct: true,
    publisherName: 'Microsoft Corporation',
    partnerId: '',
    attentionNeeded: false,
    actionTaken: false,
    actions: ['edit', 'cancel'],
    contractType: 'subscription',
    links: {
      product: { uri: '/products/CFQ7TTC0FAKE?country=DE', method: 'GET', headers: [] },
      sku: { uri: '/products/CFQ7TTC0FAKE/skus/0001?country=DE', method: 'GET', headers: [] },
      availability: {
        uri: '/products/CFQ7TTC0FAKE/skus/0001/availabilities/CFQ7TTC0AVAI?country=DE',
        method: 'GET',
        headers: [],
      },
      self: {
        uri: `/customers/${subscription.customerId}/subscriptions/${subscription.id}`,
        method: 'GET',
        headers: [],
      },
    },
    orderId: 'ab12cd34ef56',
    attributes: { etag: etagOf(subscription.id, 3), objectType: 'Subscription' },
  })
})

test('an Azure plan has usage and no end', () => {
  const plan = licences({
    productFamily: 'azurePlan',
    unitType: 'Usage-based',
    termDuration: '',
    commitmentEnd: endless,
    entitlementId: 'e',
  })
  const resource = subscriptionResource(plan, now)
  assert.ok(Value.Check(Subscription, resource))
  assert.deepEqual(
    [resource.billingType, resource.commitmentEndDate, resource.billingCycleEndDate, resource.entitlementId],
    ['usage', '9999-12-31T00:00:00Z', undefined, 'e'],
  )
})

test('an offer of the older program links to the offer and prints its id in upper case', () => {
  const legacy = licences({
    commerce: 'legacy',
    legacyOfferId: 'OFFER',
    parentSubscriptionId: 'base',
    cancellation: undefined,
  })
  const resource = subscriptionResource(legacy, now)
  assert.ok(Value.Check(Subscription, resource))
  assert.equal(resource.id, legacy.id.toUpperCase())
  assert.equal(resource.offerId, 'OFFER')
  assert.equal(resource.productType, undefined)
  assert.equal(resource.links?.offer?.uri, '/offers/OFFER?country=DE')
  assert.ok(resource.links?.parentSubscription?.uri.endsWith('/subscriptions/base'))
})

test('plans for the next term and the next cycle are printed with their dates', () => {
  const product = {
    productId: 'A',
    skuId: '1',
    availabilityId: 'B',
    billingCycle: 'annual',
    termDuration: 'P3Y',
  } as const
  const resource = subscriptionResource(
    licences({
      nextTerm: { product, quantity: 7, customTermEndDate: plainDate('2028-03-31') },
      nextCharge: { product, quantity: 25 },
      status: 'suspended',
      suspensionReasons: ['CustomerRequested'],
    }),
    now,
  )
  assert.ok(Value.Check(Subscription, resource))
  assert.deepEqual(resource.scheduledNextTermInstructions, {
    product,
    quantity: 7,
    customTermEndDate: '2028-03-31T00:00:00Z',
  })
  assert.equal(resource.renewalTermDuration, 'P3Y')
  assert.deepEqual(resource.nextChargeInstructions, { product, quantity: 25 })
  assert.deepEqual(resource.suspensionReasons, ['CustomerRequested'])
})
