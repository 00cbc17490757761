import { Type, type Static } from 'typebox'
import { collaborator } from '../collaborator.ts'

/** US dollars, exact, for example `1150.40`. */
const Usd = Type.String({ pattern: String.raw`^-?\d+(\.\d{1,2})?$` })

export const CreditAccount = Type.Object({
  /** Absent: as much as it takes, so that no ordinary test meets a limit. */
  limitUsd: Type.Optional(Usd),
  /** `onHold` is what more than sixty days of overdue invoices lead to. */
  state: Type.Enum(['active', 'manualReview', 'rejected', 'closed', 'onHold']),
  /** Invoices sent and not paid, disputed ones included. */
  unpaidInvoicesUsd: Usd,
  /** Charges not yet invoiced, beside those that the books of this world hold for the current month. */
  unbilledUsd: Usd,
  overpaymentUsd: Usd,
  overdueDays: Type.Integer({ minimum: 0 }),
})
export type CreditAccount = Static<typeof CreditAccount>

/**
 * The credit line that Microsoft gives each partner. Sandbox partners have none and are not asked.
 * @see partner-center/csp-credit-policy
 */
export const credit = collaborator({
  name: 'credit',
  schema: Type.Object({
    /** Keyed by the partner's tenant id; members left out are those of `otherwise`. */
    partners: Type.Record(Type.String(), Type.Partial(CreditAccount)),
    otherwise: CreditAccount,
    /** From how many days of overdue invoices an account is on hold. */
    holdAfterDays: Type.Integer({ minimum: 1 }),
    /** The smallest line that prepaid product families are sold on, by family. */
    minimumLineUsd: Type.Record(Type.String(), Usd),
  }),
  initial: {
    partners: {},
    otherwise: {
      state: 'active',
      unpaidInvoicesUsd: '0.00',
      unbilledUsd: '0.00',
      overpaymentUsd: '0.00',
      overdueDays: 0,
    },
    holdAfterDays: 60,
    minimumLineUsd: {
      reservation: '10000.00',
      savingsPlan: '10000.00',
      software: '1000.00',
      perpetual: '1000.00',
    },
  },
})
