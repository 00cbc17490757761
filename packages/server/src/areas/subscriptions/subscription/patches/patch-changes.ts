import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import { findDate, type PlainDate } from '../../../../kernel/time.ts'
import { endOfTermChange, sentInstructions } from '../end-of-term/end-of-term-choice.ts'
import type { NextTermInstructions, SubscriptionRecord } from '../subscription.ts'

/** The next term as a caller writes it: anything may be missing or wrong. */
export interface WantedNextTerm {
  readonly productId: string
  readonly skuId: string
  readonly availabilityId: string
  /** As sent; the rules say whether there is such a cycle. */
  readonly billingCycle: string
  readonly termDuration: string
  readonly promotionId: string | undefined
  readonly quantity: number
  readonly customTermEndDate: PlainDate | 'invalid' | undefined
}

/** What of a PATCH differs from the subscription; what is undefined stays as it is. */
export interface PatchChanges {
  readonly status?: NonNullable<SubscriptionPatch['status']>
  readonly friendlyName?: string
  readonly quantity?: number
  readonly autoRenewEnabled?: boolean
  /** What follows the term instead of a renewal. */
  readonly endOfTerm?: 'extend' | 'cancel' | 'invalid'
  /** With `endOfTerm`: the day on which the extended service term is cancelled. */
  readonly cancelOn?: PlainDate
  /** `remove` where the body leaves the instructions out. */
  readonly nextTerm?: WantedNextTerm | 'remove'
  readonly termDuration?: string
  /** As sent, in lower case and without underscores. */
  readonly billingCycle?: string
  readonly removesNextCharge?: true
  readonly partnerId?: string
}

/**
 * A body is the whole resource: autoRenewEnabled and the instructions for the next term and cycle count as switched off
 * when they are missing, everything else as unchanged. What did not change is never refused, so that a client can send
 * back what it read. @see partner-center/developer/update-a-subscription-by-id
 */
export function changesOf(before: SubscriptionRecord, body: SubscriptionPatch): PatchChanges {
  const status = body.status === before.status ? undefined : body.status
  // A cancellation leaves nothing to change (assumed).
  if (status === 'deleted') return { status }

  const billingCycle = wantedCycle(before, body)
  // Suspension keeps the instructions for the next cycle, and while it lasts nothing but the status is looked at.
  const keepsCharge =
    body.nextChargeInstructions !== undefined ||
    billingCycle !== undefined ||
    status === 'suspended' ||
    before.status === 'suspended'
  return {
    ...changed('status', status),
    ...changed('friendlyName', differs(body.friendlyName, before.friendlyName)),
    ...changed('quantity', differs(body.quantity, before.quantity)),
    ...(status === 'suspended' ? {} : renewalChanges(before, body)),
    ...changed('termDuration', differs(body.termDuration?.toUpperCase(), before.termDuration)),
    ...changed('billingCycle', billingCycle),
    ...(before.nextCharge !== undefined && !keepsCharge ? { removesNextCharge: true as const } : {}),
    ...changed('partnerId', differs(body.partnerId, before.partnerId ?? '')),
  }
}

/** Suspension switches renewal off by itself, whatever the body says. */
function renewalChanges(before: SubscriptionRecord, body: SubscriptionPatch) {
  return {
    ...endOfTermChange(before, body),
    ...changed('nextTerm', wantedNextTerm(before, body)),
  }
}

function wantedNextTerm(
  before: SubscriptionRecord,
  body: SubscriptionPatch,
): WantedNextTerm | 'remove' | undefined {
  const sent = sentInstructions(body)
  // A trial always says what it becomes.
  if (sent === undefined) return before.nextTerm === undefined || before.isTrial ? undefined : 'remove'
  const product = sent.product ?? {}
  const wanted: WantedNextTerm = {
    productId: (product.productId ?? before.productId).toUpperCase(),
    skuId: (product.skuId ?? before.skuId).toUpperCase(),
    availabilityId: (product.availabilityId ?? '').toUpperCase(),
    billingCycle: plainCycle(product.billingCycle ?? before.billingCycle),
    termDuration: (product.termDuration ?? before.termDuration).toUpperCase(),
    promotionId: product.promotionId === '' ? undefined : product.promotionId,
    quantity: sent.quantity ?? before.quantity,
    customTermEndDate:
      sent.customTermEndDate === undefined ? undefined : (findDate(sent.customTermEndDate) ?? 'invalid'),
  }
  return before.nextTerm !== undefined && isSame(before.nextTerm, wanted) ? undefined : wanted
}

const isSame = (
  { product, quantity, customTermEndDate }: NextTermInstructions,
  wanted: WantedNextTerm,
): boolean =>
  product.productId === wanted.productId &&
  product.skuId === wanted.skuId &&
  (wanted.availabilityId === '' || product.availabilityId === wanted.availabilityId) &&
  plainCycle(product.billingCycle) === wanted.billingCycle &&
  product.termDuration === wanted.termDuration &&
  (wanted.promotionId === undefined || product.promotionId === wanted.promotionId) &&
  quantity === wanted.quantity &&
  customTermEndDate === wanted.customTermEndDate

/** A client that sends back what it read names the present cycle, and the planned one in the instructions. */
function wantedCycle(before: SubscriptionRecord, body: SubscriptionPatch): string | undefined {
  const present = plainCycle(before.billingCycle)
  const planned = before.nextCharge && plainCycle(before.nextCharge.product.billingCycle)
  const asked = body.billingCycle === undefined ? undefined : plainCycle(body.billingCycle)
  if (asked !== undefined && asked !== present) return asked === planned ? undefined : asked
  const next = body.nextChargeInstructions?.product?.billingCycle
  return next === undefined || plainCycle(next) === (planned ?? present) ? undefined : plainCycle(next)
}

/** `Monthly`, `one_time` and `OneTime` are the same. */
export const plainCycle = (text: string): string => text.toLowerCase().replaceAll('_', '')

const differs = <T>(sent: T | undefined, stored: T): T | undefined => (sent === stored ? undefined : sent)

const changed = <Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } =>
  value === undefined ? {} : ({ [name]: value } as { [K in Name]?: T })

/** Everything but the name is commerce. */
export const isCommercial = (changes: PatchChanges): boolean =>
  Object.keys(changes).some((name) => name !== 'friendlyName')
