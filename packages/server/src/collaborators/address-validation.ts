import { Type, type Static } from 'typebox'
import { Address, addressValidationStatuses } from '@tenantry/contract/resources/address.ts'
import { collaborator } from './collaborator.ts'

const AddressRow = Type.Object({
  /** Members that an address must have for the row to apply; letters' case does not matter. */
  match: Type.Partial(Address),
  status: Type.Enum([...addressValidationStatuses]),
  suggestedAddresses: Type.Optional(Type.Array(Type.Partial(Address))),
  validationMessage: Type.Optional(Type.String()),
})
export type AddressRow = Static<typeof AddressRow>

/**
 * The postal directory. It knows no streets by itself and judges an address by its form; the operator adds rows for the
 * addresses that are to be known, the first that matches decides.
 * @see partner-center/developer/validate-an-address
 */
export const addressValidation = collaborator({
  name: 'address-validation',
  schema: Type.Object({
    /** Out of order: every answer is `NotValidated`. */
    isAvailable: Type.Boolean(),
    rows: Type.Array(AddressRow),
  }),
  initial: { isAvailable: true, rows: [] },
})
