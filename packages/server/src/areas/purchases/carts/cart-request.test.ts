import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { CartRequest } from '@tenantry/contract/resources/cart.ts'
import { Trace } from '../../../kernel/trace.ts'
import { readCartRequest } from './cart-request.ts'

const item = 'CFQ7TTC0AAAA:0001:CFQ7TTC0BBBB'
const line = { catalogItemId: item, quantity: 3, billingCycle: 'Monthly', termDuration: 'p1y' }

const read = (body: CartRequest, pathId?: string) => readCartRequest(body, pathId, new Trace())

const codeOf = (body: CartRequest, pathId?: string): number | undefined => {
  let code: number | undefined
  throws(
    () => read(body, pathId),
    (error) => error instanceof Fault && (code = error.spec.code) > 0,
  )
  return code
}

test('A body is refused for one reason after the other', () => {
  const addOn = { ...line, id: 1 }
  const wrong = {
    id: 'another',
    lineItems: [
      { ...line, id: 1, billingCycle: '', addonItems: [addOn], customTermEndDate: 'soon' },
      { ...line, id: 1, catalogItemId: ' ' },
    ],
  }
  const [first, second] = wrong.lineItems
  const repairs: readonly (readonly [number, CartRequest])[] = [
    [800002, wrong],
    [800002, { ...wrong, id: 'this' }],
    [800002, { id: 'this', lineItems: [{ ...first, billingCycle: 'weekly' }, { ...second }] } as CartRequest],
    [
      800002,
      {
        id: 'this',
        lineItems: [{ ...first, billingCycle: 'weekly', addonItems: [] }, { ...second }],
      } as CartRequest,
    ],
    [900126, { lineItems: [{ ...line, id: 1, billingCycle: 'weekly' }, { ...second }] } as CartRequest],
    [900142, { lineItems: [{ ...line, id: 1 }, { ...second }] } as CartRequest],
    [
      800071,
      {
        lineItems: [
          { ...line, id: 1 },
          { ...line, id: 1 },
        ],
      },
    ],
  ]

  deepEqual(
    repairs.map(([, body]) => codeOf(body, 'this')),
    repairs.map(([code]) => code),
  )
  equal(
    read(
      {
        lineItems: [
          { ...line, id: 1 },
          { ...line, id: 0 },
        ],
      },
      'this',
    ).length,
    2,
  )
})

test('Names of cycles, terms and participants may be written in any way', () => {
  const [read1] = read({
    lineItems: [
      {
        ...line,
        billingCycle: 'OneTime',
        participants: [{ key: 'TransactionReseller', value: '7654321' }],
        provisioningContext: { SubscriptionId: 'X', Scope: 'shared' },
        renewsTo: [{ TermDuration: 'p1y' }],
      },
    ],
  })

  equal(read1?.billingCycle, 'one_time')
  equal(read1?.termDuration, 'P1Y')
  deepEqual(read1?.participants, [{ key: 'transaction_reseller', value: '7654321' }])
  deepEqual(read1?.provisioningContext, { subscriptionId: 'X', scope: 'shared' })
  deepEqual(read1?.renewsTo, { termDuration: 'P1Y' })
  equal(codeOf({ lineItems: [{ ...line, participants: [{ key: 'friend', value: '1' }] }] }), 900126)
})

test('Lines without ids are numbered by their place, nested add-ons included', () => {
  const legacy = {
    catalogItemId: 'A0C9E0F2-0000-4000-8000-000000000001',
    quantity: 1,
    billingCycle: 'monthly',
  }
  const lines = read({ lineItems: [{ ...legacy, addonItems: [legacy, legacy] }, legacy] })

  deepEqual(
    lines.map(({ id, addonItems = [] }) => [id, ...addonItems.map((addOn) => addOn.id)]),
    [[0, 1, 2], [3]],
  )
})
