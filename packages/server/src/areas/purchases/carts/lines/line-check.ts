import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { nameOf, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { ruleList, type Rule, type RuleList } from '../../../../kernel/rule.ts'
import type { Trace } from '../../../../kernel/trace.ts'
import { cartNotices, lineError } from '../cart-notices.ts'
import type { CartLineError } from '../cart.ts'
import { customerIsQualified, itemRules, resolutionRules } from './item-rules.ts'
import { legacyRules } from './legacy-rules.ts'
import type { LegacyLineFacts, LineFacts, ResolutionFacts } from './line-facts.ts'
import { participantRules } from './participant-rules.ts'
import { provisioningContextRules } from './provisioning-context-rules.ts'
import { quantityRules, remainingPooledSeats } from './quantity-rules.ts'
import { termRules } from './term-rules.ts'

/** What is loaded of a line; a line that is not found has nothing more to check. */
export type LoadedLine =
  | ({ readonly kind: 'unresolved' } & ResolutionFacts)
  | ({ readonly kind: 'legacy' } & LegacyLineFacts)
  | ({ readonly kind: 'modern' } & LineFacts)

/** Order is precedence. One list writes the errors on a cart's lines and refuses at checkout. */
export const lineRules = ruleList<Rule<LineFacts>>('A cart line', [
  ...participantRules,
  ...itemRules,
  ...quantityRules,
  ...provisioningContextRules,
  ...termRules,
])

export interface BrokenLineRule {
  readonly fault: Fault
  /** What the line of a cart shows for it; undefined for conditions that only a checkout answers. */
  readonly error: CartLineError | undefined
}

/**
 * The first condition that the line does not meet. `at: 'cart'` looks only at conditions that have a cart error code:
 * the others are answered by the checkout with their own fault.
 */
export function checkLine(
  loaded: LoadedLine,
  at: 'cart' | 'checkout',
  trace: Trace,
): BrokenLineRule | undefined {
  switch (loaded.kind) {
    case 'unresolved':
      return firstBroken(resolutionRules, loaded, at, trace)
    case 'legacy':
      return firstBroken(legacyRules, loaded, at, trace)
    case 'modern':
      return firstBroken(lineRules, loaded, at, trace)
  }
}

function firstBroken<F extends ResolutionFacts | LegacyLineFacts | LineFacts>(
  rules: RuleList<F>,
  facts: F,
  at: 'cart' | 'checkout',
  trace: Trace,
): BrokenLineRule | undefined {
  trace.begin(rules)
  for (const check of rules) {
    const held = check.holds(facts)
    trace.note(check as Rule<unknown>, held, facts)
    if (held) continue
    const fault = check.fault(facts)
    const error = errorOf(check.name, fault, facts)
    if (at === 'checkout' || error !== undefined) return { fault, error }
  }
  return undefined
}

/**
 * Codes of the table CartErrorCode by the fault that says the same. Faults that are missing have no code there.
 * @see partner-center/developer/cart-resources#carterrorcode
 */
const cartErrorCodes: Readonly<Partial<Record<AnyFaultName, number>>> = {
  currencyNotSupported: 10000,
  offerIdIsInvalid: 10001,
  productNotFound: 10001,
  skuNotFound: 10001,
  availabilityNotFound: 10001,
  offerNotAvailableInCountry: 10001,
  offerNotEligible: 10001,
  inventoryQuantityNotAvailable: 10002,
  inventoryNotAvailable: 10003,
  subscriptionIsInvalid: 10007,
  notAnAzureSubscription: 10007,
  azureSubscriptionNotActive: 10007,
  notEnabledForReservations: 10008,
  sandboxLimitMet: 10009,
  customerSubscriptionLimitExceeded: 10009,
  subscriptionSeatLimitExceeded: 10009,
  subscriptionNotRegistered: 10011,
  attestationNotAccepted: 10012,
  billingCycleIsInvalid: 10013,
  billingCycleLongerThanTerm: 10013,
  promotionCodeIsInvalid: 10014,
  seatLimitExceeded: 10015,
  lineQuantityNotAllowed: 10015,
  customTermEndDateNotAligned: 10017,
  addOnExceedsPrerequisiteShare: 10021,
  addOnNeedsBaseProduct: 400041,
  azureItemNotAvailable: 400072,
  offerNoLongerAvailable: 500600,
}

const noticeSpecs: readonly Fault['spec'][] = Object.values(cartNotices)

function errorOf(
  ruleName: string,
  fault: Fault,
  facts: ResolutionFacts | LegacyLineFacts | LineFacts,
): CartLineError | undefined {
  if (noticeSpecs.includes(fault.spec)) return lineError(fault.spec.code, fault)
  // Of the conditions behind 800020 only the segment has a cart error.
  if (ruleName === customerIsQualified.name) return lineError(10001, fault)
  const code = cartErrorCodes[nameOf(fault.spec)]
  return code === undefined
    ? undefined
    : lineError(code, fault, code === 10015 ? seatNumbers(facts) : undefined)
}

/** Published beside 10015. */
function seatNumbers(facts: ResolutionFacts | LegacyLineFacts | LineFacts): Record<string, number> {
  const purchasedQuantity = facts.line.quantity
  if ('item' in facts) {
    const { pooledSeats, maximumQuantity } = facts.item.sku
    const availableQuantity = pooledSeats === undefined ? maximumQuantity : remainingPooledSeats(facts)
    return { availableQuantity, purchasedQuantity }
  }
  return 'offer' in facts && facts.offer !== undefined
    ? { availableQuantity: facts.offer.maximumQuantity, purchasedQuantity }
    : { purchasedQuantity }
}
