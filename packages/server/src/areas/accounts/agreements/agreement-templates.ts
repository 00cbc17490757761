import type { agreementEndpoints } from '@tenantry/contract/endpoints/agreements.ts'
import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { agreementTypes, type AgreementDocument } from '@tenantry/contract/resources/agreement.ts'
import { collection, link } from '@tenantry/contract/resources/common.ts'
import type { Input } from '../../../work/operation.ts'
import { present } from '../../../kernel/invariant.ts'
import { enforce, rule, ruleList } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration, formatInstant } from '../../../kernel/time.ts'
import { findCountryRules } from '../customers/public.ts'
import { agreementTemplates, findTemplate } from './agreement.ts'
import { cloudRules, templateRules } from './agreement-rules.ts'

type Endpoints = typeof agreementEndpoints

/** @see partner-center/developer/get-customer-agreement-metadata */
export async function listAgreementTemplates(
  scope: Scope,
  { query }: Input<Endpoints['listAgreementTemplates']>,
): Promise<AnswerOf<Endpoints['listAgreementTemplates']>> {
  const asked = query.agreementType ?? 'MicrosoftCloudAgreement'
  enforce(cloudRules, { partner: scope.principal.partner }, scope.trace)
  enforce(templateTypeRules, { asked }, scope.trace)
  const templates = agreementTemplates.filter(
    (template) => asked === '*' || template.agreementType === typeOf(asked),
  )
  const suffix = query.agreementType === undefined ? '' : `?agreementType=${encodeURIComponent(asked)}`
  return { ...collection([...templates]), links: { self: link(`/agreements${suffix}`) } }
}

/**
 * The text is not served: the links have the published form and end five minutes later (the address is assumed).
 * @see partner-center/developer/download-customer-agreement-template
 */
export async function getAgreementDocument(
  scope: Scope,
  { params, query }: Input<Endpoints['getAgreementDocument']>,
): Promise<AgreementDocument> {
  enforce(cloudRules, { partner: scope.principal.partner }, scope.trace)
  const template = findTemplate(params.agreementTemplateId)
  enforce(templateRules, { template }, scope.trace)
  const country = (query.country ?? scope.principal.partner.market).toUpperCase()
  const rules = findCountryRules(country)
  enforce(documentCountryRules, { isKnown: rules !== undefined }, scope.trace)
  const language = query.language ?? present(rules, 'countryIsKnown was checked').cultures[0]

  const path = `${params.agreementTemplateId.toLowerCase()}/${country}/${encodeURIComponent(language)}`
  const until = `expires=${encodeURIComponent(formatInstant(addDuration(scope.now, 'PT5M')))}`
  return {
    displayUri: `https://agreements.tenantry.test/preview/${path}?${until}`,
    downloadUri: `https://agreements.tenantry.test/download/${path}?${until}`,
    language,
    country,
  }
}

const typeOf = (asked: string) => agreementTypes.find((type) => type.toLowerCase() === asked.toLowerCase())

const typeIsKnown = rule<{ readonly asked: string }>({
  name: 'agreementTypeIsKnown',
  holds: ({ asked }) => asked === '*' || typeOf(asked) !== undefined,
  fault: ({ asked }) =>
    fault(faults.enumValueIsUnknown, {
      value: asked,
      documentationLink: 'https://learn.microsoft.com/partner-center/developer/agreement-resources',
    }),
  decidedBy: ({ asked }) => ({ agreementType: asked }),
  see: 'partner-center/developer/get-customer-agreement-metadata',
})

export const templateTypeRules = ruleList('Agreement templates: the type', [typeIsKnown])

const countryIsKnown = rule<{ readonly isKnown: boolean }>({
  name: 'countryIsKnown',
  holds: ({ isKnown }) => isKnown,
  fault: () => fault(faults.catalogueInputIsInvalid).with('country: is no country code'),
  see: 'partner-center/developer/download-customer-agreement-template',
})

export const documentCountryRules = ruleList('Agreement document: the country', [countryIsKnown])
