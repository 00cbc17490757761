import type { Reason } from './reason.ts'

/**
 * Why a legacy subscription cannot be migrated, as the `errors` of a validation list it. The page prints the text of 5
 * only; numbers and names are those of Microsoft's own migration tool, the other wordings are ours (assumed).
 * @see partner-center/developer/validate-subscription-for-migration
 */
export const newCommerceEligibilityErrors = {
  subscriptionStatusNotActive: {
    code: 0,
    name: 'SubscriptionStatusNotActive',
    descriptions: {
      'en-US': 'Only an active subscription can be migrated to New Commerce.',
      'nl-NL': 'Alleen een actief abonnement kan worden gemigreerd naar New Commerce.',
      'pt-PT': 'Só uma subscrição ativa pode ser migrada para o New Commerce.',
      'cs-CZ': 'Do New Commerce lze migrovat pouze aktivní předplatné.',
    },
  },
  subscriptionBeingProcessed: {
    code: 1,
    name: 'SubscriptionBeingProcessingInOms',
    descriptions: {
      'en-US': 'Another operation on the subscription is still being processed.',
      'nl-NL': 'Een andere bewerking op het abonnement wordt nog verwerkt.',
      'pt-PT': 'Outra operação sobre a subscrição ainda está a ser processada.',
      'cs-CZ': 'Jiná operace s předplatným se stále zpracovává.',
    },
  },
  subscriptionTooCloseToTermEnd: {
    code: 2,
    name: 'SubscriptionTooCloseToTermEnd',
    descriptions: {
      'en-US': 'Less than 24 hours of the subscription term are left.',
      'nl-NL': 'Er resteert minder dan 24 uur van de abonnementstermijn.',
      'pt-PT': 'Faltam menos de 24 horas para o fim do período da subscrição.',
      'cs-CZ': 'Do konce období předplatného zbývá méně než 24 hodin.',
    },
  },
  subscriptionPromotionsPresent: {
    code: 3,
    name: 'SubscriptionPromotionsPresent',
    descriptions: {
      'en-US': 'The subscription was bought with a promotion that is still running.',
      'nl-NL': 'Het abonnement is gekocht met een promotie die nog loopt.',
      'pt-PT': 'A subscrição foi comprada com uma promoção que ainda está em vigor.',
      'cs-CZ': 'Předplatné bylo zakoupeno s akční nabídkou, která stále platí.',
    },
  },
  subscriptionAddOnsPresent: {
    code: 4,
    name: 'SubscriptionAddOnsPresent',
    descriptions: {
      'en-US': 'The subscription has active add-ons that are not part of the migration.',
      'nl-NL': 'Het abonnement heeft actieve invoegtoepassingen die geen deel uitmaken van de migratie.',
      'pt-PT': 'A subscrição tem suplementos ativos que não fazem parte da migração.',
      'cs-CZ': 'Předplatné má aktivní doplňky, které nejsou součástí migrace.',
    },
  },
  newCommerceProductUnavailable: {
    code: 5,
    name: 'NewCommerceProductUnavailable',
    descriptions: {
      'en-US': 'New Commerce does not yet have an offer that is equivalent to this one.',
      'nl-NL': 'New Commerce heeft nog geen aanbieding die met deze overeenkomt.',
      'pt-PT': 'O New Commerce ainda não tem uma oferta equivalente a esta.',
      'cs-CZ': 'New Commerce zatím nemá nabídku, která by této odpovídala.',
    },
  },
  termAndBillingCycleNotSupported: {
    code: 6,
    name: 'TermDurationBillingCycleCombinationNotSupported',
    descriptions: {
      'en-US': 'The New Commerce product is not sold with this term and billing cycle.',
      'nl-NL': 'Het New Commerce-product wordt niet met deze termijn en factureringscyclus verkocht.',
      'pt-PT': 'O produto New Commerce não é vendido com este período e este ciclo de faturação.',
      'cs-CZ': 'Produkt New Commerce se s tímto obdobím a fakturačním cyklem neprodává.',
    },
  },
  subscriptionActiveForLessThanOneMonth: {
    code: 7,
    name: 'SubscriptionActiveForLessThanOneMonth',
    descriptions: {
      'en-US': 'The subscription was bought less than a month ago.',
      'nl-NL': 'Het abonnement is minder dan een maand geleden gekocht.',
      'pt-PT': 'A subscrição foi comprada há menos de um mês.',
      'cs-CZ': 'Předplatné bylo zakoupeno před méně než měsícem.',
    },
  },
  tradeStatusNotAllowed: {
    code: 8,
    name: 'TradeStatusNotAllowed',
    descriptions: {
      'en-US': 'The customer is not allowed to transact at present.',
      'nl-NL': 'De klant mag momenteel geen transacties uitvoeren.',
      'pt-PT': 'De momento, o cliente não está autorizado a efetuar transações.',
      'cs-CZ': 'Zákazník v současnosti nesmí provádět transakce.',
    },
  },
  invalidPartnerIdOnRecord: {
    code: 9,
    name: 'InvalidPartnerIdOnRecord',
    descriptions: {
      'en-US': 'The partner ID on record of the subscription is not valid.',
      'nl-NL': 'De geregistreerde partner-id van het abonnement is ongeldig.',
      'pt-PT': 'O ID do parceiro registado na subscrição não é válido.',
      'cs-CZ': 'ID partnera zaznamenané u předplatného není platné.',
    },
  },
  lastDayNeedsFullTerm: {
    code: 10,
    name: 'MigrationsWithinLast24HoursOfTermAreOnlyAllowedForFullTermMigrations',
    descriptions: {
      'en-US': 'In the last 24 hours of a term only a full new term can be bought.',
      'nl-NL': 'In de laatste 24 uur van een termijn kan alleen een volledige nieuwe termijn worden gekocht.',
      'pt-PT': 'Nas últimas 24 horas de um período só é possível comprar um novo período completo.',
      'cs-CZ': 'V posledních 24 hodinách období lze zakoupit pouze celé nové období.',
    },
  },
  invalidCustomTermEndDate: {
    code: 11,
    name: 'InvalidCustomTermEndDate',
    descriptions: {
      'en-US': 'The custom term end date is not within the first term, or not a day that every month has.',
      'nl-NL':
        'De aangepaste einddatum valt niet binnen de eerste termijn of is geen dag die elke maand heeft.',
      'pt-PT':
        'A data de fim personalizada não está no primeiro período ou não é um dia que todos os meses têm.',
      'cs-CZ': 'Vlastní datum konce neleží v prvním období nebo to není den, který má každý měsíc.',
    },
  },
  customTermEndDateNotAligned: {
    code: 12,
    name: 'CustomTermEndDateMustAlignWithExistingSubscriptionOrCalendarMonth',
    descriptions: {
      'en-US': 'The custom term end date is neither that of an existing subscription nor the end of a month.',
      'nl-NL':
        'De aangepaste einddatum is niet die van een bestaand abonnement en niet het einde van een maand.',
      'pt-PT': 'A data de fim personalizada não é a de uma subscrição existente nem o fim de um mês.',
      'cs-CZ': 'Vlastní datum konce není datem konce existujícího předplatného ani koncem měsíce.',
    },
  },
} as const satisfies Record<string, Reason>

export type NewCommerceEligibilityErrorName = keyof typeof newCommerceEligibilityErrors
