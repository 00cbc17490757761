import { acceptance } from '../../../collaborators/acceptance.ts'
import type { Scope } from '../../../work/scope.ts'
import { Agreements } from './agreement-repository.ts'

/**
 * Whether the customer has accepted the Microsoft Customer Agreement: the partner confirmed it, or the customer signed
 * it itself. What 13605 asks for before a purchase.
 * @see partner-center/developer/error-codes
 */
export async function hasAcceptedCustomerAgreement(scope: Scope, customerId: string): Promise<boolean> {
  if (hasSignedDirectly(scope, customerId)) return true
  return (await new Agreements(scope).count(customerId, 'MicrosoftCustomerAgreement')) > 0
}

/** A customer signs for itself, so this holds for all of its partners. */
export const hasSignedDirectly = (scope: Scope, customerId: string): boolean =>
  scope.collaborator(acceptance).signed[customerId] !== undefined
