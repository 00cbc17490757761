import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../../../kernel/time.ts'
import { Trace } from '../../../../kernel/trace.ts'
import type { Sku } from '../../../catalogue/products/public.ts'
import type { AzureReference, LineFacts } from './line-facts.ts'
import { checkLine, type LoadedLine } from './line-check.ts'
import { catalogItemId, facts, line, type Change } from './line-facts.fixture.ts'

const codeAt = (place: 'cart' | 'checkout', loaded: LoadedLine): number | undefined => {
  const broken = checkLine(loaded, place, new Trace())
  return place === 'cart' ? broken?.error?.errorCode : broken?.fault.spec.code
}

const cart = (change: Change) => codeAt('cart', facts(change))
const checkout = (change: Change) => codeAt('checkout', facts(change))

test('A line that is wrong in every way is refused for one reason after the other', () => {
  const repairs: readonly (readonly [number | undefined, Change])[] = [
    [
      10004,
      {
        line: {
          participants: [{ key: 'transaction_reseller', value: '1234567' }],
          purchaseSystem: 'VL',
          billingCycle: 'triennial',
          quantity: 2000,
          currencyCode: 'CHF',
          customTermEndDate: plainDate('2026-02-10'),
        },
        sku: {
          includedQuantityOptions: [
            { units: 'a', description: '' },
            { units: 'b', description: '' },
          ],
          requiredTenantTags: ['Telco'],
          isPurchasableInSandbox: false,
          attestation: { attestationType: 'x', enforceAttestation: true },
          ownershipLimit: { count: 1, kind: 'lifetime' },
          isAddon: true,
          prerequisiteSkus: ['CFQ7TTC0CCCC:0001'],
          seatPolicy: { minPercent: 50, maxPercent: 60 },
          minimumQuantity: 5,
        },
        availability: {
          country: 'DE',
          segment: 'education',
          isPurchasable: false,
          partnerIds: ['someone-else'],
        },
        holdings: { assets: 1, customerSubscriptions: 5, tenantSubscriptions: 300 },
        partner: { environment: 'sandbox' },
        facts: {
          plan: { termDuration: 'P2Y', billingCycle: 'annual', refunds: [] },
          inventory: { wasChecked: true, isRestricted: true, remaining: 3 },
          chosenPromotion: 'invalid',
          price: undefined,
        },
      },
    ],
    [800031, { line: { participants: [] } }],
    [800083, { line: { purchaseSystem: 'modern' } }],
    [800084, { sku: { includedQuantityOptions: [] } }],
    [900144, { facts: { plan: undefined }, sku: { provisioningId: undefined } as unknown as Partial<Sku> }],
    [800070, { sku: { provisioningId: 'an id' } }],
    [800086, { availability: { country: 'US' } }],
    [800020, { facts: { tenantTags: ['Telco'] } }],
    [800020, { availability: { segment: 'commercial' } }],
    [800020, { availability: { isPurchasable: true } }],
    [900322, { availability: { partnerIds: ['partner-1'] } }],
    [900270, { sku: { isPurchasableInSandbox: true } }],
    [900269, { line: { billingCycle: 'annual' } }],
    [900203, { facts: { plan: { termDuration: 'P1Y', billingCycle: 'annual', refunds: [] } } }],
    [900275, { line: { attestationAccepted: true } }],
    [800088, { sku: { pooledSeats: 300 }, holdings: { tenantSeats: 250 }, line: { quantity: 51 } }],
    [800089, { holdings: { tenantSeats: 0 } }],
    [400041, { holdings: { assets: 0 } }],
    [10018, { holdings: { prerequisiteSeats: 4 } }],
    [10019, { holdings: { prerequisiteSeats: 400 } }],
    [10021, { holdings: { prerequisiteSeats: 60 } }],
    [800066, { holdings: { prerequisiteSeats: 100 } }],
    [800067, { holdings: { customerSubscriptions: 4 } }],
    [900419, { partner: { environment: 'production' } }],
    [27007, { holdings: { tenantSubscriptions: 299 } }],
    [900242, { facts: { chosenPromotion: 'applies' } }],
    [
      800010,
      {
        holdings: { endDates: [plainDate('2026-02-28')] },
        line: { customTermEndDate: plainDate('2026-02-28') },
      },
    ],
    [800017, { facts: { inventory: { wasChecked: true, isRestricted: false, remaining: 50 } } }],
    [900169, { facts: { inventory: { wasChecked: true, isRestricted: false, remaining: 51 } } }],
    [900192, { line: { currencyCode: 'USD' } }],
    [undefined, { facts: { price: { unitPrice: '96', retailPrice: '120', currency: 'USD' } } }],
  ]
  let present: Change = {}
  for (const [expected, repair] of repairs) {
    present = {
      line: { ...present.line, ...repair.line },
      sku: { ...present.sku, ...repair.sku },
      availability: { ...present.availability, ...repair.availability },
      holdings: { ...present.holdings, ...repair.holdings },
      partner: { ...present.partner, ...repair.partner },
      facts: { ...present.facts, ...repair.facts },
    }
    equal(checkout(present), expected)
  }
})

test('A cart shows the documented codes and leaves the other conditions to the checkout', () => {
  const shown: readonly (readonly [number | undefined, Change])[] = [
    [10000, { line: { currencyCode: 'CHF' } }],
    [10001, { availability: { country: 'DE' } }],
    [10001, { availability: { segment: 'government' } }],
    [undefined, { availability: { isPurchasable: false } }],
    [10002, { facts: { inventory: { wasChecked: true, isRestricted: false, remaining: 9 } } }],
    [10003, { facts: { inventory: { wasChecked: true, isRestricted: true } } }],
    [10009, { partner: { environment: 'sandbox' }, line: { quantity: 26 } }],
    [10012, { sku: { attestation: { attestationType: 'x', enforceAttestation: true } } }],
    [10013, { line: { billingCycle: 'triennial' } }],
    [10013, { facts: { plan: undefined } }],
    [10014, { facts: { chosenPromotion: 'invalid' } }],
    [10015, { line: { quantity: 1001 } }],
    [10016, { line: { customTermEndDate: plainDate('2026-02-28') }, sku: { isTrial: true } }],
    [10017, { line: { customTermEndDate: plainDate('2026-02-27') } }],
    [undefined, { facts: { price: undefined } }],
    [undefined, { holdings: { tenantSubscriptions: 300 } }],
  ]

  deepEqual(
    shown.map(([, change]) => cart(change)),
    shown.map(([code]) => code),
  )
})

test('Pooled seats are counted over the whole tenant, and the error says how many are left', () => {
  const broken = checkLine(
    facts({ sku: { pooledSeats: 300 }, holdings: { tenantSeats: 250 }, line: { quantity: 51 } }),
    'cart',
    new Trace(),
  )

  equal(broken?.error?.errorCode, 10015)
  deepEqual(broken?.error?.additionalInformation, { availableQuantity: 50, purchasedQuantity: 51 })
  deepEqual(broken?.fault.params, { requestedSeats: 51, remainingSeats: 50, catalogItemId })
  equal(
    checkout({ sku: { pooledSeats: 300 }, holdings: { tenantSeats: 250 }, line: { quantity: 50 } }),
    undefined,
  )
})

test('An add-on stays within its share of the base, with the seats already owned counted in', () => {
  const addOn = { isAddon: true, prerequisiteSkus: ['CFQ7TTC0CCCC:0001'], seatPolicy: { maxPercent: 100 } }
  const owned = { prerequisiteSeats: 120, addOnSeats: 30 }
  const broken = checkLine(
    facts({ sku: addOn, holdings: owned, line: { quantity: 95 } }),
    'cart',
    new Trace(),
  )

  equal(broken?.error?.errorCode, 10021)
  deepEqual(broken?.error?.params, { maximumPercentage: '100%', purchaseQuantity: 95, maximumQuantity: 90 })
  equal(cart({ sku: addOn, holdings: owned, line: { quantity: 90 } }), undefined)
})

test('An add-on with a minimum share needs that share, rounded up', () => {
  const addOn = {
    isAddon: true,
    prerequisiteSkus: ['CFQ7TTC0CCCC:0001'],
    seatPolicy: { minPercent: 5 },
    minimumQuantity: 5,
  }

  equal(cart({ sku: addOn, holdings: { prerequisiteSeats: 400 }, line: { quantity: 19 } }), 10019)
  equal(cart({ sku: addOn, holdings: { prerequisiteSeats: 400 }, line: { quantity: 20 } }), undefined)
})

test('A custom end date is one of those that are listed', () => {
  const endDates = [plainDate('2026-06-29'), plainDate('2026-12-31')]
  const ends = (date: string) =>
    cart({ holdings: { endDates }, line: { customTermEndDate: plainDate(date) } })

  equal(ends('2026-06-29'), undefined)
  equal(ends('2026-12-31'), undefined)
  equal(ends('2026-06-30'), 10017)
})

test('A trial is not for those who own the paid version, and only once for each customer', () => {
  const trial = { isTrial: true, ownershipLimit: { count: 1, kind: 'lifetime' } } as const

  equal(checkout({ sku: trial, holdings: { ownsPaidVersion: true } }), 800020)
  equal(checkout({ sku: trial, holdings: { assets: 1 } }), 800089)
  equal(checkout({ sku: trial }), undefined)
})

test('A customer has one Azure plan through each reseller', () => {
  equal(checkout({ family: 'azurePlan', holdings: { assets: 1 } }), 800089)
  equal(checkout({ family: 'azurePlan' }), undefined)
  equal(
    checkout({
      family: 'azurePlan',
      holdings: { assets: 1, azurePlansOfCustomer: 1 },
      line: { quantity: 1 },
      partner: { environment: 'sandbox' },
    }),
    900116,
  )
})

test('A partner needs an authorisation for perpetual licences', () => {
  equal(checkout({ family: 'perpetual' }), 800020)
  equal(checkout({ family: 'perpetual', partner: { qualifications: ['perpetual-software'] } }), undefined)
})

test('A sandbox has few Azure plans and few reserved machines', () => {
  const sandbox = { environment: 'sandbox' } as const
  const machine = { traits: { armSkuName: 'Standard_B1s' } }

  equal(
    checkout({
      family: 'azurePlan',
      partner: sandbox,
      holdings: { azurePlansOfCustomer: 1 },
      line: { quantity: 1 },
    }),
    900116,
  )
  equal(checkout({ family: 'azurePlan', partner: sandbox, line: { quantity: 1 } }), undefined)
  equal(checkout({ family: 'reservation', partner: sandbox, line: { quantity: 1 } }), 800018)
  equal(checkout({ family: 'reservation', partner: sandbox, sku: machine, line: { quantity: 3 } }), 800018)
  equal(checkout({ family: 'reservation', partner: sandbox, sku: machine, line: { quantity: 2 } }), 800021)
})

const activePlan: AzureReference = {
  isUsage: true,
  isAzurePlan: true,
  isActive: true,
  hasActiveAzureSubscription: true,
  registration: 'registered',
  takesReservations: true,
  partnerId: undefined,
}

test('A savings plan names an Azure plan that is active and has the same partner on record', () => {
  const plan = { ...activePlan, partnerId: '1234567' }
  const entitling = { ...plan, entitlementIsActive: true }
  const none = { named: undefined, entitling: undefined, hasAzurePlan: true }
  const saving = (provisioningContext: Record<string, string>, azure: Partial<LineFacts['azure']> = {}) =>
    checkout({
      family: 'savingsPlan',
      partner: { type: 'indirectProvider' },
      line: {
        provisioningContext,
        participants: [{ key: 'transaction_reseller', value: '1234567' }],
        purchaseCommitment: { amount: '0.05' },
      },
      sku: { minimumCommitment: { amount: '0.001', grain: 'hourly', currencyCode: 'USD' } },
      facts: { azure: { ...none, ...azure } },
    })

  equal(saving({ scope: 'managementGroup' }), 900312)
  equal(saving({ scope: 'single' }), 900313)
  equal(saving({ scope: 'single', entitlementId: 'x' }), 900314)
  equal(
    saving(
      { scope: 'single', entitlementId: 'x' },
      { entitling: { ...entitling, entitlementIsActive: false } },
    ),
    900314,
  )
  equal(
    saving({ scope: 'single', entitlementId: 'x' }, { entitling: { ...entitling, isAzurePlan: false } }),
    900315,
  )
  equal(saving({ scope: 'single', entitlementId: 'x' }, { entitling }), undefined)
  equal(saving({ scope: 'shared' }), 900317)
  equal(saving({ scope: 'shared', subscriptionId: 'x' }, { named: { ...plan, isAzurePlan: false } }), 900320)
  equal(saving({ scope: 'shared', subscriptionId: 'x' }), 900318)
  equal(
    saving(
      { scope: 'shared', subscriptionId: 'x' },
      { named: { ...plan, hasActiveAzureSubscription: false } },
    ),
    900318,
  )
  equal(
    saving({ scope: 'shared', subscriptionId: 'x' }, { named: { ...plan, partnerId: '7654321' } }),
    900323,
  )
  equal(saving({ scope: 'shared', subscriptionId: 'x' }, { named: plan }), undefined)
})

test('A metered plan needs an Azure plan to charge', () => {
  const metered = { consumptionType: 'metered' }
  const azure = { named: undefined, entitling: undefined, hasAzurePlan: false }
  const context = { provisioningContext: { subscriptionId: 'x' } }

  equal(checkout({ family: 'saas', sku: metered, facts: { azure } }), 900128)
  equal(checkout({ family: 'saas', sku: metered, line: context, facts: { azure } }), 900129)
  const idle = { ...azure, named: { ...activePlan, hasActiveAzureSubscription: false } }
  equal(checkout({ family: 'saas', sku: metered, line: context, facts: { azure: idle } }), 900129)
  equal(
    checkout({ family: 'saas', sku: metered, facts: { azure: { ...azure, hasAzurePlan: true } } }),
    undefined,
  )
})

test('A reservation is for an active Azure subscription of the customer', () => {
  const azure = (named: Partial<AzureReference> | undefined): LineFacts['azure'] => ({
    named: named && { ...activePlan, ...named },
    entitling: undefined,
    hasAzurePlan: true,
  })
  const reserve = (named: Partial<AzureReference> | undefined, wasChecked = false, scope = 'single') =>
    checkout({
      family: 'reservation',
      sku: { purchasePrerequisites: ['AzureSubscriptionRegistration', 'InventoryCheck'] },
      availability: { reservationScope: 'AzurePlan' },
      line: { provisioningContext: { scope } },
      facts: { azure: azure(named), inventory: { isRestricted: false, wasChecked } },
    })

  equal(reserve(undefined), 800021)
  equal(reserve({ isUsage: false }), 800011)
  equal(reserve({ isActive: false }), 800012)
  equal(reserve({ registration: 'notRegistered' }), 800030)
  equal(reserve({ registration: 'registering' }), 800013)
  equal(reserve({ takesReservations: false }), 800013)
  equal(reserve({}), 800036)
  equal(reserve({}, true), 10010)
  equal(reserve({}, true, 'shared'), undefined)
})

test('An id is looked up part by part', () => {
  const unresolved = (unknown: 'grammar' | 'product' | 'sku' | 'availability'): LoadedLine => ({
    kind: 'unresolved',
    line,
    resolution: { found: false, unknown },
  })
  const parts = ['grammar', 'product', 'sku', 'availability'] as const

  deepEqual(
    parts.map((part) => codeAt('checkout', unresolved(part))),
    [800004, 400013, 400018, 400019],
  )
  deepEqual(
    parts.map((part) => codeAt('cart', unresolved(part))),
    [10001, 10001, 10001, 10001],
  )
})
