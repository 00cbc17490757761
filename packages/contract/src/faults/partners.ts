import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const partnerFaults = {
  marketNotAuthorized: spec(2030, 403, 'Partner is not onboarded to sell in country/region'),
  partnerIsNotAdvisor: spec(2071, 400, "PartnerID isn't a valid Advisor"),
  partnerOnRecordIsIndirectProvider: spec(
    2072,
    404,
    "PartnerID of Indirect Provider isn't valid as Partner On Record",
  ),
  partnerIdNotFound: spec(800015, 404, "PartnerID isn't found"),
  partnerIsNotIndirectReseller: spec(800016, 400, "PartnerID isn't a valid Indirect Reseller"),
  orderPartnerLocationAccountIsWrong: spec(
    800016,
    400,
    "The Partner Location Account (PLA) ID (formerly MPN ID) assigned to this order isn't correct.",
  ),
  resellerProgramNotActive: spec(800039, 403, "Reseller program status isn't active"),
  advisorQuoteNotFound: spec(900122, 404, 'Advisor quote not found'),
  resellerPartnerAgreementNotAccepted: spec(
    900123,
    403,
    "Microsoft Partner Agreement hasn't been accepted by the indirect reseller",
  ),
  partnerAgreementNotAccepted: spec(
    900124,
    403,
    "Your company hasn't accepted the Microsoft Partner Agreement (MPA). The global admin of the CSP account must accept the MPA to resume the full transactional capabilities. Search {userManagementLink} for your global admin and have them sign the MPA on the dashboard {dashboardLink} to resume full transactional capabilities",
  ),
  advisorNotInRequestContext: spec(
    900125,
    400,
    'Advisor partner information not found in the request context',
  ),
  programNotActive: spec(900149, 403, "{program} program status isn't active."),
  partnerOnRecordIsInactive: spec(
    900151,
    400,
    'This PLA ID (formerly MPN ID) {partnerId} is invalid or inactive. To learn more, see Partner with indirect resellers in the Cloud Solution Provider program.',
  ),
  partnerOnRecordRegionDiffers: spec(
    900152,
    400,
    "This PLA ID (formerly MPN ID) {partnerId} is associated with a reseller tenant that doesn't match the CSP region. To transact, distributor and reseller tenants must be in the same region. To learn more, see Partner with indirect resellers in the Cloud Solution Provider program.",
  ),
  partnerOnRecordNotEnrolled: spec(
    900154,
    400,
    "The PLA ID (formerly MPN ID) {partnerId} isn't linked to an active CSP indirect reseller tenant. Advise your reseller to enroll in the CSP program as an indirect reseller in Partner Center to remain compliant.",
  ),
  partnerAttestationIsMissing: spec(900206, 400, 'Partner Attestation is missing'),
  partnerOnRecordHasNoActiveTenant: spec(
    900400,
    400,
    "The PLA ID (formerly MPN ID) isn't linked to any active reseller tenant. To learn more, see Partner with indirect resellers in the Cloud Solution Provider program.",
  ),
  partnerOnRecordNotAuthorized: spec(
    900414,
    400,
    "The requested indirect reseller with PLA ID (formerly MPN ID) {partnerId} isn't currently authorized to be associated with this transaction. Ensure that the reseller has an active CSP indirect reseller tenant. Advise the reseller to resolve the authorization issue, or assign the transaction to a different reseller. To learn more, see Partner with indirect resellers in the Cloud Solution Provider program.",
  ),
} as const
