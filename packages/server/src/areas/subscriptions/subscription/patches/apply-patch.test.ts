import { test } from 'node:test'
import { money } from '../../../../kernel/money.ts'
import { dateOf, hourMs, instant } from '../../../../kernel/time.ts'
import { at, licences, windows } from '../subscription.fixture.ts'
import { applyPatch } from './apply-patch.ts'
import { factsOf } from './patch-situation.fixture.ts'

test('a cancellation gives everything back until the last moment of the first day, then the rest of the cycle', (t) => {
  const boughtAt = at('2026-11-20T10:00:00Z')
  const dayLater = instant(boughtAt + 24 * hourMs)
  const canceledAt = (now: typeof dayLater) => {
    const facts = { ...factsOf({ body: { status: 'deleted' } }), now, today: dateOf(now) }
    const more = { windows, charged: money(50_000, 'EUR'), rounding: 'half-up', referenceId: 'r' } as const
    return applyPatch({ ...facts, subscription: licences({ createdAt: boughtAt }) }, more).charges
  }

  t.assert.deepEqual(
    canceledAt(dayLater).map(({ amount }) => amount),
    ['-500.00'],
  )
  t.assert.deepEqual(
    canceledAt(instant(dayLater + 1)).map(({ amount, billableDays }) => [amount, billableDays]),
    [['-483.33', 29]],
  )
})
