import { locale } from './locale.ts'

/** @see partner-center/developer/error-codes */
export const ptPT = locale({
  operationNotImplemented: 'Exceção não definida',
  resourceNotFound: 'Não encontrado',
  propertyIsInvalid: 'Propriedade inválida',
  requestInputIsInvalid: 'Entrada do pedido inválida',
  unexpectedServiceError: 'Erro de serviço inesperado',
  enumValueIsUnknown:
    'Não é possível analisar enum: {value} Para obter mais informações, visite {documentationLink}',
  operationNotSupportedInEnvironment: 'Esta operação não é suportada neste ambiente',
  operationNotSupported: 'Esta operação não é suportada',
  temporaryFailure: 'Ocorreu um erro. Tente novamente depois de algum tempo.',
  etagIsStale: 'O ETag já não é válido',
  activationNotSupported: 'Não suportado',
  notSupportedForLegacySubscription: 'Este método de API não é suportado para subscrições herdadas.',
  tokenIsInvalid: 'Acesso negado',
  callerHasNoAccess: 'Acesso negado',
  userNotFound: 'O ID de objeto do utilizador não foi encontrado',
  tenantNotFound: 'Inquilino não encontrado',
  entraRefusedToken:
    'Consulte a documentação do Microsoft Entra para obter mais detalhes sobre a descrição do erro retornado, incluindo as etapas de mitigação.',
  partnerTokenIsMissing: 'Token de parceiro em falta no contexto do pedido',
  roleIsInsufficient: 'A função fornecida não tem os direitos para executar a operação solicitada',
  privilegesAreInsufficient: 'Privilégios insuficientes para concluir a operação.',
  blockedByConditionalAccess:
    'O acesso foi bloqueado por políticas de Acesso Condicional. A política de acesso não permite a emissão de tokens. Saiba mais em Utilizadores e grupos na política de Acesso Condicional - Microsoft Entra.',
  partnerTokenInLicenseCall:
    'O token de parceiro não é permitido em chamadas de gestão de licenças. Efetue a chamada com o token de acesso de parceiro.',
  appOnlyTokenNotSupported: 'Este recurso não suporta a autenticação apenas de aplicação.',
  tokenAudienceIsRetired:
    'A audiência no token é inválida e já não é suportada na API do Centro de Parceiros. Para saber mais, consulte Descontinuação do token do Azure AD Graph.',
  multifactorAuthenticationRequired:
    'É necessária a autenticação multifator (MFA) para aceder a este recurso. O token não contém a afirmação de MFA.',
  licenseMigrationFailed: 'Falha na migração da licença do cliente',
  marketNotAuthorized: 'O parceiro não está integrado para vender no país/região',
  partnerIsNotAdvisor: 'O PartnerID não é um Consultor válido',
  partnerOnRecordIsIndirectProvider:
    'O ID de parceiro do fornecedor indireto não é válido como parceiro registado',
  partnerIdNotFound: 'O PartnerID não foi encontrado',
  partnerIsNotIndirectReseller: 'O PartnerID não é um revendedor indireto válido',
  orderPartnerLocationAccountIsWrong:
    'O ID da conta de localização de parceiro (PLA) (anteriormente ID de MPN) atribuído a esta encomenda não está correto.',
  resellerProgramNotActive: 'O estado do programa de revendedor não está ativo',
  advisorQuoteNotFound: 'Proposta do consultor (Advisor) não encontrada',
  resellerPartnerAgreementNotAccepted:
    'O revendedor indireto não aceitou o Contrato de Parceiro da Microsoft',
  partnerAgreementNotAccepted:
    'A sua empresa não aceitou o Contrato de Parceiro da Microsoft (MPA). O administrador global da conta CSP tem de aceitar o MPA para retomar todas as capacidades transacionais. Procure o seu administrador global em {userManagementLink} e peça-lhe que assine o MPA no dashboard {dashboardLink} para retomar todas as capacidades transacionais',
  advisorNotInRequestContext:
    'Não foram encontradas informações do parceiro consultor (Advisor) no contexto do pedido',
  programNotActive: 'O estado do programa {program} não está ativo.',
  partnerOnRecordIsInactive:
    'Este ID de PLA (anteriormente ID de MPN) {partnerId} é inválido ou está inativo. Para saber mais, consulte Parceria com revendedores indiretos no programa Fornecedor de Soluções Cloud.',
  partnerOnRecordRegionDiffers:
    'Este ID de PLA (anteriormente ID de MPN) {partnerId} está associado a um inquilino de revendedor que não corresponde à região CSP. Para realizar transações, os inquilinos do distribuidor e do revendedor têm de estar na mesma região. Para saber mais, consulte Parceria com revendedores indiretos no programa Fornecedor de Soluções Cloud.',
  partnerOnRecordNotEnrolled:
    'O ID de PLA (anteriormente ID de MPN) {partnerId} não está ligado a um inquilino ativo de revendedor indireto CSP. Aconselhe o seu revendedor a inscrever-se no programa CSP como revendedor indireto no Centro de Parceiros para se manter em conformidade.',
  partnerAttestationIsMissing: 'O atestado do parceiro está em falta',
  partnerOnRecordHasNoActiveTenant:
    'O ID de PLA (anteriormente ID de MPN) não está ligado a qualquer inquilino ativo de revendedor. Para saber mais, consulte Parceria com revendedores indiretos no programa Fornecedor de Soluções Cloud.',
  partnerOnRecordNotAuthorized:
    'O revendedor indireto pedido com o ID de PLA (anteriormente ID de MPN) {partnerId} não está atualmente autorizado a ser associado a esta transação. Certifique-se de que o revendedor tem um inquilino ativo de revendedor indireto CSP. Aconselhe o revendedor a resolver o problema de autorização ou atribua a transação a outro revendedor. Para saber mais, consulte Parceria com revendedores indiretos no programa Fornecedor de Soluções Cloud.',
  noCommerceRelationship:
    'O ID de parceiro {partnerId} não tem qualquer relação comercial com o ID de cliente {customerId}.',
  customerIdIsInvalid: 'ID de cliente inválido',
  customerAgreementNotAccepted:
    'Deve ser fornecida uma confirmação do parceiro da aceitação do Contrato de Cliente Microsoft ou o cliente tem de aceitar o Contrato de Cliente Microsoft no Centro de Administração da Microsoft antes de poder concluir esta compra',
  registrationIdNotSupported: 'O valor do ID de registo da organização não é suportado',
  registrationOrAddressIsInvalid:
    'As informações de morada ou de registo do cliente não são válidas para o país/região especificado.',
  registrationIdIsMissing: 'As informações do ID de registo da organização estão em falta',
  registrationIdFormatIsInvalid:
    'As informações do ID de registo da organização são inválidas e devem ter o formato {format}',
  phoneNumberIsMissing: 'O número de telefone do cliente está em falta',
  nameIsTooShort: 'Insira um nome que inclua mais de um caractere.',
  nameIsNotAllowed: 'Insira um nome válido. {name} não é permitido.',
  personNameIsTooLong: 'O nome próprio, o apelido ou o nome do meio não pode exceder 40 carateres.',
  nameHasOnlyNumbers:
    'Introduza um nome que inclua letras. Não é permitido um nome que inclua apenas números.',
  nameHasOnlySpecialCharacters:
    'Insira um nome válido. Um nome que inclua apenas caracteres especiais não é permitido.',
  nameHasEmoji: 'Insira um nome que não inclua um emoji.',
  nameHasForbiddenCharacters:
    'Insira um nome válido. Os nomes podem incluir letras, números e alguns caracteres especiais.',
  companyNameIsTooLong: "'Nome da empresa' excede o comprimento permitido de 220 carateres.",
  customerUnderReview:
    'A sua conta de cliente está atualmente em análise. Volte a consultar dentro de alguns dias. Agradecemos a sua paciência. Saiba mais em {helpLink}',
  customerReviewUndecided:
    'A sua conta de cliente está atualmente em análise. Volte a consultar dentro de alguns dias. Agradecemos a sua paciência. Saiba mais em {helpLink}',
  customerNotApproved:
    'A sua conta de Cliente não foi aprovada. Não são permitidas transações para este cliente. Verifique se as informações da conta do cliente estão corretas. Para mais informações, consulte {helpLink}',
  customerIsLocked:
    'Esta conta de cliente está bloqueada para transações. Contacte o suporte do Centro de Parceiros para obter assistência.',
  customerNoLongerExists:
    'Esta conta de cliente já não existe, pelo que não pode submeter transações para ela. Contacte o suporte do Centro de Parceiros para obter assistência.',
  customerNotAuthorized:
    'Esta conta de cliente já não está autorizada para transações. Contacte o suporte do Centro de Parceiros para obter assistência.',
  tenantSubscriptionLimitExceeded:
    'Este inquilino de cliente excedeu o limite do número de subscrições definido na documentação do Entra (https://go.microsoft.com/fwlink/?linkid=2314636). Consulte a documentação do Centro de Parceiros para consolidar subscrições (https://go.microsoft.com/fwlink/?linkid=2314228).',
  itemIsNotAnOffer:
    'A API de ofertas não suporta item com ID {itemId}. Tente usar as APIs de Produtos e/ou SKUs',
  partnerNotValidForOffer: 'O parceiro não é válido para oferta',
  offerNotEligible: 'A oferta não é elegível para compra',
  offerNoLongerAvailable: 'A oferta já não está disponível para compra',
  productNotFound: 'O produto não foi encontrado',
  skuNotFound: 'SKU não foi encontrado',
  availabilityNotFound:
    'Disponibilidade não encontrada. Este erro pode ocorrer ao fazer check-out de um carrinho. Os parceiros que receberem esse erro devem emitir um novo GET para garantir que tenham o ID de disponibilidade atual e repetir o checkout do carrinho.',
  catalogueInputIsInvalid: 'Entrada inválida',
  offerIdIsInvalid: 'ID de oferta inválido',
  catalogItemNotEligible: 'O item de catálogo não é elegível para compra.',
  purchaseTermNoLongerAvailable: 'O período de compra inicial já não está disponível para compra/atualização',
  offerNotAvailableInCountry: 'A oferta não está disponível no país/região especificado',
  includedQuantityIsAmbiguous: 'A disponibilidade tem mais de uma opção de quantidade incluída',
  durationNotSupported: 'Duração não suportada {duration}',
  tenantTagsAreMissing: 'O inquilino do cliente não tem as etiquetas necessárias para a oferta',
  catalogItemIdIsMissing: 'O ID do item do catálogo não está presente',
  customerAvailabilitiesNotFound:
    'O pedido não conseguiu obter todas as disponibilidades com productId: {productId}, skuId: {skuId} para um cliente com o ID: {customerId}',
  provisioningSkuIdIsMissing: 'O ID do SKU de aprovisionamento não está presente',
  attestationNotAccepted: 'CatalogItemId: {catalogItemId} requer aceitação de atestado.',
  notPurchasableInSandbox:
    '{productTitle} não está disponível para compra no ambiente Sandbox. Saiba mais em {helpLink}.',
  addOnExceedsPrerequisiteShare:
    'Este suplemento tem um limite máximo de compra de {maximumPercentage} multiplicado pelo número acumulado de licenças de pré-requisito. Esta compra de {purchaseQuantity} licenças excede o limite máximo atual de {maximumQuantity}.',
  azureItemNotAvailable:
    'Este item não está disponível. Para saber mais, consulte Azure no Fornecedor de Soluções Cloud (CSP).',
  promotionCodeIsInvalid: 'Código promocional inválido',
  cartNotFound: 'Não é possível recuperar o ID do carrinho',
  cartHasItemErrors: 'Erro nos itens do carrinho',
  cartIsBeingProcessed: 'O carrinho {cartId} está a ser processado por outro pedido',
  cartAlreadySubmitted: 'Não é possível finalizar a compra de um carrinho {cartId} já submetido.',
  customTermEndDateNotAligned:
    'A data de fim de período personalizada especificada para o item de linha {lineNumber} não coincide com a data de fim de qualquer subscrição OnlineServicesNCE ativa que não seja de avaliação nem com o fim do mês civil. Os parceiros devem selecionar uma nova data de fim de período personalizada.',
  billingCycleIsInvalid: 'O ciclo de faturação é inválido.',
  billingCycleLongerThanTerm: 'O ciclo de faturação não pode ser superior ao período.',
  lineQuantityNotAllowed:
    'A quantidade solicitada para o item {lineNumber} de linha não está dentro da quantidade permitida para esta oferta.',
  nextTermInstructionsOnlyForTrials:
    'A configuração de instruções do próximo período no momento da compra só é suportada para avaliações de OnlineServices da New Commerce Experience.',
  trialHasNoPaidVersion:
    'As instruções do próximo período não são suportadas para esta compra de avaliação porque não existe uma versão paga da avaliação.',
  orderCannotBeProcessed: 'Não é possível processar esta encomenda',
  offerLimitExceeded: 'O limite de utilização é excedido para o ID da oferta',
  orderHasInactiveSubscriptions:
    'Não foi possível alterar o ciclo de faturação porque a encomenda contém uma ou mais subscrições que não estão ativas',
  offerDoesNotSupportBillingCycle:
    'Não foi possível alterar o ciclo de faturação porque um dos IDs de oferta da encomenda não suporta o período de faturação',
  orderNotFound: 'ID da encomenda não encontrado',
  orderCreationFailed: 'A criação da encomenda não teve êxito',
  provisioningStatusNotFound: 'Não é possível obter as informações de aprovisionamento',
  orderAdjustmentIsPending: 'Existe um ajuste pendente pedido para esta encomenda',
  purchaseNotCancellableOutsideSandbox:
    'Os inquilinos fora do sandbox só podem cancelar compras de subscrições de software e de software perpétuo',
  addOnNotRelatedToParent: 'O suplemento não está relacionado com a subscrição principal especificada',
  purchaseSystemNotSupported: 'Sistema de compra não suportado',
  purchasePrerequisiteUnmet: 'Falha na pré-condição',
  pricingAccessNotGranted: 'O acesso às informações sobre preços não é concedido',
  orderIsInProgress:
    'A sua encomenda está em curso. Verifique o seu histórico de encomendas para encomendas recentes em poucos minutos',
  orderNotCancellable: 'A encomenda não pode ser cancelada',
  legacyOrderNotCancellable:
    'Esta encomenda {orderId} não pode ser cancelada. Utilize PATCH /customers/{customerId}/subscriptions/<subscriptionId> para suspender subscrições',
  lineNumberOutOfRange: 'O número do item de linha deve ser de 0 a número de contagem de itens de linha',
  subscriptionSyncNotCompleted:
    'Não é possível alterar o ciclo de faturação se o SyncState da subscrição não for Completed',
  seatBasedSaasNotCancellableByOrder:
    'O cancelamento de SaaS baseado em licenças não é suportado através de PATCH order. Em alternativa, utilize PATCH subscription.',
  noMintAccount:
    'Não é possível alterar o ciclo de faturação se a subscrição não estiver associada a uma conta Mint',
  subscriptionBillingCycleDiffersFromOrder:
    'O ciclo de faturação da subscrição não corresponde ao ciclo de faturação da encomenda original',
  lineItemFailed: 'Há um problema com o item de linha.',
  currencyNotSupported:
    'Um ou mais itens da encomenda não suportam a moeda indicada, {currency}. A moeda de entrada deve ser a moeda do parceiro ou do cliente (mercado).',
  purchaseOrderDocumentIsMissing: 'É necessário apresentar um documento de ordem de compra.',
  tenderProofIsMissing: 'Quando faz parte de um concurso, é necessária a ligação ou o documento do concurso.',
  attachmentMetadataIsInvalid: 'Metadados inválidos. (Se o preço do cliente ou a moeda estiver em falta).',
  inventoryNotAvailable: 'O inventário não está disponível para este item de catálogo',
  inventoryQuantityNotAvailable: 'A quantidade não está disponível para este item de catálogo',
  sandboxLimitMet: 'O limite do sandbox foi atingido',
  creditReviewRequired: 'Poderá ser elegível para esta transação. Contacte o Suporte para obter ajuda',
  prepaidCreditInsufficient:
    'Não é elegível para esta transação porque a sua Linha de Crédito não está a atingir o limite mínimo para esta compra. Atualize a sua encomenda (ou) contacte o Serviço de Apoio para obter ajuda',
  creditNotGranted: 'Não é elegível para esta transação',
  creditLineBelowMinimum:
    'Não é elegível para esta transação porque a sua Linha de Crédito não está a atingir o limite mínimo para esta compra. Atualize a sua encomenda (ou) contacte o Serviço de Apoio para obter ajuda',
  creditOnHold: 'Não é elegível para esta transação',
  partnerNotEligibleForTransaction: 'Não é elegível para esta transação',
  customerSubscriptionLimitExceeded:
    'O número pretendido de subscrições excedeu o número máximo de subscrições permitido por cliente',
  subscriptionSeatLimitExceeded:
    'O número pretendido de licenças excedeu o número máximo de licenças permitido por subscrição',
  partnerAzureSubscriptionLimitExceeded:
    'O número pretendido de subscrições excedeu o número máximo de subscrições do Azure permitido por parceiro',
  riskCheckFailed: 'A encomenda falhou a verificação de gestão de risco',
  seatLimitExceeded:
    'O número pedido de {requestedSeats} licença(s) excedeu o limite restante de {remainingSeats} licenças permitidas por subscrição para o CatalogID - {catalogItemId}',
  assetLimitExceeded:
    'O número solicitado de {requestedAssets} ativos excedeu o limite restante de {remainingAssets} ativos permitidos por cliente',
  sandboxAzurePlanLimitMet:
    'Não é possível criar a encomenda. Existe um limite ao número de planos do Azure que podem ser criados em contas de sandbox',
  creditLimitInsufficient:
    'Não é possível processar a encomenda devido a limite de crédito insuficiente. Contacte ucmwrcsp@microsoft.com para obter assistência',
  suspendedQuantityIsFixed:
    'A quantidade de subscrição não pode ser aumentada ou diminuída enquanto a subscrição estiver a ser suspensa',
  quantityOutOfRange: 'A quantidade da subscrição não está dentro dos limites mínimo e máximo permitidos',
  offerUpdatesNotAllowed: 'Não são permitidas atualizações sobre subscrições para ofertas {offerId}',
  deletedSubscriptionIsReadOnly:
    'A subscrição com o ID {subscriptionId} e o estado eliminado não pode ser atualizada.',
  billingCycleChangeNeedsOrderUpdate:
    'O ciclo de faturação de uma subscrição existente não pode ser atualizado com a operação update-subscription. Utilize a operação update-Order',
  subscriptionNotFound: 'Subscrição com ID {subscriptionId} não encontrada.',
  parentSubscriptionNotActive:
    'Não é possível ativar uma subscrição subordinada quando a subscrição principal não está ativa',
  subscriptionIsInvalid: 'Esta subscrição não é válida',
  quantityChangeNotEligible: 'O item de catálogo não é elegível para adicionar ou remover quantidade',
  assetNotFound: 'ID do ativo não encontrado',
  futureBillingNotFound: 'Ativo FutureBillingInfo não encontrado',
  statusChangeNotAllowed:
    'O estado do recurso não pode ser alterado para {requestedStatus} a partir de {currentStatus}',
  alreadyActivated: 'Este item já está ativado',
  subscriptionHistoryNotFound: 'Histórico de subscrição não encontrado',
  subscriptionNotYetActivated: 'Não é possível atualizar uma subscrição antes de a ativar',
  subscriptionNotReady:
    'A subscrição não está pronta para ser atualizada. Tente novamente depois de algum tempo',
  quantityDecreaseNotAllowed: 'A quantidade da subscrição não pode ser diminuída',
  suspendedSubscriptionIsReadOnly: 'Não é possível atualizar uma subscrição com o estado suspenso',
  softwareAssuranceQuantityIncrease:
    'Não é possível aumentar a quantidade de licenças de uma subscrição comprada ao abrigo do programa Software Assurance',
  autoRenewNotEligible: 'A subscrição não é elegível para renovação automática',
  subscriptionUpdateFailed: 'A atualização da subscrição não teve êxito',
  quantityIsFixed: 'Não é possível atualizar a quantidade de licenças desta subscrição',
  statusIsFixed: 'Não é possível atualizar o estado desta subscrição',
  billingCycleIsFixed: 'Não é possível atualizar o ciclo de faturação desta subscrição',
  partnerOnRecordIsFixed: 'Não é possível atualizar o parceiro registado para esta subscrição',
  trialTermIsFixed: 'As alterações de período não são suportadas em ofertas de avaliação.',
  termDurationIsInvalid: 'A duração do prazo previsto é inválida.',
  termDurationIsShorter: 'A duração do prazo alvo não pode ser menor do que a duração do prazo atual.',
  cancellationWindowDaysPassed:
    'O período de cancelamento de {windowDays} dias já terminou. Não podemos cancelar a sua compra',
  cancellationWindowHoursPassed:
    'O período de cancelamento de {windowHours} horas já terminou. Não podemos cancelar a sua compra',
  seatReductionWindowHoursPassed:
    'O período de {windowHours} horas para reduzir as licenças desta subscrição já terminou.',
  seatReductionWindowDaysPassed:
    'O período de {windowDays} dias para reduzir as licenças desta subscrição já terminou.',
  subscriptionIsExpiring:
    'A sua subscrição está em processo de expiração. Não são permitidas mais atualizações nesta subscrição.',
  operationIsPending: 'Existe uma operação pendente nesta subscrição. Tente novamente após 24 horas.',
  updatesNoLongerAllowed: 'As operações de atualização já não são permitidas para esta subscrição.',
  updatesCurrentlyNotAllowed:
    'As operações de atualização não são permitidas neste momento para esta subscrição.',
  tooManyUpdates:
    'Esta subscrição foi atualizada demasiadas vezes. Contacte o suporte a parceiros se precisar de efetuar mais atualizações nesta subscrição.',
  microsoftMigrationIsImminent:
    'Esta subscrição está definida para ser migrada pela Microsoft nas próximas 24 horas e, portanto, não pode ser atualizada.',
  microsoftMigrationBlocksReactivation:
    'As subscrições elegíveis para migração liderada pela Microsoft não podem ser reativadas a partir de 24 horas antes do final do prazo.',
  subscriptionMigratedByMicrosoft:
    'Esta subscrição foi migrada pela Microsoft e, por isso, não pode ser atualizada. O ID da subscrição New-Commerce é {newCommerceSubscriptionId}.',
  nextTermEndDateOnlyForOnlineServices:
    'A data de fim de período personalizada especificada nas instruções agendadas do próximo período só é válida para produtos OnlineServicesNCE.',
  nextTermEndDateOutOfRange:
    'A data de fim de período personalizada especificada nas instruções agendadas do próximo período tem de estar dentro da duração do primeiro período após a renovação. Além disso, os produtos de período mensal não podem ser alinhados com uma subscrição que termine no dia 28, 29 ou 30 do mês, a menos que essa data seja o último dia do mês.',
  nextTermEndDateNotAligned:
    'A data de fim de período personalizada especificada nas instruções agendadas do próximo período não coincide com a data de fim de qualquer subscrição OnlineServicesNCE ativa que não seja de avaliação nem com o fim do mês civil.',
  nextTermProductIsInvalid:
    'Um ou mais valores no produto das instruções do próximo período não são válidos.',
  nextTermQuantityNotAllowed:
    'A quantidade das instruções do próximo período não está dentro dos limites mínimo e máximo permitidos.',
  subscriptionIdsNotConvertible:
    'Não é possível converter entre IDs de subscrição do Commerce e do Microsoft Entra.',
  entraSubscriptionsNotFound:
    'Não é possível obter as subscrições do Microsoft Entra de um cliente com o ID de inquilino {customerId} e o ID de aprovisionamento de origem {provisioningId}',
  targetEndsTooEarly:
    'O campo ToSubscriptionId de transição de destino é inválido. A subscrição de destino CommitmentEndDate tem de ser posterior à subscrição de origem',
  targetNotActive:
    'O campo ToSubscriptionId de transição de destino é inválido. A subscrição de destino tem de estar ativa.',
  targetIsSource:
    'O campo ToSubscriptionId da transição de destino é inválido. O ID da subscrição de destino não pode ser igual ao ID da subscrição de origem.',
  targetCatalogItemDiffers:
    'O campo ToSubscriptionId da transição de destino é inválido. A subscrição de destino tem de ter o mesmo CatalogItemId que o pedido de transição.',
  targetNotReady:
    'O campo ToSubscriptionId de transição de destino é inválido. A subscrição de destino não está pronta para ser atualizada. Tente novamente depois de algum tempo.',
  targetTermIsShorter:
    'A transição de destino não pode ter uma duração de período inferior à da subscrição de origem.',
  targetTermIsInvalid: 'A duração do prazo na transição de destino é inválida.',
  migrationSourceNotActive:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque o estado não está ativo.',
  migrationSourceIsBeingProcessed:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque está a ser processada neste momento.',
  migrationTooCloseToTermEnd:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque faltam menos de 24 horas para o fim do período.',
  migrationSourceHasPromotions:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque tem promoções aplicadas.',
  migrationSourceHasAddOns:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque tem suplementos.',
  migrationPathNotFound:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque ainda não existe um caminho de migração válido para esta oferta.',
  migrationNotEligible:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce por um ou mais motivos (motivos possíveis: a subscrição não está no estado Ativo - a subscrição tem promoções aplicadas - a subscrição tem suplementos associados - a subscrição está demasiado próxima do fim do período - a oferta da subscrição ainda não está disponível no New Commerce).',
  migrationTermAndBillingNotSupported:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque a combinação de duração do período e ciclo de faturação não é suportada para o produto New-Commerce.',
  migrationNotEnabledForPartner:
    'O ID de inquilino de parceiro {partnerId} ainda não tem permissão para efetuar migrações para o New Commerce nas suas subscrições.',
  migrationNotFound: 'Não foi possível encontrar a migração New-Commerce {migrationId}.',
  migrationFailed: 'Houve um erro inesperado ao processar a migração New-Commerce.',
  migrationSourceTooRecent:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque está ativa há um mês ou menos. Tente novamente mais tarde.',
  migrationPartnerOnRecordIsInvalid:
    'A subscrição {subscriptionId} não pode ser migrada para o New Commerce porque o ID do parceiro registado na subscrição atual não é válido.',
  migrationAddOnIsRepeated:
    'A migração não pode ser efetuada porque foram especificadas duas ou mais migrações de suplementos com o mesmo ID de subscrição atual',
  migrationAddOnNotActive:
    'A subscrição não pode ser migrada para o New-Commerce porque uma ou mais subscrições de suplementos especificadas na coleção AddOnMigrations não existem ou não estão ativas.',
  migrationEndDateOutOfRange:
    'A data de fim de período personalizada especificada para a migração tem de estar dentro da duração do primeiro período. Além disso, os produtos de período mensal não podem ser alinhados com uma subscrição que termine no dia 28, 29 ou 30 do mês, a menos que essa data seja o último dia do mês.',
  migrationEndDateNotAligned:
    'A data de fim de período personalizada especificada para a migração não coincide com a data de fim de qualquer subscrição OnlineServicesNCE ativa que não seja de avaliação nem com o fim do mês civil.',
  notAnAzureSubscription: 'Esta subscrição não é uma subscrição válida do Azure',
  azureSubscriptionNotActive: 'Esta subscrição não é uma subscrição ativa',
  notEnabledForReservations: 'Esta subscrição não está ativada para a compra de Reservas',
  subscriptionNotRegistered: 'Esta subscrição não está registada',
  entitlementNotFound: 'Não foi encontrada a subscrição do Azure com o ID de direito indicado.',
  overageBlockedByLegacyAzure:
    'Não é possível definir a utilização excedente porque o cliente tem subscrições legadas do Azure.',
  overageNotEligible: 'Não é elegível para gerir a utilização excedente deste cliente.',
  overageOwnedByAnotherTenant:
    'A utilização excedente já está atribuída a outro inquilino. Contacte o seu cliente para resolver questões de propriedade.',
  azurePlanHasActiveSubscriptions:
    'O plano do Azure não pode ser movido para o estado suspenso, uma vez que tem uma ou mais Subscrições do Azure no estado ativo',
  azurePlanRequired:
    'É necessário um plano do Azure para comprar uma subscrição SaaS com um plano de faturação com base na utilização medida',
  meteredAzurePlanNotUsable:
    'O ID do plano do Azure especificado não foi encontrado ou não existem subscrições ativas do Azure nesse plano. É necessário um plano do Azure com subscrições ativas para comprar um produto SaaS com um plano de faturação com base na utilização medida',
  scopeNotSupported: "O âmbito selecionado '{scope}' no contexto de aprovisionamento não é suportado.",
  entitlementIdIsMissing:
    'O ID de direito (ID da subscrição do Azure) no contexto de aprovisionamento é necessário para a transação.',
  entitlementNotActive:
    'A subscrição do Azure associada ao ID de direito não está ativa. É necessária uma subscrição ativa do Azure para concluir a compra.',
  productNotEligibleForEntitlement:
    'Este produto não é elegível para compra utilizando a subscrição do Azure fornecida.',
  azurePlanIdIsMissing:
    'O ID da subscrição (ID do plano do Azure) no contexto de aprovisionamento é necessário para a transação.',
  azurePlanNotUsable:
    'O plano do Azure associado ao ID da subscrição não foi encontrado ou não existem subscrições ativas do Azure nesse plano. É necessário um plano do Azure com subscrições ativas para concluir a compra.',
  notAnAzurePlan: 'O ID da subscrição tem de ser o ID da subscrição do plano do Azure.',
  savingsPlanOperationNotSupported:
    'Atualmente, esta operação não é suportada para o plano de poupança do Azure no Centro de Parceiros. No entanto, pode ser gerido no portal do Azure.',
  savingsPlanPartnerOnRecordDiffers:
    'As compras do plano de poupança do Azure herdam o parceiro registado do plano do Azure associado. O parceiro registado indicado não corresponde ao valor ({partnerId}) do plano do Azure associado.',
  upgradeHasSuspendedSubscriptions:
    'Tem uma ou mais subscrições do Azure no estado suspenso. As subscrições suspensas do Azure não podem ser transitadas para o plano do Azure',
  upgradeNotFound: 'Não foi encontrado nenhum pedido de atualização',
  upgradeCatalogItemNotFound:
    'Não é possível processar a atualização do Azure porque o item de catálogo do Azure não foi encontrado',
  upgradeHasNoAzureSubscriptions:
    'Não é possível processar a atualização do Azure porque o cliente não tem subscrições do Azure.',
  upgradeIsInProgress:
    'Esta atualização não é permitida porque a atualização original {upgradeId} está em curso',
  upgradeIsCompleted: 'Não é possível processar o pedido de atualização da atualização concluída {upgradeId}',
  upgradeOfAnotherCustomer:
    'O ID de atualização indicado não pertence ao cliente {customerId}. O cliente está mapeado para o ID de atualização {upgradeId}',
  purchaseBlockedByPendingUpgrade:
    'Esta compra não é permitida, uma vez que o pedido {upgradeId} de atualização está no estado pendente',
  purchaseBlockedByRunningUpgrade:
    'Esta compra não é permitida, uma vez que o pedido {upgradeId} de atualização está em curso',
  purchaseBlockedByFailedUpgrade:
    'Esta compra não é permitida, uma vez que o pedido {upgradeId} de atualização falhou',
  upgradeHasSharedServices:
    'Não é possível processar a atualização do Azure para os Serviços Partilhados de Parceiros do Azure',
  upgradeNotEligible: 'Não é possível processar a atualização do Azure',
  upgradeHasRecentPurchases:
    'Uma ou mais subscrições do Azure foram compradas recentemente e não podem ser transitadas neste momento. Tente novamente mais tarde',
  transferSubscriptionIsInvalid: 'A transferência não pode ser criada com uma subscrição inválida',
  transferNotFound: 'Pedido de transferência não encontrado',
  transferIsInProgress:
    'Esta transferência não é permitida, uma vez que a transferência {transferId} original está em curso',
  transferIsClosed:
    'Não é possível processar o pedido de transferência da transferência {transferId} ({transferStatus})',
  transferOrderFailed: 'A encomenda de transferência não teve êxito',
  transferIsBeingProcessed: 'A transferência {transferId} está a ser processada por outro pedido',
  transferBlockedByLegacyAzure:
    'Este pedido de transferência não pode ser iniciado porque o cliente tem subscrições legadas do Azure',
  transferAzurePlanNotActive:
    'Este pedido de transferência não pode ser iniciado porque o plano do Azure não está ativo. Ative o plano do Azure',
  transferAzurePlanNotPurchased:
    'Este pedido de transferência não pode ser iniciado porque o cliente não comprou o plano do Azure',
  transferAzurePlanNotPurchasable:
    'Este pedido de transferência não pode ser iniciado porque o plano do Azure não pode ser comprado',
  transferPartnerOnRecordDiffers:
    'Este pedido de transferência não pode ser iniciado porque o parceiro registado desta transferência não corresponde ao do plano do Azure do cliente',
  transferInitiationFailed: 'Falha ao iniciar o pedido de transferência. Tente novamente mais tarde',
  transferSourceIsMissing:
    'A transferência não pode ser iniciada porque os detalhes de e-mail/domínio do parceiro de origem estão em falta no pedido',
  transferNotEnabledForPartner:
    'A transferência não pode ser criada porque o parceiro {partnerId} não está ativado para esta funcionalidade',
  transferCloudNotSupported:
    'A transferência não pode ser criada porque a cloud nacional {nationalCloud} do parceiro {partnerId} não é suportada',
  transferNotAcceptableWithAzure:
    'O pedido de transferência não pode ser aceite. Peça ao parceiro que crie uma transferência sem subscrições do Azure',
  transferHasReservations:
    'Este pedido de transferência de propriedade de faturação não pode ser concluído porque as reservas do Azure não são transferidas com as subscrições. Cancele as reservas do Azure associadas às subscrições da sua seleção e tente novamente.',
  transferHasMarketplaceProducts:
    'Este pedido de transferência de propriedade de faturação não pode ser concluído porque os produtos de terceiros do marketplace não são transferidos com as subscrições. Remova os produtos de terceiros do marketplace da sua seleção e tente novamente.',
  transferSourceDomainIsInvalid: 'Fornecer um domínio válido associado ao parceiro atual',
  transferSourceIsTarget:
    'A criação da transferência falhou porque os detalhes do parceiro de origem coincidem com os do parceiro requerente',
  lineItemsGivenByTarget: 'O campo lineItems não pode ser especificado pelo parceiro de destino.',
  onlyCancellationAllowed: 'Apenas o cancelamento da transferência é permitido.',
  onlyAcceptanceAllowed: 'Só é permitida a aceitação de transferências.',
  transferUpdateNotAllowed:
    'A atualização da transferência não é permitida para o ID de inquilino de parceiro atual.',
  transferNotPending: 'As atualizações só são permitidas quando a transferência tem o estado Pendente.',
  transferLineFailed: 'Ocorreu um erro inesperado ao processar a transferência para esta subscrição.',
  transferLineNotActive:
    'A transferência não pode ser processada para este item de linha porque a subscrição não está ativa ou não existe.',
  transferLineNotOnlineServices:
    'A transferência não pode ser processada para este item de linha porque o tipo de produto da subscrição especificada não é OnlineServicesNCE.',
  transferParticipantNotSupported:
    'A transferência não pode ser criada devido ao tipo de participante não suportado.',
  targetHasNoAzurePlan:
    'A transferência não pode ser processada porque o parceiro de destino não tem um plano do Azure ativo para a combinação de cliente e revendedor.',
  specializedOfferNotAvailableToTarget:
    'A transferência não pode ser processada porque a oferta especializada não está disponível para o parceiro de destino.',
  transferHasTooManySubscriptions:
    'É possível transferir um máximo de 25 subscrições NCE de Serviços Online por ciclo de faturação num único pedido.',
  thirdPartySkuNotAvailableToTarget:
    'Não é possível transferir o recurso de terceiros: o SKU do produto não está disponível para o parceiro de destino. Remova este recurso e tente aceitar a transferência novamente ou contacte o parceiro de destino.',
})
