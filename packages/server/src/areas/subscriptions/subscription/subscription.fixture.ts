import { instant, parseInstant, plainDate, type Instant } from '../../../kernel/time.ts'
import { openWindow, type CancellationWindows } from './cancellation.ts'
import { isChargedByCycle } from './pricing.ts'
import { cycleOf, type SubscriptionRecord } from './subscription.ts'
import { naturalEnd } from './term.ts'

const hours = (length: number, fullRefundHours = 24) =>
  ({ unit: 'hours', length, fullRefundHours, seats: 'perLot' }) as const
const days = (length: number, fullRefundHours: number, seats: 'perLot' | 'never') =>
  ({ unit: 'days', length, fullRefundHours, seats }) as const

/** The windows that are in force since 2022. */
export const windows: CancellationWindows = {
  license: hours(168),
  software: days(7, 24, 'never'),
  perpetual: days(30, 720, 'never'),
  saasShort: hours(24),
  saasLong: days(14, 336, 'perLot'),
}

export const at = (text: string): Instant => parseInstant(text)

/**
 * 25 seats at 20.00 a month for a year, billed monthly, bought on 2026-11-20 at 10:00; changed as a test needs it.
 */
export function licences(changes: Partial<SubscriptionRecord> = {}): SubscriptionRecord {
  const boughtAt = changes.createdAt ?? at('2026-11-20T10:00:00Z')
  const termStart = changes.termStart ?? plainDate('2026-11-20')
  const termDuration = changes.termDuration ?? 'P1Y'
  const quantity = changes.quantity ?? 25
  const base: SubscriptionRecord = {
    id: '2f7c1d8e-4a3b-4c5d-9e6f-001122334455',
    version: 1,
    commerce: 'nce',
    customerId: '6b1f0c9a-1111-4222-8333-944455556666',
    orderId: 'ab12cd34ef56',
    lineNumber: 0,
    productId: 'CFQ7TTC0FAKE',
    skuId: '0001',
    availabilityId: 'CFQ7TTC0AVAI',
    offerName: 'Contoso Suite',
    friendlyName: 'Contoso Suite',
    productFamily: 'license',
    productType: 'OnlineServicesNCE',
    publisherName: 'Microsoft Corporation',
    isMicrosoftProduct: true,
    isTrial: false,
    isAddOn: false,
    hasPurchasableAddOns: false,
    provisioningId: '0d9f6a2c-7777-4888-9999-aaaabbbbcccc',
    country: 'DE',
    segment: 'commercial',
    unitType: 'Licenses',
    quantity,
    seatLots: [],
    status: 'active',
    statusSince: termStart,
    suspensionReasons: [],
    createdAt: boughtAt,
    effectiveStart: boughtAt,
    termStart,
    commitmentEnd: naturalEnd(termStart, termDuration),
    termDuration,
    billingCycle: 'monthly',
    chargedThrough: termStart,
    autoRenewEnabled: true,
    termPrice: '240.00',
    currency: 'EUR',
    fulfilment: 'completed',
    updateCount: 0,
    ...changes,
  }
  const window = openWindow(base, boughtAt, windows)
  const lot = {
    quantity,
    addedAt: boughtAt,
    source: 'purchase' as const,
    reducibleUntil:
      window === undefined || window.seats === 'never'
        ? null
        : instant(boughtAt + window.until - window.opensAt),
  }
  const chargedThrough = isChargedByCycle(base) ? cycleOf(base, termStart).end : base.commitmentEnd
  return { ...base, cancellation: window, seatLots: [lot], chargedThrough, ...changes }
}
