import type { Role } from '@tenantry/contract/endpoint.ts'

/**
 * What a partner's account is in the program. `cpv` is a control panel vendor: it has apps, no customers of its own.
 * @see partner-center/developer/csp-documents
 */
type PartnerType = 'directBill' | 'indirectProvider' | 'indirectReseller' | 'advisor' | 'cpv'

type Cloud = 'global' | 'usGov' | 'china21V'

/** A sandbox account has the same API and customers of its own, without money. */
type Environment = 'production' | 'sandbox'

type ProgrammeStatus = 'active' | 'suspended' | 'offboarded'

/** An enrolment, by the name that 900149 prints, for example `Cloud Solution Provider Direct Bill`. */
interface Programme {
  readonly name: string
  readonly status: ProgrammeStatus
}

/** An app registration in the partner's tenant, as the app management page of Partner Center lists it. */
export interface PartnerApp {
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  readonly enabled: boolean
}

export interface PartnerUser {
  readonly id: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly enabled: boolean
}

/** An invitation of an indirect reseller, kept at the indirect provider that sent it. */
interface Partnership {
  readonly resellerTenantId: string
  readonly state: 'pending' | 'active' | 'ended'
}

/** One partner account of a world. Partners know nothing of customers: a customer names its partners. */
export interface PartnerRecord {
  /** Counts the changes of the stored record. */
  version: number
  readonly tenantId: string
  readonly name: string
  /** Every verified domain of the tenant, the first is the default one. Lower case. */
  readonly domains: readonly [string, ...string[]]
  /** The partner location account's id (PLA, formerly MPN id): digits. */
  readonly partnerId: string
  readonly type: PartnerType
  /** ISO 3166-1 alpha-2, upper case. */
  readonly market: string
  /** The key of the partner's CSP region in the market list; a partner sells in the markets of its region. */
  readonly region: string
  /** ISO 4217. */
  readonly currency: string
  readonly cloud: Cloud
  readonly environment: Environment
  /** The Microsoft Partner Agreement of the company. */
  readonly mpa: { readonly accepted: boolean; readonly acceptedOn?: string }
  /** The first is the enrolment that the account's type stands for; the others are extra authorisations. */
  readonly programmes: readonly [Programme, ...Programme[]]
  /** Authorised, under review or rejected by the vetting of the company. */
  readonly vetting: 'authorized' | 'underReview' | 'rejected'
  /** An enrolment in the AI Cloud Partner Program, which additional partner ids on record need. */
  readonly isAdvisor: boolean
  /** Authorisations to sell to restricted segments: `education`, `government`, `nonprofit`. */
  readonly qualifications: readonly string[]
  readonly apps: readonly PartnerApp[]
  readonly users: readonly PartnerUser[]
  /** Only an indirect provider has entries. */
  readonly partnerships: readonly Partnership[]
}

/** Only these two buy from Microsoft, and hence own carts, orders and transfers. */
export const transacts = (partner: PartnerRecord): boolean =>
  partner.type === 'directBill' || partner.type === 'indirectProvider'

/** The documented meaning of the global admin: admin agent, billing admin and user admin at once. */
export const effectiveRoles = (user: PartnerUser): readonly Role[] =>
  user.roles.includes('global-admin')
    ? [...new Set<Role>([...user.roles, 'admin-agent', 'billing-admin', 'user-admin'])]
    : user.roles

export const findUser = (partner: PartnerRecord, userPrincipalName: string): PartnerUser | undefined =>
  partner.users.find((user) => user.userPrincipalName.toLowerCase() === userPrincipalName.toLowerCase())

export const hasActivePartnership = (provider: PartnerRecord, resellerTenantId: string): boolean =>
  provider.partnerships.some(
    (partnership) => partnership.resellerTenantId === resellerTenantId && partnership.state === 'active',
  )
