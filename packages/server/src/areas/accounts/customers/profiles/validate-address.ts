import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { AddressValidation, CountryValidationRules } from '@tenantry/contract/resources/address.ts'
import { addressValidation } from '../../../../collaborators/address-validation.ts'
import { present } from '../../../../kernel/invariant.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce, rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { findCountryRules, type CountryRules } from './country-rules.ts'
import { judgeAddress } from './judge-address.ts'

type Validate = Input<(typeof customerEndpoints)['validateAddress']>
type CountryRequest = Input<(typeof customerEndpoints)['getCountryValidationRules']>

/** @see partner-center/developer/validate-an-address */
export async function validateAddress(scope: Scope, { body }: Validate): Promise<AddressValidation> {
  const rules = findCountryRules(body.country)
  enforce(addressCountryRules, { rules }, scope.trace)
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
): Promise<CountryValidationRules> {
  const rules = findCountryRules(params.countryId)
  enforce(countryRules, { rules }, scope.trace)
  return showCountry(present(rules, 'countryExists was checked'))
}

interface CountryFacts {
  readonly rules: CountryRules | undefined
}

const countryIsKnown: Rule<CountryFacts> = rule({
  name: 'countryIsKnown',
  holds: ({ rules }) => rules !== undefined,
  fault: () => fault(faults.propertyIsInvalid).with('country: is no country code'),
  see: 'partner-center/developer/validate-an-address',
})

export const addressCountryRules = ruleList('Validate an address: the country', [countryIsKnown])

const countryExists: Rule<CountryFacts> = rule({
  name: 'countryExists',
  holds: ({ rules }) => rules !== undefined,
  fault: () => fault(faults.resourceNotFound),
  see: 'assumed',
})

export const countryRules = ruleList('Rules of a country: the country', [countryExists])

/** The members that the service was recorded to answer. What a country does not have is left out. */
function showCountry(rules: CountryRules): CountryValidationRules {
  const { states, postal, phone, vat, taxFormat, taxSample, hasTaxId } = rules
  return {
    iso2Code: rules.country,
    defaultCulture: rules.cultures[0],
    isStateRequired: rules.stateRequired,
    supportedStatesList: [...(states ?? [])],
    supportedLanguagesList: [...rules.languages],
    supportedCulturesList: [...rules.cultures],
    isPostalCodeRequired: rules.postalRequired,
    ...(postal === undefined ? {} : { postalCodeRegex: postal }),
    isCityRequired: true,
    isVatIdSupported: vat !== undefined,
    ...(taxFormat === undefined ? {} : { taxIdFormat: taxFormat }),
    ...(taxSample === undefined ? {} : { taxIdSample: taxSample }),
    ...(vat === undefined ? {} : { vatIdRegex: vat }),
    ...(phone === undefined ? {} : { phoneNumberRegex: phone }),
    isTaxIdSupported: hasTaxId,
    isTaxIdOptional: hasTaxId || vat !== undefined,
    countryCallingCodesList: [rules.callingCode],
    attributes: { objectType: 'CountryValidationRules' },
  }
}
