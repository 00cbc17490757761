import type { Reason } from './reason.ts'

/**
 * Why a transition cannot be made, as listed in the `errors` of an eligibility and of a failed event. Codes and names
 * are those of the published enumeration TransitionErrorCode. The page prints the texts of 2, 3 and 9 and the one about
 * the missing mapping, which has no number there and is given as 0; the other wordings are ours (assumed).
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
export const transitionErrors = {
  other: {
    code: 0,
    name: 'Other',
    descriptions: {
      'en-US': 'General error.',
      'nl-NL': 'Algemene fout.',
      'pt-PT': 'Erro geral.',
      'cs-CZ': 'Obecná chyba.',
    },
  },
  mappingRequired: {
    code: 0,
    name: 'Other',
    descriptions: {
      'en-US': "Transition type isn't compatible - AzureAD subscription mapping is required.",
      'nl-NL': 'Het overgangstype is niet compatibel - toewijzing van het AzureAD-abonnement is vereist.',
      'pt-PT': 'O tipo de transição não é compatível - é necessário o mapeamento da subscrição do AzureAD.',
      'cs-CZ': 'Typ přechodu není kompatibilní - je vyžadováno mapování předplatného AzureAD.',
    },
  },
  delegatedAdminPermissionsDisabled: {
    code: 1,
    name: 'DelegatedAdminPermissionsDisabled',
    descriptions: {
      'en-US': "Subscription can't be transitioned because delegated admin permissions are disabled.",
      'nl-NL':
        'Het abonnement kan niet worden omgezet omdat gedelegeerde beheerdersmachtigingen zijn uitgeschakeld.',
      'pt-PT':
        'Não é possível fazer a transição da subscrição porque as permissões de administração delegada estão desativadas.',
      'cs-CZ': 'Předplatné nelze převést, protože jsou zakázána oprávnění delegovaného správce.',
    },
  },
  subscriptionStatusNotActive: {
    code: 2,
    name: 'SubscriptionStatusNotActive',
    descriptions: {
      'en-US': "Subscription can't be Transitioned - source subscription isn't active.",
      'nl-NL': 'Het abonnement kan niet worden omgezet - het bronabonnement is niet actief.',
      'pt-PT': 'Não é possível fazer a transição da subscrição - a subscrição de origem não está ativa.',
      'cs-CZ': 'Předplatné nelze převést - zdrojové předplatné není aktivní.',
    },
  },
  conflictingServiceTypes: {
    code: 3,
    name: 'ConflictingServiceTypes',
    descriptions: {
      'en-US': "Transition type isn't compatible - conflicting subscriptions for license transfer exist.",
      'nl-NL':
        'Het overgangstype is niet compatibel - er zijn abonnementen die conflicteren met de licentieoverdracht.',
      'pt-PT':
        'O tipo de transição não é compatível - existem subscrições em conflito para a transferência de licenças.',
      'cs-CZ':
        'Typ přechodu není kompatibilní - existují předplatná, která jsou v konfliktu s přenosem licencí.',
    },
  },
  concurrencyConflicts: {
    code: 4,
    name: 'ConcurrencyConflicts',
    descriptions: {
      'en-US': "Subscription can't be Transitioned - another operation is in progress.",
      'nl-NL': 'Het abonnement kan niet worden omgezet - er wordt een andere bewerking uitgevoerd.',
      'pt-PT': 'Não é possível fazer a transição da subscrição - está em curso outra operação.',
      'cs-CZ': 'Předplatné nelze převést - probíhá jiná operace.',
    },
  },
  userContextRequired: {
    code: 5,
    name: 'UserContextRequired',
    descriptions: {
      'en-US': "Licenses can't be transferred - user context is required.",
      'nl-NL': 'Licenties kunnen niet worden overgedragen - gebruikerscontext is vereist.',
      'pt-PT': 'Não é possível transferir licenças - é necessário o contexto de utilizador.',
      'cs-CZ': 'Licence nelze přenést - je vyžadován kontext uživatele.',
    },
  },
  subscriptionAddOnsPresent: {
    code: 6,
    name: 'SubscriptionAddOnsPresent',
    descriptions: {
      'en-US': "Subscription can't be Transitioned - add-ons are present.",
      'nl-NL': 'Het abonnement kan niet worden omgezet - er zijn invoegtoepassingen aanwezig.',
      'pt-PT': 'Não é possível fazer a transição da subscrição - existem suplementos.',
      'cs-CZ': 'Předplatné nelze převést - jsou k němu přiřazeny doplňky.',
    },
  },
  noTransitionPaths: {
    code: 7,
    name: 'SubscriptionDoesNotHaveAnyTransitionedPaths',
    descriptions: {
      'en-US': "Subscription can't be Transitioned - there are no transition paths.",
      'nl-NL': 'Het abonnement kan niet worden omgezet - er zijn geen overgangspaden.',
      'pt-PT': 'Não é possível fazer a transição da subscrição - não existem caminhos de transição.',
      'cs-CZ': 'Předplatné nelze převést - neexistují žádné cesty přechodu.',
    },
  },
  targetOfferNotFound: {
    code: 8,
    name: 'SubscriptionTargetOfferNotFound',
    descriptions: {
      'en-US': "Subscription can't be Transitioned - the target offer isn't available.",
      'nl-NL': 'Het abonnement kan niet worden omgezet - de doelaanbieding is niet beschikbaar.',
      'pt-PT': 'Não é possível fazer a transição da subscrição - a oferta de destino não está disponível.',
      'cs-CZ': 'Předplatné nelze převést - cílová nabídka není k dispozici.',
    },
  },
  subscriptionNotProvisioned: {
    code: 9,
    name: 'SubscriptionNotProvisioned',
    descriptions: {
      'en-US': "Subscription can't be Transitioned - source subscription isn't provisioned yet.",
      'nl-NL': 'Het abonnement kan niet worden omgezet - het bronabonnement is nog niet ingericht.',
      'pt-PT':
        'Não é possível fazer a transição da subscrição - a subscrição de origem ainda não está aprovisionada.',
      'cs-CZ': 'Předplatné nelze převést - zdrojové předplatné ještě není zřízeno.',
    },
  },
  billingCycleNotSupported: {
    code: 10,
    name: 'OfferDoesNotSupportBillingCycle',
    descriptions: {
      'en-US': "Subscription can't be Transitioned - the target offer doesn't support the billing cycle.",
      'nl-NL':
        'Het abonnement kan niet worden omgezet - de doelaanbieding ondersteunt de factureringscyclus niet.',
      'pt-PT':
        'Não é possível fazer a transição da subscrição - a oferta de destino não suporta o ciclo de faturação.',
      'cs-CZ': 'Předplatné nelze převést - cílová nabídka nepodporuje fakturační cyklus.',
    },
  },
  conversionsNotFound: {
    code: 11,
    name: 'ConversionsNotFound',
    descriptions: {
      'en-US': "Trial can't be converted - no conversions were found.",
      'nl-NL': 'De proefversie kan niet worden geconverteerd - er zijn geen conversies gevonden.',
      'pt-PT': 'Não é possível converter a avaliação - não foram encontradas conversões.',
      'cs-CZ': 'Zkušební verzi nelze převést - nebyly nalezeny žádné konverze.',
    },
  },
  userLicenseError: {
    code: 12,
    name: 'UserLicenseError',
    descriptions: {
      'en-US': 'User license transfer failed.',
      'nl-NL': 'De overdracht van gebruikerslicenties is mislukt.',
      'pt-PT': 'A transferência de licenças de utilizador falhou.',
      'cs-CZ': 'Přenos uživatelských licencí se nezdařil.',
    },
  },
  insufficientGranularAdminPermissions: {
    code: 13,
    name: 'InsufficientGranularAdminPermissions',
    descriptions: {
      'en-US':
        "Subscription can't be transitioned because the granular delegated admin roles are insufficient.",
      'nl-NL':
        'Het abonnement kan niet worden omgezet omdat de gedetailleerde gedelegeerde beheerdersrollen niet volstaan.',
      'pt-PT':
        'Não é possível fazer a transição da subscrição porque as funções de administração delegada granular são insuficientes.',
      'cs-CZ': 'Předplatné nelze převést, protože role podrobného delegovaného správce nestačí.',
    },
  },
} as const satisfies Record<string, Reason>

export type TransitionErrorName = keyof typeof transitionErrors
