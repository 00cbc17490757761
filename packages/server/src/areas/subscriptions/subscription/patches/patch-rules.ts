import { ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { PatchFacts } from './patch-facts.ts'
import { patchQuantityRules } from './patch-rules-quantity.ts'
import { patchRenewalRules } from './patch-rules-renewal.ts'
import { patchStateRules } from './patch-rules-state.ts'
import { patchStatusRules } from './patch-rules-status.ts'
import { patchTermRules } from './patch-rules-term.ts'

/** Order is precedence: the first rule that does not hold decides the answer of a PATCH. */
export const patchRules = ruleList<Rule<PatchFacts>>('Update a subscription', [
  ...patchStateRules,
  ...patchStatusRules,
  ...patchQuantityRules,
  ...patchRenewalRules,
  ...patchTermRules,
])
