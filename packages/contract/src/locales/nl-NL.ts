import { locale } from './locale.ts'

/** @see partner-center/developer/error-codes */
export const nlNL = locale({
  operationNotImplemented: 'Uitzondering niet gedefinieerd',
  resourceNotFound: 'Niet gevonden',
  propertyIsInvalid: 'Ongeldige eigenschap',
  requestInputIsInvalid: 'Ongeldige invoer van aanvraag',
  unexpectedServiceError: 'Onverwachte servicefout',
  enumValueIsUnknown:
    'Kan de enum-waarde niet parseren: {value}. Ga voor meer informatie naar {documentationLink}',
  operationNotSupportedInEnvironment: 'Deze bewerking wordt niet ondersteund in deze omgeving',
  operationNotSupported: 'Deze bewerking wordt niet ondersteund',
  temporaryFailure: 'Er is iets misgegaan. Probeer het later opnieuw.',
  etagIsStale: 'ETAG is niet meer geldig',
  activationNotSupported: 'Niet ondersteund',
  notSupportedForLegacySubscription: 'Deze API-methode wordt niet ondersteund voor verouderde abonnementen.',
  tokenIsInvalid: 'Toegang geweigerd',
  callerHasNoAccess: 'Toegang geweigerd',
  userNotFound: 'De object-id van de gebruiker is niet gevonden',
  tenantNotFound: 'De Tenant is niet gevonden',
  entraRefusedToken:
    'Raadpleeg de documentatie van Microsoft Entra voor meer informatie over de geretourneerde foutbeschrijving, inclusief oplossingsstappen.',
  partnerTokenIsMissing: 'Het partnertoken ontbreekt in de context van de aanvraag',
  roleIsInsufficient: 'De opgegeven rol heeft niet de rechten om de aangevraagde bewerking uit te voeren',
  privilegesAreInsufficient: 'Onvoldoende bevoegdheden om de bewerking te voltooien.',
  blockedByConditionalAccess:
    'De toegang is geblokkeerd door beleid voor voorwaardelijke toegang. Het toegangsbeleid staat geen uitgifte van tokens toe. Zie Gebruikers en groepen in beleid voor voorwaardelijke toegang - Microsoft Entra voor meer informatie.',
  partnerTokenInLicenseCall:
    'Een partnertoken is niet toegestaan in aanroepen voor licentiebeheer. Gebruik voor de aanroep een partnertoegangstoken.',
  appOnlyTokenNotSupported:
    'Deze resource biedt geen ondersteuning voor verificatie met alleen een toepassing.',
  tokenAudienceIsRetired:
    'De doelgroep in het token is ongeldig en wordt niet meer ondersteund in de Partnercentrum-API. Zie Azure AD Graph-token buiten gebruik stellen voor meer informatie.',
  multifactorAuthenticationRequired:
    'Meervoudige verificatie (MFA) is vereist voor toegang tot deze resource. Het token bevat de MFA-claim niet.',
  licenseMigrationFailed: 'De migratie van de klantlicentie is mislukt',
  marketNotAuthorized: 'De partner is niet onboarded om in het land of de regio te verkopen',
  partnerIsNotAdvisor: 'De partner-id is geen geldige Advisor',
  partnerOnRecordIsIndirectProvider:
    'De partner-id van de indirecte provider is niet geldig als partner of record',
  partnerIdNotFound: 'De partner-id is niet gevonden',
  partnerIsNotIndirectReseller: 'De partner-id is geen geldige indirecte wederverkoper',
  orderPartnerLocationAccountIsWrong:
    'De PLA-id (Partner Location Account, voorheen MPN-id) die aan deze order is toegewezen, is niet juist.',
  resellerProgramNotActive: 'De status van het reseller-programma is niet actief',
  advisorQuoteNotFound: 'Kan geen Advisor-offerte vinden',
  resellerPartnerAgreementNotAccepted:
    'De indirecte wederverkoper heeft de Microsoft Partner Agreement niet geaccepteerd',
  partnerAgreementNotAccepted:
    'Uw bedrijf heeft de Microsoft Partner Agreement (MPA) niet geaccepteerd. De globale beheerder van de CSP-account moet de MPA accepteren om alle transactiemogelijkheden te herstellen. Zoek uw globale beheerder via {userManagementLink} en laat deze de MPA ondertekenen op het dashboard {dashboardLink} om alle transactiemogelijkheden te herstellen',
  advisorNotInRequestContext:
    'Er is geen informatie over de Advisor-partner gevonden in de context van de aanvraag',
  programNotActive: 'De status van het programma {program} is niet actief.',
  partnerOnRecordIsInactive:
    'Deze PLA-id (voorheen MPN-id) {partnerId} is ongeldig of inactief. Zie Samenwerken met indirecte wederverkopers in het Cloud Solution Provider-programma voor meer informatie.',
  partnerOnRecordRegionDiffers:
    'Deze PLA-id (voorheen MPN-id) {partnerId} is gekoppeld aan een resellertenant die niet overeenkomt met de CSP-regio. Om transacties te kunnen uitvoeren, moeten de tenants van distributeur en wederverkoper zich in dezelfde regio bevinden. Zie Samenwerken met indirecte wederverkopers in het Cloud Solution Provider-programma voor meer informatie.',
  partnerOnRecordNotEnrolled:
    'De PLA-id (voorheen MPN-id) {partnerId} is niet gekoppeld aan een actieve CSP-tenant van een indirecte wederverkoper. Adviseer uw wederverkoper zich in Partnercentrum als indirecte wederverkoper in te schrijven voor het CSP-programma om aan de voorwaarden te blijven voldoen.',
  partnerAttestationIsMissing: 'De partnerverklaring ontbreekt',
  partnerOnRecordHasNoActiveTenant:
    'De PLA-id (voorheen MPN-id) is niet gekoppeld aan een actieve resellertenant. Zie Samenwerken met indirecte wederverkopers in het Cloud Solution Provider-programma voor meer informatie.',
  partnerOnRecordNotAuthorized:
    'De aangevraagde indirecte wederverkoper met PLA-id (voorheen MPN-id) {partnerId} is momenteel niet gemachtigd om aan deze transactie te worden gekoppeld. Zorg dat de wederverkoper een actieve CSP-tenant voor indirecte wederverkopers heeft. Adviseer deze wederverkoper het machtigingsprobleem op te lossen of wijs de transactie toe aan een andere wederverkoper. Zie Samenwerken met indirecte wederverkopers in het Cloud Solution Provider-programma voor meer informatie.',
  noCommerceRelationship:
    'De partner-id {partnerId} heeft geen commerciële relatie met de klant-id {customerId}.',
  customerIdIsInvalid: 'Ongeldige klant-id',
  customerAgreementNotAccepted:
    'Voordat u deze aankoop kunt voltooien, moet de partner bevestigen dat de klant de Microsoft-klantovereenkomst heeft geaccepteerd of moet de klant de Microsoft-klantovereenkomst in het Microsoft-beheercentrum accepteren',
  registrationIdNotSupported: 'De waarde voor de registratie-id van de organisatie wordt niet ondersteund',
  registrationOrAddressIsInvalid:
    'De adres- of registratiegegevens van de klant zijn niet geldig voor het opgegeven land of de opgegeven regio.',
  registrationIdIsMissing: 'De registratie-id van de organisatie ontbreekt',
  registrationIdFormatIsInvalid:
    'De registratie-id van de organisatie is ongeldig en moet de indeling {format} hebben',
  phoneNumberIsMissing: 'Het telefoonnummer van de klant ontbreekt',
  nameIsTooShort: 'Voer een naam in die uit meer dan één teken bestaat.',
  nameIsNotAllowed: 'Voer een geldige naam in. {name} is niet toegestaan.',
  personNameIsTooLong: 'De voornaam, achternaam of tweede naam mag niet langer zijn dan 40 tekens.',
  nameHasOnlyNumbers:
    'Voer een naam in die letters bevat. Een naam die alleen uit cijfers bestaat, is niet toegestaan.',
  nameHasOnlySpecialCharacters:
    'Voer een geldige naam in. Een naam die alleen uit speciale tekens bestaat, is niet toegestaan.',
  nameHasEmoji: 'Voer een naam in zonder emoji.',
  nameHasForbiddenCharacters:
    'Voer een geldige naam in. Namen mogen letters, cijfers en enkele speciale tekens bevatten.',
  companyNameIsTooLong: "'Bedrijfsnaam' overschrijdt de toegestane lengte van 220 tekens.",
  customerUnderReview:
    'Uw klantaccount wordt momenteel beoordeeld. Kom over een paar dagen terug. Bedankt voor uw geduld. Meer informatie: {helpLink}',
  customerReviewUndecided:
    'Uw klantaccount wordt momenteel beoordeeld. Kom over een paar dagen terug. Bedankt voor uw geduld. Meer informatie: {helpLink}',
  customerNotApproved:
    'Uw klantaccount is niet goedgekeurd. Transacties voor deze klant zijn niet toegestaan. Controleer of de gegevens van de klantaccount juist zijn. Zie {helpLink} voor meer informatie',
  customerIsLocked:
    'Deze klantaccount is vergrendeld voor transacties. Neem contact op met de ondersteuning van Partnercentrum voor hulp.',
  customerNoLongerExists:
    'Deze klantaccount bestaat niet meer. U kunt er dus geen transacties voor indienen. Neem contact op met de ondersteuning van Partnercentrum voor hulp.',
  customerNotAuthorized:
    'Deze klantaccount is niet meer gemachtigd voor transacties. Neem contact op met de ondersteuning van Partnercentrum voor hulp.',
  tenantSubscriptionLimitExceeded:
    'Deze klanttenant heeft de limiet voor het aantal abonnementen overschreden die is vastgelegd in de Entra-documentatie (https://go.microsoft.com/fwlink/?linkid=2314636). Raadpleeg de documentatie van Partnercentrum om abonnementen te consolideren (https://go.microsoft.com/fwlink/?linkid=2314228).',
  itemIsNotAnOffer:
    "De Offers-API ondersteunt geen item met id {itemId}. Gebruik de Products- en/of SKU's-API's",
  partnerNotValidForOffer: 'De partner is niet geldig voor de aanbieding',
  offerNotEligible: 'De aanbieding komt niet in aanmerking voor aankoop',
  offerNoLongerAvailable: 'De aanbieding is niet meer beschikbaar voor aankoop',
  productNotFound: 'Het product is niet gevonden',
  skuNotFound: 'De SKU is niet gevonden',
  availabilityNotFound:
    'Beschikbaarheid niet gevonden. Deze fout kan optreden bij het afrekenen van een winkelwagen. Partners die deze fout krijgen, moeten een nieuwe GET uitvoeren om de huidige beschikbaarheids-id op te halen en het afrekenen van de winkelwagen opnieuw proberen.',
  catalogueInputIsInvalid: 'Ongeldige invoer',
  offerIdIsInvalid: 'Ongeldige aanbiedings-id',
  catalogItemNotEligible: 'Het catalogusitem komt niet in aanmerking voor aankoop.',
  purchaseTermNoLongerAvailable:
    'De oorspronkelijke aankooptermijn is niet meer beschikbaar voor aankoop of bijwerken',
  offerNotAvailableInCountry: 'De aanbieding is niet beschikbaar in het opgegeven land',
  includedQuantityIsAmbiguous: 'De beschikbaarheid heeft meer dan één optie voor inbegrepen hoeveelheid',
  durationNotSupported: 'Niet-ondersteunde duur {duration}',
  tenantTagsAreMissing: 'De tenant van de klant heeft niet de vereiste tags voor de aanbieding',
  catalogItemIdIsMissing: 'De catalogusitem-id ontbreekt',
  customerAvailabilitiesNotFound:
    'De aanvraag kon niet alle beschikbaarheden ophalen met productId: {productId}, skuId: {skuId} voor een klant met id: {customerId}',
  provisioningSkuIdIsMissing: 'De SKU-id van de inrichting is niet aanwezig',
  attestationNotAccepted: 'CatalogItemId: {catalogItemId} vereist acceptatie van een verklaring.',
  notPurchasableInSandbox:
    '{productTitle} kan niet worden gekocht in de sandboxomgeving. Meer informatie: {helpLink}.',
  addOnExceedsPrerequisiteShare:
    'Voor deze invoegtoepassing geldt een maximale aankooplimiet van {maximumPercentage} vermenigvuldigd met het cumulatieve aantal vereiste licenties. Deze licentieaankoop van {purchaseQuantity} overschrijdt de huidige maximumlimiet van {maximumQuantity}.',
  azureItemNotAvailable:
    'Dit item is niet beschikbaar. Zie Azure in Cloud Solution Provider (CSP) voor meer informatie.',
  promotionCodeIsInvalid: 'Ongeldige promotiecode',
  cartNotFound: 'Kan de winkelwagen-id niet ophalen',
  cartHasItemErrors: 'Fout in winkelwagenitem(s)',
  cartIsBeingProcessed: 'Winkelwagen {cartId} wordt door een andere aanvraag verwerkt',
  cartAlreadySubmitted: 'Een al verzonden winkelwagen {cartId} kan niet worden afgerekend.',
  customTermEndDateNotAligned:
    'De aangepaste einddatum van de termijn voor regelitem {lineNumber} komt niet overeen met de einddatum van een actief niet-proefabonnement van OnlineServicesNCE en valt niet samen met het einde van de kalendermaand. Partners moeten een nieuwe aangepaste einddatum kiezen.',
  billingCycleIsInvalid: 'De factureringscyclus is ongeldig.',
  billingCycleLongerThanTerm: 'De factureringscyclus mag niet langer zijn dan de termijn.',
  lineQuantityNotAllowed:
    'Het aangevraagde aantal voor regelitem {lineNumber} valt niet binnen het toegestane aantal voor deze aanbieding.',
  nextTermInstructionsOnlyForTrials:
    'Het configureren van instructies voor de volgende termijn bij aankoop wordt alleen ondersteund voor proefversies van New Commerce Experience OnlineServices.',
  trialHasNoPaidVersion:
    'Instructies voor de volgende termijn worden niet ondersteund voor deze aankoop van een proefversie omdat er geen betaalde versie van de proefversie is.',
  orderCannotBeProcessed: 'Kan deze order niet verwerken',
  offerLimitExceeded: 'De gebruikslimiet voor de aanbiedings-id is overschreden',
  orderHasInactiveSubscriptions:
    'De factureringscyclus kan niet worden gewijzigd omdat de order een of meer abonnementen bevat die niet actief zijn',
  offerDoesNotSupportBillingCycle:
    "De factureringscyclus kan niet worden gewijzigd omdat een van de aanbiedings-id's van de order de factureringstermijn niet ondersteunt",
  orderNotFound: 'Order-id niet gevonden',
  orderCreationFailed: 'Het maken van de order is niet gelukt',
  provisioningStatusNotFound: 'Kan de inrichtingsgegevens niet ophalen',
  orderAdjustmentIsPending: 'Er is een wijziging in behandeling aangevraagd voor deze order',
  purchaseNotCancellableOutsideSandbox:
    'Niet-sandbox-tenants zijn niet gemachtigd om andere aankopen dan software-abonnementen en permanente software te annuleren',
  addOnNotRelatedToParent: 'De invoegtoepassing hoort niet bij het opgegeven bovenliggende abonnement',
  purchaseSystemNotSupported: 'Het aankoopsysteem wordt niet ondersteund',
  purchasePrerequisiteUnmet: 'Aan een voorwaarde vooraf is niet voldaan',
  pricingAccessNotGranted: 'Er is geen toegang verleend tot prijsinformatie',
  orderIsInProgress:
    'Uw order wordt verwerkt. Controleer over enkele minuten de ordergeschiedenis op recente orders',
  orderNotCancellable: 'De order kan niet worden geannuleerd',
  legacyOrderNotCancellable:
    'De order {orderId} kan niet worden geannuleerd. Gebruik PATCH /customers/{customerId}/subscriptions/<subscriptionId> om abonnementen op te schorten',
  lineNumberOutOfRange: 'Het regelitemnummer moet liggen tussen 0 en het aantal regelitems',
  subscriptionSyncNotCompleted:
    'De factureringscyclus kan niet worden gewijzigd als de SyncState van het abonnement niet Completed is',
  seatBasedSaasNotCancellableByOrder:
    'Het annuleren van SaaS op basis van licenties wordt niet ondersteund via PATCH order. Gebruik in plaats daarvan PATCH subscription.',
  noMintAccount:
    'De factureringscyclus kan niet worden gewijzigd als het abonnement niet aan een Mint-account is gekoppeld',
  subscriptionBillingCycleDiffersFromOrder:
    'De factureringscyclus van het abonnement komt niet overeen met de factureringscyclus van de oorspronkelijke order',
  lineItemFailed: 'Er is een probleem met het regelitem.',
  currencyNotSupported:
    'Een of meer orderitems ondersteunen de opgegeven valuta, {currency}, niet. De invoervaluta moet de valuta van de partner of van de klant (markt) zijn.',
  purchaseOrderDocumentIsMissing: 'Een inkooporderdocument is vereist.',
  tenderProofIsMissing:
    'Als de aankoop deel uitmaakt van een aanbesteding, is een aanbestedingslink of een aanbestedingsdocument vereist.',
  attachmentMetadataIsInvalid: 'Ongeldige metagegevens. (Als de klantprijs of valuta ontbreekt).',
  inventoryNotAvailable: 'Voor dit catalogusitem is geen voorraad beschikbaar',
  inventoryQuantityNotAvailable: 'Het aantal is niet beschikbaar voor dit catalogusitem',
  sandboxLimitMet: 'De sandbox-limiet is bereikt',
  creditReviewRequired:
    'U komt mogelijk in aanmerking voor deze transactie. Neem contact op met de ondersteuning voor hulp',
  prepaidCreditInsufficient:
    'U komt niet in aanmerking voor deze transactie omdat uw kredietlijn de minimumdrempel voor deze aankoop niet bereikt. Werk uw order bij of neem contact op met de ondersteuning voor hulp',
  creditNotGranted: 'U komt niet in aanmerking voor deze transactie',
  creditLineBelowMinimum:
    'U komt niet in aanmerking voor deze transactie omdat uw kredietlijn de minimumdrempel voor deze aankoop niet bereikt. Werk uw order bij of neem contact op met de ondersteuning voor hulp',
  creditOnHold: 'U komt niet in aanmerking voor deze transactie',
  partnerNotEligibleForTransaction: 'U komt niet in aanmerking voor deze transactie',
  customerSubscriptionLimitExceeded:
    'Het gewenste aantal abonnementen overschrijdt het maximumaantal abonnementen per klant',
  subscriptionSeatLimitExceeded:
    'Het gewenste aantal licenties overschrijdt het maximumaantal licenties per abonnement',
  partnerAzureSubscriptionLimitExceeded:
    'Het gewenste aantal abonnementen overschrijdt het maximum aantal Azure-abonnementen dat per partner is toegestaan',
  riskCheckFailed: 'De order is niet door de risicobeheercontrole gekomen',
  seatLimitExceeded:
    'Het aangevraagde aantal van {requestedSeats} licentie(s) overschrijdt de resterende limiet van {remainingSeats} licenties per abonnement voor de CatalogID - {catalogItemId}',
  assetLimitExceeded:
    'Het aangevraagde aantal van {requestedAssets} asset(s) overschrijdt de resterende limiet van {remainingAssets} assets per klant',
  sandboxAzurePlanLimitMet:
    'De order kan niet worden gemaakt. Er geldt een limiet voor het aantal Azure-plannen dat onder sandboxaccounts kan worden gemaakt',
  creditLimitInsufficient:
    'De order kan niet worden verwerkt vanwege een ontoereikende kredietlimiet. Neem voor hulp contact op met ucmwrcsp@microsoft.com',
  suspendedQuantityIsFixed:
    'Het aantal van het abonnement kan niet worden verhoogd of verlaagd terwijl het abonnement wordt opgeschort',
  quantityOutOfRange: 'Het aantal van het abonnement valt niet binnen het toegestane minimum en maximum',
  offerUpdatesNotAllowed: 'Updates voor abonnementen voor aanbiedingen {offerId} zijn niet toegestaan',
  deletedSubscriptionIsReadOnly:
    'Het abonnement met de id {subscriptionId} en de status verwijderd kan niet worden bijgewerkt.',
  billingCycleChangeNeedsOrderUpdate:
    'De factureringscyclus van een bestaand abonnement kan niet worden bijgewerkt met de bewerking update-subscription. Gebruik de bewerking update-Order',
  subscriptionNotFound: 'Het abonnement met id {subscriptionId} is niet gevonden.',
  parentSubscriptionNotActive:
    'Kan geen onderliggend abonnement inschakelen wanneer het bovenliggende abonnement niet actief is',
  subscriptionIsInvalid: 'Dit abonnement is geen geldig abonnement',
  quantityChangeNotEligible: 'Bij dit catalogusitem kan geen hoeveelheid worden toegevoegd of verwijderd',
  assetNotFound: 'Asset-id niet gevonden',
  futureBillingNotFound: 'Kan de Asset-FutureBillingInfo niet vinden',
  statusChangeNotAllowed:
    'De status van de asset kan niet worden gewijzigd in {requestedStatus} vanuit {currentStatus}',
  alreadyActivated: 'Dit item is al geactiveerd',
  subscriptionHistoryNotFound: 'Abonnementsgeschiedenis niet gevonden',
  subscriptionNotYetActivated: 'Een abonnement kan niet worden bijgewerkt voordat het wordt geactiveerd',
  subscriptionNotReady:
    'Het abonnement is nog niet gereed om te worden bijgewerkt. Probeer het later opnieuw',
  quantityDecreaseNotAllowed: 'Het aantal van het abonnement kan niet worden verlaagd',
  suspendedSubscriptionIsReadOnly: 'Een abonnement met de status Opgeschort kan niet worden bijgewerkt',
  softwareAssuranceQuantityIncrease:
    'Het aantal licenties kan niet worden verhoogd voor een abonnement dat is gekocht via het Software Assurance-programma',
  autoRenewNotEligible: 'Het abonnement komt niet in aanmerking voor automatisch vernieuwen',
  subscriptionUpdateFailed: 'Het bijwerken van het abonnement is mislukt',
  quantityIsFixed: 'Het aantal licenties voor dit abonnement kan niet worden bijgewerkt',
  statusIsFixed: 'De status voor dit abonnement kan niet worden bijgewerkt',
  billingCycleIsFixed: 'De factureringscyclus van dit abonnement kan niet worden bijgewerkt',
  partnerOnRecordIsFixed: 'De partner of record van dit abonnement kan niet worden bijgewerkt',
  trialTermIsFixed: 'Wijziging van de termijn wordt niet ondersteund voor proefaanbiedingen.',
  termDurationIsInvalid: 'De opgegeven termijnduur is ongeldig.',
  termDurationIsShorter: 'De doeltermijnduur mag niet korter zijn dan de huidige termijnduur.',
  cancellationWindowDaysPassed:
    'Uw annuleringsperiode van {windowDays} dagen is verstreken. We kunnen uw aankoop niet annuleren',
  cancellationWindowHoursPassed:
    'Uw annuleringsperiode van {windowHours} uur is verstreken. We kunnen uw aankoop niet annuleren',
  seatReductionWindowHoursPassed:
    'Uw periode van {windowHours} uur om het aantal licenties voor dit abonnement te verlagen is verstreken.',
  seatReductionWindowDaysPassed:
    'Uw periode van {windowDays} dagen om het aantal licenties voor dit abonnement te verlagen is verstreken.',
  subscriptionIsExpiring:
    'Uw abonnement is bezig te verlopen. Er zijn geen verdere updates van dit abonnement toegestaan.',
  operationIsPending:
    'Er is een bewerking in behandeling voor dit abonnement. Probeer het over 24 uur opnieuw.',
  updatesNoLongerAllowed: 'Updatebewerkingen zijn niet meer toegestaan voor dit abonnement.',
  updatesCurrentlyNotAllowed: 'Updatebewerkingen zijn momenteel niet toegestaan voor dit abonnement.',
  tooManyUpdates:
    'Dit abonnement is te vaak bijgewerkt. Neem contact op met de partnerondersteuning als u meer updates van dit abonnement wilt uitvoeren.',
  microsoftMigrationIsImminent:
    'Dit abonnement wordt binnen 24 uur door Microsoft gemigreerd en kan daarom niet worden bijgewerkt.',
  microsoftMigrationBlocksReactivation:
    'Abonnementen die in aanmerking komen voor een door Microsoft geleide migratie, kunnen vanaf 24 uur voor het einde van de termijn niet opnieuw worden geactiveerd.',
  subscriptionMigratedByMicrosoft:
    'Dit abonnement is door Microsoft gemigreerd en kan daarom niet worden bijgewerkt. De New-Commerce-abonnements-id is {newCommerceSubscriptionId}.',
  nextTermEndDateOnlyForOnlineServices:
    'De aangepaste einddatum van de termijn in de geplande instructies voor de volgende termijn is alleen geldig voor OnlineServicesNCE-producten.',
  nextTermEndDateOutOfRange:
    'De aangepaste einddatum van de termijn in de geplande instructies voor de volgende termijn moet binnen de eerste termijnduur na de verlenging vallen. Producten met een maandtermijn kunnen bovendien niet worden afgestemd op een abonnement dat eindigt op de 28e, 29e of 30e van de maand, tenzij die datum de laatste dag van de maand is.',
  nextTermEndDateNotAligned:
    'De aangepaste einddatum van de termijn in de geplande instructies voor de volgende termijn komt niet overeen met de einddatum van een actief niet-proefabonnement van OnlineServicesNCE en valt niet samen met het einde van de kalendermaand.',
  nextTermProductIsInvalid:
    'Een of meer waarden in het product van de instructies voor de volgende termijn zijn ongeldig.',
  nextTermQuantityNotAllowed:
    'Het aantal in de instructies voor de volgende termijn valt niet binnen het toegestane minimum en maximum.',
  subscriptionIdsNotConvertible: "Kan niet converteren tussen Commerce- en Microsoft Entra-abonnements-id's.",
  entraSubscriptionsNotFound:
    'Kan de Microsoft Entra-abonnementen niet ophalen voor een klant met tenant-id {customerId} en broninrichtings-id {provisioningId}',
  targetEndsTooEarly:
    'Het veld ToSubscriptionId van de doelovergang is ongeldig. De CommitmentEndDate van het doelabonnement moet later zijn dan die van het bronabonnement',
  targetNotActive:
    'Het veld ToSubscriptionId van de doelovergang is ongeldig. Het doelabonnement moet actief zijn.',
  targetIsSource:
    'Het veld ToSubscriptionId van de doelovergang is ongeldig. De id van het doelabonnement mag niet gelijk zijn aan de id van het bronabonnement.',
  targetCatalogItemDiffers:
    'Het veld ToSubscriptionId van de doelovergang is ongeldig. Het doelabonnement moet dezelfde CatalogItemId hebben als in de overgangsaanvraag.',
  targetNotReady:
    'Het veld ToSubscriptionId van de doelovergang is ongeldig. Het doelabonnement is nog niet gereed voor een upgrade. Probeer het later opnieuw.',
  targetTermIsShorter: 'De doelovergang mag geen kortere termijnduur hebben dan het bronabonnement.',
  targetTermIsInvalid: 'De termijnduur van de doelovergang is ongeldig.',
  migrationSourceNotActive:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat de status niet actief is.',
  migrationSourceIsBeingProcessed:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat het abonnement momenteel wordt verwerkt.',
  migrationTooCloseToTermEnd:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat de termijn binnen 24 uur eindigt.',
  migrationSourceHasPromotions:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat er promoties op zijn toegepast.',
  migrationSourceHasAddOns:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat het invoegtoepassingen heeft.',
  migrationPathNotFound:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat er nog geen geldig migratiepad voor deze aanbieding is.',
  migrationNotEligible:
    'Abonnement {subscriptionId} kan om een of meer redenen niet worden gemigreerd naar New Commerce (mogelijke redenen: abonnement heeft niet de status Actief - er zijn promoties op het abonnement toegepast - er zijn invoegtoepassingen aan het abonnement gekoppeld - de einddatum van de termijn is te dichtbij - de aanbieding is nog niet beschikbaar in New Commerce).',
  migrationTermAndBillingNotSupported:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat de combinatie van termijnduur en factureringscyclus niet wordt ondersteund voor het New-Commerce-product.',
  migrationNotEnabledForPartner:
    'Partnertenant-id {partnerId} mag nog geen migraties naar New Commerce uitvoeren op zijn abonnementen.',
  migrationNotFound: 'De New-Commerce-migratie {migrationId} is niet gevonden.',
  migrationFailed: 'Er is een onverwachte fout opgetreden bij het verwerken van de New-Commerce-migratie.',
  migrationSourceTooRecent:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat het één maand of korter actief is. Probeer het later opnieuw.',
  migrationPartnerOnRecordIsInvalid:
    'Abonnement {subscriptionId} kan niet worden gemigreerd naar New Commerce omdat de partner-id of record van het huidige abonnement niet geldig is.',
  migrationAddOnIsRepeated:
    'De migratie kan niet worden uitgevoerd omdat er twee of meer migraties van invoegtoepassingen met dezelfde huidige abonnements-id zijn opgegeven',
  migrationAddOnNotActive:
    'Het abonnement kan niet worden gemigreerd naar New-Commerce omdat een of meer abonnementen op invoegtoepassingen in de verzameling AddOnMigrations niet bestaan of niet actief zijn.',
  migrationEndDateOutOfRange:
    'De aangepaste einddatum van de termijn voor de migratie moet binnen de eerste termijnduur vallen. Producten met een maandtermijn kunnen bovendien niet worden afgestemd op een abonnement dat eindigt op de 28e, 29e of 30e van de maand, tenzij die datum de laatste dag van de maand is.',
  migrationEndDateNotAligned:
    'De aangepaste einddatum van de termijn voor de migratie komt niet overeen met de einddatum van een actief niet-proefabonnement van OnlineServicesNCE en valt niet samen met het einde van de kalendermaand.',
  notAnAzureSubscription: 'Dit abonnement is geen geldig Azure-abonnement',
  azureSubscriptionNotActive: 'Dit abonnement is geen actief abonnement',
  notEnabledForReservations: 'Er is geen RI-aankoop ingeschakeld voor dit abonnement',
  subscriptionNotRegistered: 'Dit abonnement is niet geregistreerd',
  entitlementNotFound: 'Het Azure-abonnement met de opgegeven rechten-id is niet gevonden.',
  overageBlockedByLegacyAzure:
    'Overschrijding kan niet worden ingesteld omdat de klant verouderde Azure-abonnementen heeft.',
  overageNotEligible: 'U bent niet gemachtigd om overschrijding voor deze klant te beheren.',
  overageOwnedByAnotherTenant:
    'Overschrijding is al toegewezen aan een andere tenant. Neem contact op met uw klant om vragen over eigendom op te lossen.',
  azurePlanHasActiveSubscriptions:
    'Het Azure-plan kan niet naar de status Opgeschort worden verplaatst omdat u een of meer actieve Azure-abonnementen hebt',
  azurePlanRequired:
    'Voor de aankoop van een SaaS-abonnement met een factureringsplan op basis van verbruik is een Azure-plan vereist',
  meteredAzurePlanNotUsable:
    'De opgegeven Azure-plan-id is niet gevonden of bevat geen actieve Azure-abonnementen. Voor de aankoop van een SaaS-product met een factureringsplan op basis van verbruik is een Azure-plan met een of meer actieve abonnementen vereist',
  scopeNotSupported: "Het geselecteerde bereik '{scope}' in de inrichtingscontext wordt niet ondersteund.",
  entitlementIdIsMissing:
    'De rechten-id (Azure-abonnements-id) in de inrichtingscontext is vereist voor de transactie.',
  entitlementNotActive:
    'Het Azure-abonnement dat aan de rechten-id is gekoppeld, is niet actief. Voor het voltooien van de aankoop is een actief Azure-abonnement vereist.',
  productNotEligibleForEntitlement: 'Dit product kan niet worden gekocht met het opgegeven Azure-abonnement.',
  azurePlanIdIsMissing:
    'De abonnements-id (Azure-plan-id) in de inrichtingscontext is vereist voor de transactie.',
  azurePlanNotUsable:
    'Het Azure-plan dat aan de abonnements-id is gekoppeld, is niet gevonden of bevat geen actieve Azure-abonnementen. Voor het voltooien van de aankoop is een Azure-plan met een of meer actieve abonnementen vereist.',
  notAnAzurePlan: 'De abonnements-id moet de abonnements-id van het Azure-plan zijn.',
  savingsPlanOperationNotSupported:
    'Deze bewerking wordt momenteel niet ondersteund voor een Azure-besparingsplan in Partnercentrum. Het plan kan wel in Azure Portal worden beheerd.',
  savingsPlanPartnerOnRecordDiffers:
    'Aankopen van een Azure-besparingsplan nemen de partner of record van het gekoppelde Azure-plan over. De opgegeven partner of record komt niet overeen met de waarde ({partnerId}) van het gekoppelde Azure-plan.',
  upgradeHasSuspendedSubscriptions:
    'U hebt een of meer Azure-abonnementen met de status Opgeschort. Opgeschorte Azure-abonnementen kunnen niet naar het Azure-plan worden overgezet',
  upgradeNotFound: 'Er is geen upgradeaanvraag gevonden',
  upgradeCatalogItemNotFound:
    'Kan de upgrade van Azure niet verwerken omdat het Azure Catalog-item niet is gevonden',
  upgradeHasNoAzureSubscriptions:
    'De Azure-upgrade kan niet worden verwerkt omdat de klant geen Azure-abonnementen heeft.',
  upgradeIsInProgress:
    'Deze upgrade is niet toegestaan omdat de oorspronkelijke upgrade {upgradeId} wordt uitgevoerd',
  upgradeIsCompleted: 'De upgradeaanvraag voor de voltooide upgrade {upgradeId} kan niet worden verwerkt',
  upgradeOfAnotherCustomer:
    'De opgegeven upgrade-id hoort niet bij klant {customerId}. De klant is gekoppeld aan upgrade-id {upgradeId}',
  purchaseBlockedByPendingUpgrade:
    'Deze aankoop is niet toegestaan omdat de upgradeaanvraag {upgradeId} de status In behandeling heeft',
  purchaseBlockedByRunningUpgrade:
    'Deze aankoop is niet toegestaan omdat de upgradeaanvraag {upgradeId} wordt uitgevoerd',
  purchaseBlockedByFailedUpgrade:
    'Deze aankoop is niet toegestaan omdat de upgradeaanvraag {upgradeId} is mislukt',
  upgradeHasSharedServices: 'De Azure-upgrade voor Azure Partner Shared Services kan niet worden verwerkt',
  upgradeNotEligible: 'Kan de Azure-upgrade niet verwerken',
  upgradeHasRecentPurchases:
    'Een of meer Azure-abonnementen zijn onlangs gekocht, deze abonnementen kunnen momenteel niet worden overgezet. Probeer het later opnieuw',
  transferSubscriptionIsInvalid: 'Overdracht kan niet worden gemaakt met een ongeldig abonnement',
  transferNotFound: 'Overdrachtsaanvraag niet gevonden',
  transferIsInProgress:
    'Deze overdracht is niet toegestaan omdat de oorspronkelijke overdracht {transferId} wordt uitgevoerd',
  transferIsClosed:
    'Kan de overdrachtsaanvraag voor de {transferStatus} overdracht {transferId} niet verwerken',
  transferOrderFailed: 'De overdrachtsorder is niet gelukt',
  transferIsBeingProcessed: 'De overdracht {transferId} wordt verwerkt door een andere aanvraag',
  transferBlockedByLegacyAzure:
    'Deze overdrachtsaanvraag kan niet worden gestart omdat de klant verouderde Azure-abonnementen heeft',
  transferAzurePlanNotActive:
    'Deze overdrachtsaanvraag kan niet worden gestart omdat het Azure-plan niet actief is. Schakel het Azure-plan in',
  transferAzurePlanNotPurchased:
    'Deze overdrachtsaanvraag kan niet worden gestart omdat de klant geen Azure-plan heeft gekocht',
  transferAzurePlanNotPurchasable:
    'Deze overdrachtsaanvraag kan niet worden gestart omdat het Azure-plan niet kan worden gekocht',
  transferPartnerOnRecordDiffers:
    'Deze overdrachtsaanvraag kan niet worden gestart omdat de partner of record van deze overdracht niet overeenkomt met die van het Azure-plan van de klant',
  transferInitiationFailed: 'Het starten van de overdrachtsaanvraag is mislukt. Probeer het later opnieuw',
  transferSourceIsMissing:
    'De overdracht kan niet worden gestart omdat de e-mail- of domeingegevens van de bronpartner in de aanvraag ontbreken',
  transferNotEnabledForPartner:
    'De overdracht kan niet worden gemaakt omdat partner {partnerId} niet voor deze functie is ingeschakeld',
  transferCloudNotSupported:
    'De overdracht kan niet worden gemaakt omdat de nationale cloud {nationalCloud} van partner {partnerId} niet wordt ondersteund',
  transferNotAcceptableWithAzure:
    'De overdrachtsaanvraag kan niet worden geaccepteerd. Vraag de partner een overdracht zonder Azure-abonnement(en) te maken',
  transferHasReservations:
    'Deze aanvraag voor overdracht van factureringseigendom kan niet worden voltooid omdat Azure-reserveringen niet met abonnementen worden overgedragen. Annuleer de Azure-reserveringen die aan de geselecteerde abonnementen zijn gekoppeld en probeer het opnieuw.',
  transferHasMarketplaceProducts:
    'Deze aanvraag voor de overdracht van eigendom van de facturering kan niet worden voltooid omdat Marketplace-Producten van derden niet worden overgedragen met abonnementen. Verwijder de Marketplace-Producten van derden uit uw selectie en probeer het opnieuw.',
  transferSourceDomainIsInvalid: 'Geef een geldig domein op dat is gekoppeld aan de huidige partner',
  transferSourceIsTarget:
    'Het maken van de overdracht is mislukt omdat de gegevens van de bronpartner overeenkomen met die van de aanvragende partner',
  lineItemsGivenByTarget: 'Het veld lineItems kan niet worden opgegeven door de doelpartner.',
  onlyCancellationAllowed: 'Alleen annulering van de overdracht is toegestaan.',
  onlyAcceptanceAllowed: 'Alleen acceptatie van de overdracht is toegestaan.',
  transferUpdateNotAllowed:
    'Het bijwerken van de overdracht is niet toegestaan voor de huidige partnertenant-id.',
  transferNotPending: 'Updates zijn alleen toegestaan wanneer de overdracht de status In behandeling heeft.',
  transferLineFailed:
    'Er is een onverwachte fout opgetreden bij het verwerken van de overdracht voor dit abonnement.',
  transferLineNotActive:
    'De overdracht kan voor dit regelitem niet worden verwerkt omdat het abonnement niet actief is of niet bestaat.',
  transferLineNotOnlineServices:
    'De overdracht kan voor dit regelitem niet worden verwerkt omdat het producttype van het opgegeven abonnement niet OnlineServicesNCE is.',
  transferParticipantNotSupported:
    'De overdracht kan niet worden gemaakt vanwege een niet-ondersteund type deelnemer.',
  targetHasNoAzurePlan:
    'De overdracht kan niet worden verwerkt omdat de doelpartner geen actief Azure-plan heeft voor de combinatie van klant en wederverkoper.',
  specializedOfferNotAvailableToTarget:
    'De overdracht kan niet worden verwerkt omdat de gespecialiseerde aanbieding niet beschikbaar is voor de doelpartner.',
  transferHasTooManySubscriptions:
    'Per factureringscyclus kunnen maximaal 25 Online Services NCE-abonnementen in één aanvraag worden overgedragen.',
  thirdPartySkuNotAvailableToTarget:
    'Kan de resource van derden niet overdragen: de product-SKU is niet beschikbaar voor de doelpartner. Verwijder deze resource en probeer de overdracht opnieuw te accepteren, of neem contact op met de doelpartner.',
})
