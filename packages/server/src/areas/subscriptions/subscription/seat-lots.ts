import { formatInstant, type Instant } from '../../../kernel/time.ts'

/** Seats that came at one moment, and until when they may be given back. */
export interface SeatLot {
  readonly quantity: number
  readonly addedAt: Instant
  readonly source: 'purchase' | 'add' | 'renewal' | 'transition'
  /** Null where the seats can never be reduced: moved by a transition, or a product without seat reductions. */
  readonly reducibleUntil: Instant | null
}

const seatsOf = (lots: readonly SeatLot[]): number => lots.reduce((sum, lot) => sum + lot.quantity, 0)

const openLots = (lots: readonly SeatLot[], now: Instant): SeatLot[] =>
  lots.filter((lot) => lot.reducibleUntil !== null && now <= lot.reducibleUntil)

/** How many seats can be given back now. */
export const refundableSeats = (lots: readonly SeatLot[], now: Instant): number =>
  seatsOf(openLots(lots, now))

/** The published member of that name. */
export function refundableQuantity(lots: readonly SeatLot[], now: Instant) {
  const open = openLots(lots, now)
  return {
    totalQuantity: seatsOf(open),
    details: open.map((lot) => ({
      quantity: lot.quantity,
      allowedUntilDateTime: formatInstant(lot.reducibleUntil ?? now),
    })),
  }
}

/**
 * Takes seats from the newest lots first (assumed: no source says which seats a reduction gives back). Seats that
 * cannot be given back are taken only when the others are used up, as a transition does.
 */
export function takeSeats(lots: readonly SeatLot[], quantity: number): SeatLot[] {
  let left = quantity
  const kept: SeatLot[] = []
  for (const lot of [...lots].sort(newestReducibleFirst)) {
    const taken = Math.min(left, lot.quantity)
    left -= taken
    if (lot.quantity > taken) kept.push({ ...lot, quantity: lot.quantity - taken })
  }
  return kept.sort((a, b) => a.addedAt - b.addedAt)
}

const newestReducibleFirst = (a: SeatLot, b: SeatLot): number =>
  Number(b.reducibleUntil !== null) - Number(a.reducibleUntil !== null) || b.addedAt - a.addedAt
