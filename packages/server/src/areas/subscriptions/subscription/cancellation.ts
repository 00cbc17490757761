import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { Type, type Static } from 'typebox'
import windowRows from '../../../../data/policies/cancellation-windows.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'
import { endOfDay, hourMs, instant, type Instant, type PlainDate } from '../../../kernel/time.ts'
import type { ProductFamily } from '../../catalogue/products/public.ts'

const Window = Type.Object({
  /** What the answer counts in: 900213 says hours, 900117 says days. */
  unit: Type.Union([Type.Literal('hours'), Type.Literal('days')]),
  length: Type.Integer(),
  /** Until then the whole charge is refunded, after it what is left of the cycle. */
  fullRefundHours: Type.Integer(),
  /** Each addition of seats has a window of this length of its own; `never`: seats cannot be reduced. */
  seats: Type.Union([Type.Literal('perLot'), Type.Literal('never')]),
})

/** @see partner-center/customers/new-commerce-cancellation-policy */
export const cancellationWindows = datedPolicy({
  name: 'cancellation-windows',
  schema: Type.Object({
    license: Window,
    software: Window,
    perpetual: Window,
    saasShort: Window,
    saasLong: Window,
  }),
  rows: windowRows,
})
export type CancellationWindows = (typeof cancellationWindows)['rows'][number]['value']

/** A subscription's own window: fixed when its term begins, whatever the policy says later. */
export interface CancellationWindow extends Static<typeof Window> {
  readonly opensAt: Instant
  readonly fullRefundUntil: Instant
  readonly until: Instant
}

export interface CancellableItem {
  readonly productFamily: ProductFamily
  readonly isTrial: boolean
  readonly billingCycle: BillingCycleType
  readonly termDuration: string
}

/** The window of a term that begins at `opensAt`; undefined for what a partner can never cancel: trials, usage. */
export function openWindow(
  item: CancellableItem,
  opensAt: Instant,
  windows: CancellationWindows,
): CancellationWindow | undefined {
  const window = windowOf(item, windows)
  if (window === undefined) return undefined
  const hours = window.unit === 'hours' ? window.length : window.length * 24
  return {
    ...window,
    opensAt,
    fullRefundUntil: instant(opensAt + window.fullRefundHours * hourMs),
    until: instant(opensAt + hours * hourMs),
  }
}

function windowOf(item: CancellableItem, windows: CancellationWindows): Static<typeof Window> | undefined {
  if (item.isTrial) return undefined
  switch (item.productFamily) {
    case 'license':
      return windows.license
    case 'software':
      return windows.software
    case 'perpetual':
      return windows.perpetual
    case 'saas':
      return item.termDuration === 'P1M' ? windows.saasShort : windows.saasLong
    default:
      return undefined
  }
}

/** Of a month of an extended service term: until its last moment the rest of the month is given back. */
export function openToTheEnd(opensAt: Instant, lastDay: PlainDate): CancellationWindow {
  const until = endOfDay(lastDay)
  const length = Math.ceil((until - opensAt) / hourMs)
  return {
    unit: 'hours',
    length,
    fullRefundHours: 0,
    seats: 'never',
    opensAt,
    fullRefundUntil: opensAt,
    until,
  }
}

/** When seats that are added at `now` can be given back. */
export function lotIsReducibleUntil(window: CancellationWindow | undefined, now: Instant): Instant | null {
  if (window === undefined || window.seats === 'never') return null
  return instant(now + (window.until - window.opensAt))
}

/** `Full` and then `Partial`, those that are over left out. */
export function refundOptions(
  window: CancellationWindow | undefined,
  now: Instant,
): { type: 'Full' | 'Partial'; expiresAt: Instant }[] {
  if (window === undefined) return []
  const options = [{ type: 'Full' as const, expiresAt: window.fullRefundUntil }]
  const partial =
    window.until > window.fullRefundUntil ? [{ type: 'Partial' as const, expiresAt: window.until }] : []
  return [...options, ...partial].filter((option) => option.expiresAt >= now)
}

export const windowIsOpen = (window: CancellationWindow | undefined, now: Instant): boolean =>
  window !== undefined && now <= window.until
