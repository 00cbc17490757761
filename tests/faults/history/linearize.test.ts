import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain, type Seen } from './linearize.ts'
import { saleModel, type SaleOp, type SaleResult } from './sale-model.ts'

type Told = readonly [beganAt: number, endedAt: number, op: SaleOp, result: SaleResult]

const explained = (history: readonly Told[]): SaleOp['kind'][] | undefined =>
  explain(
    history.map(([beganAt, endedAt, op, result]): Seen<SaleOp, SaleResult> => ({
      beganAt,
      endedAt,
      op,
      result,
    })),
    saleModel,
  )?.map(({ op }) => op.kind)

const done = { is: 'done' } as const
const refused = { is: 'refused', code: 0 } as const
const ordered = (order: string) => ({ is: 'ordered', order }) as const
const stale = { is: 'stale' } as const
const seen = (quantity: number, version: number, status = 'active') =>
  ({ is: 'seen', quantity, version, status }) as const
const bought: Told = [1, 2, { kind: 'checkout' }, ordered('a')]
const grow = (quantity: number, version?: number): SaleOp =>
  version === undefined ? { kind: 'quantity', quantity } : { kind: 'quantity', quantity, version }

test('operations at the same time may have come in any order that explains them', () => {
  assert.deepEqual(
    explained([
      [1, 5, { kind: 'checkout' }, ordered('a')],
      [2, 4, { kind: 'checkout' }, ordered('a')],
      [6, 20, { kind: 'cancel' }, seen(21, 5, 'deleted')],
      [7, 19, grow(25), seen(25, 2)],
      [8, 18, { kind: 'transition', seats: 1 }, done],
      [9, 17, grow(30, 2), stale],
      [10, 16, grow(21), seen(21, 4)],
      [11, 15, { kind: 'read' }, seen(24, 3)],
      [21, 22, { kind: 'transition', seats: 1 }, refused],
    ]),
    [
      'checkout',
      'checkout',
      'quantity',
      'transition',
      'quantity',
      'read',
      'quantity',
      'cancel',
      'transition',
    ],
  )
})

const impossible: readonly (readonly [string, readonly Told[]])[] = [
  ['a cart that is ordered twice', [bought, [3, 4, { kind: 'checkout' }, ordered('b')]]],
  ['a checkout that is refused', [[1, 2, { kind: 'checkout' }, refused]]],
  ['a read of the past', [bought, [3, 4, grow(25), seen(25, 2)], [5, 6, { kind: 'read' }, seen(20, 1)]]],
  [
    'a read that goes back',
    [
      bought,
      [3, 20, grow(25), seen(25, 2)],
      [4, 5, { kind: 'read' }, seen(25, 2)],
      [6, 7, { kind: 'read' }, seen(20, 1)],
    ],
  ],
  ['a lost update', [bought, [3, 10, grow(25, 1), seen(25, 2)], [4, 9, grow(30, 1), seen(30, 2)]]],
  [
    'a change of a version that is over',
    [bought, [3, 4, grow(25), seen(25, 2)], [5, 6, grow(30, 1), seen(30, 3)]],
  ],
  ['a refusal as stale of the present version', [bought, [3, 4, grow(25, 1), stale]]],
  [
    'a change after the end',
    [bought, [3, 4, { kind: 'cancel' }, seen(20, 2, 'deleted')], [5, 6, grow(25), seen(25, 3)]],
  ],
  ['two ends', [bought, [3, 9, { kind: 'cancel' }, done], [4, 8, { kind: 'cancel' }, done]]],
  [
    'seats that are moved twice',
    [bought, [3, 4, { kind: 'transition', seats: 1 }, done], [5, 6, { kind: 'read' }, seen(18, 2)]],
  ],
  ['half a change', [bought, [3, 9, grow(25), seen(25, 2)], [4, 8, { kind: 'read' }, seen(25, 1)]]],
]

for (const [what, history] of impossible) {
  test(`no order explains ${what}`, () => {
    assert.equal(explained(history), undefined)
  })
}
