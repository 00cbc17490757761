import type {
  Address,
  AddressValidation,
  AddressValidationStatus,
} from '@tenantry/contract/resources/address.ts'
import type { AddressRow } from '../../../../collaborators/address-validation.ts'
import { addressProblems, type CountryRules } from './country-rules.ts'

export interface PostalDirectory {
  readonly isAvailable: boolean
  readonly rows: readonly AddressRow[]
}

/**
 * What the postal directory says about an address. Rows of the operator come first; an address it has no row for is
 * judged by its form, for no street is known here (assumed).
 * @see partner-center/developer/validate-an-address
 */
export function judgeAddress(
  address: Address,
  rules: CountryRules,
  directory: PostalDirectory,
): AddressValidation {
  const originalAddress = address
  if (!directory.isAvailable) return { originalAddress, suggestedAddresses: [], status: 'NotValidated' }

  const row = directory.rows.find(({ match }) => matches(address, match))
  if (row !== undefined) return fromRow(address, row)

  const problems = addressProblems(address, rules)
  if (problems.length > 0) {
    return { originalAddress, suggestedAddresses: [], status: 'None', validationMessage: messageOf(problems) }
  }
  if (!/\d/.test(address.addressLine1 ?? '')) {
    return {
      originalAddress,
      suggestedAddresses: [{ ...address, addressLine1: `1 ${address.addressLine1 ?? ''}` }],
      status: 'StreetPartial',
      validationMessage: messageOf(['AddressLine1']),
    }
  }
  return { originalAddress, suggestedAddresses: [{ ...address }], status: 'VerifiedShippable' }
}

/** An address with these answers is none: a sandbox customer with one can never be deleted. */
export const addressHolds = (status: AddressValidationStatus): boolean => status !== 'None'

const messageOf = (problems: readonly string[]): string =>
  `Address field invalid for property: ${problems.map((name) => `'${name}'`).join(', ')}`

const matches = (address: Address, match: Partial<Address>): boolean =>
  Object.entries(match).every(
    ([name, value]) => address[name as keyof Address]?.trim().toLowerCase() === value.trim().toLowerCase(),
  )

/** How many suggestions a status has at most, as the published table says. */
const suggestionsMax: Readonly<Record<AddressValidationStatus, number>> = {
  VerifiedShippable: 1,
  Verified: 1,
  InteractionRequired: 1,
  StreetPartial: 3,
  PremisesPartial: 3,
  Multiple: 3,
  None: 0,
  NotValidated: 0,
}

function fromRow(address: Address, row: AddressRow): AddressValidation {
  const given = row.suggestedAddresses ?? [{}]
  return {
    originalAddress: address,
    suggestedAddresses: given
      .slice(0, suggestionsMax[row.status])
      .map((suggestion) => ({ ...address, ...suggestion })),
    status: row.status,
    ...(row.validationMessage === undefined ? {} : { validationMessage: row.validationMessage }),
  }
}
