import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransferUpdate } from '@tenantry/contract/resources/transfer.ts'
import { rule, ruleList, when, type Rule } from '../../../../kernel/rule.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { nobodyElseProcesses } from '../answer-rules.ts'
import { productTypeOf, type TransferItem } from '../carrying-out/items.ts'
import type { JudgedLine } from './line-rules.ts'
import { isOpen, type Part, type TransferRecord } from '../transfer.ts'

/** A PATCH of a transfer of new commerce. */
export interface UpdateFacts {
  readonly transfer: TransferRecord
  readonly part: Part
  readonly update: TransferUpdate
  readonly now: Instant
}

const updatePage = 'partner-center/developer/update-a-transfer'
const errorCodes = 'partner-center/developer/error-codes'

/** One word stands for the act and the state (the words of an acceptance are assumed). */
const cancellations = ['cancel', 'canceled', 'cancelled']
const acceptances = ['inprogress', 'accept', 'accepted']

const says = (words: readonly string[], { status }: TransferUpdate): boolean =>
  words.includes(status?.toLowerCase() ?? '')

const linesOf = ({ update }: UpdateFacts) => update.lineItems ?? []

const wanted = (facts: UpdateFacts): string[] =>
  linesOf(facts).map(({ subscriptionId }) => subscriptionId.toLowerCase())

const transferIsPending = rule<UpdateFacts>({
  name: 'transferIsPending',
  holds: ({ transfer }) => isOpen(transfer),
  fault: () => fault(faults.transferNotPending),
  decidedBy: ({ transfer }) => ({ status: transfer.status }),
  see: updatePage,
})

const byTarget = [
  rule<UpdateFacts>({
    name: 'targetNamesNoLines',
    holds: (facts) => linesOf(facts).length === 0,
    fault: () => fault(faults.lineItemsGivenByTarget),
    see: updatePage,
  }),
  rule<UpdateFacts>({
    name: 'targetCancels',
    holds: ({ update }) => says(cancellations, update),
    fault: () => fault(faults.onlyCancellationAllowed),
    decidedBy: ({ update }) => ({ status: update.status }),
    see: updatePage,
  }),
].map((check) => when(({ part }: UpdateFacts) => part === 'target', check))

const shape = (name: string, holds: Rule<UpdateFacts>['holds'], detail: string): Rule<UpdateFacts> =>
  rule<UpdateFacts>({
    name,
    holds,
    fault: () => fault(faults.requestInputIsInvalid).with(detail),
    see: 'assumed',
  })

const bySource = [
  rule<UpdateFacts>({
    name: 'sourceAccepts',
    holds: ({ update }) => says(acceptances, update),
    fault: () => fault(faults.onlyAcceptanceAllowed),
    decidedBy: ({ update }) => ({ status: update.status }),
    see: updatePage,
  }),
  shape('sourceNamesLines', (facts) => linesOf(facts).length > 0, 'lineItems: is required'),
  shape(
    'sourceNamesLinesOnce',
    (facts) => new Set(wanted(facts)).size === wanted(facts).length,
    'lineItems: names a subscription twice',
  ),
].map((check) => when(({ part }: UpdateFacts) => part === 'source', check))

/** Who may do what with a transfer of new commerce that waits for an answer. Order is precedence. */
export const updateRules = ruleList<Rule<UpdateFacts>>('Cancel or accept a transfer of new commerce', [
  nobodyElseProcesses,
  transferIsPending,
  ...byTarget,
  ...bySource,
])

/** What the sending partner has chosen, taken together. */
export interface SelectionFacts {
  readonly items: readonly TransferItem[]
  readonly subscriptionsPerCycleMax: number
  /** Ids of Azure subscriptions of the selection that have reservations of their own outside of it. */
  readonly reserved: readonly string[]
  /** Ids of those with third-party products that stay behind. */
  readonly bound: readonly string[]
  /** The customer's agreement with Microsoft, as the receiving partner confirmed it. */
  readonly hasAcceptedAgreement: boolean
}

const isLicence = (item: TransferItem): boolean => productTypeOf(item) === 'OnlineServicesNCE'

/** The most licence subscriptions that share a billing cycle. */
const mostOfOneCycle = ({ items }: SelectionFacts): number => {
  const cycles = items.flatMap((item) =>
    item.kind === 'subscription' && isLicence(item) ? [item.subscription.billingCycle] : [],
  )
  const groups = [...Map.groupBy(cycles, (cycle) => cycle).values()]
  return Math.max(0, ...groups.map((same) => same.length))
}

const idsOf = ({ items }: SelectionFacts): (string | undefined)[] =>
  items.map((item) => (item.kind === 'subscription' ? item.subscription.id : undefined))

const addOnsHaveBase = (facts: SelectionFacts): boolean =>
  facts.items.every((item) => {
    const parent = item.kind === 'subscription' ? item.subscription.parentSubscriptionId : undefined
    return parent === undefined || idsOf(facts).includes(parent)
  })

/** Before the single lines. Order is precedence. */
export const selectionRules = ruleList<Rule<SelectionFacts>>(
  'Accept a transfer of new commerce: the selection',
  [
    rule<SelectionFacts>({
      name: 'acceptedAddOnsGoWithBase',
      holds: addOnsHaveBase,
      fault: () => fault(faults.requestInputIsInvalid).with('lineItems: an add-on goes with its base'),
      see: 'assumed',
    }),
    rule<SelectionFacts>({
      name: 'fewEnoughSubscriptionsPerCycle',
      holds: (facts) => mostOfOneCycle(facts) <= facts.subscriptionsPerCycleMax,
      fault: () => fault(faults.transferHasTooManySubscriptions),
      decidedBy: (facts) => ({ most: mostOfOneCycle(facts) }),
      see: errorCodes,
    }),
    rule<SelectionFacts>({
      name: 'reservationsAreSelectedToo',
      holds: ({ reserved }) => reserved.length === 0,
      fault: ({ reserved }) => fault(faults.transferHasReservations).with(...reserved),
      decidedBy: ({ reserved }) => ({ reserved: reserved.join() }),
      see: errorCodes,
    }),
    rule<SelectionFacts>({
      name: 'thirdPartyProductsAreTransferable',
      holds: ({ bound }) => bound.length === 0,
      fault: ({ bound }) => fault(faults.transferHasMarketplaceProducts).with(...bound),
      decidedBy: ({ bound }) => ({ bound: bound.join() }),
      see: errorCodes,
    }),
  ],
)

/** Each line that is refused is told in the transfer; only when all of them are, the request is. */
export const judgementRules = ruleList<Rule<readonly JudgedLine[]>>(
  'Accept a transfer of new commerce: the lines',
  [
    rule<readonly JudgedLine[]>({
      name: 'someLineCanMove',
      holds: (lines) => lines.some(({ refusal }) => refusal === undefined),
      fault: (lines) => {
        const refusals = lines.flatMap(({ facts, refusal }) =>
          refusal === undefined ? [] : [`${facts.subscriptionId}: ${refusal.spec.code}`],
        )
        const first = lines.find(({ refusal }) => refusal !== undefined)?.refusal
        return (first ?? fault(faults.transferLineFailed)).with(...refusals)
      },
      decidedBy: (lines) => ({ lines: lines.length }),
      see: 'assumed',
    }),
  ],
)
