import { Type, type Static } from 'typebox'
import nameRows from '../../../../data/policies/restricted-names.json' with { type: 'json' }
import registrationRows from '../../../../data/policies/registration-numbers.json' with { type: 'json' }
import sandboxRows from '../../../../data/policies/sandbox-customers.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

const RestrictedNames = Type.Object({
  /** Legal forms that are no company name of their own; lower case. */
  companyTokens: Type.Array(Type.String()),
  /** What people type who do not want to give a name; lower case. */
  contactPlaceholders: Type.Array(Type.String()),
  /** Whether a company name of one repeated character, or of single characters with spaces between, is refused. */
  refusesRepetition: Type.Boolean(),
})
export type RestrictedNames = Static<typeof RestrictedNames>

/** @see partner-center/developer/validate-names-addresses */
export const restrictedNames = datedPolicy({
  name: 'restricted-names',
  schema: RestrictedNames,
  rows: nameRows,
})

const RegistrationNumbers = Type.Object({
  /** ISO 3166-1 alpha-2, as everywhere below. */
  requiredIn: Type.Array(Type.String()),
  phoneRequiredIn: Type.Array(Type.String()),
  /** A regular expression for each country whose numbers are taken. */
  formats: Type.Record(Type.String(), Type.String()),
})
export type RegistrationNumbers = Static<typeof RegistrationNumbers>

/** @see partner-center/developer/create-a-customer */
export const registrationNumbers = datedPolicy({
  name: 'registration-numbers',
  schema: RegistrationNumbers,
  rows: registrationRows,
})

/** How many customers a sandbox account can hold. @see partner-center/developer/test-and-debug */
export const sandboxCustomersMax = datedPolicy({
  name: 'sandbox-customers',
  schema: Type.Integer({ minimum: 0 }),
  rows: sandboxRows,
})
