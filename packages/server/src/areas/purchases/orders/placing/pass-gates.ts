import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { hasAcceptedCustomerAgreement } from '../../../accounts/agreements/public.ts'
import { azurePlanSku, ProductUpgrades, upgradeGateRules } from '../../../subscriptions/azure/public.ts'
import { marketRules } from '../../carts/public.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import { getTransactingCustomer, type CustomerRecord } from '../../../accounts/customers/public.ts'
import {
  additionalPartnerRules,
  attestationRules,
  partnerAttestation,
  partnerGates,
  partnerOnRecordFacts,
  partnerOnRecordRules,
} from '../../../accounts/partners/public.ts'
import { isOfOlderProgram, type Purchase } from './purchase.ts'

/**
 * What has to be in order before anything is looked at: the partner, its resellers, the customer's account, the
 * customer agreement. Nothing is written.
 * @see partner-center/developer/checkout-a-cart
 */
export async function passGates(scope: Scope, customer: CustomerRecord, purchase: Purchase): Promise<void> {
  const { partner } = scope.principal
  enforce(partnerGates, { partner }, scope.trace)
  enforce(marketRules, { partner, customer, catalogue: catalogueOf(scope) }, scope.trace)
  const attestation = {
    partner,
    accepted: purchase.partnerOnRecordAttestationAccepted,
    requiredOf: scope.policy(partnerAttestation).requiredOf,
  }
  enforce(attestationRules, attestation, scope.trace)
  await passPartnersOnRecord(scope, purchase)

  await getTransactingCustomer(scope, customer.id)
  await passUpgrade(scope, purchase)
  const hasAccepted = await hasAcceptedCustomerAgreement(scope, customer.id)
  enforce(agreementRules, { hasAccepted }, scope.trace)
}

const customerAgreementIsAccepted = rule<{ readonly hasAccepted: boolean }>({
  name: 'customerAgreementIsAccepted',
  holds: ({ hasAccepted }) => hasAccepted,
  fault: () => fault(faults.customerAgreementNotAccepted),
  decidedBy: ({ hasAccepted }) => ({ hasAccepted }),
  see: 'partner-center/developer/confirm-customer-consent-customer-agreement',
})

export const agreementRules = ruleList('Any purchase: the customer agreement', [customerAgreementIsAccepted])

/** An Azure plan, and Microsoft Azure of the older program, wait for the end of an upgrade. */
async function passUpgrade(scope: Scope, { customerId, lines }: Purchase): Promise<void> {
  const catalogue = catalogueOf(scope)
  const buysAzure = lines.some(({ catalogItemId }) => {
    const [productId] = catalogItemId.split(':')
    return (
      productId === azurePlanSku.productId || catalogue.findLegacyOffer(catalogItemId)?.billing === 'usage'
    )
  })
  if (!buysAzure) return
  enforce(upgradeGateRules, { upgrade: await new ProductUpgrades(scope).latest(customerId) }, scope.trace)
}

async function passPartnersOnRecord(scope: Scope, { lines }: Purchase): Promise<void> {
  for (const { partnerId, commerce } of partnersOf(lines, 'transaction_reseller')) {
    const use = { commerce, purpose: 'purchase' } as const
    enforce(partnerOnRecordRules, await partnerOnRecordFacts(scope, partnerId, use), scope.trace)
  }
  for (const { partnerId, commerce } of partnersOf(lines, 'additional_transaction_reseller')) {
    const use = { commerce, purpose: 'purchase' } as const
    enforce(additionalPartnerRules, await partnerOnRecordFacts(scope, partnerId, use), scope.trace)
  }
}

interface PartnerOnLine {
  readonly partnerId: string
  readonly commerce: 'legacy' | 'newCommerce'
}

/** Each partner id once for each of the two programs. */
function partnersOf(lines: Purchase['lines'], key: string): PartnerOnLine[] {
  const named = lines.flatMap((line) =>
    (line.participants ?? [])
      .filter((one) => one.key === key)
      .map(({ value }): [string, PartnerOnLine] => {
        const commerce = isOfOlderProgram(line) ? 'legacy' : 'newCommerce'
        return [`${commerce} ${value}`, { partnerId: value, commerce }]
      }),
  )
  return [...new Map(named).values()]
}
