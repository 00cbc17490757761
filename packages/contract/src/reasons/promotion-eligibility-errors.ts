import type { PromotionEligibilityErrorType } from '../resources/catalogue/promotion.ts'
import type { ReasonLocale } from './reason.ts'

/**
 * The texts beside the types of a promotion's eligibility errors. The page prints the English one of SeatCount only;
 * the others and all translations are ours (assumed). These errors have a type and no number.
 * @see partner-center/developer/verify-promotion-eligibility
 */
const promotionEligibilityTexts: Readonly<
  Record<PromotionEligibilityErrorType, Readonly<Record<ReasonLocale, string>>>
> = {
  InvalidCatalogItemId: {
    'en-US': 'The catalog item ID is not valid or the item is not available to the customer.',
    'nl-NL': 'De catalogusitem-id is niet geldig of het item is niet beschikbaar voor de klant.',
    'pt-PT': 'O ID do item do catálogo não é válido ou o item não está disponível para o cliente.',
    'cs-CZ': 'ID položky katalogu není platné nebo položka není pro zákazníka dostupná.',
  },
  InvalidPromotion: {
    'en-US': 'The promotion is not valid for the item, the market or the date.',
    'nl-NL': 'De promotie is niet geldig voor het item, de markt of de datum.',
    'pt-PT': 'A promoção não é válida para o item, o mercado ou a data.',
    'cs-CZ': 'Propagační akce není platná pro danou položku, trh nebo datum.',
  },
  PrerequisiteProductOwnership: {
    'en-US': 'The customer does not own the products that the promotion requires.',
    'nl-NL': 'De klant bezit de producten die voor de promotie vereist zijn niet.',
    'pt-PT': 'O cliente não possui os produtos que a promoção exige.',
    'cs-CZ': 'Zákazník nevlastní produkty, které propagační akce vyžaduje.',
  },
  RedemptionLimit: {
    'en-US': 'The customer has used the promotion as often as it allows.',
    'nl-NL': 'De klant heeft de promotie zo vaak gebruikt als is toegestaan.',
    'pt-PT': 'O cliente já utilizou a promoção o número de vezes permitido.',
    'cs-CZ': 'Zákazník již propagační akci využil tolikrát, kolikrát to dovoluje.',
  },
  SeatCount: {
    'en-US':
      'The provided quantity does not satisfy the minimum or maximum seat requirements for the promotion.',
    'nl-NL': 'Het opgegeven aantal voldoet niet aan het minimum of maximum aantal licenties van de promotie.',
    'pt-PT': 'A quantidade indicada não cumpre o número mínimo ou máximo de licenças da promoção.',
    'cs-CZ': 'Zadané množství nesplňuje minimální nebo maximální počet licencí propagační akce.',
  },
  OfferPurchasedPreviously: {
    'en-US': 'The customer has bought the item before; the promotion is for a first purchase.',
    'nl-NL': 'De klant heeft het item al eerder gekocht; de promotie geldt voor een eerste aankoop.',
    'pt-PT': 'O cliente já comprou o item; a promoção destina-se a uma primeira compra.',
    'cs-CZ': 'Zákazník již položku koupil; propagační akce platí pro první nákup.',
  },
  Term: {
    'en-US': 'The promotion is not available for the term and billing cycle of the item.',
    'nl-NL': 'De promotie is niet beschikbaar voor de termijn en factureringscyclus van het item.',
    'pt-PT': 'A promoção não está disponível para o prazo e o ciclo de faturação do item.',
    'cs-CZ': 'Propagační akce není dostupná pro období a fakturační cyklus položky.',
  },
  NoPromotionsAvailable: {
    'en-US': 'There are no promotions for the item.',
    'nl-NL': 'Er zijn geen promoties voor het item.',
    'pt-PT': 'Não há promoções para o item.',
    'cs-CZ': 'Pro položku nejsou žádné propagační akce.',
  },
}

/** The text in the caller's language; English for a language without texts of its own. */
export const describeProblem = (type: PromotionEligibilityErrorType, locale: string): string =>
  promotionEligibilityTexts[type][locale as ReasonLocale] ?? promotionEligibilityTexts[type]['en-US']
