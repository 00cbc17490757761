import { locale } from './locale.ts'

/** @see partner-center/developer/error-codes */
export const csCZ = locale({
  operationNotImplemented: 'Výjimka není definována',
  resourceNotFound: 'Nenalezeno',
  propertyIsInvalid: 'Neplatná vlastnost',
  requestInputIsInvalid: 'Neplatný vstup požadavku',
  unexpectedServiceError: 'Neočekávaná chyba služby',
  enumValueIsUnknown: 'Hodnotu výčtu nelze parsovat: {value} Další informace najdete na {documentationLink}',
  operationNotSupportedInEnvironment: 'Tato operace není v tomto prostředí podporována',
  operationNotSupported: 'Tato operace není podporována',
  temporaryFailure: 'Něco se nepovedlo. Zkuste to znovu později.',
  etagIsStale: 'ETag už není platný',
  activationNotSupported: 'Nepodporováno',
  notSupportedForLegacySubscription: 'Tato metoda rozhraní API není pro starší předplatná podporována.',
  tokenIsInvalid: 'Přístup odepřen',
  callerHasNoAccess: 'Přístup odepřen',
  userNotFound: 'ID objektu uživatele nebylo nalezeno',
  tenantNotFound: 'Tenant nebyl nalezen.',
  entraRefusedToken:
    'Další podrobnosti o popisu vrácené chyby včetně kroků k nápravě najdete v dokumentaci k Microsoft Entra.',
  partnerTokenIsMissing: 'V kontextu požadavku chybí token partnera',
  roleIsInsufficient: 'Zadaná role nemá práva k provedení požadované operace',
  privilegesAreInsufficient: 'Nedostatečná oprávnění k dokončení operace.',
  blockedByConditionalAccess:
    'Přístup zablokovaly zásady podmíněného přístupu. Zásada přístupu nepovoluje vydání tokenu. Další informace najdete v tématu Uživatelé a skupiny v zásadách podmíněného přístupu – Microsoft Entra.',
  partnerTokenInLicenseCall:
    'Ve voláních správy licencí není povolen token partnera. Použijte přístupový token partnera.',
  appOnlyTokenNotSupported: 'Tento prostředek nepodporuje ověřování pouze pomocí aplikace.',
  tokenAudienceIsRetired:
    'Cílová skupina (audience) v tokenu je neplatná a v rozhraní API Partnerského centra už není podporována. Další informace najdete v tématu Vyřazení tokenu Azure AD Graph.',
  multifactorAuthenticationRequired:
    'Pro přístup k tomuto prostředku se vyžaduje vícefaktorové ověřování (MFA). Token neobsahuje deklaraci MFA.',
  licenseMigrationFailed: 'Migrace licencí zákazníka se nezdařila',
  marketNotAuthorized: 'Partner není registrován k prodeji v dané zemi nebo oblasti.',
  partnerIsNotAdvisor: 'ID partnera nepatří platnému poradci (Advisor)',
  partnerOnRecordIsIndirectProvider:
    'ID partnera nepřímého poskytovatele není platné jako evidovaný partner (Partner on Record)',
  partnerIdNotFound: 'ID partnera nebylo nalezeno',
  partnerIsNotIndirectReseller: 'ID partnera nepatří platnému nepřímému prodejci',
  orderPartnerLocationAccountIsWrong:
    'ID účtu partnerského umístění (PLA, dříve MPN ID) přiřazené k této objednávce není správné.',
  resellerProgramNotActive: 'Stav programu pro prodejce není aktivní',
  advisorQuoteNotFound: 'Cenová nabídka poradce (Advisor) nebyla nalezena',
  resellerPartnerAgreementNotAccepted:
    'Nepřímý prodejce nepřijal Smlouvu s partnerem Microsoftu (Microsoft Partner Agreement)',
  partnerAgreementNotAccepted:
    'Vaše společnost nepřijala Smlouvu s partnerem Microsoftu (MPA). Globální správce účtu CSP musí MPA přijmout, aby se obnovily všechny transakční funkce. Svého globálního správce vyhledejte na {userManagementLink} a požádejte ho o podepsání MPA na řídicím panelu {dashboardLink}, aby se obnovily všechny transakční funkce',
  advisorNotInRequestContext:
    'Informace o partnerovi v roli poradce (Advisor) nebyly v kontextu požadavku nalezeny',
  programNotActive: 'Stav programu {program} není aktivní.',
  partnerOnRecordIsInactive:
    'ID PLA (dříve MPN ID) {partnerId} je neplatné nebo neaktivní. Další informace najdete v tématu Spolupráce s nepřímými prodejci v programu Cloud Solution Provider.',
  partnerOnRecordRegionDiffers:
    'ID PLA (dříve MPN ID) {partnerId} je přidruženo k tenantovi prodejce, který neodpovídá oblasti CSP. K provádění transakcí musí být tenanti distributora i prodejce ve stejné oblasti. Další informace najdete v tématu Spolupráce s nepřímými prodejci v programu Cloud Solution Provider.',
  partnerOnRecordNotEnrolled:
    'ID PLA (dříve MPN ID) {partnerId} není propojeno s aktivním tenantem nepřímého prodejce CSP. Doporučte svému prodejci, aby se v Partnerském centru zaregistroval do programu CSP jako nepřímý prodejce a splňoval tak požadavky.',
  partnerAttestationIsMissing: 'Chybí osvědčení partnera',
  partnerOnRecordHasNoActiveTenant:
    'ID PLA (dříve MPN ID) není propojeno s žádným aktivním tenantem prodejce. Další informace najdete v tématu Spolupráce s nepřímými prodejci v programu Cloud Solution Provider.',
  partnerOnRecordNotAuthorized:
    'Požadovaný nepřímý prodejce s ID PLA (dříve MPN ID) {partnerId} momentálně nemá oprávnění k přidružení k této transakci. Ujistěte se, že má prodejce aktivního tenanta nepřímého prodejce CSP. Doporučte prodejci, aby problém s oprávněním vyřešil, nebo transakci přiřaďte jinému prodejci. Další informace najdete v tématu Spolupráce s nepřímými prodejci v programu Cloud Solution Provider.',
  noCommerceRelationship:
    'Partner s ID {partnerId} nemá žádný obchodní vztah se zákazníkem s ID {customerId}.',
  customerIdIsInvalid: 'Neplatné ID zákazníka',
  customerAgreementNotAccepted:
    'Před dokončením tohoto nákupu musí partner potvrdit, že zákazník přijal Smlouvu se zákazníkem Microsoftu, nebo ji zákazník musí přijmout v Centru pro správu Microsoft',
  registrationIdNotSupported: 'Hodnota registračního čísla organizace není podporována',
  registrationOrAddressIsInvalid:
    'Adresní nebo registrační údaje zákazníka nejsou pro zadanou zemi nebo oblast platné.',
  registrationIdIsMissing: 'Chybí registrační číslo organizace',
  registrationIdFormatIsInvalid: 'Registrační číslo organizace je neplatné a musí mít formát {format}',
  phoneNumberIsMissing: 'Chybí telefonní číslo zákazníka',
  nameIsTooShort: 'Zadejte jméno nebo název, který má více než jeden znak.',
  nameIsNotAllowed: 'Zadejte platné jméno nebo název. Hodnota {name} není povolena.',
  personNameIsTooLong: 'Jméno, příjmení ani prostřední jméno nesmí přesáhnout 40 znaků.',
  nameHasOnlyNumbers:
    'Zadejte jméno nebo název, který obsahuje písmena. Hodnota složená jen z číslic není povolena.',
  nameHasOnlySpecialCharacters:
    'Zadejte platné jméno nebo název. Hodnota složená jen ze speciálních znaků není povolena.',
  nameHasEmoji: 'Zadejte jméno nebo název bez emoji.',
  nameHasForbiddenCharacters:
    'Zadejte platné jméno nebo název. Může obsahovat písmena, číslice a některé speciální znaky.',
  companyNameIsTooLong: 'Název společnosti překračuje povolenou délku 220 znaků.',
  customerUnderReview:
    'Váš zákaznický účet se právě prověřuje. Zkuste to znovu za několik dní. Děkujeme za trpělivost. Další informace: {helpLink}',
  customerReviewUndecided:
    'Váš zákaznický účet se právě prověřuje. Zkuste to znovu za několik dní. Děkujeme za trpělivost. Další informace: {helpLink}',
  customerNotApproved:
    'Váš zákaznický účet nebyl schválen. Transakce pro tohoto zákazníka nejsou povoleny. Ověřte správnost údajů zákaznického účtu. Další informace: {helpLink}',
  customerIsLocked:
    'Tento zákaznický účet je uzamčen pro transakce. Požádejte o pomoc podporu Partnerského centra.',
  customerNoLongerExists:
    'Tento zákaznický účet už neexistuje, takže za něj nemůžete odesílat žádné transakce. Požádejte o pomoc podporu Partnerského centra.',
  customerNotAuthorized:
    'Tento zákaznický účet už není autorizován pro transakce. Požádejte o pomoc podporu Partnerského centra.',
  tenantSubscriptionLimitExceeded:
    'Tento tenant zákazníka překročil limit počtu předplatných uvedený v dokumentaci k Entra (https://go.microsoft.com/fwlink/?linkid=2314636). Postup konsolidace předplatných najdete v dokumentaci k Partnerskému centru (https://go.microsoft.com/fwlink/?linkid=2314228).',
  itemIsNotAnOffer:
    'Rozhraní API nabídek nepodporuje položku s ID {itemId}. Zkuste použít rozhraní API produktů nebo SKU',
  partnerNotValidForOffer: 'Partner není oprávněný k nabídce',
  offerNotEligible: 'Nabídku nelze zakoupit.',
  offerNoLongerAvailable: 'Nabídka už není k dispozici pro nákup.',
  productNotFound: 'Produkt nebyl nalezen.',
  skuNotFound: 'Skladová položka (SKU) nebyla nalezena',
  availabilityNotFound:
    'Dostupnost nebyla nalezena. K této chybě může dojít při pokladně košíku. Partneři, kterým se tato chyba zobrazí, by měli odeslat nový požadavek GET, aby získali aktuální ID dostupnosti, a dokončení nákupu košíku zopakovat.',
  catalogueInputIsInvalid: 'Neplatný vstup',
  offerIdIsInvalid: 'Neplatné ID nabídky',
  catalogItemNotEligible: 'Položku katalogu nelze zakoupit.',
  purchaseTermNoLongerAvailable: 'Počáteční období nákupu už není k dispozici pro nákup nebo aktualizaci.',
  offerNotAvailableInCountry: 'Nabídka není dostupná v zadané zemi nebo oblasti.',
  includedQuantityIsAmbiguous: 'Dostupnost má více než jednu možnost zahrnutého množství',
  durationNotSupported: 'Nepodporovaná doba trvání {duration}',
  tenantTagsAreMissing: 'Tenant zákazníka nemá značky požadované pro nabídku',
  catalogItemIdIsMissing: 'ID položky katalogu chybí',
  customerAvailabilitiesNotFound:
    'Požadavku se nepodařilo načíst všechny dostupnosti s productId: {productId}, skuId: {skuId} pro zákazníka s ID: {customerId}',
  provisioningSkuIdIsMissing: 'ID SKU pro zřizování chybí',
  attestationNotAccepted: 'CatalogItemId: {catalogItemId} vyžaduje přijetí osvědčení.',
  notPurchasableInSandbox:
    '{productTitle} nelze zakoupit v prostředí sandboxu. Další informace najdete na {helpLink}.',
  addOnExceedsPrerequisiteShare:
    'Maximální limit nákupu tohoto doplňku je {maximumPercentage} vynásobených celkovým počtem předpokladových licencí. Nákup {purchaseQuantity} licencí překračuje aktuální maximální limit {maximumQuantity}.',
  azureItemNotAvailable:
    'Tato položka není dostupná. Další informace najdete v tématu Azure v programu Cloud Solution Provider (CSP).',
  promotionCodeIsInvalid: 'Neplatný propagační kód',
  cartNotFound: 'ID košíku nelze načíst',
  cartHasItemErrors: 'Chyba v položkách košíku',
  cartIsBeingProcessed: 'Košík {cartId} je zpracováván jiným požadavkem.',
  cartAlreadySubmitted: 'Nákup nelze dokončit, protože košík {cartId} už byl odeslán.',
  customTermEndDateNotAligned:
    'Vlastní koncové datum období zadané pro řádkovou položku {lineNumber} neodpovídá koncovému datu žádného aktivního nezkušebního předplatného OnlineServicesNCE ani konci kalendářního měsíce. Partneři by měli vybrat nové vlastní koncové datum období.',
  billingCycleIsInvalid: 'Fakturační cyklus je neplatný.',
  billingCycleLongerThanTerm: 'Fakturační cyklus nesmí být delší než období.',
  lineQuantityNotAllowed:
    'Požadované množství pro řádkovou položku {lineNumber} není v rozmezí povoleném pro tuto nabídku.',
  nextTermInstructionsOnlyForTrials:
    'Konfigurace pokynů pro další období při nákupu je podporována jen u zkušebních verzí New Commerce Experience OnlineServices.',
  trialHasNoPaidVersion:
    'Pokyny pro další období nejsou pro tento nákup zkušební verze podporovány, protože neexistuje její placená verze.',
  orderCannotBeProcessed: 'Tuto objednávku nelze zpracovat.',
  offerLimitExceeded: 'Byl překročen limit použití pro ID nabídky',
  orderHasInactiveSubscriptions:
    'Fakturační cyklus nelze změnit, protože objednávka obsahuje jedno nebo více neaktivních předplatných',
  offerDoesNotSupportBillingCycle:
    'Fakturační cyklus nelze změnit, protože jedno z ID nabídek objednávky nepodporuje dané fakturační období.',
  orderNotFound: 'ID objednávky nebylo nalezeno',
  orderCreationFailed: 'Vytvoření objednávky se nezdařilo',
  provisioningStatusNotFound: 'Nelze načíst informace o zřizování',
  orderAdjustmentIsPending: 'Pro tuto objednávku existuje čekající požadavek na úpravu',
  purchaseNotCancellableOutsideSandbox:
    'Tenanti mimo sandbox smí rušit pouze nákupy softwarových předplatných a trvalého softwaru',
  addOnNotRelatedToParent: 'Doplněk nesouvisí se zadaným nadřazeným předplatným.',
  purchaseSystemNotSupported: 'Nákupní systém není podporován',
  purchasePrerequisiteUnmet: 'Předběžná podmínka nebyla splněna',
  pricingAccessNotGranted: 'Přístup k informacím o cenách nebyl udělen',
  orderIsInProgress:
    'Vaše objednávka se zpracovává. Za několik minut zkontrolujte poslední objednávky v historii objednávek',
  orderNotCancellable: 'Objednávku nelze zrušit',
  legacyOrderNotCancellable:
    'Objednávku {orderId} nelze zrušit. K pozastavení předplatných použijte PATCH /customers/{customerId}/subscriptions/<subscriptionId>',
  lineNumberOutOfRange: 'Číslo řádkové položky musí být mezi 0 a počtem řádkových položek',
  subscriptionSyncNotCompleted: 'Fakturační cyklus nelze změnit, pokud SyncState předplatného není Completed',
  seatBasedSaasNotCancellableByOrder:
    'Zrušení SaaS licencovaného na počet míst pomocí PATCH order není podporováno. Použijte PATCH subscription.',
  noMintAccount: 'Fakturační cyklus nelze změnit, pokud předplatné není přidruženo k účtu Mint',
  subscriptionBillingCycleDiffersFromOrder:
    'Fakturační cyklus předplatného neodpovídá fakturačnímu cyklu původní objednávky',
  lineItemFailed: 'Vyskytl se problém s řádkovou položkou.',
  currencyNotSupported:
    'Jedna nebo více položek objednávky nepodporuje zadanou měnu {currency}. Vstupní měna musí být měnou partnera nebo zákazníka (trhu).',
  purchaseOrderDocumentIsMissing: 'Je vyžadován dokument nákupní objednávky.',
  tenderProofIsMissing:
    'Pokud je nákup součástí veřejné zakázky, je vyžadován odkaz na zakázku nebo dokument zakázky.',
  attachmentMetadataIsInvalid: 'Neplatná metadata. (Pokud chybí cena pro zákazníka nebo měna).',
  inventoryNotAvailable: 'Pro tuto položku katalogu nejsou k dispozici zásoby',
  inventoryQuantityNotAvailable: 'Množství není pro tuto položku katalogu k dispozici.',
  sandboxLimitMet: 'Bylo dosaženo limitu sandboxu',
  creditReviewRequired: 'Na tuto transakci možná máte nárok. Požádejte o pomoc podporu',
  prepaidCreditInsufficient:
    'Na tuto transakci nemáte nárok, protože váš úvěrový rámec nedosahuje minimální hranice pro tento nákup. Upravte objednávku nebo požádejte o pomoc podporu',
  creditNotGranted: 'Nemáte nárok na tuto transakci.',
  creditLineBelowMinimum:
    'Na tuto transakci nemáte nárok, protože váš úvěrový rámec nedosahuje minimální hranice pro tento nákup. Upravte objednávku nebo požádejte o pomoc podporu',
  creditOnHold: 'Nemáte nárok na tuto transakci.',
  partnerNotEligibleForTransaction: 'Nemáte nárok na tuto transakci.',
  customerSubscriptionLimitExceeded:
    'Požadovaný počet předplatných překročil maximální povolený počet předplatných na zákazníka.',
  subscriptionSeatLimitExceeded:
    'Požadovaný počet licencí překročil maximální povolený počet licencí na předplatné.',
  partnerAzureSubscriptionLimitExceeded:
    'Požadovaný počet předplatných překročil maximální povolený počet předplatných Azure pro jednotlivé partnery.',
  riskCheckFailed: 'Objednávka neprošla kontrolou řízení rizik',
  seatLimitExceeded:
    'Požadovaný počet licencí ({requestedSeats}) překročil zbývající limit {remainingSeats} licencí povolených na předplatné pro CatalogID - {catalogItemId}',
  assetLimitExceeded:
    'Požadovaný počet prostředků ({requestedAssets}) překročil zbývající limit {remainingAssets} prostředků povolených na zákazníka',
  sandboxAzurePlanLimitMet:
    'Objednávku nelze vytvořit. Počet plánů Azure, které lze vytvořit v účtech sandboxu, je omezen',
  creditLimitInsufficient:
    'Objednávku nelze zpracovat z důvodu nedostatečného úvěrového limitu. Další pomoc získáte na adrese ucmwrcsp@microsoft.com',
  suspendedQuantityIsFixed: 'Během pozastavování předplatného nelze jeho množství zvýšit ani snížit',
  quantityOutOfRange: 'Množství předplatného není v rozmezí minimálního a maximálního povoleného množství',
  offerUpdatesNotAllowed: 'Aktualizace předplatných pro nabídku {offerId} nejsou povolené.',
  deletedSubscriptionIsReadOnly: 'Předplatné s ID {subscriptionId} ve stavu odstraněno nelze aktualizovat.',
  billingCycleChangeNeedsOrderUpdate:
    'Fakturační cyklus stávajícího předplatného nelze aktualizovat operací update-subscription. Použijte operaci update-Order',
  subscriptionNotFound: 'Předplatné s ID {subscriptionId} nebylo nalezeno.',
  parentSubscriptionNotActive: 'Podřízené předplatné nelze povolit, pokud nadřazené předplatné není aktivní',
  subscriptionIsInvalid: 'Toto předplatné není platné.',
  quantityChangeNotEligible: 'U položky katalogu nelze přidávat ani odebírat množství',
  assetNotFound: 'ID prostředku nebylo nalezeno',
  futureBillingNotFound: 'Informace FutureBillingInfo prostředku nebyly nalezeny',
  statusChangeNotAllowed: 'Stav prostředku nelze změnit na {requestedStatus} ze stavu {currentStatus}',
  alreadyActivated: 'Tato položka už byla aktivována',
  subscriptionHistoryNotFound: 'Historie předplatného nebyla nalezena.',
  subscriptionNotYetActivated: 'Předplatné nelze aktualizovat, dokud není aktivováno',
  subscriptionNotReady: 'Předplatné ještě není připraveno k aktualizaci. Zkuste to znovu později',
  quantityDecreaseNotAllowed: 'Množství předplatného nelze snížit',
  suspendedSubscriptionIsReadOnly: 'Předplatné v pozastaveném stavu nelze aktualizovat',
  softwareAssuranceQuantityIncrease:
    'U předplatného zakoupeného v rámci programu Software Assurance nelze zvýšit množství licencí',
  autoRenewNotEligible: 'Předplatné nemá nárok na automatické obnovení',
  subscriptionUpdateFailed: 'Aktualizace předplatného se nezdařila',
  quantityIsFixed: 'U tohoto předplatného nelze aktualizovat množství licencí',
  statusIsFixed: 'Stav tohoto předplatného nelze aktualizovat',
  billingCycleIsFixed: 'Fakturační cyklus tohoto předplatného nelze aktualizovat',
  partnerOnRecordIsFixed: 'Evidovaného partnera (Partner on Record) tohoto předplatného nelze aktualizovat',
  trialTermIsFixed: 'U zkušebních nabídek není změna období podporována.',
  termDurationIsInvalid: 'Zadaná délka období je neplatná.',
  termDurationIsShorter: 'Cílová délka období nesmí být kratší než aktuální délka období.',
  cancellationWindowDaysPassed: 'Vaše lhůta {windowDays} dní pro zrušení uplynula. Nákup nelze zrušit',
  cancellationWindowHoursPassed: 'Vaše lhůta {windowHours} hodin pro zrušení uplynula. Nákup nelze zrušit',
  seatReductionWindowHoursPassed:
    'Vaše lhůta {windowHours} hodin pro snížení počtu licencí tohoto předplatného uplynula.',
  seatReductionWindowDaysPassed:
    'Vaše lhůta {windowDays} dní pro snížení počtu licencí tohoto předplatného uplynula.',
  subscriptionIsExpiring:
    'Platnost vašeho předplatného právě končí. Další aktualizace tohoto předplatného nejsou povoleny.',
  operationIsPending: 'U tohoto předplatného existuje čekající operace. Zkuste to znovu po 24 hodinách.',
  updatesNoLongerAllowed: 'Operace aktualizace už nejsou pro toto předplatné povoleny.',
  updatesCurrentlyNotAllowed: 'Operace aktualizace nejsou pro toto předplatné momentálně povoleny.',
  tooManyUpdates:
    'Toto předplatné bylo aktualizováno příliš mnohokrát. Pokud v něm potřebujete provést další aktualizace, obraťte se na podporu pro partnery.',
  microsoftMigrationIsImminent:
    'Toto předplatné bude během následujících 24 hodin migrováno společností Microsoft, a proto je nelze aktualizovat.',
  microsoftMigrationBlocksReactivation:
    'Předplatná způsobilá k migraci řízené Microsoftem nelze znovu aktivovat v posledních 24 hodinách před koncem období.',
  subscriptionMigratedByMicrosoft:
    'Toto předplatné migrovala společnost Microsoft, a proto je nelze aktualizovat. ID předplatného New-Commerce je {newCommerceSubscriptionId}.',
  nextTermEndDateOnlyForOnlineServices:
    'Vlastní koncové datum období zadané v naplánovaných pokynech pro další období je platné jen pro produkty OnlineServicesNCE.',
  nextTermEndDateOutOfRange:
    'Vlastní koncové datum období zadané v naplánovaných pokynech pro další období musí spadat do prvního období po obnovení. Produkty s měsíčním obdobím navíc nelze sladit s předplatným, které končí 28., 29. nebo 30. den v měsíci, pokud tento den není posledním dnem měsíce.',
  nextTermEndDateNotAligned:
    'Vlastní koncové datum období zadané v naplánovaných pokynech pro další období neodpovídá koncovému datu žádného aktivního nezkušebního předplatného OnlineServicesNCE ani konci kalendářního měsíce.',
  nextTermProductIsInvalid: 'Jedna nebo více hodnot u produktu v pokynech pro další období není platná.',
  nextTermQuantityNotAllowed:
    'Množství v pokynech pro další období není v rozmezí minimálního a maximálního povoleného množství.',
  subscriptionIdsNotConvertible: 'Není možné převést ID předplatného mezi Commerce a Microsoft Entra.',
  entraSubscriptionsNotFound:
    'Nelze získat předplatná Microsoft Entra pro zákazníka s ID tenanta {customerId} a zdrojovým ID zřizování {provisioningId}',
  targetEndsTooEarly:
    'Pole ToSubscriptionId cílového přechodu je neplatné. Hodnota CommitmentEndDate cílového předplatného musí být pozdější než u zdrojového předplatného',
  targetNotActive: 'Pole ToSubscriptionId cílového přechodu je neplatné. Cílové předplatné musí být aktivní.',
  targetIsSource:
    'Pole ToSubscriptionId cílového přechodu je neplatné. ID cílového předplatného nesmí být stejné jako ID zdrojového předplatného.',
  targetCatalogItemDiffers:
    'Pole ToSubscriptionId cílového přechodu je neplatné. Cílové předplatné musí mít stejnou hodnotu CatalogItemId jako žádost o přechod.',
  targetNotReady:
    'Pole ToSubscriptionId cílového přechodu je neplatné. Cílové předplatné ještě není připraveno k upgradu. Zkuste to znovu později.',
  targetTermIsShorter: 'Cílový přechod nesmí mít kratší délku období než zdrojové předplatné.',
  targetTermIsInvalid: 'Délka období cílového přechodu je neplatná.',
  migrationSourceNotActive:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože není v aktivním stavu.',
  migrationSourceIsBeingProcessed:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože se právě zpracovává.',
  migrationTooCloseToTermEnd:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože do konce období zbývá méně než 24 hodin.',
  migrationSourceHasPromotions:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože jsou na něj uplatněny propagační akce.',
  migrationSourceHasAddOns: 'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože má doplňky.',
  migrationPathNotFound:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože pro tuto nabídku zatím neexistuje platná cesta migrace.',
  migrationNotEligible:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce z jednoho nebo více důvodů (možné důvody: předplatné není ve stavu Aktivní – na předplatné jsou uplatněny propagační akce – k předplatnému jsou připojeny doplňky – předplatné je příliš blízko konce období – nabídka předplatného zatím není v New Commerce dostupná).',
  migrationTermAndBillingNotSupported:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože kombinace délky období a fakturačního cyklu není pro produkt New-Commerce podporována.',
  migrationNotEnabledForPartner:
    'Partnerský tenant s ID {partnerId} zatím nesmí na svých předplatných provádět migrace do New Commerce.',
  migrationNotFound: 'Migraci New-Commerce {migrationId} se nepodařilo najít.',
  migrationFailed: 'Při zpracování migrace New-Commerce došlo k neočekávané chybě.',
  migrationSourceTooRecent:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože je aktivní jeden měsíc nebo kratší dobu. Zkuste to znovu později.',
  migrationPartnerOnRecordIsInvalid:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože ID evidovaného partnera v aktuálním předplatném není platné.',
  migrationAddOnIsRepeated:
    'Migraci nelze provést, protože byly zadány dvě nebo více migrací doplňků se stejným ID aktuálního předplatného',
  migrationAddOnNotActive:
    'Předplatné nelze migrovat do New-Commerce, protože jedno nebo více předplatných doplňků zadaných v kolekci AddOnMigrations neexistuje nebo není aktivní.',
  migrationEndDateOutOfRange:
    'Vlastní koncové datum období zadané pro migraci musí spadat do prvního období. Produkty s měsíčním obdobím navíc nelze sladit s předplatným, které končí 28., 29. nebo 30. den v měsíci, pokud tento den není posledním dnem měsíce.',
  migrationEndDateNotAligned:
    'Vlastní koncové datum období zadané pro migraci neodpovídá koncovému datu žádného aktivního nezkušebního předplatného OnlineServicesNCE ani konci kalendářního měsíce.',
  notAnAzureSubscription: 'Toto předplatné není platné předplatné Azure.',
  azureSubscriptionNotActive: 'Toto předplatné není aktivní předplatné.',
  notEnabledForReservations: 'Toto předplatné nemá povolen nákup rezervací (RI)',
  subscriptionNotRegistered: 'Toto předplatné není zaregistrované.',
  entitlementNotFound: 'Předplatné Azure s uvedeným ID nároku nebylo nalezeno.',
  overageBlockedByLegacyAzure:
    'Nadlimitní využití nelze nastavit, protože zákazník má starší předplatná Azure.',
  overageNotEligible: 'Nemáte oprávnění spravovat nadlimitní využití pro tohoto zákazníka.',
  overageOwnedByAnotherTenant:
    'Nadlimitní využití už je přiřazeno jinému tenantovi. Otázky vlastnictví vyřešte se svým zákazníkem.',
  azurePlanHasActiveSubscriptions:
    'Plán Azure nelze pozastavit, protože máte jedno nebo více aktivních předplatných Azure',
  azurePlanRequired: 'K nákupu předplatného SaaS s fakturací podle měřeného využití je nutný plán Azure',
  meteredAzurePlanNotUsable:
    'Zadané ID plánu Azure nebylo nalezeno nebo pod ním nejsou žádná aktivní předplatná Azure. K nákupu produktu SaaS s fakturací podle měřeného využití je nutný plán Azure s aktivními předplatnými',
  scopeNotSupported: "Vybraný obor '{scope}' v kontextu zřizování není podporován.",
  entitlementIdIsMissing:
    'Pro transakci je v kontextu zřizování vyžadováno ID nároku (ID předplatného Azure).',
  entitlementNotActive:
    'Předplatné Azure přidružené k ID nároku není aktivní. K dokončení nákupu je nutné aktivní předplatné Azure.',
  productNotEligibleForEntitlement: 'Tento produkt nelze zakoupit pomocí zadaného předplatného Azure.',
  azurePlanIdIsMissing: 'Pro transakci je v kontextu zřizování vyžadováno ID předplatného (ID plánu Azure).',
  azurePlanNotUsable:
    'Plán Azure přidružený k ID předplatného nebyl nalezen nebo pod ním nejsou žádná aktivní předplatná Azure. K dokončení nákupu je nutný plán Azure s aktivními předplatnými.',
  notAnAzurePlan: 'ID předplatného musí být ID předplatného plánu Azure.',
  savingsPlanOperationNotSupported:
    'Tato operace není v Partnerském centru pro plán úspor Azure momentálně podporována. Lze jej však spravovat na portálu Azure Portal.',
  savingsPlanPartnerOnRecordDiffers:
    'Nákupy plánu úspor Azure přebírají evidovaného partnera přidruženého plánu Azure. Zadaný evidovaný partner neodpovídá hodnotě ({partnerId}) v přidruženém plánu Azure.',
  upgradeHasSuspendedSubscriptions:
    'Máte jedno nebo více předplatných Azure v pozastaveném stavu. Pozastavená předplatná Azure nelze převést na plán Azure',
  upgradeNotFound: 'Nebyla nalezena žádná žádost o upgrade',
  upgradeCatalogItemNotFound: 'Upgrade Azure nelze zpracovat, protože nebyla nalezena položka katalogu Azure',
  upgradeHasNoAzureSubscriptions:
    'Upgrade Azure nelze zpracovat, protože zákazník nemá žádná předplatná Azure.',
  upgradeIsInProgress: 'Tento upgrade není povolen, protože probíhá původní upgrade {upgradeId}',
  upgradeIsCompleted: 'Nelze zpracovat žádost o upgrade pro dokončený upgrade {upgradeId}',
  upgradeOfAnotherCustomer:
    'Zadané ID upgradu nepatří zákazníkovi {customerId}. Zákazník je přiřazen k ID upgradu {upgradeId}',
  purchaseBlockedByPendingUpgrade:
    'Tento nákup není povolen, protože žádost o upgrade {upgradeId} čeká na vyřízení',
  purchaseBlockedByRunningUpgrade: 'Tento nákup není povolen, protože probíhá žádost o upgrade {upgradeId}',
  purchaseBlockedByFailedUpgrade: 'Tento nákup není povolen, protože žádost o upgrade {upgradeId} selhala',
  upgradeHasSharedServices: 'Upgrade Azure pro Azure Partner Shared Services nelze zpracovat',
  upgradeNotEligible: 'Upgrade Azure nelze zpracovat',
  upgradeHasRecentPurchases:
    'Jedno nebo více předplatných Azure bylo zakoupeno nedávno a nyní je nelze převést. Zkuste to znovu později',
  transferSubscriptionIsInvalid: 'Převod nelze vytvořit s neplatným předplatným.',
  transferNotFound: 'Žádost o převod nebyla nalezena.',
  transferIsInProgress: 'Tento převod není povolen, protože probíhá původní převod {transferId}',
  transferIsClosed: 'Nelze zpracovat žádost o převod pro převod {transferId} ({transferStatus})',
  transferOrderFailed: 'Objednávka převodu se nezdařila',
  transferIsBeingProcessed: 'Převod {transferId} zpracovává jiný požadavek',
  transferBlockedByLegacyAzure:
    'Tuto žádost o převod nelze zahájit, protože zákazník má starší předplatná Azure',
  transferAzurePlanNotActive:
    'Tuto žádost o převod nelze zahájit, protože plán Azure není aktivní. Povolte plán Azure',
  transferAzurePlanNotPurchased: 'Tuto žádost o převod nelze zahájit, protože zákazník nezakoupil plán Azure',
  transferAzurePlanNotPurchasable: 'Tuto žádost o převod nelze zahájit, protože plán Azure nelze zakoupit',
  transferPartnerOnRecordDiffers:
    'Tuto žádost o převod nelze zahájit, protože evidovaný partner neodpovídá tomuto převodu a plánu Azure zákazníka',
  transferInitiationFailed: 'Zahájení žádosti o převod se nezdařilo. Zkuste to znovu později',
  transferSourceIsMissing:
    'Převod nelze zahájit, protože v žádosti chybí e-mail nebo doména zdrojového partnera',
  transferNotEnabledForPartner:
    'Převod nelze vytvořit, protože partner {partnerId} nemá tuto funkci povolenou',
  transferCloudNotSupported:
    'Převod nelze vytvořit, protože národní cloud {nationalCloud} partnera {partnerId} není podporován',
  transferNotAcceptableWithAzure:
    'Žádost o převod nelze přijmout. Požádejte partnera, aby vytvořil převod bez předplatných Azure',
  transferHasReservations:
    'Tuto žádost o převod vlastnictví fakturace nelze dokončit, protože rezervace Azure se s předplatnými nepřevádějí. Zrušte rezervace Azure přidružené k vybraným předplatným a zkuste to znovu.',
  transferHasMarketplaceProducts:
    'Tuto žádost o převod vlastnictví fakturace nelze dokončit, protože produkty třetích stran z marketplace se s předplatnými nepřevádějí. Odeberte je z výběru a zkuste to znovu.',
  transferSourceDomainIsInvalid: 'Zadejte platnou doménu přidruženou k aktuálnímu partnerovi',
  transferSourceIsTarget:
    'Převod se nepodařilo vytvořit, protože údaje zdrojového partnera se shodují s údaji žádajícího partnera',
  lineItemsGivenByTarget: 'Pole lineItems nesmí zadat cílový partner.',
  onlyCancellationAllowed: 'Povoleno je pouze zrušení převodu.',
  onlyAcceptanceAllowed: 'Povoleno je pouze přijetí převodu.',
  transferUpdateNotAllowed: 'Aktualizace převodu není povolena pro aktuální ID partnerského tenanta.',
  transferNotPending: 'Aktualizace jsou povoleny jen tehdy, když má převod stav Čeká na vyřízení.',
  transferLineFailed: 'Při zpracování převodu tohoto předplatného došlo k neočekávané chybě.',
  transferLineNotActive:
    'Převod této řádkové položky nelze zpracovat, protože předplatné není aktivní nebo neexistuje.',
  transferLineNotOnlineServices:
    'Převod této řádkové položky nelze zpracovat, protože typ produktu zadaného předplatného není OnlineServicesNCE.',
  transferParticipantNotSupported: 'Převod nelze vytvořit kvůli nepodporovanému typu účastníka.',
  targetHasNoAzurePlan:
    'Převod nelze zpracovat, protože cílový partner nemá aktivní plán Azure pro danou kombinaci zákazníka a prodejce.',
  specializedOfferNotAvailableToTarget:
    'Převod nelze zpracovat, protože specializovaná nabídka není pro cílového partnera dostupná.',
  transferHasTooManySubscriptions:
    'V jedné žádosti lze převést nejvýše 25 předplatných Online Services NCE na každý fakturační cyklus.',
  thirdPartySkuNotAvailableToTarget:
    'Prostředek třetí strany nelze převést: skladová položka (SKU) produktu není pro cílového partnera dostupná. Odeberte tento prostředek a zkuste převod přijmout znovu, nebo se obraťte na cílového partnera.',
})
