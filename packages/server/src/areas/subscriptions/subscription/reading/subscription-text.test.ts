import fc from 'fast-check'
import { test } from 'node:test'
import { hourMs, instant } from '../../../../kernel/time.ts'
import type { SeatLot } from '../seat-lots.ts'
import { at, licences } from '../subscription.fixture.ts'
import { subscriptionResource } from './subscription-resource.ts'
import { subscriptionText } from './subscription-text.ts'

const start = at('2026-11-20T10:00:00Z')
/** Few enough that a moment often falls on the very end of something. */
const moment = fc.integer({ min: -4, max: 12 }).map((hours) => instant(start + hours * hourMs))

const lot = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }),
  addedAt: moment,
  source: fc.constant<SeatLot['source']>('add'),
  reducibleUntil: fc.option(moment),
})

const cancellation = fc.option(
  fc
    .tuple(moment, moment)
    .map(([a, b]) => ({ fullRefundUntil: instant(Math.min(a, b)), until: instant(Math.max(a, b)) })),
  { nil: undefined },
)

test('a text that was kept reads as one written anew, at whatever moments it is asked for', (t) => {
  fc.assert(
    fc.property(
      fc.array(lot, { maxLength: 4 }),
      cancellation,
      fc.array(moment, { minLength: 2, maxLength: 12 }),
      (seatLots, window, moments) => {
        const { cancellation: original, ...rest } = licences()
        const subscription = {
          ...rest,
          seatLots,
          ...(window === undefined || original === undefined
            ? {}
            : { cancellation: { ...original, ...window } }),
        }
        for (const now of moments) {
          t.assert.equal(
            subscriptionText(subscription, now),
            JSON.stringify(subscriptionResource(subscription, now)),
          )
        }
      },
    ),
  )
})
