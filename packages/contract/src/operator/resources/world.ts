import { Type, type Static } from 'typebox'
import { ClockMode, ClockState } from './clock.ts'
import { nonEmpty, strictly, text } from './common.ts'
import { PartnerEnvironment, PartnerRole, PartnerType } from './partner.ts'

export const PartnerView = Type.Object(
  {
    tenantId: Type.String(),
    domain: text('The default domain of the tenant.'),
    name: Type.String(),
    partnerId: text('The partner location account’s id (PLA, formerly MPN id).'),
    type: PartnerType,
    market: text('ISO 3166-1 alpha-2.'),
    environment: PartnerEnvironment,
    apps: Type.Array(
      Type.Object({
        clientId: Type.String(),
        clientSecret: Type.String(),
        name: Type.String(),
        enabled: Type.Boolean(),
      }),
    ),
    users: Type.Array(
      Type.Object({
        userPrincipalName: Type.String(),
        displayName: Type.String(),
        roles: Type.Array(PartnerRole),
      }),
    ),
  },
  { $id: 'PartnerView' },
)
export type PartnerView = Static<typeof PartnerView>

export const CustomerView = Type.Object(
  {
    tenantId: Type.String(),
    domain: Type.String(),
    companyName: Type.String(),
    market: text('ISO 3166-1 alpha-2.'),
    partnerTenantIds: Type.Array(Type.String(), {
      description: 'Its partners; an indirect provider is followed by its reseller.',
    }),
  },
  { $id: 'CustomerView' },
)
export type CustomerView = Static<typeof CustomerView>

export const WorldView = Type.Object(
  {
    name: Type.String(),
    seed: text('What the world was made from.'),
    clock: ClockState,
    partners: Type.Array(PartnerView),
    customers: Type.Array(CustomerView),
  },
  { $id: 'WorldView' },
)
export type WorldView = Static<typeof WorldView>

export const WorldRequest = strictly(
  {
    name: Type.Optional(text('a-z, 0-9 and hyphens, at most 63 of them; made up when absent.')),
    from: Type.Optional(text('The world to branch from; a branch keeps its seed and its ids.')),
    seed: Type.Optional(nonEmpty('`default`, `empty`, or the path of a world file.')),
    clock: Type.Optional(ClockMode),
    idSeed: Type.Optional(nonEmpty('The same text makes the same ids.')),
  },
  { $id: 'WorldRequest' },
)
export type WorldRequest = Static<typeof WorldRequest>

export const WorldAddress = Type.Object(
  { name: Type.String(), url: text('A port of its own that serves every surface at the root.') },
  { $id: 'WorldAddress' },
)
export type WorldAddress = Static<typeof WorldAddress>

/** What is in it is nobody's business but the server's that wrote it. */
export const WorldFile = Type.Unknown({
  $id: 'WorldFile',
  description: 'A whole world as one file. What is in it is for servers of this version, not for programs.',
})
