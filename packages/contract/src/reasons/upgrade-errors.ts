import type { Reason } from './reason.ts'

/**
 * Why a legacy subscription cannot be upgraded. Codes and names are those of the published enumeration
 * UpgradeErrorCode; the wordings are ours (assumed).
 * @see partner-center/developer/transition-a-subscription
 */
export const upgradeErrors = {
  other: {
    code: 0,
    name: 'Other',
    descriptions: {
      'en-US': 'A subscription is upgraded with all of its licences, to an offer that allows as many.',
      'nl-NL':
        'Een abonnement wordt met al zijn licenties bijgewerkt, naar een aanbieding die er zoveel toestaat.',
      'pt-PT': 'Uma subscrição é atualizada com todas as suas licenças, para uma oferta que permita tantas.',
      'cs-CZ': 'Předplatné se upgraduje se všemi licencemi na nabídku, která jich tolik umožňuje.',
    },
  },
  delegatedAdminPermissionsDisabled: {
    code: 1,
    name: 'DelegatedAdminPermissionsDisabled',
    descriptions: {
      'en-US': 'The customer has not delegated administration, which moving licences needs.',
      'nl-NL': 'De klant heeft het beheer niet gedelegeerd; dat is nodig om licenties te verplaatsen.',
      'pt-PT': 'O cliente não delegou a administração, necessária para mover licenças.',
      'cs-CZ': 'Zákazník nedelegoval správu, která je k přesunu licencí nutná.',
    },
  },
  subscriptionStatusNotActive: {
    code: 2,
    name: 'SubscriptionStatusNotActive',
    descriptions: {
      'en-US': 'Only an active subscription can be upgraded. The additional details name its status.',
      'nl-NL': 'Alleen een actief abonnement kan worden bijgewerkt. De details noemen de status.',
      'pt-PT': 'Só uma subscrição ativa pode ser atualizada. Os detalhes indicam o estado.',
      'cs-CZ': 'Upgradovat lze pouze aktivní předplatné. Podrobnosti uvádějí jeho stav.',
    },
  },
  conflictingServiceTypes: {
    code: 3,
    name: 'ConflictingServiceTypes',
    descriptions: {
      'en-US': 'Another subscription supplies the same services, so licences cannot be moved one to one.',
      'nl-NL':
        'Een ander abonnement levert dezelfde services; licenties kunnen niet een op een worden verplaatst.',
      'pt-PT': 'Outra subscrição fornece os mesmos serviços; as licenças não podem ser movidas uma a uma.',
      'cs-CZ': 'Stejné služby poskytuje i jiné předplatné, licence proto nelze přesunout jednu za jednu.',
    },
  },
  concurrencyConflicts: {
    code: 4,
    name: 'ConcurrencyConflicts',
    descriptions: {
      'en-US': 'Another operation on the subscription is not finished.',
      'nl-NL': 'Een andere bewerking op het abonnement is niet voltooid.',
      'pt-PT': 'Outra operação sobre a subscrição não está concluída.',
      'cs-CZ': 'Jiná operace s předplatným není dokončena.',
    },
  },
  userContextRequired: {
    code: 5,
    name: 'UserContextRequired',
    descriptions: {
      'en-US': 'Licences are moved on behalf of a signed-in user.',
      'nl-NL': 'Licenties worden verplaatst namens een aangemelde gebruiker.',
      'pt-PT': 'As licenças são movidas em nome de um utilizador autenticado.',
      'cs-CZ': 'Licence se přesouvají jménem přihlášeného uživatele.',
    },
  },
  subscriptionAddOnsPresent: {
    code: 6,
    name: 'SubscriptionAddOnsPresent',
    descriptions: {
      'en-US': 'The subscription has active add-ons.',
      'nl-NL': 'Het abonnement heeft actieve invoegtoepassingen.',
      'pt-PT': 'A subscrição tem suplementos ativos.',
      'cs-CZ': 'Předplatné má aktivní doplňky.',
    },
  },
  noUpgradePaths: {
    code: 7,
    name: 'SubscriptionDoesNotHaveAnyUpgradePaths',
    descriptions: {
      'en-US': 'There is nothing that the subscription can be upgraded to.',
      'nl-NL': 'Er is niets waarnaar het abonnement kan worden bijgewerkt.',
      'pt-PT': 'Não existe nada para que a subscrição possa ser atualizada.',
      'cs-CZ': 'Neexistuje nic, na co by bylo možné předplatné upgradovat.',
    },
  },
  targetOfferNotFound: {
    code: 8,
    name: 'SubscriptionTargetOfferNotFound',
    descriptions: {
      'en-US': 'The target offer is not one that the subscription can be upgraded to.',
      'nl-NL': 'Het abonnement kan niet naar de doelaanbieding worden bijgewerkt.',
      'pt-PT': 'A subscrição não pode ser atualizada para a oferta de destino.',
      'cs-CZ': 'Na cílovou nabídku nelze předplatné upgradovat.',
    },
  },
  subscriptionNotProvisioned: {
    code: 9,
    name: 'SubscriptionNotProvisioned',
    descriptions: {
      'en-US': 'The subscription is not provisioned yet.',
      'nl-NL': 'Het abonnement is nog niet ingericht.',
      'pt-PT': 'A subscrição ainda não foi aprovisionada.',
      'cs-CZ': 'Předplatné ještě není zřízeno.',
    },
  },
  billingCycleNotSupported: {
    code: 10,
    name: 'OfferDoesNotSupportBillingCycle',
    descriptions: {
      'en-US': 'The target offer is not sold with the billing cycle of the subscription.',
      'nl-NL': 'De doelaanbieding wordt niet met de factureringscyclus van het abonnement verkocht.',
      'pt-PT': 'A oferta de destino não é vendida com o ciclo de faturação da subscrição.',
      'cs-CZ': 'Cílová nabídka se neprodává s fakturačním cyklem předplatného.',
    },
  },
  insufficientGranularAdminPermissions: {
    code: 11,
    name: 'InsufficientGranularAdminPermissions',
    descriptions: {
      'en-US': 'The granted directory roles do not allow it.',
      'nl-NL': 'De verleende directoryrollen staan dit niet toe.',
      'pt-PT': 'As funções de diretório concedidas não o permitem.',
      'cs-CZ': 'Udělené role adresáře to neumožňují.',
    },
  },
} as const satisfies Record<string, Reason>

export type UpgradeErrorName = keyof typeof upgradeErrors

/** Why a trial was not converted. @see partner-center/developer/convert-a-trial-subscription-to-paid */
export const conversionErrors = {
  conversionsNotFound: {
    code: 1,
    name: 'ConversionsNotFound',
    descriptions: {
      'en-US': 'The subscription cannot be converted to the target offer.',
      'nl-NL': 'Het abonnement kan niet naar de doelaanbieding worden geconverteerd.',
      'pt-PT': 'A subscrição não pode ser convertida na oferta de destino.',
      'cs-CZ': 'Předplatné nelze převést na cílovou nabídku.',
    },
  },
} as const satisfies Record<string, Reason>
