import { test } from 'node:test'
import type { FaultPage } from '@tenantry/sdk/operator.ts'
import { searchFaults } from './search-faults.ts'

const fault = (
  code: number,
  name: string,
  texts: Readonly<Record<string, string>>,
  originals: readonly string[] = [],
): FaultPage => ({
  name,
  code,
  status: 400,
  area: 'customers',
  texts,
  sources: {},
  originals: originals.map((text) => ({ locale: 'nl-NL', text, reason: 'torn apart' })),
  endpoints: [],
  conditions: [],
})

const known = [
  fault(900118, 'idIsInvalid', { 'en-US': 'The id is wrong', 'nl-NL': 'De id is fout' }),
  fault(9001, 'cartIsEmpty', { 'en-US': 'The cart is empty', 'cs-CZ': 'Košík je prázdný' }, [
    'De winkel wagen is leeg',
  ]),
  fault(3000, 'quantityIsWrong', { 'en-US': 'At most 9001 seats' }),
]

const found = (query: string): number[] => searchFaults(known, query).map(({ code }) => code)

test('digits find codes by their beginning, and texts that hold them', (t) => {
  t.assert.deepEqual(found('900118'), [900118])
  t.assert.deepEqual(found('9001'), [900118, 9001, 3000])
})

test('words find texts of every language, in any order and case', (t) => {
  t.assert.deepEqual(found('fout DE'), [900118])
  t.assert.deepEqual(found('košík'), [9001])
  t.assert.deepEqual(found('cart fout'), [])
})

test('a text is found as it was published before it was repaired', (t) => {
  t.assert.deepEqual(found('winkel wagen'), [9001])
})

test('an empty search shows every fault', (t) => {
  t.assert.equal(found(' ').length, known.length)
})
