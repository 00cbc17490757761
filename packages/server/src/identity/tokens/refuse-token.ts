import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Deciding } from '../../kernel/rule.ts'
import type { Trace } from '../../kernel/trace.ts'

/**
 * The fault 400 of a token that is none. The caller is not told why, and whoever reads the log is: the check that it
 * did not pass, and the values.
 */
export function tokenFault(trace: Trace | undefined, check: string, decidedBy: Deciding): Fault {
  trace?.step(check, false, decidedBy)
  return fault(faults.tokenIsInvalid)
}
