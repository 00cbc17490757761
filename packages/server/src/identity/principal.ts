import type { Role } from '@tenantry/contract/endpoint.ts'
import type { PartnerRecord } from '../areas/accounts/partners/public.ts'

/** Who calls: an app alone, an app with a signed-in user, or the world's own agenda. */
export interface Principal {
  readonly kind: 'app' | 'user' | 'system'
  readonly partner: PartnerRecord
  /** The app registration's client id; empty for the agenda. */
  readonly appId: string
  readonly userId?: string
  readonly userPrincipalName?: string
  readonly displayName?: string
  /** The partner roles, those that follow from the global admin included. Empty for an app alone. */
  readonly roles: readonly Role[]
  /** The token says that the sign-in was done with more than one factor. */
  readonly mfa: boolean
  readonly audience: string
  readonly tokenVersion: '1.0' | '2.0'
}

declare const minted: unique symbol

/** Proof that the caller may act for one partner. Repositories ask for it; only this file makes one. */
export interface Tenant {
  readonly partner: string
  readonly [minted]: true
}

export const tenantOf = (principal: Principal): Tenant => tenantOfPartner(principal.partner)

/** For the agenda and for seeding, where nobody has signed in. */
export const tenantOfPartner = (partner: Pick<PartnerRecord, 'tenantId'>): Tenant =>
  ({ partner: partner.tenantId }) as Tenant

/** Who the agenda acts as. */
export const systemPrincipal = (partner: PartnerRecord): Principal => ({
  kind: 'system',
  partner,
  appId: '',
  roles: [],
  mfa: true,
  audience: '',
  tokenVersion: '1.0',
})
