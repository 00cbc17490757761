import { test } from 'node:test'
import { findCountryRules, type CountryRules } from './country-rules.ts'
import { judgeAddress } from './judge-address.ts'

const us = findCountryRules('US') as CountryRules
const address = {
  addressLine1: '12 Elm Street',
  city: 'Springfield',
  state: 'WA',
  postalCode: '98052',
  country: 'US',
}
const open = { isAvailable: true, rows: [] }

test('an address of the right form is verified, one without a house number only in part', (t) => {
  t.assert.equal(judgeAddress(address, us, open).status, 'VerifiedShippable')
  const part = judgeAddress({ ...address, addressLine1: 'Elm Street' }, us, open)
  t.assert.equal(part.status, 'StreetPartial')
  t.assert.equal(part.suggestedAddresses[0]?.addressLine1, '1 Elm Street')
})

test('an address that cannot be is answered with the members that are wrong', (t) => {
  const answer = judgeAddress({ ...address, state: 'ZZ', postalCode: '1' }, us, open)
  t.assert.deepEqual(answer, {
    originalAddress: { ...address, state: 'ZZ', postalCode: '1' },
    suggestedAddresses: [],
    status: 'None',
    validationMessage: "Address field invalid for property: 'State', 'PostalCode'",
  })
})

test("the operator's rows decide first, with at most as many suggestions as their status has", (t) => {
  const suggestedAddresses = ['1', '2', '3', '4'].map((line) => ({ addressLine1: line }))
  const rows = (status: 'Multiple' | 'Verified' | 'None') => [
    { match: { city: 'SPRINGFIELD' }, status, suggestedAddresses },
  ]
  for (const [status, count] of [
    ['Multiple', 3],
    ['Verified', 1],
    ['None', 0],
  ] as const) {
    const answer = judgeAddress(address, us, { isAvailable: true, rows: rows(status) })
    t.assert.deepEqual([answer.status, answer.suggestedAddresses.length], [status, count])
  }
  const elsewhere = judgeAddress({ ...address, city: 'Redmond' }, us, {
    isAvailable: true,
    rows: rows('None'),
  })
  t.assert.equal(elsewhere.status, 'VerifiedShippable')
  t.assert.equal(judgeAddress(address, us, { isAvailable: false, rows: rows('None') }).status, 'NotValidated')
})
