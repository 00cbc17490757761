import { locale } from './locale.ts'

/** @see partner-center/developer/error-codes */
export const csCZ = locale({
  operationNotImplemented: 'Nedefinovaná výjimka',
  resourceNotFound: 'Nenalezeno',
  propertyIsInvalid: 'Neplatná vlastnost',
  requestInputIsInvalid: 'Neplatný požadavek',
  unexpectedServiceError: 'Neočekávaná chyba služby',
  enumValueIsUnknown: 'Nelze parsovat výčet: {value} Další informace najdete na stránce {documentationLink}',
  operationNotSupportedInEnvironment: 'Tato operace není v tomto prostředí podporovaná.',
  operationNotSupported: 'Tato operace není podporovaná.',
  temporaryFailure: 'Něco se nepovedlo. Zkuste to znovu za nějakou dobu.',
  etagIsStale: 'Etag už není platný.',
  activationNotSupported: 'Nepodporováno',
  notSupportedForLegacySubscription: 'Tato metoda rozhraní API není podporovaná pro starší předplatná.',
  tokenIsInvalid: 'Odepřený přístup',
  callerHasNoAccess: 'Odepřený přístup',
  userNotFound: 'ID objektu uživatele se nenašlo.',
  tenantNotFound: 'Tenant nebyl nalezen.',
  entraRefusedToken:
    'Další podrobnosti o popisu vrácené chyby včetně kroků k nápravě najdete v dokumentaci k Microsoft Entra.',
  partnerTokenIsMissing: 'V kontextu požadavku chybí token partnera',
  roleIsInsufficient: 'Zadaná role nemá práva k provedení požadované operace.',
  privilegesAreInsufficient: 'Nedostatečná oprávnění k dokončení operace.',
  blockedByConditionalAccess:
    'Zásady podmíněného přístupu blokovaly přístup. Zásady přístupu neumožňují vystavování tokenů. Další informace získáte v části Uživatelé a skupiny v zásadách podmíněného přístupu - Microsoft Entra.',
  partnerTokenInLicenseCall:
    'Ve voláních správy licencí není povolen token partnera. Použijte přístupový token partnera.',
  appOnlyTokenNotSupported: 'Tento prostředek nepodporuje ověřování pouze pro aplikace.',
  tokenAudienceIsRetired:
    'Cílová skupina (audience) v tokenu je neplatná a v rozhraní API Partnerského centra už není podporována. Další informace najdete v tématu Vyřazení tokenu Azure AD Graph.',
  multifactorAuthenticationRequired:
    'Pro přístup k tomuto prostředku se vyžaduje vícefaktorové ověřování (MFA). Token neobsahuje deklaraci MFA.',
  licenseMigrationFailed: 'Migrace licencí zákazníka selhala.',
  marketNotAuthorized: 'Partner není onboardovaný k prodeji v zemi nebo oblasti.',
  partnerIsNotAdvisor: 'PartnerID není platný poradce.',
  partnerOnRecordIsIndirectProvider:
    'ID partnera nepřímého poskytovatele není platné jako evidovaný partner (Partner on Record)',
  partnerIdNotFound: 'Id partnera se nenašlo.',
  partnerIsNotIndirectReseller: 'ID partnera nepatří platnému nepřímému prodejci',
  orderPartnerLocationAccountIsWrong:
    'ID účtu partnerského umístění (PLA) (dříve MPN ID) přiřazené k této objednávce není správné.',
  resellerProgramNotActive: 'Stav programu Reseller není aktivní',
  advisorQuoteNotFound: 'Cenová nabídka poradce (Advisor) nebyla nalezena',
  resellerPartnerAgreementNotAccepted:
    'Nepřímý prodejce nepřijal Smlouvu s partnerem Microsoftu (Microsoft Partner Agreement)',
  partnerAgreementNotAccepted:
    'Vaše společnost nepřijala Smlouvu s partnerem Microsoftu (MPA). Globální správce účtu CSP musí MPA přijmout, aby se obnovily všechny transakční funkce. Svého globálního správce vyhledejte na {userManagementLink} a požádejte ho o podepsání MPA na řídicím panelu {dashboardLink}, aby se obnovily všechny transakční funkce',
  advisorNotInRequestContext: 'Informace o partnerovi Advisoru se nenašly v kontextu požadavku.',
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
    'Před dokončením tohoto nákupu musí být poskytnuto potvrzení partnera o přijetí Smlouvy se zákazníkem Microsoftu, nebo musí zákazník přijmout tuto smlouvu v Centru pro správu Microsoftu.',
  registrationIdNotSupported: 'Hodnota registračního čísla organizace není podporována',
  registrationOrAddressIsInvalid:
    'Adresní nebo registrační údaje zákazníka nejsou pro zadanou zemi nebo oblast platné.',
  registrationIdIsMissing: 'Chybí registrační číslo organizace',
  registrationIdFormatIsInvalid: 'Registrační číslo organizace je neplatné a musí mít formát {format}',
  phoneNumberIsMissing: 'Chybí telefonní číslo zákazníka',
  nameIsTooShort: 'Zadejte název, který obsahuje více než jeden znak.',
  nameIsNotAllowed: 'Zadejte platný název. {name} není povoleno.',
  personNameIsTooLong: 'Jméno, příjmení ani prostřední jméno nesmí přesáhnout 40 znaků.',
  nameHasOnlyNumbers:
    'Zadejte jméno nebo název, který obsahuje písmena. Hodnota složená jen z číslic není povolena.',
  nameHasOnlySpecialCharacters:
    'Zadejte platný název. Název, který obsahuje jenom speciální znaky, není povolený.',
  nameHasEmoji: 'Zadejte název, který neobsahuje emoji.',
  nameHasForbiddenCharacters:
    'Zadejte platný název. Názvy můžou obsahovat písmena, číslice a některé speciální znaky.',
  companyNameIsTooLong: 'Název společnosti překračuje povolenou délku 220 znaků.',
  customerUnderReview:
    'Váš zákaznický účet se právě kontroluje. Vraťte se zpátky za několik dní. Oceňujeme vaši trpělivost v tomto období. Zjistěte více na {helpLink}',
  customerReviewUndecided:
    'Váš zákaznický účet se právě kontroluje. Vraťte se zpátky za několik dní. Oceňujeme vaši trpělivost v tomto období. Zjistěte více na {helpLink}',
  customerNotApproved:
    'Váš zákaznický účet nebyl schválen. Transakce pro tohoto zákazníka nejsou povolené. Ověřte správnost informací o účtu zákazníka. Pro více informací, viz {helpLink}',
  customerIsLocked:
    'Tento zákaznický účet je uzamčen pro transakce. Požádejte o pomoc podporu v Partnerském centru.',
  customerNoLongerExists:
    'Tento zákaznický účet již neexistuje, takže za něj nemůžete odesílat žádné transakce. Požádejte o pomoc podporu v Partnerském centru.',
  customerNotAuthorized:
    'Tento zákaznický účet už není autorizovaný pro transakce. Požádejte o pomoc podporu v Partnerském centru.',
  tenantSubscriptionLimitExceeded:
    'Tento tenant zákazníka překročil limit počtu předplatných definovaných v dokumentaci k Entra (https://go.microsoft.com/fwlink/?linkid=2314636). Zobrazte si dokumentaci k Partnerskému centru pro konsolidaci předplatných (https://go.microsoft.com/fwlink/?linkid=2314228).',
  itemIsNotAnOffer:
    'Rozhraní API nabídek nepodporuje položku s ID {itemId}. Zkuste použít rozhraní API produktů nebo skladových položek.',
  partnerNotValidForOffer: 'Partner není oprávněný k nabídce',
  offerNotEligible: 'Nabídka není určena pro nákup.',
  offerNoLongerAvailable: 'Nabídka už není k dispozici pro nákup.',
  productNotFound: 'Produkt nebyl nalezen.',
  skuNotFound: 'Skladová položka nebyla nalezena.',
  availabilityNotFound:
    'Dostupnost nebyla nalezena. K této chybě může dojít při placení košíku. Partneři, kterým se zobrazí tato chyba, by měli provést nový GET požadavek, aby měli aktuální ID dostupnosti a zkusili znovu uskutečnit rezervaci košíku.',
  catalogueInputIsInvalid: 'Neplatný vstup',
  offerIdIsInvalid: 'Neplatné ID nabídky',
  catalogItemNotEligible: 'Položka katalogu nemá nárok na nákup.',
  purchaseTermNoLongerAvailable: 'Počáteční období nákupu už není k dispozici pro nákup nebo aktualizaci.',
  offerNotAvailableInCountry: 'Nabídka není dostupná v zadané zemi nebo oblasti.',
  includedQuantityIsAmbiguous: 'Dostupnost má více než jednu možnost zahrnutého množství',
  durationNotSupported: 'Nepodporovaná doba trvání {duration}',
  tenantTagsAreMissing: 'Tenant zákazníka nemá pro nabídku nezbytné štítky.',
  catalogItemIdIsMissing: 'ID položky katalogu není k dispozici.',
  customerAvailabilitiesNotFound:
    'Požadavku se nepodařilo načíst všechny dostupnosti s productId: {productId}, skuId: {skuId} pro zákazníka s ID: {customerId}',
  provisioningSkuIdIsMissing: 'ID SKU pro zřizování není k dispozici.',
  attestationNotAccepted: 'CatalogItemId: {catalogItemId} vyžaduje souhlas s atestací.',
  notPurchasableInSandbox:
    '{productTitle} není k dispozici pro zakoupení v prostředí Sandbox. Další informace najdete na {helpLink}.',
  addOnExceedsPrerequisiteShare:
    'Maximální limit nákupu tohoto doplňku je {maximumPercentage} vynásobených celkovým počtem předpokladových licencí. Nákup {purchaseQuantity} licencí překračuje aktuální maximální limit {maximumQuantity}.',
  azureItemNotAvailable:
    'Tato položka není dostupná. Pro více informací si přečtěte Azure v rámci poskytovatele cloudových řešení (CSP).',
  promotionCodeIsInvalid: 'Neplatný propagační kód',
  cartNotFound: 'ID košíku se nepodařilo načíst.',
  cartHasItemErrors: 'Chyba v položkách košíku',
  cartIsBeingProcessed: 'Košík {cartId} je zpracováván jiným požadavkem.',
  cartAlreadySubmitted: 'Nelze dokončit nákup u již odeslaného košíku {cartId}.',
  customTermEndDateNotAligned:
    'Vlastní koncové datum období zadané pro řádkovou položku {lineNumber} neodpovídá koncovému datu žádného aktivního nezkušebního předplatného OnlineServicesNCE ani konci kalendářního měsíce. Partneři by měli vybrat nové vlastní koncové datum období.',
  billingCycleIsInvalid: 'Fakturační cyklus je neplatný.',
  billingCycleLongerThanTerm: 'Fakturační cyklus nemůže být delší než doba trvání.',
  lineQuantityNotAllowed:
    'Požadované množství pro položku {lineNumber} řádku není v povoleném množství pro tuto nabídku.',
  nextTermInstructionsOnlyForTrials:
    'Konfigurace pokynů pro další období při nákupu je podporována pouze pro zkušební verze New Commerce Experience OnlineServices.',
  trialHasNoPaidVersion:
    'Pokyny pro další období týkající se nákupu zkušební verze nejsou podporovány, protože neexistuje žádná placená verze zkušebního programu.',
  orderCannotBeProcessed: 'Tuto objednávku nelze zpracovat.',
  offerLimitExceeded: 'Byl překročen limit použití pro ID nabídky',
  orderHasInactiveSubscriptions:
    'Fakturační cyklus se nedá změnit, protože objednávka obsahuje jedno nebo více předplatných, která nejsou aktivní.',
  offerDoesNotSupportBillingCycle:
    'Fakturační cyklus nelze změnit, protože jedno z ID nabídek objednávky nepodporuje dané fakturační období.',
  orderNotFound: 'ID objednávky se nenašlo.',
  orderCreationFailed: 'Vytvoření objednávky není úspěšné',
  provisioningStatusNotFound: 'Nelze načíst informace o nastavení služeb',
  orderAdjustmentIsPending: 'Pro tuto objednávku existuje čekající požadavek na úpravu',
  purchaseNotCancellableOutsideSandbox:
    'Tenanti mimo sandbox nesmí rušit nákupy kromě softwarových předplatných a časově neomezeného softwaru.',
  addOnNotRelatedToParent: 'Doplněk nesouvisí se zadaným nadřazeným předplatným.',
  purchaseSystemNotSupported: 'Systém nákupu není podporován.',
  purchasePrerequisiteUnmet: 'Předběžná podmínka selhala',
  pricingAccessNotGranted: 'Přístup k informacím o cenách není udělen',
  orderIsInProgress:
    'Vaše objednávka probíhá. Zkontrolujte historii vašich objednávek a podívejte se na nedávné objednávky za pár minut.',
  orderNotCancellable: 'Objednávku nejde zrušit',
  legacyOrderNotCancellable:
    'Tuto objednávku {orderId} nelze zrušit. Použijte PATCH /customers/{customerId}/subscriptions/<subscriptionId> k pozastavení předplatných',
  lineNumberOutOfRange: 'Číslo položky řádku by mělo být od 0 do počtu položek řádků.',
  subscriptionSyncNotCompleted: 'Nelze změnit fakturační cyklus, pokud SyncState předplatného není dokončen.',
  seatBasedSaasNotCancellableByOrder:
    'Zrušení SaaS licencovaného na počet míst pomocí PATCH order není podporováno. Použijte PATCH subscription.',
  noMintAccount: 'Fakturační cyklus nejde změnit, pokud předplatné není přidružené k účtu Mint',
  subscriptionBillingCycleDiffersFromOrder:
    'Fakturační cyklus předplatného se neshoduje s původním fakturačním cyklem objednávky.',
  lineItemFailed: 'Nastal problém s položkou v seznamu.',
  currencyNotSupported:
    'Jedna nebo více položek objednávky nepodporuje zadanou měnu {currency}. Vstupní měna musí být měnou partnera nebo zákazníka (trhu).',
  purchaseOrderDocumentIsMissing: 'Vyžaduje se dokument nákupní objednávky.',
  tenderProofIsMissing:
    'Je-li část veřejné zakázky, je požadován buď odkaz na nabídku, nebo dokument o veřejné zakázce.',
  attachmentMetadataIsInvalid: 'Neplatná metadata (Pokud chybí cena nebo měna zákazníka).',
  inventoryNotAvailable: 'Inventář není pro tuto položku katalogu k dispozici.',
  inventoryQuantityNotAvailable: 'Množství není pro tuto položku katalogu k dispozici.',
  sandboxLimitMet: 'Bylo dosaženo limitu sandboxu',
  creditReviewRequired: 'K této transakci můžete mít nárok. Kontaktujte podporu a požádejte o pomoc',
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
    'Požadovaný počet {requestedSeats} míst překročil zbývající limit {remainingSeats} míst povolených na jedno předplatné pro CatalogID - {catalogItemId}',
  assetLimitExceeded:
    'Požadovaný počet prostředků ({requestedAssets}) překročil zbývající limit {remainingAssets} prostředků povolených na zákazníka',
  sandboxAzurePlanLimitMet:
    'Nelze vytvořit objednávku. Existuje omezení počtu plánů Azure, které je možné vytvořit v rámci účtů sandboxu.',
  creditLimitInsufficient:
    'Objednávku nelze zpracovat kvůli nedostatečnému úvěrovému limitu, obraťte se na ucmwrcsp@microsoft.com pro další pomoc.',
  suspendedQuantityIsFixed: 'Během pozastavení předplatného nejde zvýšit ani snížit množství předplatného',
  quantityOutOfRange: 'Množství předplatného není v rámci minimálního a maximálního povoleného množství',
  offerUpdatesNotAllowed: 'Aktualizace předplatných pro nabídku {offerId} nejsou povolené.',
  deletedSubscriptionIsReadOnly: 'Předplatné s ID {subscriptionId} ve stavu odstraněno nelze aktualizovat.',
  billingCycleChangeNeedsOrderUpdate:
    'Fakturační cyklus stávajícího předplatného nejde aktualizovat pomocí operace update-subscription. Použijte operaci aktualizace objednávky',
  subscriptionNotFound: 'Předplatné s ID {subscriptionId} nebylo nalezeno.',
  parentSubscriptionNotActive: 'Podřízené předplatné nelze povolit, pokud nadřazené předplatné není aktivní',
  subscriptionIsInvalid: 'Toto předplatné není platné.',
  quantityChangeNotEligible: 'Položka katalogu nemá nárok na přidání nebo odebrání množství.',
  assetNotFound: 'ID aktiva nebylo nalezeno.',
  futureBillingNotFound: 'Asset FutureBillingInfo nebyl nalezen.',
  statusChangeNotAllowed: 'Stav majetku nelze změnit na {requestedStatus} z {currentStatus}',
  alreadyActivated: 'Tato položka je již aktivována.',
  subscriptionHistoryNotFound: 'Historie předplatného nebyla nalezena.',
  subscriptionNotYetActivated: 'Před aktivací předplatného nejde aktualizovat',
  subscriptionNotReady: 'Předplatné není připravené k aktualizaci. Zkuste to znovu za nějakou dobu',
  quantityDecreaseNotAllowed: 'Množství předplatného nejde snížit.',
  suspendedSubscriptionIsReadOnly: 'Nejde aktualizovat předplatné s pozastaveným stavem',
  softwareAssuranceQuantityIncrease:
    'Nejde zvýšit množství licencí pro předplatné zakoupené v rámci programu Software Assurance',
  autoRenewNotEligible: 'Předplatné nemá nárok na automatické obnovení',
  subscriptionUpdateFailed: 'Aktualizace předplatného není úspěšná',
  quantityIsFixed: 'Nejde aktualizovat množství licencí pro toto předplatné',
  statusIsFixed: 'Nejde aktualizovat stav tohoto předplatného',
  billingCycleIsFixed: 'Nejde aktualizovat fakturační cyklus pro toto předplatné',
  partnerOnRecordIsFixed: 'Evidovaného partnera (Partner on Record) tohoto předplatného nelze aktualizovat',
  trialTermIsFixed: 'U zkušebních nabídek není změna období podporována.',
  termDurationIsInvalid: 'Zadaná doba trvání je neplatná.',
  termDurationIsShorter: 'Cílová doba trvání nesmí být kratší než aktuální doba trvání období.',
  cancellationWindowDaysPassed:
    'Vaše {windowDays}denní lhůta pro zrušení již uplynula. Váš nákup nemůžeme zrušit.',
  cancellationWindowHoursPassed:
    'Časové okno pro zrušení {windowHours} hodin uplynulo. Váš nákup nemůžeme zrušit.',
  seatReductionWindowHoursPassed:
    'Vaše lhůta {windowHours} hodin pro snížení počtu licencí tohoto předplatného uplynula.',
  seatReductionWindowDaysPassed:
    'Vaše {windowDays}-denní okno pro snížení počtu licencí pro toto předplatné již uplynulo.',
  subscriptionIsExpiring:
    'Vaše předplatné je v procesu vypršení platnosti. U tohoto předplatného nejsou povoleny žádné další aktualizace.',
  operationIsPending: 'Existuje čekající operace u tohoto předplatného. Zkuste to znovu po 24 hodinách.',
  updatesNoLongerAllowed: 'Operace aktualizace už nejsou pro toto předplatné povolené.',
  updatesCurrentlyNotAllowed: 'Operace aktualizace nejsou pro toto předplatné aktuálně povolené.',
  tooManyUpdates:
    'Toto předplatné bylo aktualizováno příliš mnohokrát. Pokud potřebujete v tomto předplatném provést další aktualizace, obraťte se na podporu partnera.',
  microsoftMigrationIsImminent:
    'Během následujících 24 hodin je toto předplatné nastaveno tak, aby ho migroval Microsoft, a proto ho nejde aktualizovat.',
  microsoftMigrationBlocksReactivation:
    'Předplatná způsobilá k migraci řízené Microsoftem nelze znovu aktivovat v posledních 24 hodinách před koncem období.',
  subscriptionMigratedByMicrosoft:
    'Toto předplatné migroval Microsoft, a proto ho nejde aktualizovat. ID předplatného New-Commerce je {newCommerceSubscriptionId}.',
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
    'Cílové pole ToSubscriptionId je neplatné. Cílové předplatné CommitmentEndDate musí být pozdější než zdrojové předplatné.',
  targetNotActive: 'Cílové pole ToSubscriptionId je neplatné. Cílové předplatné musí být aktivní.',
  targetIsSource:
    'Cílové pole ToSubscriptionId je neplatné. ID cílového předplatného nemůže být stejné jako ID zdrojového předplatného.',
  targetCatalogItemDiffers:
    'Cílové pole ToSubscriptionId je neplatné. Cílové předplatné musí mít stejné Id CatalogItemId jako v žádosti o přechod.',
  targetNotReady:
    'Cílové pole ToSubscriptionId je neplatné. Cílové předplatné není připravené k upgradu. Zkuste to znovu za nějakou dobu.',
  targetTermIsShorter: 'Cílový přechod nemůže mít kratší dobu trvání než u zdrojového předplatného.',
  targetTermIsInvalid: 'Doba platnosti cílového přechodu je neplatná.',
  migrationSourceNotActive:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože není v aktivním stavu.',
  migrationSourceIsBeingProcessed:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože se právě zpracovává.',
  migrationTooCloseToTermEnd:
    'Předplatné {subscriptionId} nelze migrovat na New Commerce, protože do konce období zbývá méně než 24 hodin.',
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
  migrationNotFound: 'Migrace New-Commerce {migrationId} nemohla být nalezena.',
  migrationFailed: 'Při zpracování migrace New-Commerce došlo k neočekávané chybě.',
  migrationSourceTooRecent:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože je aktivní jeden měsíc nebo kratší dobu. Zkuste to znovu později.',
  migrationPartnerOnRecordIsInvalid:
    'Předplatné {subscriptionId} nelze migrovat do New Commerce, protože ID evidovaného partnera v aktuálním předplatném není platné.',
  migrationAddOnIsRepeated:
    'Migraci nejde provést, protože byly zadány dvě nebo více migrací doplňků se stejným ID aktuálního předplatného.',
  migrationAddOnNotActive:
    'Předplatné nejde migrovat na New-Commerce, protože jedno nebo více předplatných doplňků zadaných v kolekci AddOnMigrations neexistuje nebo není aktivní.',
  migrationEndDateOutOfRange:
    'Vlastní koncové datum období zadané pro migraci musí spadat do prvního období. Produkty s měsíčním obdobím navíc nelze sladit s předplatným, které končí 28., 29. nebo 30. den v měsíci, pokud tento den není posledním dnem měsíce.',
  migrationEndDateNotAligned:
    'Vlastní koncové datum období zadané pro migraci neodpovídá koncovému datu žádného aktivního nezkušebního předplatného OnlineServicesNCE ani konci kalendářního měsíce.',
  notAnAzureSubscription: 'Toto předplatné není platné předplatné Azure.',
  azureSubscriptionNotActive: 'Toto předplatné není aktivní předplatné.',
  notEnabledForReservations: 'Toto předplatné není aktivováno pro nákup rezervace.',
  subscriptionNotRegistered: 'Toto předplatné není zaregistrované.',
  entitlementNotFound: 'Předplatné Azure s daným ID nároku se nenašlo.',
  overageBlockedByLegacyAzure:
    'Nadlimitní využití nejde nastavit, protože zákazník má starší předplatná Azure.',
  overageNotEligible: 'Nemáte nárok na správu nadlimitního využití pro tohoto zákazníka.',
  overageOwnedByAnotherTenant:
    'Nadlimitní využití je již přiřazeno jinému tenantovi. Obraťte se na zákazníka a požádejte ho, aby vyřešil otázky týkající se vlastnictví.',
  azurePlanHasActiveSubscriptions:
    'Plán Azure nejde přesunout do pozastaveného stavu, protože máte jedno nebo více předplatných Azure v aktivním stavu.',
  azurePlanRequired: 'K nákupu předplatného SaaS s plánem měřeného účtování se vyžaduje plán Azure.',
  meteredAzurePlanNotUsable:
    'Zadané ID plánu Azure nebylo nalezeno nebo v něm nejsou žádná aktivní předplatná Azure. K nákupu produktu SaaS s měřeným fakturačním plánem se vyžaduje plán Azure s aktivním předplatným.',
  scopeNotSupported: "Vybraný rozsah '{scope}' v kontextu zřizování není podporován.",
  entitlementIdIsMissing:
    'Pro uskutečnění transakce je v kontextu zřizování nezbytné ID nároku (ID předplatného Azure).',
  entitlementNotActive:
    'Předplatné Azure přidružené k ID nároku není aktivní. K dokončení nákupu se vyžaduje aktivní předplatné Azure.',
  productNotEligibleForEntitlement:
    'Tento produkt nemá nárok na nákup pomocí poskytnutého předplatného Azure.',
  azurePlanIdIsMissing: 'ID předplatného (ID plánu Azure) v kontextu zřizování se vyžaduje pro transakci.',
  azurePlanNotUsable:
    'Plán Azure přidružený k ID předplatného nebyl nalezen nebo v něm nejsou žádná aktivní předplatná Azure. K dokončení nákupu se vyžaduje plán Azure s aktivními předplatnými.',
  notAnAzurePlan: 'ID předplatného musí být ID předplatného plánu Azure.',
  savingsPlanOperationNotSupported:
    'Tato operace není momentálně podporována pro plán úspor v Azure v Partnerském centru. Dá se ale spravovat na webu Azure Portal.',
  savingsPlanPartnerOnRecordDiffers:
    'Nákupy plánu úspor Azure přebírají evidovaného partnera přidruženého plánu Azure. Zadaný evidovaný partner neodpovídá hodnotě ({partnerId}) v přidruženém plánu Azure.',
  upgradeHasSuspendedSubscriptions:
    'V pozastaveném stavu máte jedno nebo více předplatných Azure. Pozastavená předplatná Azure není možné převést na plán Azure.',
  upgradeNotFound: 'Nebyla nalezena žádná žádost o upgrade.',
  upgradeCatalogItemNotFound: 'Upgrade Azure nejde zpracovat, protože se nenašla položka katalogu Azure',
  upgradeHasNoAzureSubscriptions:
    'Upgrade Azure nejde zpracovat, protože zákazník nemá žádná předplatná Azure.',
  upgradeIsInProgress: 'Tento upgrade není povolen, protože probíhá původní upgrade {upgradeId}',
  upgradeIsCompleted: 'Nelze zpracovat žádost o upgrade pro dokončený upgrade {upgradeId}',
  upgradeOfAnotherCustomer:
    'Zadané ID upgradu nepatří zákazníkovi {customerId}. Zákazník se mapuje na ID upgradu {upgradeId}.',
  purchaseBlockedByPendingUpgrade:
    'Tento nákup není povolen, protože žádost o upgrade {upgradeId} čeká na vyřízení',
  purchaseBlockedByRunningUpgrade: 'Tento nákup není povolen, protože probíhá žádost o upgrade {upgradeId}',
  purchaseBlockedByFailedUpgrade: 'Tento nákup není povolen, protože žádost o upgrade {upgradeId} selhala',
  upgradeHasSharedServices: 'Upgrade Azure pro sdílené služby Partnerů Azure nejde zpracovat',
  upgradeNotEligible: 'Nelze zpracovat upgrade Azure',
  upgradeHasRecentPurchases:
    'Jedno nebo více předplatných Azure bylo zakoupeno nedávno a nyní je nelze převést. Zkuste to znovu později',
  transferSubscriptionIsInvalid: 'Převod nelze vytvořit s neplatným předplatným.',
  transferNotFound: 'Žádost o převod nebyla nalezena.',
  transferIsInProgress: 'Tento převod není povolen, protože probíhá původní převod {transferId}',
  transferIsClosed: 'Nelze zpracovat žádost o převod pro převod {transferId} ({transferStatus})',
  transferOrderFailed: 'Převodní objednávka není úspěšná',
  transferIsBeingProcessed: 'Převod {transferId} zpracovává jiný požadavek',
  transferBlockedByLegacyAzure:
    'Tuto žádost o převod nejde zahájit, protože zákazník má starší předplatná Azure.',
  transferAzurePlanNotActive:
    'Tuto žádost o převod nejde zahájit, protože plán Azure není aktivní, povolte plán Azure.',
  transferAzurePlanNotPurchased: 'Tuto žádost o převod nejde zahájit, protože zákazník nekoupil plán Azure.',
  transferAzurePlanNotPurchasable: 'Tuto žádost o převod nelze zahájit, protože plán Azure nelze zakoupit',
  transferPartnerOnRecordDiffers:
    'Tuto žádost o převod nelze zahájit, protože evidovaný partner neodpovídá tomuto převodu a plánu Azure zákazníka',
  transferInitiationFailed: 'Zahájení žádosti o převod se nezdařilo. Zkuste to znovu později.',
  transferSourceIsMissing:
    'Převod nejde zahájit, protože v žádosti chybí podrobnosti o e-mailu nebo doméně zdrojového partnera.',
  transferNotEnabledForPartner:
    'Převod nelze vytvořit, protože partner {partnerId} nemá tuto funkci povolenou',
  transferCloudNotSupported:
    'Převod nelze vytvořit, protože národní cloud {nationalCloud} partnera {partnerId} není podporován',
  transferNotAcceptableWithAzure:
    'Žádost o převod nelze přijmout. Požádejte partnera o vytvoření převodu bez předplatných Azure.',
  transferHasReservations:
    'Tuto žádost o převod vlastnictví fakturace nelze dokončit, protože rezervace v Azure nelze převést spolu s předplatnými. Zrušte rezervace Azure přidružené k předplatným ve vašem výběru a zkuste to znovu.',
  transferHasMarketplaceProducts:
    'Tato žádost o převod vlastnictví fakturace se nedá dokončit, protože produkty Microsoft Marketplace třetích stran se s předplatnými nepřenášejí. Odeberte produkty Microsoft Marketplace třetích stran z vašeho výběru a zkuste to znovu.',
  transferSourceDomainIsInvalid: 'Zadejte platnou doménu přidruženou k aktuálnímu partnerovi.',
  transferSourceIsTarget:
    'Vytvoření převodu se nezdařilo kvůli tomu, že detaily zdrojového partnera se shodovaly s údaji žadatele.',
  lineItemsGivenByTarget: 'Pole lineItems nesmí zadat cílový partner.',
  onlyCancellationAllowed: 'Povoleno je pouze zrušení převodu.',
  onlyAcceptanceAllowed: 'Je povoleno pouze přijetí převodu.',
  transferUpdateNotAllowed: 'Aktualizace převodu není povolena pro aktuální ID partnerského tenanta.',
  transferNotPending: 'Aktualizace jsou povoleny jen tehdy, když má převod stav Čeká na vyřízení.',
  transferLineFailed: 'Při zpracování převodu tohoto předplatného došlo k neočekávané chybě.',
  transferLineNotActive:
    'Převod nelze zpracovat pro tuto položku řádku, protože předplatné není aktivní nebo neexistuje.',
  transferLineNotOnlineServices:
    'Převod nelze pro tuto položku řádku zpracovat, protože typ produktu zadaného předplatného není OnlineServicesNCE.',
  transferParticipantNotSupported: 'Převod nejde vytvořit kvůli nepodporovanému typu účastníka.',
  targetHasNoAzurePlan:
    'Převod nejde zpracovat, protože cílový partner nemá aktivní plán Azure pro kombinaci zákazníka a prodejce.',
  specializedOfferNotAvailableToTarget:
    'Převod nejde zpracovat, protože specializovaná nabídka není pro cílového partnera dostupná.',
  transferHasTooManySubscriptions:
    'Na každý fakturační cyklus lze v rámci jedné žádosti převést maximálně 25 předplatných online služeb NCE.',
  thirdPartySkuNotAvailableToTarget:
    'Prostředek třetí strany nejde převést: Skladová položka produktu není pro cílového partnera dostupná. Odeberte tento zdroj a zkuste akceptování převodu zopakovat, nebo kontaktujte cílového partnera.',
})
