import type { Reason } from './reason.ts'

/**
 * Why seats cannot be moved into one existing subscription. Each row has a fault of its own when a transition is posted
 * anyway. The page prints the four English texts; it gives 4 no name of its own (the cell repeats the text); ours is assumed.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
export const targetSubscriptionErrors = {
  notActive: {
    code: 1,
    name: 'SubscriptionNotActive',
    descriptions: {
      'en-US': 'Subscription is not active.',
      'nl-NL': 'Het abonnement is niet actief.',
      'pt-PT': 'A subscrição não está ativa.',
      'cs-CZ': 'Předplatné není aktivní.',
    },
  },
  inCancellationWindow: {
    code: 2,
    name: 'SubscriptionInCancellationWindow',
    descriptions: {
      'en-US': 'Subscription is within cancellation window.',
      'nl-NL': 'Het abonnement bevindt zich in de annuleringsperiode.',
      'pt-PT': 'A subscrição está dentro do respetivo período de cancelamento.',
      'cs-CZ': 'Předplatné je v období, kdy je lze zrušit.',
    },
  },
  termShorterThanSource: {
    code: 3,
    name: 'SubscriptionTermDurationShorterThanSourceTermDuration',
    descriptions: {
      'en-US': "Subscription term duration is shorter than the source subscription's term duration.",
      'nl-NL': 'De termijn van het abonnement is korter dan die van het bronabonnement.',
      'pt-PT': 'O período da subscrição é mais curto do que o da subscrição de origem.',
      'cs-CZ': 'Období předplatného je kratší než období zdrojového předplatného.',
    },
  },
  endsBeforeSource: {
    code: 4,
    name: 'SubscriptionTermEndDateBeforeSourceTermEndDate',
    descriptions: {
      'en-US': "Subscription term end date is before the source subscription's term end date.",
      'nl-NL': 'De einddatum van de termijn van het abonnement ligt vóór die van het bronabonnement.',
      'pt-PT': 'A data de fim do período da subscrição é anterior à da subscrição de origem.',
      'cs-CZ': 'Datum konce období předplatného předchází datu konce období zdrojového předplatného.',
    },
  },
} as const satisfies Record<string, Reason>

export type TargetSubscriptionErrorName = keyof typeof targetSubscriptionErrors
