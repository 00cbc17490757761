import type {
  Advanced,
  ClockState,
  FaultPage,
  LedgerEntry,
  LoggedRequest,
  Move,
  PolicyRow,
  WorldAddress,
  WorldRequest,
  WorldView,
} from '@tenantry/sdk/operator'

export type { Advanced, ClockState, PolicyRow, WorldAddress, WorldRequest, WorldView }

export type PartnerView = WorldView['partners'][number]

export interface FaultEntry extends FaultPage {
  readonly name: string
  readonly conditions: readonly {
    readonly operation?: string
    readonly when: string
    readonly provenance: string
  }[]
}

export interface RequestEntry extends LoggedRequest {
  readonly requestId: string
  readonly correlationId: string
  readonly wallAt: string
  readonly endpoint: string
  readonly partnerTenantId?: string
  readonly caller?: string
  readonly code?: number
  readonly replayed: boolean
  readonly durationMs: number
}

export interface TracedCheck {
  readonly check: string
  readonly held: boolean
  readonly decided?: true
  /** False for a rule that had nothing to say. */
  readonly applied?: false
  readonly decidedBy: Readonly<Record<string, unknown>>
}

export interface RequestDetail extends RequestEntry {
  readonly request: { readonly body: unknown }
  readonly answer: { readonly status: number; readonly body: unknown }
  readonly trace: readonly TracedCheck[]
  readonly ignored: readonly { readonly path: string; readonly value: unknown; readonly nearest?: string }[]
  readonly differences: readonly {
    readonly path: string
    readonly asked: unknown
    readonly stored: unknown
  }[]
  readonly changes: readonly { readonly type: string; readonly subject: string }[]
}

export interface CollaboratorEntry {
  readonly name: string
  readonly schema: unknown
  readonly state: unknown
}

export interface PolicyEntry {
  readonly name: string
  readonly schema: unknown
  readonly rows: readonly PolicyRow<unknown>[]
}

/** The server said no: `{error: {code, message}}`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** No answer at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export interface ApiOptions {
  readonly key: string
  /** Sent as `Tenantry-World`; without it the server takes the world of the address. */
  readonly world?: string | undefined
  readonly send?: (url: string, init: RequestInit) => Promise<Response>
}

export type Api = ReturnType<typeof operatorApi>

type Filters = Readonly<Record<string, string | undefined>>

/** The operator API of the server that this page came from, for one world of it. */
export function operatorApi(options: ApiOptions) {
  const json = async <A>(method: string, path: string, body?: unknown): Promise<A> =>
    (await ask(options, method, path, body)).json() as Promise<A>
  const get = <A>(path: string, filters: Filters = {}): Promise<A> => json('GET', path + queryText(filters))
  const at = (world: string) => `worlds/${encodeURIComponent(world)}`
  return {
    world: () => get<WorldView>('world'),
    clock: () => get<ClockState>('clock'),
    setMode: (mode: ClockState['mode']) => json<ClockState>('PUT', 'clock', { mode }),
    advance: (step: { by: string } | { to: string } | { until: 'next-event' }) =>
      json<Advanced>('POST', 'clock/advance', step),
    ledger: (filters: { customerId?: string | undefined; subscriptionId?: string | undefined }) =>
      get<LedgerEntry[]>('ledger', filters),
    moves: (subject: { customerId: string; subscriptionId: string }) => get<Move[]>('moves', subject),
    requests: (filters: Filters) => get<RequestEntry[]>('requests', filters),
    request: (id: string) => get<RequestDetail>(`requests/${encodeURIComponent(id)}`),
    faults: () => get<FaultEntry[]>('faults'),
    collaborators: () => get<CollaboratorEntry[]>('collaborators'),
    patchCollaborator: (name: string, patch: unknown) =>
      json<unknown>('PATCH', `collaborators/${encodeURIComponent(name)}`, patch),
    policies: () => get<PolicyEntry[]>('policies'),
    setPolicy: (name: string, rows: unknown) =>
      json<PolicyRow<unknown>[]>('PUT', `policies/${encodeURIComponent(name)}`, rows),
    worlds: () => get<WorldAddress[]>('worlds'),
    createWorld: (wanted: WorldRequest) => json<WorldAddress>('POST', 'worlds', wanted),
    resetWorld: (name: string) => json<WorldAddress>('POST', `${at(name)}/reset`),
    removeWorld: async (name: string): Promise<void> => {
      await ask(options, 'DELETE', at(name))
    },
    exportWorld: async (name: string): Promise<Blob> =>
      (await ask(options, 'GET', `${at(name)}/export`)).blob(),
  }
}

async function ask(options: ApiOptions, method: string, path: string, body?: unknown): Promise<Response> {
  const { key, world, send = (url, init) => fetch(url, init) } = options
  const init: RequestInit = {
    method,
    cache: 'no-store',
    headers: {
      authorization: `Operator ${key}`,
      ...(world === undefined ? {} : { 'tenantry-world': world }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  let response: Response
  try {
    response = await send(`/_tenantry/${path}`, init)
  } catch (error) {
    throw new Unreachable('no answer', { cause: error })
  }
  if (response.ok) return response
  throw await refusalOf(response)
}

async function refusalOf(response: Response): Promise<Refusal> {
  const text = await response.text()
  try {
    const { error } = JSON.parse(text) as { error: { code: string; message: string } }
    return new Refusal(response.status, error.code, error.message)
  } catch {
    return new Refusal(
      response.status,
      'unknown',
      text === '' ? 'the server gave no reason' : text.slice(0, 300),
    )
  }
}

function queryText(filters: Filters): string {
  const given = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}
