import type { DomainEvent } from '../../../work/events.ts'
import type { Scope } from '../../../work/scope.ts'
import { Agreements } from './agreement-repository.ts'

/** A deleted customer's confirmations go with it; one that only left can come back to what it has agreed to. */
export async function followCustomerRemoval(scope: Scope, event: DomainEvent): Promise<void> {
  if (event.details?.['because'] === 'deleted') await new Agreements(scope).removeAll(event.customerId)
}
