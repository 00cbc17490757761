import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { enforce, rule } from '../../kernel/rule.ts'
import type { Scope } from '../../kernel/scope.ts'
import { hasAcceptedCustomerAgreement } from '../agreements/public.ts'
import { azurePlanSku, ProductUpgrades, upgradeGateRules } from '../azure/public.ts'
import { partnerSellsInMarket, type CartRecord } from '../carts/public.ts'
import { catalogueOf } from '../catalogue/public.ts'
import { getTransactingCustomer, type CustomerRecord } from '../customers/public.ts'
import {
  additionalPartnerRules,
  attestationIsGiven,
  partnerAttestation,
  partnerGates,
  partnerOnRecordFacts,
  partnerOnRecordRules,
} from '../partners/public.ts'

/**
 * What has to be in order before anything is looked at: the partner, its resellers, the customer's account, the
 * customer agreement. Nothing is written.
 * @see partner-center/developer/checkout-a-cart
 */
export async function passGates(scope: Scope, customer: CustomerRecord, cart: CartRecord): Promise<void> {
  const { partner } = scope.principal
  enforce(partnerGates, { partner }, scope.trace)
  enforce([partnerSellsInMarket], { partner, customer, catalogue: catalogueOf(scope) }, scope.trace)
  const attestation = {
    partner,
    accepted: cart.partnerOnRecordAttestationAccepted,
    requiredOf: scope.policy(partnerAttestation).requiredOf,
  }
  enforce([attestationIsGiven], attestation, scope.trace)
  await passPartnersOnRecord(scope, cart)

  await getTransactingCustomer(scope, customer.id)
  await passUpgrade(scope, cart)
  const hasAccepted = await hasAcceptedCustomerAgreement(scope, customer.id)
  enforce([customerAgreementIsAccepted], { hasAccepted }, scope.trace)
}

const customerAgreementIsAccepted = rule<{ readonly hasAccepted: boolean }>({
  name: 'customerAgreementIsAccepted',
  holds: ({ hasAccepted }) => hasAccepted,
  fault: () => fault(faults.customerAgreementNotAccepted),
  decidedBy: ({ hasAccepted }) => ({ hasAccepted }),
  see: 'partner-center/developer/confirm-customer-consent-customer-agreement',
})

/** An Azure plan, and Microsoft Azure of the older program, wait for the end of an upgrade. */
async function passUpgrade(scope: Scope, { customerId, lines }: CartRecord): Promise<void> {
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

async function passPartnersOnRecord(scope: Scope, cart: CartRecord): Promise<void> {
  const use = { commerce: 'newCommerce', purpose: 'purchase' } as const
  for (const partnerId of partnerIds(cart, 'transaction_reseller'))
    enforce(partnerOnRecordRules, await partnerOnRecordFacts(scope, partnerId, use), scope.trace)
  for (const partnerId of partnerIds(cart, 'additional_transaction_reseller'))
    enforce(additionalPartnerRules, await partnerOnRecordFacts(scope, partnerId, use), scope.trace)
}

const partnerIds = ({ lines }: CartRecord, key: string): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ participants = [] }) =>
      participants.filter((one) => one.key === key).map(({ value }) => value),
    ),
  )
