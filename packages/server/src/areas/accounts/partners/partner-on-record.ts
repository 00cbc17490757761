import { registry } from '../../../collaborators/registry.ts'
import type { Scope } from '../../../work/scope.ts'
import { partnerOnRecordValidation } from './partner-policies.ts'
import type { PartnerOnRecordFacts } from './partner-on-record-rules.ts'
import { PartnerRegistry } from './partner-repository.ts'

/** What is about to be done with the partner id. */
export interface PartnerOnRecordUse {
  readonly commerce: 'legacy' | 'newCommerce'
  readonly purpose: 'purchase' | 'update' | 'validation'
}

/** Loads what `partnerOnRecordRules` and `additionalPartnerRules` judge. */
export async function partnerOnRecordFacts(
  scope: Scope,
  partnerId: string,
  use: PartnerOnRecordUse,
): Promise<PartnerOnRecordFacts> {
  const linked = await new PartnerRegistry(scope).listByPartnerId(partnerId)
  const entry = scope.collaborator(registry).partnerIds[partnerId]
  const enforcement = scope.policy(partnerOnRecordValidation)
  const isKnown = entry !== undefined || linked.length > 0

  return {
    partnerId,
    provider: scope.principal.partner,
    linked,
    registration: isKnown
      ? {
          status: entry?.status ?? 'active',
          isAdvisor: entry?.isAdvisor ?? linked.some((partner) => partner.isAdvisor),
        }
      : undefined,
    isEnforced:
      use.commerce === 'newCommerce' &&
      (use.purpose === 'update' ? enforcement.updates : enforcement.purchases) === 'enforced',
    isLegacyOrder: use.commerce === 'legacy' && use.purpose === 'purchase',
    purpose: use.purpose === 'validation' ? 'validation' : 'transaction',
  }
}
