import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import {
  billingCycles,
  type BillingCycleType,
  type CartLineItemRequest,
  type CartRequest,
  type Participant,
} from '@tenantry/contract/resources/cart.ts'
import { enforce, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import { findDate } from '../../../kernel/time.ts'
import type { Trace } from '../../../kernel/trace.ts'
import type { RequestedLine, RequestedNextTerm } from './cart.ts'

type LineRequest = Omit<CartLineItemRequest, 'addonItems'> & Pick<Partial<CartLineItemRequest>, 'addonItems'>

interface CartRequestFacts {
  readonly lines: readonly LineRequest[]
  /** Id in the body of an update and id in its path. */
  readonly bodyId: string | undefined
  readonly pathId: string | undefined
}

const see = 'partner-center/developer/create-a-cart'
const enumsPage = 'https://learn.microsoft.com/partner-center/developer/cart-resources'

const invalid = (): Fault => fault(faults.requestInputIsInvalid)

/** `productId:skuId:availabilityId` and what looks like an attempt at it; a legacy offer's id has no colon. */
export const isModernItem = (catalogItemId: string): boolean => catalogItemId.includes(':')

const bodyNamesThisCart = rule<CartRequestFacts>({
  name: 'bodyNamesThisCart',
  holds: ({ bodyId, pathId }) =>
    pathId === undefined || bodyId === undefined || bodyId.toLowerCase() === pathId.toLowerCase(),
  fault: invalid,
  decidedBy: ({ bodyId, pathId }) => ({ bodyId, pathId }),
  see,
})

const modernLinesHaveBillingCycle = rule<CartRequestFacts>({
  name: 'modernLinesHaveBillingCycle',
  holds: ({ lines }) => lines.every((line) => !isModern(line) || isGiven(line.billingCycle)),
  fault: invalid,
  see,
})

/** New-commerce carts carry add-ons as lines of their own. @see partner-center/developer/create-a-cart-with-add-ons */
const onlyLegacyLinesNestAddOns = rule<CartRequestFacts>({
  name: 'onlyLegacyLinesNestAddOns',
  holds: ({ lines }) => lines.every((line) => !isModern(line) || (line.addonItems ?? []).length === 0),
  fault: invalid,
  see: 'partner-center/developer/create-a-cart-with-add-ons',
})

const datesAreDates = rule<CartRequestFacts>({
  name: 'customTermEndDatesAreDates',
  holds: ({ lines }) =>
    withAddOns(lines).every(({ customTermEndDate: date }) => !isGiven(date) || findDate(date) !== undefined),
  fault: invalid,
  see,
})

const billingCyclesAreKnown = rule<CartRequestFacts>({
  name: 'billingCyclesAreKnown',
  holds: ({ lines }) => unknownMember(lines) === undefined,
  fault: ({ lines }) =>
    fault(faults.enumValueIsUnknown, { value: unknownMember(lines) ?? '', documentationLink: enumsPage }),
  decidedBy: ({ lines }) => ({ value: unknownMember(lines) }),
  see: 'partner-center/developer/cart-resources',
})

const itemIdsAreGiven = rule<CartRequestFacts>({
  name: 'itemIdsAreGiven',
  holds: ({ lines }) => withAddOns(lines).every(({ catalogItemId }) => (catalogItemId ?? '').trim() !== ''),
  fault: () => fault(faults.catalogItemIdIsMissing),
  see: 'partner-center/developer/error-codes',
})

/** Lines without an id are numbered by their place, so only ids that were sent can be wrong. */
const lineNumbersCountUp = rule<CartRequestFacts>({
  name: 'lineNumbersCountUp',
  holds: ({ lines }) => {
    const ids = lineIds(lines)
    return (
      new Set(ids).size === ids.length &&
      ids.every((id) => Number.isInteger(id) && id >= 0 && id < ids.length)
    )
  },
  fault: () => fault(faults.lineNumberOutOfRange),
  decidedBy: ({ lines }) => ({ ids: lineIds(lines).join() }),
  see: 'partner-center/developer/error-codes',
})

/** Order is precedence: shape, enumerations, ids, numbering. */
export const cartRequestRules = ruleList<Rule<CartRequestFacts>>('A cart or its update: the request', [
  bodyNamesThisCart,
  modernLinesHaveBillingCycle,
  onlyLegacyLinesNestAddOns,
  datesAreDates,
  billingCyclesAreKnown,
  itemIdsAreGiven,
  lineNumbersCountUp,
])

/**
 * The lines of a create or an update in our own terms. Faults: 800002, 900126, 900142, 800071.
 * @see partner-center/developer/create-a-cart
 */
export function readCartRequest(
  body: CartRequest,
  pathId: string | undefined,
  trace: Trace,
): RequestedLine[] {
  const facts = { lines: body.lineItems, bodyId: body.id ?? undefined, pathId }
  enforce(cartRequestRules, facts, trace)
  const ids = lineIds(body.lineItems)
  let place = 0
  const read = (line: LineRequest): RequestedLine => {
    const id = ids[place] ?? place
    place += 1
    const addOns = line.addonItems ?? []
    const requested = readLine(line, id)
    return addOns.length === 0 ? requested : { ...requested, addonItems: addOns.map(read) }
  }
  return body.lineItems.map(read)
}

function readLine(line: LineRequest, id: number): RequestedLine {
  const billingCycle = findBillingCycle(line.billingCycle)
  const customTermEndDate = isGiven(line.customTermEndDate) ? findDate(line.customTermEndDate) : undefined
  const renewsTo = readRenewsTo(line.renewsTo)
  return {
    id,
    catalogItemId: (line.catalogItemId ?? '').trim(),
    quantity: line.quantity,
    provisioningContext: readContext(line.provisioningContext),
    ...text('friendlyName', line.friendlyName),
    ...text('currencyCode', line.currencyCode?.toUpperCase()),
    ...(billingCycle === undefined ? {} : { billingCycle }),
    ...text('termDuration', line.termDuration?.toUpperCase()),
    ...(isGiven(line.participants) ? { participants: line.participants.map(readParticipant) } : {}),
    ...(renewsTo === undefined ? {} : { renewsTo }),
    ...(isGiven(line.attestationAccepted) ? { attestationAccepted: line.attestationAccepted } : {}),
    ...text('promotionId', line.promotionId?.toUpperCase()),
    ...(customTermEndDate === undefined ? {} : { customTermEndDate }),
    ...(isGiven(line.purchaseCommitment)
      ? { purchaseCommitment: readCommitment(line.purchaseCommitment) }
      : {}),
    ...text('purchaseSystem', line.purchaseSystem),
    ...(isGiven(line.scheduledNextTermInstructions)
      ? { nextTerm: readNextTerm(line.scheduledNextTermInstructions, line.quantity) }
      : {}),
  }
}

const isGiven = <T>(value: T | undefined): value is T => value !== undefined && value !== null && value !== ''

const text = <K extends string>(name: K, value: string | undefined): { readonly [N in K]?: string } =>
  isGiven(value) ? ({ [name]: value } as { readonly [N in K]: string }) : {}

const isModern = (line: LineRequest): boolean => isModernItem(line.catalogItemId ?? '')

const withAddOns = (lines: readonly LineRequest[]): LineRequest[] =>
  lines.flatMap((line) => [line, ...(line.addonItems ?? [])])

const lineIds = (lines: readonly LineRequest[]): number[] =>
  withAddOns(lines).map(({ id }, place) => (isGiven(id) ? Number(id) : place))

const spelling = (name: string): string => name.replaceAll(/[_\s-]/g, '').toLowerCase()

/** Takes the name in any case, with or without underscore, or the member's number. */
export function findBillingCycle(sent: string | number | undefined): BillingCycleType | undefined {
  if (!isGiven(sent)) return undefined
  if (typeof sent === 'number') return billingCycles[sent]
  return billingCycles.find((name) => spelling(name) === spelling(sent))
}

/** A billing cycle in a query. Faults: 900126. */
export function readBillingCycle(sent: string): BillingCycleType {
  const found = findBillingCycle(sent)
  if (found === undefined)
    throw fault(faults.enumValueIsUnknown, { value: sent, documentationLink: enumsPage })
  return found
}

const participantKeys = [
  'transaction_reseller',
  'consumption_reseller',
  'additional_transaction_reseller',
] as const

const findParticipantKey = (sent: string) => participantKeys.find((key) => spelling(key) === spelling(sent))

const readParticipant = ({ key, value }: Participant): Participant => ({
  key: findParticipantKey(key) ?? key,
  value,
})

function unknownMember(lines: readonly LineRequest[]): string | undefined {
  for (const line of withAddOns(lines)) {
    if (isGiven(line.billingCycle) && findBillingCycle(line.billingCycle) === undefined)
      return String(line.billingCycle)
    const participant = (line.participants ?? []).find(({ key }) => findParticipantKey(key) === undefined)
    if (participant !== undefined) return participant.key
  }
  return undefined
}

/** Keys are printed in camel case, whatever case they were sent in. */
const readContext = (context: Readonly<Record<string, unknown>> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(context ?? {})
      .filter(([, value]) => isGiven(value))
      .map(([key, value]) => [key.slice(0, 1).toLowerCase() + key.slice(1), String(value)]),
  )

const readCommitment = (sent: NonNullable<LineRequest['purchaseCommitment']>) => ({
  amount: String(sent.amount ?? ''),
  ...text('grain', sent.grain),
  ...text('currency', sent.currency),
})

/** A trial keeps its seats unless told otherwise. */
function readNextTerm(
  { product, quantity, customTermEndDate }: NonNullable<LineRequest['scheduledNextTermInstructions']>,
  seats: number,
): RequestedNextTerm {
  const end = isGiven(customTermEndDate) ? findDate(customTermEndDate) : undefined
  return {
    product: {
      productId: product.productId.toUpperCase(),
      skuId: product.skuId.toUpperCase(),
      ...text('availabilityId', product.availabilityId?.toUpperCase()),
      billingCycle: product.billingCycle,
      termDuration: product.termDuration.toUpperCase(),
      ...text('promotionId', product.promotionId),
    },
    quantity: quantity ?? seats,
    ...(end === undefined ? {} : { customTermEndDate: end }),
  }
}

/** The pages print a list, the client library one object. */
function readRenewsTo(sent: unknown): { termDuration?: string } | undefined {
  const one: unknown = Array.isArray(sent) ? sent[0] : sent
  if (typeof one !== 'object' || one === null) return undefined
  const term = Object.entries(one).find(([key]) => key.toLowerCase() === 'termduration')?.[1] as unknown
  return typeof term === 'string' && term !== '' ? { termDuration: term.toUpperCase() } : undefined
}
