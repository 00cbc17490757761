import { Type, type TProperties } from 'typebox'

/** What is said beside a schema: in the OpenAPI document it stands next to the member. */
export const text = (description: string) => Type.String({ description })

/** A name or an id that must say something. */
export const nonEmpty = (description: string) => Type.String({ minLength: 1, description })

/** UTC, ISO 8601, for example `2026-01-15T09:00:00Z`. */
export const moment = (description: string) => Type.String({ format: 'date-time', description })

/** What the operator sends: a member that nobody knows is refused, so that a misspelt one is not lost. */
export const strictly = <P extends TProperties>(members: P, named: { readonly $id?: string } = {}) =>
  Type.Object(members, { additionalProperties: false, ...named })

/** RFC 7386: members that are not named stay, `null` removes one, a list is replaced whole. */
export const MergePatch = Type.Unsafe<object>({
  type: 'object',
  description:
    'A JSON merge patch: members that are not named stay, null removes one, a list is replaced whole.',
})

/** Members that no schema of the contract knows. */
export const Anything = (description: string) => Type.Record(Type.String(), Type.Unknown(), { description })

/** One of a partner's customers. */
export const ofCustomer = {
  partnerTenantId: text('The partner whose customer it is.'),
  customerId: text('The customer’s tenant.'),
}

export const AzureOwner = strictly(ofCustomer)

export const SubscriptionName = strictly({
  customerId: nonEmpty('The customer’s tenant.'),
  subscriptionId: nonEmpty('The subscription, whichever partner of the world has it.'),
})
