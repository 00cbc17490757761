import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults, faults } from '@tenantry/contract/faults/index.ts'
import type { AgreementMetaData, AgreementRequest } from '@tenantry/contract/resources/agreement.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import { findInstant } from '../../../kernel/time.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import { isSameContact, type AgreementRecord } from './agreement.ts'

/** Agreements are kept in the public cloud only. @see partner-center/developer/agreement-resources */
const cloudIsPublic: Rule<{ readonly partner: PartnerRecord }> = rule({
  name: 'cloudIsPublic',
  holds: ({ partner }) => partner.cloud === 'global',
  fault: () => fault(faults.operationNotSupportedInEnvironment),
  decidedBy: ({ partner }) => ({ cloud: partner.cloud }),
  see: 'partner-center/developer/agreement-resources',
})

export const cloudRules = ruleList('Any agreement: the cloud', [cloudIsPublic])

/** A template that nobody has published. */
const templateExists: Rule<{ readonly template: AgreementMetaData | undefined }> = rule({
  name: 'agreementTemplateExists',
  holds: ({ template }) => template !== undefined,
  fault: () => fault(faults.resourceNotFound),
  see: 'partner-center/developer/download-customer-agreement-template',
})

export const templateRules = ruleList('Agreement document: the template', [templateExists])

export interface ConfirmationFacts {
  readonly request: AgreementRequest
  readonly template: AgreementMetaData | undefined
  /** The partner's earlier confirmations of the same type. */
  readonly earlier: readonly AgreementRecord[]
}

const see = 'partner-center/developer/confirm-customer-consent-customer-agreement'

const blankMembers = ({ request: { primaryContact, dateAgreed } }: ConfirmationFacts): string[] =>
  Object.entries({
    'primaryContact.firstName': primaryContact.firstName.trim() !== '',
    'primaryContact.lastName': primaryContact.lastName.trim() !== '',
    'primaryContact.email': /^\S+@\S+\.\S+$/.test(primaryContact.email.trim()),
    dateAgreed: findInstant(dateAgreed) !== undefined,
  })
    .filter(([, isGiven]) => !isGiven)
    .map(([name]) => name)

const confirmationIsComplete = rule<ConfirmationFacts>({
  name: 'confirmationIsComplete',
  holds: (facts) => blankMembers(facts).length === 0,
  fault: (facts) =>
    fault(faults.requestInputIsInvalid).with(
      ...blankMembers(facts).map((name) => `${name}: is missing or not readable`),
    ),
  decidedBy: (facts) => ({ missing: blankMembers(facts).join(', ') }),
  see,
})

/** The code is assumed. */
const templateIsOfType = rule<ConfirmationFacts>({
  name: 'agreementTemplateIsOfType',
  holds: ({ request, template }) => template?.agreementType === request.type,
  fault: () => fault(faults.requestInputIsInvalid).with('templateId: is of another type of agreement'),
  decidedBy: ({ request, template }) => ({ type: request.type, templateType: template?.agreementType }),
  see: 'assumed',
})

/** That another date does not make it a new confirmation is assumed. */
const contactHasNotConfirmed = rule<ConfirmationFacts>({
  name: 'contactHasNotConfirmed',
  holds: ({ request, earlier }) =>
    !earlier.some((agreement) => isSameContact(agreement.primaryContact, request.primaryContact)),
  fault: () => fault(extraFaults.agreementAlreadyConfirmed),
  decidedBy: ({ earlier }) => ({ earlier: earlier.length }),
  see,
})

export const confirmationRules = ruleList<Rule<ConfirmationFacts>>('Confirm a customer agreement', [
  confirmationIsComplete,
  templateExists,
  templateIsOfType,
  contactHasNotConfirmed,
])
