import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Address } from '@tenantry/contract/resources/address.ts'
import { on, rule, when, type Rule } from '../../../../kernel/rule.ts'
import { addressProblems, findCountryRules, findCulture, isLanguage } from './country-rules.ts'
import type { RegistrationNumbers, RestrictedNames } from '../customer-policies.ts'
import { nameRules, type NameFacts } from './name-rules.ts'

/** What a billing profile says, and what it is judged by. */
export interface ProfileFacts {
  readonly profile: {
    readonly email: string
    readonly culture: string
    readonly language: string
    readonly companyName: string
    readonly defaultAddress: Address
  }
  readonly organizationRegistrationNumber: string | undefined
  readonly restricted: RestrictedNames
  readonly registration: RegistrationNumbers
  /** The verified domains of the calling partner; lower case. */
  readonly partnerDomains: readonly string[]
  /** The countries of the partner's region. */
  readonly markets: readonly string[]
}

const see = 'partner-center/developer/create-a-customer'

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
const countryOf = ({ profile }: ProfileFacts): string => profile.defaultAddress.country.toUpperCase()

/** `data` names the members, which the text of the fault does not. */
const blankMembers = ({ profile }: ProfileFacts): string[] => {
  const { firstName, lastName, addressLine1, city, country } = profile.defaultAddress
  const required = {
    companyName: profile.companyName,
    email: profile.email,
    firstName,
    lastName,
    addressLine1,
  }
  return Object.entries({ ...required, city, country })
    .filter(([, value]) => isBlank(value))
    .map(([name]) => name)
}

const requiredMembersAreGiven = rule<ProfileFacts>({
  name: 'requiredMembersAreGiven',
  holds: (facts) => blankMembers(facts).length === 0,
  fault: (facts) =>
    fault(faults.requestInputIsInvalid).with(...blankMembers(facts).map((name) => `${name}: is required`)),
  decidedBy: (facts) => ({ missing: blankMembers(facts).join(', ') }),
  see,
})

const cultureIsKnown = rule<ProfileFacts>({
  name: 'cultureIsKnown',
  holds: ({ profile }) => findCulture(profile.culture) !== undefined,
  fault: () => fault(faults.catalogueInputIsInvalid).with('billingProfile.culture: is not known'),
  decidedBy: ({ profile }) => ({ culture: profile.culture }),
  see: 'assumed',
})

const languageIsKnown = rule<ProfileFacts>({
  name: 'languageIsKnown',
  holds: ({ profile }) => isLanguage(profile.language),
  fault: () => fault(faults.catalogueInputIsInvalid).with('billingProfile.language: is not known'),
  decidedBy: ({ profile }) => ({ language: profile.language }),
  see: 'assumed',
})

const companyFacts = ({ profile, restricted }: ProfileFacts): NameFacts => ({
  kind: 'company',
  name: profile.companyName,
  restricted,
})

type PersonName = 'firstName' | 'middleName' | 'lastName'

/** A name that is left out is not judged: whether it must be given is another rule. */
const personRules = (member: PersonName): Rule<ProfileFacts>[] =>
  nameRules.map((inner) =>
    when(
      ({ profile }) => !isBlank(profile.defaultAddress[member]),
      on(
        ({ profile, restricted }: ProfileFacts): NameFacts => ({
          kind: 'person',
          name: profile.defaultAddress[member] ?? '',
          restricted,
        }),
        inner,
      ),
    ),
  )

const emailIsWellFormed = rule<ProfileFacts>({
  name: 'emailIsWellFormed',
  holds: ({ profile }) => isEmail(profile.email),
  fault: () => fault(faults.propertyIsInvalid).with('billingProfile.email: is no e-mail address'),
  see: 'partner-center/developer/validate-names-addresses',
})

/** A practical grammar: one address, no display name, a domain with a dot. Length after RFC 5321. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@<>(),;:"[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i.test(
    text,
  )

/** Customers have addresses of their own: neither Microsoft's nor the partner's. The code is assumed. */
const emailIsTheCustomersOwn = rule<ProfileFacts>({
  name: 'emailIsTheCustomersOwn',
  holds: ({ profile, partnerDomains }) => {
    const domain = profile.email.slice(profile.email.lastIndexOf('@') + 1).toLowerCase()
    return domain !== 'microsoft.com' && !partnerDomains.includes(domain)
  },
  fault: () =>
    fault(faults.propertyIsInvalid).with('billingProfile.email: belongs to the partner or to Microsoft'),
  see: 'partner-center/developer/validate-names-addresses',
})

const countryIsKnown = rule<ProfileFacts>({
  name: 'countryIsKnown',
  holds: (facts) => findCountryRules(countryOf(facts)) !== undefined,
  fault: () => fault(faults.propertyIsInvalid).with('defaultAddress.country: is no country code'),
  decidedBy: (facts) => ({ country: countryOf(facts) }),
  see,
})

const misfits = (facts: ProfileFacts): string[] => {
  const rules = findCountryRules(countryOf(facts))
  return rules === undefined ? [] : addressProblems(facts.profile.defaultAddress, rules)
}

/** Which members must fit is what `countryvalidationrules` answers. */
const addressFitsCountry = rule<ProfileFacts>({
  name: 'addressFitsCountry',
  holds: (facts) => misfits(facts).length === 0,
  fault: (facts) =>
    fault(faults.registrationOrAddressIsInvalid).with(
      ...misfits(facts).map((name) => `defaultAddress.${name.charAt(0).toLowerCase()}${name.slice(1)}`),
    ),
  decidedBy: (facts) => ({ country: countryOf(facts), misfits: misfits(facts).join(', ') }),
  see: 'partner-center/developer/get-market-specific-validation-data',
})

const partnerMaySellInCountry = rule<ProfileFacts>({
  name: 'partnerMaySellInCountry',
  holds: (facts) => facts.markets.includes(countryOf(facts)),
  fault: () => fault(faults.marketNotAuthorized),
  decidedBy: (facts) => ({ country: countryOf(facts) }),
  see: 'partner-center/enroll/regional-authorization-overview',
})

const number = (facts: ProfileFacts): string => facts.organizationRegistrationNumber?.trim() ?? ''
const formatOf = (facts: ProfileFacts): string | undefined => facts.registration.formats[countryOf(facts)]

const registrationIdIsSupported = rule<ProfileFacts>({
  name: 'registrationIdIsSupported',
  holds: (facts) => number(facts) === '' || formatOf(facts) !== undefined,
  fault: () => fault(faults.registrationIdNotSupported),
  decidedBy: (facts) => ({ country: countryOf(facts) }),
  see,
})

const registrationIdIsGiven = rule<ProfileFacts>({
  name: 'registrationIdIsGiven',
  holds: (facts) => number(facts) !== '' || !facts.registration.requiredIn.includes(countryOf(facts)),
  fault: () => fault(faults.registrationIdIsMissing),
  decidedBy: (facts) => ({ country: countryOf(facts) }),
  see,
})

const registrationIdHasFormat = rule<ProfileFacts>({
  name: 'registrationIdHasFormat',
  holds: (facts) => number(facts) === '' || new RegExp(formatOf(facts) ?? '', 'u').test(number(facts)),
  fault: (facts) => fault(faults.registrationIdFormatIsInvalid, { format: formatOf(facts) ?? '' }),
  decidedBy: (facts) => ({ country: countryOf(facts), format: formatOf(facts) }),
  see,
})

const phoneNumberIsGiven = rule<ProfileFacts>({
  name: 'phoneNumberIsGiven',
  holds: (facts) =>
    !isBlank(facts.profile.defaultAddress.phoneNumber) ||
    !facts.registration.phoneRequiredIn.includes(countryOf(facts)),
  fault: () => fault(faults.phoneNumberIsMissing),
  decidedBy: (facts) => ({ country: countryOf(facts) }),
  see,
})

/** For a new customer and for a new billing profile; no page states an order, so this one is assumed. */
export const profileRules: readonly Rule<ProfileFacts>[] = [
  requiredMembersAreGiven,
  cultureIsKnown,
  languageIsKnown,
  ...nameRules.map((inner) => on(companyFacts, inner)),
  ...personRules('firstName'),
  ...personRules('middleName'),
  ...personRules('lastName'),
  emailIsWellFormed,
  emailIsTheCustomersOwn,
  countryIsKnown,
  addressFitsCountry,
  partnerMaySellInCountry,
  registrationIdIsSupported,
  registrationIdIsGiven,
  registrationIdHasFormat,
  phoneNumberIsGiven,
]
