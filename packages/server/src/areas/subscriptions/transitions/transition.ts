import type { TransitionErrorName } from '@tenantry/contract/reasons/transition-errors.ts'
import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { transitionTypes, type TransitionType } from '@tenantry/contract/resources/transition.ts'
import type { Instant } from '../../../kernel/time.ts'

/**
 * How seats move: the whole subscription gets another SKU and keeps its id; some seats (or a subscription of the older
 * program) go to a new subscription; seats go to a subscription that the customer has already.
 */
export type TransitionKind = 'inPlace' | 'newTarget' | 'intoExisting'

type TransitionState = 'running' | 'completed' | 'failed'

/** `Conversion` is the commerce step, `LicenseReassignment` moves the users' licences afterwards. */
export interface TransitionStep {
  readonly name: 'Conversion' | 'LicenseReassignment'
  readonly status: 'Started' | 'Completed' | 'Failed'
  readonly at: Instant
  /** By name, so that a reader gets them in the reader's language. */
  readonly errors?: readonly TransitionErrorName[]
}

/** What was asked for, with every default filled in. */
export interface TransitionOrder {
  readonly toProductId: string
  readonly toSkuId: string
  readonly toAvailabilityId: string
  readonly quantity: number
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  readonly transitionType: TransitionType
  readonly promotionId?: string
}

/** One transition, from its request on. `id` is the operation's id on the wire. */
export interface TransitionRecord {
  readonly id: string
  version: number
  readonly customerId: string
  readonly kind: TransitionKind
  readonly state: TransitionState
  readonly fromSubscriptionId: string
  readonly fromCatalogItemId: string
  /** Also the id that a new subscription will get. Absent for a transition in place. */
  readonly toSubscriptionId?: string
  readonly order: TransitionOrder
  /** The licences are to be moved too once the seats are. */
  readonly movesLicences: boolean
  readonly startedAt: Instant
  /** Appended to, never changed. */
  readonly steps: readonly TransitionStep[]
}

/** Starts with the event that the answer to the request shows. */
export const startTransition = (
  asked: Omit<TransitionRecord, 'version' | 'state' | 'steps'>,
): TransitionRecord => ({
  ...asked,
  version: 1,
  state: 'running',
  steps: [{ name: 'Conversion', status: 'Started', at: asked.startedAt }],
})

export const completeConversion = (transition: TransitionRecord, at: Instant): TransitionRecord => ({
  ...appendStep(transition, { name: 'Conversion', status: 'Completed', at }),
  state: 'completed',
})

/** Nothing was changed; the seats stay where they were. */
export const failConversion = (
  transition: TransitionRecord,
  at: Instant,
  errors: readonly TransitionErrorName[],
): TransitionRecord => ({
  ...appendStep(transition, { name: 'Conversion', status: 'Failed', at, errors }),
  state: 'failed',
})

/** A failure here does not undo the conversion. An empty list of errors is a success. */
export function reassignLicences(
  transition: TransitionRecord,
  at: Instant,
  errors: readonly TransitionErrorName[],
): TransitionRecord {
  const started = appendStep(transition, { name: 'LicenseReassignment', status: 'Started', at })
  return appendStep(
    started,
    errors.length === 0
      ? { name: 'LicenseReassignment', status: 'Completed', at }
      : { name: 'LicenseReassignment', status: 'Failed', at, errors },
  )
}

const appendStep = (transition: TransitionRecord, step: TransitionStep): TransitionRecord => ({
  ...transition,
  steps: [...transition.steps, step],
})

export const isTransitionType = (text: string | undefined): text is TransitionType =>
  transitionTypes.some((known) => known === text)

/** Longer terms rank higher; 0 for a term that does not exist. */
export const termRank = (termDuration: string): number => ranks.get(termDuration) ?? 0

const ranks: ReadonlyMap<string, number> = new Map([
  ['P1M', 1],
  ['P1Y', 2],
  ['P3Y', 3],
])

/** The months that a cycle bills at once; undefined for what is no cycle of a licence. */
export const cycleMonths = (billingCycle: string): number | undefined => months.get(billingCycle)

const months: ReadonlyMap<string, number> = new Map([
  ['monthly', 1],
  ['annual', 12],
  ['triennial', 36],
])

/** `productId:skuId`, or with the availability behind it. Undefined for text of another form. */
export function readCatalogItemId(
  text: string,
): { readonly productId: string; readonly skuId: string; readonly availabilityId?: string } | undefined {
  const [productId, skuId, availabilityId, ...rest] = text.trim().toUpperCase().split(':')
  if (!productId || !skuId || rest.length > 0) return undefined
  return { productId, skuId, ...(availabilityId ? { availabilityId } : {}) }
}
