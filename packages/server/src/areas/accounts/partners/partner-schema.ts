import { Type, type Static } from 'typebox'
import type { PartnerRecord } from '../../../work/partner.ts'

const Guid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const strict = { additionalProperties: false } as const

const Status = Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('offboarded')])

export const PartnerRole = Type.Union([
  Type.Literal('admin-agent'),
  Type.Literal('sales-agent'),
  Type.Literal('helpdesk-agent'),
  Type.Literal('billing-admin'),
  Type.Literal('user-admin'),
  Type.Literal('global-admin'),
])

export const PartnerAppEntry = Type.Object(
  {
    clientId: Guid,
    clientSecret: Type.String({ minLength: 1 }),
    name: Type.String({ minLength: 1 }),
    enabled: Type.Boolean(),
  },
  strict,
)

export const PartnerUserEntry = Type.Object(
  {
    id: Guid,
    userPrincipalName: Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$' }),
    displayName: Type.String({ minLength: 1 }),
    roles: Type.Array(PartnerRole, { uniqueItems: true }),
    enabled: Type.Boolean(),
  },
  strict,
)

/** A partner account as world files and the operator write it: the record without its version. */
export const PartnerEntry = Type.Object(
  {
    tenantId: Guid,
    name: Type.String({ minLength: 1 }),
    domains: Type.Array(Type.String({ pattern: '^[a-z0-9.-]+$' }), { minItems: 1 }),
    partnerId: Type.String({ pattern: '^[0-9]{1,18}$' }),
    type: Type.Union([
      Type.Literal('directBill'),
      Type.Literal('indirectProvider'),
      Type.Literal('indirectReseller'),
      Type.Literal('advisor'),
      Type.Literal('cpv'),
    ]),
    market: Type.String({ pattern: '^[A-Z]{2}$' }),
    region: Type.String({ minLength: 1 }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    cloud: Type.Union([Type.Literal('global'), Type.Literal('usGov'), Type.Literal('china21V')]),
    environment: Type.Union([Type.Literal('production'), Type.Literal('sandbox')]),
    mpa: Type.Object(
      {
        accepted: Type.Boolean(),
        acceptedOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
      },
      strict,
    ),
    programmes: Type.Array(Type.Object({ name: Type.String({ minLength: 1 }), status: Status }, strict), {
      minItems: 1,
    }),
    vetting: Type.Union([Type.Literal('authorized'), Type.Literal('underReview'), Type.Literal('rejected')]),
    isAdvisor: Type.Boolean(),
    qualifications: Type.Array(Type.String()),
    apps: Type.Array(PartnerAppEntry),
    users: Type.Array(PartnerUserEntry),
    partnerships: Type.Array(
      Type.Object(
        {
          resellerTenantId: Guid,
          state: Type.Union([Type.Literal('pending'), Type.Literal('active'), Type.Literal('ended')]),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type PartnerEntry = Static<typeof PartnerEntry>

/** The entry is known to have a first domain and a first programme: the schema asks for them. */
export const partnerOfEntry = (entry: PartnerEntry, version = 1): PartnerRecord =>
  ({ ...entry, version }) as PartnerEntry & Pick<PartnerRecord, 'domains' | 'programmes' | 'version'>
