import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../kernel/rule.ts'
import { transacts, type PartnerRecord } from '../../../work/partner.ts'

/** What the gates before every purchase look at. */
export interface PartnerGateFacts {
  readonly partner: PartnerRecord
  /** An authorisation beside the account's own enrolment that the operation needs, by its name. */
  readonly neededProgramme?: string
}

/** @see partner-center/enroll/confirm-customer-agreement */
const agreementIsAccepted: Rule<PartnerGateFacts> = rule({
  name: 'agreementIsAccepted',
  holds: ({ partner }) => partner.mpa.accepted,
  fault: () =>
    fault(faults.partnerAgreementNotAccepted, {
      userManagementLink: 'https://partner.microsoft.com/dashboard/account/v3/usermanagement',
      dashboardLink: 'https://partner.microsoft.com/dashboard',
    }),
  decidedBy: ({ partner }) => ({ mpaAccepted: partner.mpa.accepted }),
  see: 'partner-center/developer/error-codes',
})

/** That advisors and indirect resellers are answered like suspended partners is assumed: neither can buy. */
const resellerProgrammeIsActive: Rule<PartnerGateFacts> = rule({
  name: 'resellerProgrammeIsActive',
  holds: ({ partner }) => transacts(partner) && partner.programmes[0].status === 'active',
  fault: () => fault(faults.resellerProgramNotActive),
  decidedBy: ({ partner }) => ({ type: partner.type, status: partner.programmes[0].status }),
  see: 'partner-center/account-settings/suspended-partner-center-account',
})

const neededProgrammeIsActive: Rule<PartnerGateFacts> = rule({
  name: 'neededProgrammeIsActive',
  holds: ({ partner, neededProgramme }) =>
    neededProgramme === undefined ||
    partner.programmes.some(({ name, status }) => name === neededProgramme && status === 'active'),
  fault: ({ neededProgramme }) => fault(faults.programNotActive, { program: neededProgramme ?? '' }),
  decidedBy: ({ neededProgramme }) => ({ neededProgramme }),
  see: 'partner-center/developer/error-codes',
})

/** Before every purchase and every change that adds a commitment. Their order among each other is assumed. */
export const partnerGates = ruleList<Rule<PartnerGateFacts>>('Any purchase: the partner', [
  agreementIsAccepted,
  resellerProgrammeIsActive,
  neededProgrammeIsActive,
])

interface AttestationFacts {
  readonly partner: PartnerRecord
  /** `partnerOnRecordAttestationAccepted` of the cart or order. */
  readonly accepted: boolean | undefined
  /** The policy `partner-attestation` in force. */
  readonly requiredOf: 'indirectProviders' | 'everyone' | 'nobody'
}

/** @see partner-center/developer/create-a-cart */
const attestationIsGiven: Rule<AttestationFacts> = when(
  ({ partner, requiredOf }) =>
    requiredOf === 'everyone' || (requiredOf === 'indirectProviders' && partner.type === 'indirectProvider'),
  rule<AttestationFacts>({
    name: 'attestationIsGiven',
    holds: ({ accepted }) => accepted === true,
    fault: () => fault(faults.partnerAttestationIsMissing),
    decidedBy: ({ accepted, requiredOf }) => ({ accepted, requiredOf }),
    see: 'partner-center/developer/create-a-cart',
  }),
)

export const attestationRules = ruleList('Any purchase: the attestation', [attestationIsGiven])
