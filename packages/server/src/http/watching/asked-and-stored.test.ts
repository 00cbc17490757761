import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedAgainstStored } from './asked-and-stored.ts'

test('what was asked and what is there are compared by place, whatever the case of names', () => {
  const asked = {
    Quantity: 5,
    BillingCycle: 'one_time',
    startsAt: '2026-01-15T09:00:00+00:00',
    domain: 'asked.example',
    lineItems: [{ id: 0, quantity: 1 }, { id: 1, quantity: 2, term: { length: 12 } }, { id: 2 }],
    attributes: { etag: 'old' },
    unknown: true,
    empty: null,
  }
  const stored = {
    quantity: 4,
    billingCycle: 'oneTime',
    startsAt: '2026-01-15T09:00:00Z',
    domain: 'kept.example',
    lineItems: [
      { id: 0, quantity: 1 },
      { id: 1, quantity: 3, term: { length: 36 } },
    ],
    attributes: { etag: 'new' },
    empty: 'no',
  }

  assert.deepEqual(askedAgainstStored(asked, stored), [
    { path: 'quantity', asked: 5, stored: 4 },
    { path: 'domain', asked: 'asked.example', stored: 'kept.example' },
    { path: 'lineItems', asked: '3 entries', stored: '2 entries' },
    { path: 'lineItems[1].quantity', asked: 2, stored: 3 },
    { path: 'lineItems[1].term.length', asked: 12, stored: 36 },
  ])
  assert.deepEqual(askedAgainstStored(stored, stored), [])
})

test('a thing of another kind in its place is a difference, and there is an end to them', () => {
  assert.deepEqual(askedAgainstStored({ a: [1] }, { a: { b: 1 } }), [
    { path: 'a', asked: [1], stored: { b: 1 } },
  ])
  assert.deepEqual(askedAgainstStored('text', {}), [{ path: '', asked: 'text', stored: {} }])
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`m${i}`, i]))
  const others = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`m${i}`, -1 - i]))
  assert.equal(askedAgainstStored(many, others).length, 100)
})
