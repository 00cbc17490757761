import type { ChargeType } from '@tenantry/contract/operator/resources/ledger.ts'

interface Charged {
  readonly type: ChargeType
  /** What happens, and which lines it writes. */
  readonly when: string
}

/** Which event writes which charge type: whoever charges names the event, and the page of charge types prints this. */
export const chargeEvents = {
  purchase: {
    type: 'new',
    when: 'The first cycle. A trial costs 0.00, and its line is there all the same.',
  },
  activation: {
    type: 'new',
    when: 'The first cycle of a marketplace product, which begins that day.',
  },
  migration: { type: 'new', when: 'The first cycle of the counterpart in new commerce.' },
  transferIn: {
    type: 'new',
    when: 'A transfer, to the partner that takes over: the rest of the cycle from the next day on.',
  },
  cycle: { type: 'cycleCharge', when: 'A further cycle of a running term.' },
  billingPlanChange: {
    type: 'changeBillingPlan',
    when: 'The first cycle of another plan in a term, at its own price; of a part-used year, the months that are left.',
  },
  renewal: {
    type: 'renew',
    when: 'The first cycle of the next term, also with another product, term or quantity.',
  },
  extendedService: { type: 'renew', when: 'A month of an extended service term.' },
  moreSeats: {
    type: 'addQuantity',
    when: 'The rest of the cycle is given back at the old number and charged at the new one.',
  },
  fewerSeats: { type: 'removeQuantity', when: 'As more seats.' },
  cancellation: {
    type: 'cancelImmediate',
    when: 'What was charged, or the rest of the cycle, is given back; of an order too.',
  },
  transferOut: {
    type: 'cancelImmediate',
    when: 'A transfer, to the partner that hands over: the rest of the cycle from the next day on, back.',
  },
  migrationUndone: {
    type: 'cancelImmediate',
    when: 'All that the counterpart of a failed migration was charged is given back.',
  },
  transition: {
    type: 'convert',
    when: 'An upgrade in place or to a new subscription: the seats that move, back and charged.',
  },
  trialConversion: {
    type: 'convert',
    when: '0.00 back for what is left of the trial, and the first cycle of the paid term.',
  },
  transitionIntoExisting: {
    type: 'moveQuantity',
    when: 'An upgrade into an existing subscription: the seats that move, back and charged.',
  },
  longerTerm: {
    type: 'extendTerm',
    when: 'The rest of the running cycle, back, and the first cycle of the longer term.',
  },
} as const satisfies Record<string, Charged>

export type ChargeEvent = keyof typeof chargeEvents
