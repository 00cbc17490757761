import { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import { defineArea } from '../../../work/area.ts'
import { each, only, told } from '../../../work/checks.ts'
import { accountRules, pathRules } from '../../accounts/customers/public.ts'
import { partnerOnRecordRules } from '../../accounts/partners/public.ts'
import { answerRules } from './answer-rules.ts'
import { azureRules, bundleRules } from './carrying-out/accept-rules.ts'
import { transferSchedule } from './carrying-out/transfer-agenda.ts'
import { createTransfer } from './create-transfer.ts'
import { intakeRules } from './intake-rules.ts'
import { acceptTransfer, outcomeRules } from './legacy/accept-transfer.ts'
import { legacyLineRules } from './legacy/legacy-line-rules.ts'
import { transferRequestRules } from './legacy/transfer-request-rules.ts'
import { azurePlanRules } from './new-commerce/azure-plan-rules.ts'
import { demandRules, runningRules } from './new-commerce/creation-rules.ts'
import { lineRules } from './new-commerce/line-rules.ts'
import { judgementRules, selectionRules, updateRules } from './new-commerce/update-rules.ts'
import { partRules } from './part-rules.ts'
import { participantRules } from './participant-rules.ts'
import { getTransfer } from './reading/get-transfer.ts'
import { eligibilityRules, listTransferEligibilities } from './reading/list-transfer-eligibilities.ts'
import { listTransfers } from './reading/list-transfers.ts'
import * as policies from './transfer-policies.ts'
import { transferTable } from './transfer-repository.ts'
import { updateTransfer } from './update-transfer.ts'
import { withdrawTransfer } from './withdraw-transfer.ts'

const parties = [participantRules, pathRules, accountRules]

export const area = defineArea({
  name: 'moves/transfers',
  endpoints: transferEndpoints,
  routes: {
    createTransfer,
    listTransfers,
    getTransfer,
    updateTransfer,
    acceptTransfer,
    withdrawTransfer,
    listTransferEligibilities,
  },
  checks: {
    createTransfer: [
      only(
        'of the older program',
        transferRequestRules,
        ...parties,
        partnerOnRecordRules,
        legacyLineRules,
        intakeRules,
      ),
      only(
        'of new commerce',
        demandRules,
        ...parties,
        partnerOnRecordRules,
        runningRules,
        azurePlanRules,
        intakeRules,
      ),
    ],
    listTransfers: [],
    getTransfer: [],
    updateTransfer: [
      partRules,
      only('of the older program', answerRules),
      only(
        'of new commerce',
        updateRules,
        only(
          'an acceptance',
          ...parties,
          runningRules,
          selectionRules,
          azureRules,
          only(told, each('each line', lineRules)),
          judgementRules,
        ),
      ),
    ],
    acceptTransfer: [
      partRules,
      answerRules,
      ...parties,
      azureRules,
      only(told, each('each subscription with its add-ons', bundleRules)),
      outcomeRules,
    ],
    withdrawTransfer: [partRules, answerRules],
    listTransferEligibilities: [eligibilityRules, only(told, each('each subscription', legacyLineRules))],
  },
  tables: [transferTable],
  schedule: transferSchedule,
  policies: Object.values(policies),
})
