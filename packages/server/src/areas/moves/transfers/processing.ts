import { billingOwnership } from '../../../collaborators/billing-ownership.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration, type Instant } from '../../../kernel/time.ts'

/** Who is told as the one that changed a transfer last. The agenda is nobody. */
export const callerOf = ({ principal }: Scope): string => principal.userId ?? principal.appId

/** Until when a request that begins now holds the transfer; undefined where it takes no time. */
export function processedUntil(scope: Scope): Instant | undefined {
  const { processing } = scope.collaborator(billingOwnership)
  const until = addDuration(scope.now, processing)
  return until > scope.now ? until : undefined
}
