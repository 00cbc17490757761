/** What the operator API answers. Times are ISO 8601 in UTC, amounts decimal strings. */
export interface WorldView {
  readonly name: string
  readonly seed: string
  readonly clock: ClockState
  readonly partners: readonly PartnerView[]
  readonly customers: readonly CustomerView[]
}

export interface PartnerView {
  readonly tenantId: string
  readonly domain: string
  readonly name: string
  /** The partner location account's id (PLA, formerly MPN id). */
  readonly partnerId: string
  readonly type: 'directBill' | 'indirectProvider' | 'indirectReseller' | 'advisor' | 'cpv'
  readonly market: string
  readonly environment: 'production' | 'sandbox'
  readonly apps: readonly { readonly clientId: string; readonly clientSecret: string }[]
  readonly users: readonly { readonly userPrincipalName: string; readonly roles: readonly string[] }[]
}

/** A partner account as the vendor keeps it; the operator may change it. */
export interface PartnerEntry {
  readonly tenantId: string
  readonly name: string
  readonly partnerId: string
  readonly type: string
  readonly market: string
  readonly mpa: { readonly accepted: boolean; readonly acceptedOn?: string }
  /** The account's own enrolment first. */
  readonly programmes: readonly {
    readonly name: string
    readonly status: 'active' | 'suspended' | 'offboarded'
  }[]
  readonly qualifications: readonly string[]
  readonly partnerships: readonly { readonly resellerTenantId: string; readonly state: string }[]
  readonly [further: string]: unknown
}

export interface CustomerView {
  readonly tenantId: string
  readonly domain: string
  readonly companyName: string
  readonly market: string
  readonly partnerTenantIds: readonly string[]
}

export interface ClockState {
  readonly mode: 'live' | 'fixed'
  readonly now: string
}

export interface Advanced {
  readonly from: string
  readonly now: string
  readonly ran: number
  readonly events: readonly { readonly at: string; readonly type: string; readonly subject: string }[]
  readonly truncated: boolean
}

export interface TokenRequest {
  readonly tenantId: string
  /** With a user the token is app+user, without app-only. */
  readonly userPrincipalName?: string
  readonly clientId?: string
  readonly audience?: string
  /** With a user: signed in with a second factor; true when absent. */
  readonly mfa?: boolean
  /** Seconds; below zero for a token that has expired. */
  readonly expiresIn?: number
  readonly appOnly?: boolean
  readonly version?: '1.0' | '2.0'
}

export interface MadeToken {
  readonly access_token: string
  readonly refresh_token?: string
  readonly expires_in: number
  readonly claims: Readonly<Record<string, unknown>>
}

export interface WorldRequest {
  readonly name?: string
  /** The world to branch from. */
  readonly from?: string
  readonly seed?: string
  readonly clock?: 'live' | 'fixed'
  readonly idSeed?: string
}

export interface WorldAddress {
  readonly name: string
  /** A port of its own that serves every surface at the root. */
  readonly url: string
}

export interface PolicyRow<T> {
  readonly effectiveFrom: string
  readonly value: T
  readonly source?: string
}

export interface FaultPage {
  readonly code: number
  readonly status: number
  readonly area: string
  readonly texts: Readonly<Record<string, string>>
  readonly endpoints: readonly string[]
  readonly conditions: readonly { readonly when: string; readonly provenance: string }[]
  readonly recipe?: string
}

export interface LedgerEntry {
  readonly at: string
  readonly type: string
  readonly customerId: string
  readonly subscriptionId: string
  readonly orderId: string
  readonly productId: string
  readonly skuId: string
  readonly quantity: number
  readonly unitPrice: string
  readonly effectiveUnitPrice: string
  readonly periodStart: string
  /** Absent for what is bought for good. */
  readonly periodEnd?: string
  readonly billableDays: number
  readonly cycleDays: number
  readonly amount: string
  readonly currency: string
  readonly promotionId?: string
}

/** What the older program sold once; nobody can buy it any more. */
export interface LegacySubscriptionRequest {
  readonly partnerTenantId: string
  readonly customerId: string
  readonly offerId: string
  readonly quantity: number
  readonly billingCycle: 'monthly' | 'annual' | 'none'
  /** ISO 8601 duration before the world's present; bought now when absent. */
  readonly startedAgo?: string
  readonly segment?: 'commercial' | 'education' | 'government' | 'nonprofit'
  readonly friendlyName?: string
  /** The partner on record. */
  readonly partnerId?: string
  readonly promotionId?: string
  /** The base of an add-on. */
  readonly parentSubscriptionId?: string
}

/** Who becomes one more reseller of a customer. */
export interface RelationshipRequest {
  readonly partnerTenantId: string
  readonly customerId: string
  /** The indirect reseller that looks after the customer for an indirect provider. */
  readonly resellerTenantId?: string
}

/** Whose Azure side is meant. */
export interface AzureOwner {
  readonly partnerTenantId: string
  readonly customerId: string
}

export interface AzureSubscriptionView {
  readonly id: string
  /** The Azure plan that it is under. */
  readonly subscriptionId: string
  readonly friendlyName: string
  readonly status: 'active' | 'inactive'
  readonly createdAt: string
}

export interface MoveFault {
  readonly code: number
  readonly status: number
  readonly description: string
}

/** Something that can be done to a subscription, or cannot now. */
/** A user of the customer's directory. */
export interface LicenceHolder {
  readonly userObjectId: string
  readonly name: string
  /** False where the directory would refuse to move the licence. */
  readonly movable: boolean
}

export interface Move {
  /** For example `decreaseQuantity`. */
  readonly operation: string
  readonly allowed: boolean
  /** What the request is answered with. */
  readonly fault?: MoveFault
  /** All that stands against it, the deciding one first. */
  readonly faults?: readonly MoveFault[]
  /** The last instant at which it is allowed, where one is in sight. */
  readonly until?: string
  /** The endpoint's name in the contract, and what of the request's body is not sent back as it was read. */
  readonly endpoint: string
  /** Of the path, beside the subscription's own. */
  readonly params?: Readonly<Record<string, string>>
  readonly changes: Readonly<Record<string, unknown>>
}

export interface PreviewRequest {
  /** Not needed for an advance of the clock. */
  readonly partnerTenantId?: string
  /** An admin agent of the partner when absent. */
  readonly userPrincipalName?: string
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Preview {
  readonly answer: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: unknown
  }
  readonly changes: readonly PreviewedChange[]
  readonly ledger: readonly LedgerEntry[]
  readonly events: readonly PreviewedEvent[]
  readonly trace: readonly unknown[]
}

/** A resource as it would be, beside what it is now; `before` is null for a new one. */
export interface PreviewedChange {
  readonly resource: string
  /** With which partner: a transfer changes what two of them have. */
  readonly partnerTenantId: string
  readonly id: string
  readonly customerId: string
  readonly before: unknown
  readonly after: unknown
}

export interface PreviewedEvent {
  readonly at: string
  readonly type: string
  readonly subject: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/** One call in the request log; the details come only with `requests.get`. */
export interface LoggedRequest {
  readonly id: string
  readonly requestId: string
  readonly correlationId: string
  /** Business time, and the wall clock's. */
  readonly at: string
  readonly wallAt: string
  readonly method: string
  readonly path: string
  /** The endpoint's name in the contract. */
  readonly endpoint: string
  readonly partnerTenantId?: string
  /** The user, or the app that called alone. */
  readonly caller?: string
  readonly status: number
  readonly code?: number
  /** The answer was that of an earlier call with the same MS-RequestId. */
  readonly replayed: boolean
  readonly durationMs: number
  readonly request?: { readonly body: unknown }
  readonly answer?: { readonly status: number; readonly body: unknown }
  readonly trace?: readonly unknown[]
  readonly changes?: readonly { readonly type: string; readonly subject: string }[]
}
