/** The published charge types. @see partner-center/billing/recon-file-charge-types */
export const chargeTypes = [
  'new',
  'renew',
  'cycleCharge',
  'addQuantity',
  'removeQuantity',
  'cancelImmediate',
  'convert',
  'moveQuantity',
  'changeBillingPlan',
  'extendTerm',
  'customerCredit',
] as const
export type ChargeType = (typeof chargeTypes)[number]

interface Charged {
  readonly type: ChargeType
  /** What happens, and which lines it writes. */
  readonly when: string
}

/** Which event writes which charge type: whoever charges names the event, and the page of charge types prints this. */
export const chargeEvents = {
  purchase: {
    type: 'new',
    when: 'A purchase: its first cycle. A trial costs 0.00, and its line is there all the same.',
  },
  activation: {
    type: 'new',
    when: 'The activation of a marketplace product: its first cycle, which begins that day.',
  },
  migration: { type: 'new', when: 'A migration from the older program: the first cycle of the counterpart.' },
  transferIn: {
    type: 'new',
    when: 'A transfer, for the partner that takes over: the rest of the cycle from the next day on.',
  },
  cycle: { type: 'cycleCharge', when: 'A further cycle of a running term.' },
  billingPlanChange: {
    type: 'changeBillingPlan',
    when: 'The first cycle of another billing plan within a term, at the price of that plan; a year that is part-used is charged by its months.',
  },
  renewal: {
    type: 'renew',
    when: 'A renewal: the first cycle of the next term, also with another product, term or quantity.',
  },
  extendedService: { type: 'renew', when: 'A month of an extended service term.' },
  moreSeats: {
    type: 'addQuantity',
    when: 'More seats: the rest of the cycle back at the old number, and charged at the new one.',
  },
  fewerSeats: { type: 'removeQuantity', when: 'Fewer seats, as more seats.' },
  cancellation: {
    type: 'cancelImmediate',
    when: 'A cancellation, also of an order: what was charged, or the rest of the cycle, is given back.',
  },
  transferOut: {
    type: 'cancelImmediate',
    when: 'A transfer, for the partner that hands over: the rest of the cycle from the next day on is given back.',
  },
  migrationUndone: {
    type: 'cancelImmediate',
    when: 'A migration that failed half-way: all that the counterpart was charged is given back.',
  },
  transition: {
    type: 'convert',
    when: 'An upgrade in place or to a new subscription: the seats that move are given back at the source and charged at the target.',
  },
  trialConversion: {
    type: 'convert',
    when: 'A trial that becomes paid: 0.00 back for what is left of the trial, and the first cycle of the paid term.',
  },
  transitionIntoExisting: {
    type: 'moveQuantity',
    when: 'An upgrade into an existing subscription: both sides.',
  },
  longerTerm: {
    type: 'extendTerm',
    when: 'A longer term within a running one: the rest of the cycle is given back, the first cycle of the new term charged.',
  },
} as const satisfies Record<string, Charged>

export type ChargeEvent = keyof typeof chargeEvents
