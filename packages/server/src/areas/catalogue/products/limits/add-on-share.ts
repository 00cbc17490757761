import type { Sku } from '../catalogue.ts'

/** What an add-on is measured by. */
export interface AddOnSeats {
  /** Seats of products that it can build on; `undefined` where there are none. */
  readonly prerequisite: number | undefined
  /** Seats of the add-on that the customer has. */
  readonly held: number
}

type Share = Pick<Sku, 'isAddon' | 'seatPolicy'>

export const isLimitedToShare = ({ isAddon, seatPolicy }: Share): boolean =>
  isAddon && seatPolicy.maxPercent !== undefined

/** How many seats can be added until the add-on has its share of the seats that it builds on. */
export const remainingOfShare = ({ seatPolicy }: Share, { prerequisite = 0, held }: AddOnSeats): number =>
  Math.max(0, Math.floor(((seatPolicy.maxPercent ?? 0) * prerequisite) / 100) - held)

/** As the texts of 10021 print it. */
export const shareInWords = ({ seatPolicy }: Share): string => `${seatPolicy.maxPercent ?? 0}%`
