import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { Fault, fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { AddressValidation, CountryInformation } from '@tenantry/contract/resources/address.ts'
import { addressValidation } from '../../../../collaborators/address-validation.ts'
import { present } from '../../../../kernel/invariant.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce, rule, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { findCountryRules, languagesOf, type CountryRules } from './country-rules.ts'
import { registrationNumbers } from '../customer-policies.ts'
import { judgeAddress } from './judge-address.ts'

type Validate = Input<(typeof customerEndpoints)['validateAddress']>
type CountryRequest = Input<(typeof customerEndpoints)['getCountryValidationRules']>

/** @see partner-center/developer/validate-an-address */
export async function validateAddress(scope: Scope, { body }: Validate): Promise<AddressValidation> {
  const rules = findCountryRules(body.country)
  enforce([countryIsKnown], { rules }, scope.trace)
  return judgeAddress(
    body,
    present(rules, 'countryIsKnown was checked'),
    scope.collaborator(addressValidation),
  )
}

/** @see partner-center/developer/get-market-specific-validation-data */
export async function getCountryValidationRules(
  scope: Scope,
  { params }: CountryRequest,
): Promise<CountryInformation> {
  const rules = findCountryRules(params.countryId)
  enforce([countryExists], { rules }, scope.trace)
  const { formats } = scope.policy(registrationNumbers)
  return showCountry(present(rules, 'countryExists was checked'), formats)
}

interface CountryFacts {
  readonly rules: CountryRules | undefined
}

const countryIsKnown: Rule<CountryFacts> = rule({
  name: 'countryIsKnown',
  holds: ({ rules }) => rules !== undefined,
  fault: () => new Fault(faults.propertyIsInvalid, {}, ['country: is no country code']),
  see: 'partner-center/developer/validate-an-address',
})

const countryExists: Rule<CountryFacts> = rule({
  name: 'countryExists',
  holds: ({ rules }) => rules !== undefined,
  fault: () => fault(faults.resourceNotFound),
  see: 'assumed',
})

/** The agreement regions of the areas; only the one of the Americas is published, the others are assumed. */
const agreementRegions: Readonly<Record<string, string>> = {
  NorthAndLatinAmerica: 'AOC',
  Europe: 'EOC',
  MiddleEastAndAfrica: 'EOC',
  AsiaPacific: 'APOC',
}

function showCountry(rules: CountryRules, formats: Readonly<Record<string, string>>): CountryInformation {
  const { states, postal, phone, vat, taxFormat, taxSample } = rules
  const agreementRegion = agreementRegions[rules.area]
  return {
    iso2Code: rules.country,
    defaultCulture: rules.cultures[0],
    isStateRequired: rules.stateRequired,
    ...(states === undefined ? {} : { states: { value: [...states] } }),
    supportedLanguages: { value: languagesOf(rules) },
    supportedCultures: { value: [...rules.cultures] },
    isPostalCodeRequired: rules.postalRequired,
    ...(postal === undefined ? {} : { postalCodeRegex: postal }),
    isCityRequired: true,
    isVatIdSupported: vat !== undefined,
    ...(taxFormat === undefined ? {} : { taxIdFormat: taxFormat }),
    ...(taxSample === undefined ? {} : { taxIdSample: taxSample }),
    ...(vat === undefined ? {} : { vatIdRegex: vat }),
    ...(phone === undefined ? {} : { phoneNumberRegex: phone }),
    isRegistrationNumberSupported: formats[rules.country] !== undefined,
    isTaxIdSupported: taxFormat !== undefined,
    isTaxIdOptional: true,
    ...(agreementRegion === undefined ? {} : { resellerAgreementRegion: agreementRegion }),
    geographicRegion: rules.area,
    countryCallingCodes: { value: [rules.callingCode] },
    attributes: { objectType: 'CountryInformation' },
  }
}
