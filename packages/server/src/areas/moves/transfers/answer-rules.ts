import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Instant } from '../../../kernel/time.ts'
import {
  closedWord,
  isBeingProcessed,
  isOfNewCommerce,
  isOpen,
  type Part,
  type TransferRecord,
} from './transfer.ts'

/** Somebody wants to end a transfer of the older program, this way or that. */
export interface AnswerFacts {
  readonly transfer: TransferRecord
  /** Which of the two the caller is. */
  readonly part: Part
  /** Which of the two may do that. */
  readonly mayAnswer: Part
  /** Of an update, which can want a rejection and nothing else. */
  readonly update?: {
    readonly status?: string | undefined
    readonly transferType?: string | number | undefined
  }
  readonly now: Instant
}

const rejections = ['reject', 'rejected']

/** Transfers of new commerce are answered by an update alone. */
const transferIsOfOlderProgram = rule<AnswerFacts>({
  name: 'transferIsOfOlderProgram',
  holds: ({ transfer }) => !isOfNewCommerce(transfer),
  fault: () => fault(faults.operationNotSupported),
  decidedBy: ({ transfer }) => ({ transferType: transfer.transferType }),
  see: 'partner-center/developer/accept-a-transfer',
})

/** Published is the answer to somebody who has no part in it; that the wrong one of the two gets it too is assumed. */
const callerMayAnswer = rule<AnswerFacts>({
  name: 'callerMayAnswerTransfer',
  holds: ({ part, mayAnswer }) => part === mayAnswer,
  fault: () => fault(faults.transferUpdateNotAllowed),
  decidedBy: ({ part, mayAnswer }) => ({ part, mayAnswer }),
  see: 'assumed',
})

export const nobodyElseProcesses = rule<Pick<AnswerFacts, 'transfer' | 'now'>>({
  name: 'nobodyElseProcessesTransfer',
  holds: ({ transfer, now }) => !isBeingProcessed(transfer, now),
  fault: ({ transfer }) => fault(faults.transferIsBeingProcessed, { transferId: transfer.id }),
  decidedBy: ({ transfer }) => ({ until: transfer.processedUntil }),
  see: 'partner-center/developer/transfer-entity-resources',
})

const transferIsOpen = rule<AnswerFacts>({
  name: 'transferIsOpen',
  holds: ({ transfer }) => isOpen(transfer),
  fault: ({ transfer }) =>
    fault(faults.transferIsClosed, {
      transferId: transfer.id,
      transferStatus: closedWord[transfer.status] ?? transfer.status,
    }),
  decidedBy: ({ transfer }) => ({ status: transfer.status }),
  see: 'partner-center/developer/transfer-entity-resources',
})

const updateHasNoTransferType = rule<AnswerFacts>({
  name: 'updateHasNoTransferType',
  holds: ({ update }) => update?.transferType === undefined,
  fault: () => fault(faults.operationNotSupported),
  decidedBy: ({ update }) => ({ transferType: update?.transferType }),
  see: 'assumed',
})

const updateRejects = rule<AnswerFacts>({
  name: 'updateRejects',
  holds: ({ update }) => update === undefined || rejections.includes(update.status?.toLowerCase() ?? ''),
  fault: () => fault(faults.requestInputIsInvalid).with('status: must be Reject'),
  decidedBy: ({ update }) => ({ status: update?.status }),
  see: 'partner-center/developer/reject-a-transfer',
})

/** Before a transfer of the older program is accepted, rejected or withdrawn. Order is precedence. */
export const answerRules = ruleList<Rule<AnswerFacts>>(
  'Accept, reject or withdraw a transfer of the older program',
  [
    transferIsOfOlderProgram,
    updateHasNoTransferType,
    callerMayAnswer,
    updateRejects,
    nobodyElseProcesses,
    transferIsOpen,
  ],
)
