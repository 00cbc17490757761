import { Type, type Static } from 'typebox'
import { collaborator } from '../collaborator.ts'

const Duration = Type.String({ pattern: '^P' })

export const FulfilmentState = Type.Object({
  /**
   * How long from order to active subscription. `default` holds for every SKU that `bySku` (keyed `productId:skuId`)
   * does not name. At `PT0S` the order answers `completed`, otherwise `pending` until the time is over.
   */
  latency: Type.Object({ default: Duration, bySku: Type.Record(Type.String(), Duration) }),
  /** Nothing is accepted: a checkout answers 800005. */
  outage: Type.Boolean(),
  /** Orders are accepted and stay `pending` for as long as this lasts. */
  paused: Type.Boolean(),
  /** `productId:skuId` of items that the order writer fails on (800087). */
  failingSkus: Type.Array(Type.String()),
  /**
   * How long the order writer works on a checkout. In that time the cart is taken (800064) and the same lines from
   * another cart count as a repeated submission (800060).
   */
  submission: Duration,
  /** How long a change of an order takes to settle, a cancellation too. Until then it takes no other one (800014). */
  adjustment: Duration,
})
export type FulfilmentState = Static<typeof FulfilmentState>

/** What makes licences and subscriptions of an order. @see partner-center/developer/get-order-provisioning-status */
export const fulfilment = collaborator({
  name: 'fulfilment',
  schema: FulfilmentState,
  initial: {
    latency: { default: 'PT0S', bySku: {} },
    outage: false,
    paused: false,
    failingSkus: [],
    submission: 'PT0S',
    adjustment: 'PT0S',
  },
})

/** ISO 8601 duration from order to active subscription of `productId:skuId`; undefined while nothing is fulfilled. */
export const fulfilmentLatency = (state: FulfilmentState, sku: string): string | undefined =>
  state.paused ? undefined : (state.latency.bySku[sku] ?? state.latency.default)
