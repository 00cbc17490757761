import { Type, type Static } from 'typebox'
import { strictly, text } from './common.ts'

const Guid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const name = Type.String({ minLength: 1 })

export const PartnerType = Type.Enum(['directBill', 'indirectProvider', 'indirectReseller', 'advisor', 'cpv'])

export const PartnerEnvironment = Type.Enum(['production', 'sandbox'])

export const PartnerRole = Type.Enum([
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'billing-admin',
  'user-admin',
  'global-admin',
])

export const PartnerAppEntry = strictly({
  clientId: Guid,
  clientSecret: Type.String({ minLength: 1 }),
  name,
  enabled: Type.Boolean(),
})

export const PartnerUserEntry = strictly({
  id: Guid,
  userPrincipalName: Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$' }),
  displayName: name,
  roles: Type.Array(PartnerRole, { uniqueItems: true }),
  enabled: Type.Boolean(),
})

const Programme = strictly({ name, status: Type.Enum(['active', 'suspended', 'offboarded']) })

const Partnership = strictly({
  resellerTenantId: Guid,
  state: Type.Enum(['pending', 'active', 'ended']),
})

/** A partner account as the vendor keeps it, and as world files and the operator write it. */
export const PartnerEntry = strictly(
  {
    tenantId: Guid,
    name,
    domains: Type.Array(Type.String({ pattern: '^[a-z0-9.-]+$' }), {
      minItems: 1,
      description: 'Every verified domain of the tenant, the default one first.',
    }),
    partnerId: Type.String({ pattern: '^[0-9]{1,18}$', description: 'The partner location account’s id.' }),
    type: PartnerType,
    market: Type.String({ pattern: '^[A-Z]{2}$' }),
    region: Type.String({ minLength: 1, description: 'The CSP region: the partner sells in its markets.' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    cloud: Type.Enum(['global', 'usGov', 'china21V']),
    environment: PartnerEnvironment,
    mpa: strictly({
      accepted: Type.Boolean({ description: 'Whether the Microsoft Partner Agreement is accepted.' }),
      acceptedOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    }),
    programmes: Type.Array(Programme, { minItems: 1, description: 'The account’s own enrolment first.' }),
    vetting: Type.Enum(['authorized', 'underReview', 'rejected']),
    isAdvisor: Type.Boolean({ description: 'Enrolled in the AI Cloud Partner Program.' }),
    qualifications: Type.Array(
      text('`education`, `government` or `nonprofit`: a segment that the partner may sell to.'),
    ),
    apps: Type.Array(PartnerAppEntry),
    users: Type.Array(PartnerUserEntry),
    partnerships: Type.Array(Partnership, {
      description: 'Of an indirect provider: its indirect resellers.',
    }),
  },
  { $id: 'PartnerEntry' },
)
export type PartnerEntry = Static<typeof PartnerEntry>
