import { transitionEndpoints } from '@tenantry/contract/endpoints/transitions.ts'
import { defineArea } from '../../../work/area.ts'
import { each, only, told } from '../../../work/checks.ts'
import { createTransition } from './create-transition.ts'
import { accessRules, directoryListRules, licenceRules } from './eligibility/licence-rules.ts'
import { offerIntegrityRules, offerRules } from './eligibility/offer-rules.ts'
import { sourceRules } from './eligibility/source-rules.ts'
import { targetRules } from './eligibility/target-rules.ts'
import { eligibilityTypeRules, getTransitionEligibilities } from './get-transition-eligibilities.ts'
import { historyRules, listTransitions } from './list-transitions.ts'
import { transitionSchedule } from './transition-agenda.ts'
import { transitionTable } from './transition-repository.ts'
import { transitionRules } from './transition-rules.ts'

export const area = defineArea({
  name: 'subscriptions/transitions',
  endpoints: transitionEndpoints,
  routes: {
    getTransitionEligibilities,
    createTransition,
    listTransitions,
  },
  checks: {
    getTransitionEligibilities: [
      eligibilityTypeRules,
      accessRules,
      each('each offer', offerIntegrityRules),
      directoryListRules,
      only(told, sourceRules, offerRules, licenceRules, targetRules),
    ],
    createTransition: [transitionRules],
    listTransitions: [historyRules],
  },
  tables: [transitionTable],
  schedule: transitionSchedule,
})
