import type { RequestedLine } from '../cart.ts'

/** The partner on record of a line. */
export const resellerOf = (line: RequestedLine): string | undefined =>
  line.participants?.find(({ key }) => key === 'transaction_reseller')?.value
