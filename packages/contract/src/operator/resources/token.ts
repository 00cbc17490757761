import { Type, type Static } from 'typebox'
import { Anything, nonEmpty, strictly, text } from './common.ts'

export const TokenRequest = strictly(
  {
    tenantId: nonEmpty(
      'Tenant or domain of a partner, or of a customer for a token that Partner Center refuses.',
    ),
    userPrincipalName: Type.Optional(text('With a user the token is app+user; roles are the user’s own.')),
    clientId: Type.Optional(
      Type.String({
        pattern: '^[0-9a-fA-F-]{36}$',
        description: 'The partner’s first app when absent; one that nobody registered is taken too.',
      }),
    ),
    audience: Type.Optional(nonEmpty('The resource; Partner Center when absent.')),
    mfa: Type.Optional(
      Type.Boolean({ description: 'With a user: signed in with a second factor. True when absent.' }),
    ),
    expiresIn: Type.Optional(
      Type.Integer({
        minimum: -86_400,
        maximum: 86_400 * 365,
        description: 'Seconds; below zero for a token that has expired.',
      }),
    ),
    appOnly: Type.Optional(
      Type.Boolean({ description: 'False needs a user, true forbids one: to be sure which kind one gets.' }),
    ),
    version: Type.Optional(Type.Enum(['1.0', '2.0'])),
  },
  { $id: 'TokenRequest' },
)
export type TokenRequest = Static<typeof TokenRequest>

export const MadeToken = Type.Object(
  {
    access_token: Type.String(),
    refresh_token: Type.Optional(text('With a user only.')),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer(),
    claims: Anything('What the token says.'),
  },
  { $id: 'MadeToken' },
)
export type MadeToken = Static<typeof MadeToken>
