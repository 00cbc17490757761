import { readAnswer, succeeded, type RawAnswer } from './answer.ts'
import { PartnerCenterError } from './fault.ts'
import type {
  Advanced,
  AzureOwner,
  AzureSubscriptionView,
  ClockState,
  FaultPage,
  LedgerEntry,
  LicenceHolder,
  LegacySubscriptionRequest,
  LoggedRequest,
  MadeToken,
  Move,
  PartnerEntry,
  PolicyRow,
  Preview,
  PreviewRequest,
  RelationshipRequest,
  TokenRequest,
  WorldAddress,
  WorldRequest,
  WorldView,
} from './operator-types.ts'
import { webTransport, type Transport } from './transport.ts'

export type * from './operator-types.ts'

export interface OperatorOptions {
  readonly url: string
  readonly key: string
  /** Which world of the server: sent as `Tenantry-World`. A world's own URL needs none. */
  readonly world?: string
  readonly transport?: Transport
}

export type Operator = ReturnType<typeof operatorClient>

/**
 * The vendor's side of a Tenantry server: what a test's set-up and an administrator do. The real service has none of
 * it.
 */
export function operatorClient(options: OperatorOptions) {
  const ask = asker(options)
  const get: Get = (path, query = {}) => ask('GET', path, undefined, query)
  return {
    options,
    world: () => get<WorldView>('world'),
    clock: {
      get: () => get<ClockState>('clock'),
      set: (state: { mode?: 'live' | 'fixed'; now?: string }) => ask<ClockState>('PUT', 'clock', state),
      /** Runs everything that is due on the way. */
      advance: (step: { by: string } | { to: string } | { until: 'next-event' }) =>
        ask<Advanced>('POST', 'clock/advance', step),
    },
    tokens: { create: (request: TokenRequest) => ask<MadeToken>('POST', 'tokens', request) },
    worlds: worldsOf(ask, get),
    partners: partnersOf(ask, get),
    ...outsideOf(ask, get),
    faults: {
      list: () => get<FaultPage[]>('faults'),
      get: (code: number) => get<FaultPage[]>(`faults/${code}`),
    },
    ledger: (filter: { customerId?: string; subscriptionId?: string } = {}) =>
      get<LedgerEntry[]>('ledger', filter),
    /** Gives a customer a subscription of the older program, bought some time ago. */
    legacySubscriptions: {
      create: (request: LegacySubscriptionRequest) =>
        ask<{ id: string }>('POST', 'legacy-subscriptions', request),
    },
    /** A customer accepts the invitation of one more partner. */
    relationships: {
      create: (request: RelationshipRequest) =>
        ask<{ partnerTenantId: string; customerId: string }>('POST', 'relationships', request),
    },
    ...azurePortalOf(ask, get),
    /** Whose licence comes from the subscription. */
    licences: (subject: { customerId: string; subscriptionId: string }) =>
      get<LicenceHolder[]>('licences', subject),
    moves: (subject: { customerId: string; subscriptionId: string }) => get<Move[]>('moves', subject),
    preview: (request: PreviewRequest) => ask<Preview>('POST', 'preview', request),
    requests: {
      list: (filter: Query = {}) => get<LoggedRequest[]>('requests', filter),
      get: (id: string) => get<LoggedRequest>(`requests/${encodeURIComponent(id)}`),
    },
  }
}

type Ask = ReturnType<typeof asker>
type Get = <A>(path: string, query?: Query) => Promise<A>

const worldsOf = (ask: Ask, get: Get) => ({
  list: () => get<WorldAddress[]>('worlds'),
  create: (request: WorldRequest = {}) => ask<WorldAddress>('POST', 'worlds', request),
  remove: (name: string) => ask<void>('DELETE', `worlds/${encodeURIComponent(name)}`),
  reset: (name: string) => ask<WorldAddress>('POST', `worlds/${encodeURIComponent(name)}/reset`),
  export: (name: string) => get<unknown>(`worlds/${encodeURIComponent(name)}/export`),
  import: (name: string, file: unknown) =>
    ask<WorldAddress>('POST', `worlds/${encodeURIComponent(name)}/import`, file),
})

const partnersOf = (ask: Ask, get: Get) => ({
  list: () => get<PartnerEntry[]>('partners'),
  get: (tenantId: string) => get<PartnerEntry>(`partners/${tenantId}`),
  /** JSON merge patches of the account, one of its users or one of its apps. */
  patch: (tenantId: string, patch: object) => ask<PartnerEntry>('PATCH', `partners/${tenantId}`, patch),
  patchUser: (tenantId: string, userPrincipalName: string, patch: object) =>
    ask<PartnerEntry>('PATCH', `partners/${tenantId}/users/${encodeURIComponent(userPrincipalName)}`, patch),
  patchApp: (tenantId: string, clientId: string, patch: object) =>
    ask<PartnerEntry>('PATCH', `partners/${tenantId}/apps/${clientId}`, patch),
})

/** What the world's rules go by and the operator sets. */
const outsideOf = (ask: Ask, get: Get) => ({
  policies: {
    get: <T>(name: string) => get<PolicyRow<T>[]>(`policies/${name}`),
    set: <T>(name: string, rows: readonly PolicyRow<T>[]) =>
      ask<PolicyRow<T>[]>('PUT', `policies/${name}`, rows),
  },
  collaborators: {
    get: <T>(name: string) => get<T>(`collaborators/${name}`),
    /** A JSON merge patch: members that are not named stay, `null` removes one. */
    patch: (name: string, patch: object) => ask<unknown>('PATCH', `collaborators/${name}`, patch),
  },
})

/** What customers and Azure do in the Azure portal. */
const azurePortalOf = (ask: Ask, get: Get) => ({
  azureSubscriptions: {
    list: (owner: AzureOwner) => get<AzureSubscriptionView[]>('azure-subscriptions', { ...owner }),
    /** Under an Azure plan of the customer. */
    create: (request: AzureOwner & { subscriptionId: string; friendlyName?: string }) =>
      ask<AzureSubscriptionView>('POST', 'azure-subscriptions', request),
    change: (id: string, request: AzureOwner & { friendlyName?: string; status?: 'active' | 'inactive' }) =>
      ask<AzureSubscriptionView>('PATCH', `azure-subscriptions/${id}`, request),
  },
  registrations: {
    /** The customer unregisters the subscription's resource provider for reservations. */
    remove: (subscriptionId: string, owner: AzureOwner) =>
      ask<void>('DELETE', `registrations/${subscriptionId}`, undefined, { ...owner }),
  },
})

type Query = Readonly<Record<string, string | number | undefined>>

const asker = (options: OperatorOptions) => {
  const transport = options.transport ?? webTransport
  return async <A>(method: string, path: string, body?: unknown, query: Query = {}): Promise<A> => {
    const response = await transport.fetch(
      `${options.url.replace(/\/$/, '')}/_tenantry/${path}${queryText(query)}`,
      {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Operator ${options.key}`,
          ...(options.world === undefined ? {} : { 'tenantry-world': options.world }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    )
    return bodyOf<A>(await readAnswer(response), `${method} /_tenantry/${path}`)
  }
}

function bodyOf<A>(answer: RawAnswer, asked: string): A {
  if (!succeeded(answer)) throw new PartnerCenterError(answer, `${asked} (${JSON.stringify(answer.body)})`)
  return answer.body as A
}

function queryText(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}
