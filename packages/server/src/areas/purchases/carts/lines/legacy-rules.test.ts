import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { Trace } from '../../../../kernel/trace.ts'
import { checkLine } from './line-check.ts'
import { legacyFacts, type LegacyChange } from './line-facts.fixture.ts'

const verdict = (place: 'cart' | 'checkout', change: LegacyChange): number | undefined => {
  const broken = checkLine(legacyFacts(change), place, new Trace())
  return place === 'cart' ? broken?.error?.errorCode : broken?.fault.spec.code
}

test('A line of the older program that is wrong in every way is refused for one reason after the other', () => {
  const closed = { licences: 'closed', azure: 'closed' } as const
  const repairs: readonly (readonly [number | undefined, LegacyChange])[] = [
    [
      10004,
      {
        line: {
          participants: [{ key: 'transaction_reseller', value: '1' }],
          billingCycle: 'annual',
          quantity: 500,
        },
        offer: {
          countries: ['DE'],
          resellerQualifications: ['AEP'],
          reselleeQualifications: ['Education'],
          enforcesAttestation: true,
          isAddOn: true,
          prerequisiteOffers: ['OTHER'],
        },
        facts: { sale: closed, heldConcurrently: 2, parent: 'unknown' },
      },
    ],
    [800070, { line: { participants: [] } }],
    [2006, { offer: { countries: ['DE', 'US'] } }],
    [2085, { partner: { qualifications: ['AEP'] } }],
    [2091, { facts: { segments: ['commercial', 'education'] } }],
    [900269, { facts: { sale: { licences: 'open', azure: 'closed' } } }],
    [900203, { line: { billingCycle: 'monthly' } }],
    [900275, { line: { attestationAccepted: true } }],
    [27006, { line: { quantity: 5 } }],
    [800021, { facts: { heldConcurrently: 1 } }],
    [800021, { facts: { parent: 'none' } }],
    [800012, { facts: { parent: { offerId: 'BASE', isActive: false } } }],
    [800029, { facts: { parent: { offerId: 'BASE', isActive: true } } }],
    [undefined, { offer: { prerequisiteOffers: ['OTHER', 'BASE'] } }],
  ]
  let change: LegacyChange = {}
  for (const [expected, repair] of repairs) {
    change = {
      line: { ...change.line, ...repair.line },
      offer: { ...change.offer, ...repair.offer },
      partner: { ...change.partner, ...repair.partner },
      facts: { ...change.facts, ...repair.facts },
    }
    equal(verdict('checkout', change), expected)
  }
})

test('Microsoft Azure of the older program has a sale and, in a sandbox, a limit of its own', () => {
  const azure = { billing: 'usage' } as const
  const sandbox = { environment: 'sandbox' } as const
  const closed = { licences: 'open', azure: 'closed' } as const
  equal(verdict('cart', { offer: azure, facts: { sale: closed } }), 400072)
  equal(verdict('checkout', { offer: azure, partner: sandbox, facts: { legacyAzureOfPartner: 10 } }), 800068)
  equal(
    verdict('checkout', { offer: azure, partner: sandbox, facts: { legacyAzureOfPartner: 9 } }),
    undefined,
  )
  equal(verdict('checkout', { offer: azure, facts: { legacyAzureOfPartner: 10 } }), undefined)
})

test('A sandbox has few subscriptions and seats, of the older program too', () => {
  const partner = { environment: 'sandbox' } as const
  const holdings = { customerSubscriptions: 5 }
  const line = { quantity: 26 }
  equal(verdict('checkout', { partner, line, facts: { holdings } }), 800066)
  equal(verdict('checkout', { partner, line }), 800067)
  equal(verdict('checkout', { line, facts: { holdings } }), undefined)
})

test('A base product is no add-on of another, and an add-on without prerequisites is one of any', () => {
  const parent = { offerId: 'BASE', isActive: true }
  equal(verdict('checkout', { facts: { parent } }), 800029)
  equal(verdict('checkout', { offer: { isAddOn: true }, facts: { parent } }), undefined)
})

test('A cart shows what has a number among its errors', () => {
  const closed = { licences: 'closed', azure: 'open' } as const
  equal(verdict('cart', { facts: { sale: closed } }), 500600)
  equal(verdict('cart', { offer: { countries: ['DE'] } }), 10001)
  equal(verdict('cart', { facts: { parent: 'unknown' } }), 10007)
  equal(verdict('cart', { facts: { heldConcurrently: 2 } }), undefined)
})
