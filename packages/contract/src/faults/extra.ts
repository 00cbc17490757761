import { extra, type FaultSpec } from './fault.ts'

/**
 * Faults that single pages document outside the published error list. The numbers are Microsoft's, the wording is ours:
 * in every language, and with it when the fault is raised.
 * @see partner-center/developer/error-codes
 */
export const extraFaults = {
  /** @see partner-center/developer/verify-indirect-reseller-mpa-status */
  requestIsMalformed: extra(
    2000,
    400,
    'The request is malformed: check the value of {field}.',
    {
      'nl-NL': 'De aanvraag is onjuist opgebouwd: controleer de waarde van {field}.',
      'pt-PT': 'O pedido está mal formado: verifique o valor de {field}.',
      'cs-CZ': 'Požadavek má chybný tvar: zkontrolujte hodnotu {field}.',
    },
    {
      area: 'identity',
      conditions: [
        {
          operation: 'any operation',
          when: 'a header or query value does not have the required form, such as a request ID that is not a GUID',
          precedence: 'before the partner role',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/get-partner-by-mpn-id */
  partnerOrganizationNotFound: extra(
    3000,
    404,
    'There is no partner organization with partner ID {partnerId}.',
    {
      'nl-NL': 'Er is geen partnerorganisatie met partner-id {partnerId}.',
      'pt-PT': 'Não existe nenhuma organização parceira com o ID de parceiro {partnerId}.',
      'cs-CZ': 'Partnerská organizace s ID partnera {partnerId} neexistuje.',
    },
    {
      area: 'identity',
      conditions: [
        {
          operation: 'get a partner by its partner ID',
          when: 'no partner organisation has this partner ID',
          precedence: 'after authorisation',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/assign-licenses-to-a-user */
  licensesExhausted: extra(
    60012,
    400,
    'There are no more licenses of this product to assign. Buy more licenses, then try again.',
    {
      'nl-NL':
        'Er zijn geen licenties van dit product meer om toe te wijzen. Koop meer licenties en probeer het opnieuw.',
      'pt-PT': 'Não há mais licenças deste produto para atribuir. Compre mais licenças e tente novamente.',
      'cs-CZ':
        'K přiřazení už nezbývají žádné licence tohoto produktu. Kupte další licence a zkuste to znovu.',
    },
    {
      area: 'identity',
      conditions: [
        {
          operation: 'assign licences to a user',
          when: "the customer's subscriptions of the product have no licence left",
          precedence: 'after the user and the SKU are known',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/get-a-list-of-products */
  targetSegmentNotAllowed: extra(
    400030,
    403,
    'Your account is not allowed to see products of this target segment.',
    {
      'nl-NL': 'Uw account mag geen producten van dit doelsegment zien.',
      'pt-PT': 'A sua conta não tem permissão para ver produtos deste segmento de destino.',
      'cs-CZ': 'Váš účet nemá oprávnění zobrazit produkty tohoto cílového segmentu.',
    },
    {
      area: 'purchasing',
      conditions: [
        {
          operation: 'list products',
          when: 'the partner may not see products of the target segment',
          precedence: 'after 400056',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/get-a-list-of-products */
  targetViewNotAllowed: extra(
    400036,
    403,
    'Your account is not allowed to see products of this target view.',
    {
      'nl-NL': 'Uw account mag geen producten van deze doelweergave zien.',
      'pt-PT': 'A sua conta não tem permissão para ver produtos desta vista de destino.',
      'cs-CZ': 'Váš účet nemá oprávnění zobrazit produkty tohoto cílového zobrazení.',
    },
    {
      area: 'purchasing',
      conditions: [
        {
          operation: 'list products',
          when: 'the partner may not see products of the target view',
          precedence: 'after 400056',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/create-a-cart-with-add-ons */
  addOnNeedsBaseProduct: extra(
    400041,
    400,
    'This add-on can only be bought together with a compatible base product.',
    {
      'nl-NL': 'Deze invoegtoepassing kan alleen samen met een passend basisproduct worden gekocht.',
      'pt-PT': 'Este suplemento só pode ser comprado em conjunto com um produto base compatível.',
      'cs-CZ': 'Tento doplněk lze koupit pouze společně s kompatibilním základním produktem.',
    },
    {
      area: 'purchasing',
      conditions: [
        {
          operation: 'create or update a cart; check out a cart',
          when: "the add-on's prerequisite is neither an active subscription of the customer nor in the same cart",
          precedence: 'after 800089, before 10021; in a cart it appears as an error of the line',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/confirm-customer-consent-customer-agreement */
  agreementAlreadyConfirmed: extra(
    600061,
    400,
    'This customer agreement has already been confirmed for the same contact.',
    {
      'nl-NL': 'Deze klantovereenkomst is al voor dezelfde contactpersoon bevestigd.',
      'pt-PT': 'Este contrato de cliente já foi confirmado para o mesmo contacto.',
      'cs-CZ': 'Tato smlouva se zákazníkem už byla pro stejnou kontaktní osobu potvrzena.',
    },
    {
      area: 'identity',
      conditions: [
        {
          operation: 'confirm a customer agreement',
          when: 'the agreement was already confirmed for the same contact',
          precedence: 'after the shape of the request',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/retrieve-validation-status */
  validationStatusNotFound: extra(
    600074,
    404,
    'There is no validation status for this customer account.',
    {
      'nl-NL': 'Er is geen validatiestatus voor dit klantaccount.',
      'pt-PT': 'Não existe estado de validação para esta conta de cliente.',
      'cs-CZ': 'Pro tento zákaznický účet neexistuje žádný stav ověření.',
    },
    {
      area: 'identity',
      conditions: [
        {
          operation: 'get the validation status of a customer',
          when: 'the customer account was never validated',
          precedence: 'after 20002',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/cancel-an-azure-subscription */
  cancellationReasonIsInvalid: extra(
    900307,
    400,
    "'{reason}' is no reason that an Azure subscription can be canceled for.",
    {
      'nl-NL': "'{reason}' is geen reden waarom een Azure-abonnement kan worden opgezegd.",
      'pt-PT': "'{reason}' não é um motivo pelo qual uma subscrição do Azure possa ser cancelada.",
      'cs-CZ': "'{reason}' není důvod, pro který lze předplatné Azure zrušit.",
    },
    {
      area: 'subscriptions',
      conditions: [
        {
          operation: 'cancel an Azure subscription',
          when: 'the reason is none that the service knows; the page shows only compromise',
          precedence: 'after 800111',
          provenance: 'documented',
        },
      ],
    },
  ),
  /** @see partner-center/developer/reactivate-an-azure-subscription */
  entitlementNotReactivable: extra(
    900337,
    400,
    'A partner cannot reactivate the Azure subscription with entitlement ID {entitlementId}.',
    {
      'nl-NL': 'Een partner kan het Azure-abonnement met rechten-id {entitlementId} niet opnieuw activeren.',
      'pt-PT': 'Um parceiro não pode reativar a subscrição do Azure com o ID de direito {entitlementId}.',
      'cs-CZ': 'Partner nemůže znovu aktivovat předplatné Azure s ID oprávnění {entitlementId}.',
    },
    {
      area: 'subscriptions',
      conditions: [
        {
          operation: 'reactivate an Azure subscription',
          when: 'the Azure plan above it is not active, or Azure itself disabled the Azure subscription',
          precedence: 'after 800111',
          provenance: 'documented',
        },
      ],
    },
  ),
} as const

/** Answered by the services behind agreements and vetting, whose bodies have members of their own. */
export const serviceErrors: ReadonlySet<FaultSpec> = new Set<FaultSpec>([
  extraFaults.agreementAlreadyConfirmed,
  extraFaults.validationStatusNotFound,
])
