import type { transitionEndpoints } from '@tenantry/contract/endpoints/transitions.ts'
import type { Routes } from '../../../work/operation.ts'
import { getTransitionEligibilities } from './get-transition-eligibilities.ts'
import { listTransitions } from './list-transitions.ts'
import { createTransition } from './create-transition.ts'

export const routes: Routes<typeof transitionEndpoints> = {
  getTransitionEligibilities,
  createTransition,
  listTransitions,
}
