import { Type, type Static } from 'typebox'
import { Attributes } from './common.ts'

/**
 * A postal address with its contact. `country` is ISO 3166-1 alpha-2. The published table allows a state of two
 * characters; countries other than US, CA, CN and MX send longer ones, so the length is left to the country's rules.
 * @see partner-center/developer/utility-resources
 */
export const Address = Type.Object({
  country: Type.String(),
  region: Type.Optional(Type.String()),
  city: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  addressLine1: Type.Optional(Type.String({ maxLength: 200 })),
  addressLine2: Type.Optional(Type.String({ maxLength: 200 })),
  postalCode: Type.Optional(Type.String()),
  firstName: Type.Optional(Type.String()),
  middleName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  phoneNumber: Type.Optional(Type.String()),
})
export type Address = Static<typeof Address>

/** @see partner-center/developer/utility-resources */
export const Contact = Type.Object({
  firstName: Type.String(),
  middleName: Type.Optional(Type.String()),
  lastName: Type.String(),
  email: Type.String(),
  phoneNumber: Type.Optional(Type.String()),
})
export type Contact = Static<typeof Contact>

export const addressValidationStatuses = [
  'VerifiedShippable',
  'Verified',
  'InteractionRequired',
  'StreetPartial',
  'PremisesPartial',
  'Multiple',
  'None',
  'NotValidated',
] as const
export type AddressValidationStatus = (typeof addressValidationStatuses)[number]

/** @see partner-center/developer/validate-an-address */
export const AddressValidation = Type.Object({
  originalAddress: Address,
  suggestedAddresses: Type.Array(Address),
  status: Type.Enum([...addressValidationStatuses]),
  validationMessage: Type.Optional(Type.String()),
})
export type AddressValidation = Static<typeof AddressValidation>

/** The published answer wraps each list, although the table of the resource calls it `…List`. */
const Wrapped = Type.Object({ value: Type.Array(Type.String()) })

const Texts = Type.Array(Type.String())

/**
 * What addresses of a country look like. The members and their order are those that the service was recorded to answer;
 * the page prints others (`CountryInformation`).
 */
export const CountryValidationRules = Type.Object({
  iso2Code: Type.String(),
  defaultCulture: Type.String(),
  isStateRequired: Type.Boolean(),
  supportedStatesList: Texts,
  supportedLanguagesList: Texts,
  supportedCulturesList: Texts,
  isPostalCodeRequired: Type.Boolean(),
  postalCodeRegex: Type.Optional(Type.String()),
  isCityRequired: Type.Boolean(),
  isVatIdSupported: Type.Boolean(),
  taxIdFormat: Type.Optional(Type.String()),
  taxIdSample: Type.Optional(Type.String()),
  vatIdRegex: Type.Optional(Type.String()),
  phoneNumberRegex: Type.Optional(Type.String()),
  isTaxIdSupported: Type.Boolean(),
  isTaxIdOptional: Type.Boolean(),
  countryCallingCodesList: Texts,
  attributes: Attributes,
})
export type CountryValidationRules = Static<typeof CountryValidationRules>

/**
 * What addresses, phone numbers and tax ids of a country look like.
 * @see partner-center/developer/get-market-specific-validation-data
 */
export const CountryInformation = Type.Object({
  iso2Code: Type.String(),
  defaultCulture: Type.String(),
  isStateRequired: Type.Boolean(),
  states: Type.Optional(Wrapped),
  supportedLanguages: Wrapped,
  supportedCultures: Wrapped,
  isPostalCodeRequired: Type.Boolean(),
  postalCodeRegex: Type.Optional(Type.String()),
  isCityRequired: Type.Boolean(),
  isVatIdSupported: Type.Boolean(),
  taxIdFormat: Type.Optional(Type.String()),
  taxIdSample: Type.Optional(Type.String()),
  vatIdRegex: Type.Optional(Type.String()),
  phoneNumberRegex: Type.Optional(Type.String()),
  isRegistrationNumberSupported: Type.Boolean(),
  isTaxIdSupported: Type.Boolean(),
  isTaxIdOptional: Type.Boolean(),
  resellerAgreementRegion: Type.Optional(Type.String()),
  geographicRegion: Type.String(),
  countryCallingCodes: Wrapped,
  attributes: Attributes,
})
