import { Type, type Static } from 'typebox'
import { collaborator } from '../collaborator.ts'

const validationStatuses = ['Unknown', 'UnderReview', 'Allowed', 'NotAllowed', 'NotReady'] as const
export type ValidationStatusName = (typeof validationStatuses)[number]

const ValidationStatus = Type.Union([
  Type.Literal('Unknown'),
  Type.Literal('UnderReview'),
  Type.Literal('Allowed'),
  Type.Literal('NotAllowed'),
  Type.Literal('NotReady'),
])
const VettingStatus = Type.Union([Type.Literal('InReview'), Type.Literal('Approved'), Type.Literal('Denied')])

const ReviewedAccount = Type.Object({
  /** Absent: the account was never reviewed, which passes. */
  validationStatus: Type.Optional(ValidationStatus),
  lastUpdateDateTime: Type.Optional(Type.String()),
  /** `ok` when absent. */
  transactionState: Type.Optional(
    Type.Union([
      Type.Literal('ok'),
      Type.Literal('locked'),
      Type.Literal('closed'),
      Type.Literal('notAuthorized'),
    ]),
  ),
  qualifications: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Object({ vettingStatus: VettingStatus, vettingReason: Type.Optional(Type.String()) }),
    ),
  ),
})
export type ReviewedAccount = Static<typeof ReviewedAccount>

/**
 * The vetting of customer accounts and of their qualifications, and the fraud desk that locks accounts.
 * `customers` is keyed by the customer's tenant id.
 * @see partner-center/developer/retrieve-validation-status
 */
export const review = collaborator({
  name: 'review',
  schema: Type.Object({
    customers: Type.Record(Type.String(), ReviewedAccount),
    /** New and existing customers of these countries (ISO 3166-1 alpha-2) wait for a review. */
    watchedCountries: Type.Array(Type.String()),
    /** How a request for a qualification ends unless `customers` says otherwise. */
    qualificationOutcome: VettingStatus,
    /** Whole hours from the request to that end. */
    qualificationHours: Type.Integer({ minimum: 0 }),
  }),
  initial: { customers: {}, watchedCountries: [], qualificationOutcome: 'Approved', qualificationHours: 0 },
})
