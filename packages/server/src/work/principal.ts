import type { Role } from '@tenantry/contract/endpoint.ts'
import { tenantOfPartner, type Tenant } from '../kernel/tenant.ts'
import type { PartnerRecord } from './partner.ts'

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

export const tenantOf = (principal: Principal): Tenant => tenantOfPartner(principal.partner)

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
