import type { CustomerRequest } from '@tenantry/contract/resources/customer.ts'
import type { Collaborator } from '../../../collaborators/collaborator.ts'
import type { Principal } from '../../../work/principal.ts'
import type { Scope } from '../../../work/scope.ts'
import { parseInstant } from '../../../kernel/time.ts'
import { Trace } from '../../../kernel/trace.ts'
import { migrate } from '../../../store/migrate.ts'
import { SqliteEngine } from '../../../store/sqlite/sqlite.ts'
import { worldTables } from '../../../store/tables.ts'
import { World } from '../../../world/world.ts'
import { partnerTable } from '../partners/partner-repository.ts'
import { PartnerRegistry } from '../partners/public.ts'
import type { PartnerRecord } from '../../../work/partner.ts'
import { customerTable } from './customer-repository.ts'
import { directoryDomainTable, directoryTenantTable, resellerLinkTable } from './directory-repository.ts'

export const partner = (changes: Partial<PartnerRecord> = {}): PartnerRecord => ({
  version: 1,
  tenantId: '11111111-0000-4000-8000-000000000001',
  name: 'Fabrikam Cloud',
  domains: ['fabrikam-cloud.example'],
  partnerId: '4711001',
  type: 'directBill',
  market: 'US',
  region: 'united-states',
  currency: 'USD',
  cloud: 'global',
  environment: 'production',
  mpa: { accepted: true },
  programmes: [{ name: 'Cloud Reseller', status: 'active' }],
  vetting: 'authorized',
  isAdvisor: false,
  qualifications: [],
  apps: [],
  users: [],
  partnerships: [],
  ...changes,
})

export const customerBody = (changes: {
  domain?: string
  companyName?: string
  associatedPartnerId?: string
}): CustomerRequest => ({
  companyProfile: { domain: changes.domain ?? 'woodgrove.onmicrosoft.com' },
  billingProfile: {
    email: 'ana@woodgrove.example',
    culture: 'EN-US',
    language: 'En',
    companyName: changes.companyName ?? 'Woodgrove Bank',
    defaultAddress: {
      firstName: 'Ana',
      lastName: 'Trujillo',
      addressLine1: '12 Elm Street',
      city: 'Springfield',
      state: 'WA',
      postalCode: '98052',
      country: 'us',
      phoneNumber: '',
    },
  },
  ...(changes.associatedPartnerId === undefined ? {} : { associatedPartnerId: changes.associatedPartnerId }),
})

export interface Desk {
  /** Runs work as a partner's app, or as its user. */
  as<T>(caller: PartnerRecord, work: (scope: Scope) => Promise<T>, kind?: Principal['kind']): Promise<T>
  set<T>(collaborator: Collaborator<T>, state: T): void
}

/** A world in memory with the tables of partners and customers, and whatever tables are added. */
export async function desk(
  partners: readonly PartnerRecord[],
  more: Parameters<typeof migrate>[1] = [],
): Promise<Desk> {
  const tables = [
    ...worldTables,
    partnerTable,
    customerTable,
    directoryTenantTable,
    directoryDomainTable,
    resellerLinkTable,
    ...more,
  ]
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, tables)
  const wiring = {
    tables,
    listeners: {},
    schedule: {},
    collaborators: [],
    policies: [],
    systemPrincipalOf: async () => principalOf(partner(), 'system'),
  }
  const world = await World.open('desk', engine, wiring, {
    origin: { seed: 'empty', idSeed: 'desk' },
    clock: { mode: 'fixed', now: parseInstant('2026-01-15T09:00:00Z'), aheadMs: 0 },
  })
  const states = new Map<string, unknown>()
  const as: Desk['as'] = async (caller, work, kind = 'app') => {
    const call = { principal: principalOf(caller, kind), locale: 'en-US' as const, trace: new Trace() }
    return await world.write(call, async ({ scope }) => {
      const collaborator = <T>(party: Collaborator<T>): T => (states.get(party.name) ?? party.initial) as T
      return await work({ ...scope, collaborator })
    })
  }
  await as(partner(), async (scope) => {
    for (const each of partners) await new PartnerRegistry(scope).put(each)
  })
  return { as, set: (party, state) => void states.set(party.name, state) }
}

const principalOf = (caller: PartnerRecord, kind: Principal['kind']): Principal => ({
  kind,
  partner: caller,
  appId: 'app',
  ...(kind === 'user' ? { userId: '22222222-0000-4000-8000-000000000002' } : {}),
  roles: kind === 'user' ? ['admin-agent'] : [],
  mfa: true,
  audience: '',
  tokenVersion: '1.0',
})
