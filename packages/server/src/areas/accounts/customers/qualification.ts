import type { ReviewedAccount } from '../../../collaborators/purchases/review.ts'
import { hourMs, type Instant } from '../../../kernel/time.ts'
import type { Segment } from '../../catalogue/products/public.ts'
import type { CustomerRecord, Qualification, QualificationName } from './customer.ts'

export interface Vetting {
  readonly vettingStatus: 'InReview' | 'Approved' | 'Denied'
  readonly vettingReason?: string
}

/** The part of the review that decides qualifications. */
export interface QualificationReview {
  readonly customers: Readonly<Record<string, ReviewedAccount>>
  readonly qualificationOutcome: Vetting['vettingStatus']
  readonly qualificationHours: number
}

/**
 * A request is in review until its time is over; a decision of the operator comes first. Worked out when read, so that
 * a decision holds at once for every partner of the customer.
 */
export function vettingOf(
  customerId: string,
  asked: Qualification,
  review: QualificationReview,
  now: Instant,
): Vetting {
  const decided = review.customers[customerId]?.qualifications?.[asked.qualification]
  if (decided !== undefined) return decided
  const isOver = now >= asked.askedAt + review.qualificationHours * hourMs
  return { vettingStatus: isOver ? review.qualificationOutcome : 'InReview' }
}

const qualificationFor: Record<Segment, QualificationName | undefined> = {
  commercial: undefined,
  education: 'Education',
  government: 'GovernmentCommunityCloud',
  nonprofit: 'Nonprofit',
}

/** Every customer may buy commercial products; the other segments need an approved qualification. */
export function isQualifiedFor(
  customer: CustomerRecord,
  segment: Segment,
  review: QualificationReview,
  now: Instant,
): boolean {
  const needed = qualificationFor[segment]
  if (needed === undefined) return true
  return customer.qualifications.some(
    (asked) =>
      asked.qualification === needed &&
      vettingOf(customer.id, asked, review, now).vettingStatus === 'Approved',
  )
}
