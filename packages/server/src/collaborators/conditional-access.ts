import { Type, type Static } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * One conditional access policy of a directory tenant. Microsoft's own schema is larger; these are the parts that
 * decide an answer here. An exclusion always wins over an inclusion.
 * @see entra/identity/conditional-access/concept-conditional-access-users-groups
 */
const ConditionalAccessPolicy = Type.Object(
  {
    tenantId: Type.String({ pattern: '^[0-9a-fA-F-]{36}$' }),
    displayName: Type.String({ minLength: 1 }),
    state: Type.Union([Type.Literal('enabled'), Type.Literal('disabled'), Type.Literal('reportOnly')]),
    /** User principal names, `all`, or `serviceProvider` for partners' users in a customer's tenant. */
    includeUsers: Type.Array(Type.String()),
    excludeUsers: Type.Optional(Type.Array(Type.String())),
    /** Partner tenants whose users the policy leaves alone. */
    excludeTenants: Type.Optional(Type.Array(Type.String())),
    grant: Type.Union([Type.Literal('block'), Type.Literal('mfa'), Type.Literal('compliantDevice')]),
  },
  { additionalProperties: false },
)
export type ConditionalAccessPolicy = Static<typeof ConditionalAccessPolicy>

/** The conditional access policies of all directory tenants, the partners' own included. */
export const conditionalAccess = collaborator({
  name: 'conditional-access',
  schema: Type.Object({ policies: Type.Array(ConditionalAccessPolicy) }, { additionalProperties: false }),
  initial: { policies: [] },
})
