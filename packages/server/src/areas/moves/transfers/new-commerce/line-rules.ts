import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransferProductType } from '@tenantry/contract/resources/transfer.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import { isOfAzure, membersOf, productTypeOf, type TransferItem } from '../carrying-out/items.ts'

/** One line of an accepted transfer of new commerce, when it is accepted and again when it is carried out. */
export interface LineFacts {
  /** The id as it was asked for. */
  readonly subscriptionId: string
  readonly item: TransferItem | undefined
  /** Nothing else is being done with it. */
  readonly isFree: boolean
  /** What the receiving partner has asked for; undefined for everything. */
  readonly asked: readonly TransferProductType[] | undefined
  readonly isOfferedToTarget: boolean
  /** The receiving partner has an active Azure plan for the customer, with that partner on record. */
  readonly targetHasPlan: boolean
  /** Every third-party product under the Azure subscription is sold to the receiving partner. */
  readonly thirdPartiesSellToTarget: boolean
  /** The receiving partner has not let go of the customer meanwhile. */
  readonly targetServesCustomer: boolean
  readonly billingMovesIt: boolean
}

const resources = 'partner-center/developer/transfer-entity-resources'
const errorCodes = 'partner-center/developer/error-codes'

const isActive = (item: TransferItem | undefined): boolean =>
  item?.kind === 'azure'
    ? item.plan.status === 'active' && item.entitlement.status === 'active'
    : item?.subscription.status === 'active'

/** Order is precedence. A line that is refused does not stop the others. */
export const lineRules = ruleList<Rule<LineFacts>>('A line of a transfer of new commerce', [
  rule<LineFacts>({
    name: 'transferredItemIsActive',
    holds: ({ item, isFree }) => isActive(item) && isFree,
    fault: () => fault(faults.transferLineNotActive),
    decidedBy: ({ item, isFree, subscriptionId }) => ({ subscriptionId, exists: item !== undefined, isFree }),
    see: resources,
  }),
  rule<LineFacts>({
    name: 'transferredItemIsAskedFor',
    holds: ({ item, asked }) => {
      const type = item && productTypeOf(item)
      return type !== undefined && (asked === undefined || asked.includes(type))
    },
    fault: () => fault(faults.transferLineNotOnlineServices),
    decidedBy: ({ item, asked }) => ({ type: item && productTypeOf(item), asked: asked?.join() }),
    see: resources,
  }),
  rule<LineFacts>({
    name: 'transferredItemIsOfferedToTarget',
    holds: ({ isOfferedToTarget }) => isOfferedToTarget,
    fault: () => fault(faults.specializedOfferNotAvailableToTarget),
    see: errorCodes,
  }),
  rule<LineFacts>({
    name: 'targetHasAzurePlan',
    holds: ({ item, targetHasPlan }) => item === undefined || !isOfAzure(item) || targetHasPlan,
    fault: () => fault(faults.targetHasNoAzurePlan),
    decidedBy: ({ targetHasPlan }) => ({ targetHasPlan }),
    see: errorCodes,
  }),
  rule<LineFacts>({
    name: 'thirdPartiesSellToTarget',
    holds: ({ thirdPartiesSellToTarget }) => thirdPartiesSellToTarget,
    fault: () => fault(faults.thirdPartySkuNotAvailableToTarget),
    see: errorCodes,
  }),
  rule<LineFacts>({
    name: 'targetStillServesCustomer',
    holds: ({ targetServesCustomer }) => targetServesCustomer,
    fault: () => fault(faults.transferLineFailed),
    see: 'assumed',
  }),
  rule<LineFacts>({
    name: 'billingMovesItem',
    holds: ({ billingMovesIt }) => billingMovesIt,
    fault: () => fault(faults.transferLineFailed),
    see: errorCodes,
  }),
])

/** A line with what stands against it, if anything does. */
export interface JudgedLine {
  readonly facts: LineFacts
  readonly refusal: Fault | undefined
}

export const lockedMembers = ({ facts }: JudgedLine) =>
  facts.item === undefined ? [] : membersOf(facts.item)
