import { Type } from 'typebox'
import { test } from 'node:test'
import { Defect } from './invariant.ts'
import { datedPolicy, inForce } from './policy.ts'
import { parseInstant } from './time.ts'

const rows = [
  {
    effectiveFrom: '2023-01-01',
    value: 168,
    source: 'partner-center/customers/new-commerce-cancellation-policy',
  },
  {
    effectiveFrom: '2022-01-01',
    value: 72,
    source: 'partner-center/customers/new-commerce-cancellation-policy',
  },
]

test('a policy row holds from the start of its day until the next row', (t) => {
  const policy = datedPolicy({ name: 'window', schema: Type.Integer(), rows })
  const at = (moment: string) => inForce(policy.rows, parseInstant(moment))
  t.assert.equal(at('2021-06-01T00:00:00Z'), 72)
  t.assert.equal(at('2022-12-31T23:59:59Z'), 72)
  t.assert.equal(at('2023-01-01T00:00:00Z'), 168)
})

test('a policy with a wrong row does not load', (t) => {
  const load = (rows: unknown) => () => datedPolicy({ name: 'window', schema: Type.Integer(), rows })
  t.assert.throws(load([]), Defect)
  t.assert.throws(load([{ effectiveFrom: '2023-02-30', value: 1 }]), /row 0: effectiveFrom/)
  t.assert.throws(load([{ effectiveFrom: '2023-02-28', value: 'x' }]), /row 0: value/)
})
