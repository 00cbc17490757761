import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { hasBody, hasMembers, type OperatorEndpoint } from '@tenantry/contract/operator/endpoint.ts'
import { operatorErrors, type OperatorErrorCode } from '@tenantry/contract/operator/errors.ts'
import { operatorEndpoints, type OperatorEndpointName } from '@tenantry/contract/operator/index.ts'
import type { World } from '@tenantry/recipes'
import { OperatorRefusal, type Operator } from '@tenantry/sdk/operator.ts'
import { agendaTable } from '../../../packages/server/src/store/world-tables.ts'
import { server, world } from '../../world/world.ts'

/** Asks for something that is refused, and why that cannot be had here where it cannot. */
type Provocation = (operator: Operator, here: World) => Promise<unknown>
type NotHere = { readonly reason: string }

type OwnErrors<Name extends OperatorEndpointName> =
  (typeof operatorEndpoints)[Name]['errors'] extends readonly (infer Code extends OperatorErrorCode)[]
    ? Code
    : never

/** A refusal that is declared without an entry here does not compile, nor does an entry that is not declared. */
type Provocations = {
  readonly [Name in OperatorEndpointName]: { readonly [Code in OwnErrors<Name>]: Provocation | NotHere }
}

const nobody = '99999999-9999-4999-8999-999999999999'
const ofNobody = { partnerTenantId: nobody, customerId: nobody }
const nothing = { customerId: nobody, subscriptionId: nobody }
const past = '2001-01-01T00:00:00Z'
const taken = { reason: 'another server of the same database has to take the name at the same moment' }

const provocations: Provocations = {
  getWorld: {},
  listWorlds: {},
  createWorld: {
    'world-malformed': ({ worlds }) => worlds.create({ name: 'No Name' }),
    'world-taken': ({ worlds }) => worlds.create({ name: 'main' }),
    'world-unknown': ({ worlds }) => worlds.create({ from: 'nowhere' }),
    'unusable-seed': ({ worlds }) => worlds.create({ seed: './nowhere.json' }),
  },
  removeWorld: {
    'world-unknown': ({ worlds }) => worlds.remove('nowhere'),
    'world-main': ({ worlds }) => worlds.remove('main'),
  },
  resetWorld: {
    'world-unknown': ({ worlds }) => worlds.reset('nowhere'),
    'world-taken': taken,
    'unusable-seed': resetWithoutItsSeed,
  },
  exportWorld: { 'world-unknown': ({ worlds }) => worlds.export('nowhere') },
  importWorld: {
    'world-malformed': ({ worlds }) => worlds.import('No Name', {}),
    'world-taken': taken,
    'newer-copy': ({ worlds }) =>
      worlds.import('copy', { format: 'tenantry-world', formatVersion: 3, tables: {} }),
    'unreadable-copy': ({ worlds }) => worlds.import('copy', { format: 'something else' }),
  },
  getClock: {},
  setClock: {
    'clock-goes-back': ({ clock }) => clock.set({ now: past }),
    'advance-stopped': async ({ clock }, here) => {
      await hangTheImpossible(here)
      return clock.set({ now: '2026-02-01T00:00:00Z' })
    },
  },
  advanceClock: {
    'clock-goes-back': ({ clock }) => clock.advance({ to: past }),
    'advance-stopped': async ({ clock }, here) => {
      await hangTheImpossible(here)
      return clock.advance({ by: 'P1D' })
    },
  },
  createToken: { 'not-found': ({ tokens }) => tokens.create({ tenantId: nobody }) },
  listPartners: {},
  getPartner: { 'not-found': ({ partners }) => partners.get(nobody) },
  patchPartner: { 'not-found': ({ partners }) => partners.patch(nobody, {}) },
  patchPartnerUser: {
    'not-found': ({ partners }, { partner }) => partners.patchUser(partner.tenantId, nobody, {}),
  },
  patchPartnerApp: {
    'not-found': ({ partners }, { partner }) => partners.patchApp(partner.tenantId, nobody, {}),
  },
  listPolicies: {},
  getPolicy: { 'not-found': ({ policies }) => policies.get('none') },
  setPolicy: { 'not-found': ({ policies }) => policies.set('none', []) },
  listCollaborators: {},
  getCollaborator: { 'not-found': ({ collaborators }) => collaborators.get('none') },
  patchCollaborator: { 'not-found': ({ collaborators }) => collaborators.patch('none', {}) },
  listFaults: {},
  getFault: { 'not-found': ({ faults }) => faults.get(1) },
  getLedger: {},
  getMoves: { 'not-found': ({ moves }) => moves(nothing) },
  previewRequest: {
    'not-found': ({ preview }) => preview({ partnerTenantId: nobody, method: 'GET', path: '/v1/customers' }),
    'clock-goes-back': ({ preview }) => preview({ ...advance, body: { to: past } }),
    'advance-stopped': async ({ preview }, here) => {
      await hangTheImpossible(here)
      return preview({ ...advance, body: { by: 'P1D' } })
    },
  },
  listRequests: {},
  getRequest: { 'not-found': ({ requests }) => requests.get('0') },
  createLegacySubscription: {
    'not-found': ({ legacySubscriptions }) =>
      legacySubscriptions.create({ ...ofNobody, offerId: 'none', quantity: 1, billingCycle: 'monthly' }),
  },
  createRelationship: { 'not-found': ({ relationships }) => relationships.create(ofNobody) },
  listAzureSubscriptions: { 'not-found': ({ azureSubscriptions }) => azureSubscriptions.list(ofNobody) },
  createAzureSubscription: {
    'not-found': ({ azureSubscriptions }) =>
      azureSubscriptions.create({ ...ofNobody, subscriptionId: nobody }),
  },
  changeAzureSubscription: {
    'not-found': ({ azureSubscriptions }) => azureSubscriptions.change(nobody, ofNobody),
  },
  removeRegistration: { 'not-found': ({ registrations }) => registrations.remove(nobody, ofNobody) },
  listLicences: { 'not-found': ({ licences }) => licences(nothing) },
  getOperatorDocument: {},
}

const advance = { method: 'POST', path: '/_tenantry/clock/advance' } as const

/** An entry of the agenda that nobody knows how to run. */
async function hangTheImpossible(here: World): Promise<void> {
  const { worlds } = await server()
  const main = worlds.get(here.view.name)
  const entry = {
    version: 1,
    dueAt: main.now + 60_000,
    sequence: 1_000_000,
    kind: 'do-the-impossible',
    partner: here.partner.tenantId,
    customer: '',
    subject: 'nothing',
    body: {},
  }
  await main.transact('write', (trx) => trx.documents(agendaTable).insert(entry))
}

/** A world of a file that is gone. With a live clock nothing of a seed is kept. */
async function resetWithoutItsSeed({ worlds }: Operator): Promise<unknown> {
  const seed = join(tmpdir(), `tenantry-seed-${process.pid}.json`)
  const nobody = { format: 'tenantry-seed', formatVersion: 1, name: 'gone', partners: [], customers: [] }
  writeFileSync(seed, JSON.stringify(nobody))
  const { name } = await worlds.create({ seed, clock: 'live' })
  rmSync(seed)
  try {
    return await worlds.reset(name)
  } finally {
    await worlds.remove(name)
  }
}

const endpoints = Object.entries(operatorEndpoints) as [OperatorEndpointName, OperatorEndpoint][]

for (const [name] of endpoints) {
  const own = Object.entries<Provocation | NotHere>(provocations[name]) as [
    OperatorErrorCode,
    Provocation | NotHere,
  ][]
  if (own.length === 0) continue
  test(`${name} answers each refusal that it declares`, async (t) => {
    const here = await world(t)
    for (const [code, provoke] of own) {
      if (typeof provoke !== 'function') continue
      await assert.rejects(provoke(here.operator, here), (error) => {
        assert.ok(error instanceof OperatorRefusal, String(error))
        assert.deepEqual([error.code, error.status], [code, operatorErrors[code].status], error.message)
        return true
      })
    }
  })
}

interface Anyhow {
  readonly query?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks an endpoint as no client of ours would. */
async function askAnyhow(
  { method, path }: OperatorEndpoint,
  { query = '', body, headers = {} }: Anyhow,
): Promise<{ status: number; code: string; message: string }> {
  const { url, operatorKey } = await server()
  const answer = await fetch(`${url}${path.replaceAll(/:\w+/g, '1')}${query}`, {
    method,
    headers: { authorization: `Operator ${operatorKey}`, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const { error } = (await answer.json()) as { error: { code: string; message: string } }
  return { status: answer.status, ...error }
}

test('every operation asks for the key', async () => {
  for (const [name, endpoint] of endpoints) {
    const answer = await askAnyhow(endpoint, { headers: { authorization: 'Operator wrong' } })
    assert.deepEqual([answer.status, answer.code], [401, 'unauthorized'], name)
  }
})

test('every operation in a world says when there is no such world', async () => {
  for (const [name, endpoint] of endpoints.filter(([, { actsOn }]) => actsOn === 'world')) {
    const answer = await askAnyhow(endpoint, { headers: { 'tenantry-world': 'nowhere' } })
    assert.deepEqual([answer.status, answer.code], [404, 'not-found'], name)
  }
})

test('every operation that takes something says what of it does not fit', async () => {
  for (const [name, endpoint] of endpoints) {
    const refused = [
      ...(hasMembers(endpoint.query) ? [await askAnyhow(endpoint, { query: '?colour=red' })] : []),
      // A file is not read as JSON here: without one there is nothing to read.
      ...(hasBody(endpoint)
        ? [await askAnyhow(endpoint, { body: endpoint.takesFile === true ? '' : '{' })]
        : []),
      ...(endpoint.isPaged === true
        ? [await askAnyhow(endpoint, { headers: { 'ms-continuationtoken': 'abc' } })]
        : []),
    ]
    for (const answer of refused) assert.deepEqual([answer.status, answer.code], [400, 'bad-request'], name)
  }
})

test('every refusal of the table is brought about somewhere', () => {
  const common = ['unauthorized', 'not-found', 'bad-request']
  // By full disks and lost databases (`tests/faults`), and by mistakes of our own code.
  const elsewhere = ['unavailable', 'defect']
  const own = endpoints.flatMap(([name]) => Object.keys(provocations[name]))
  assert.deepEqual(new Set([...common, ...elsewhere, ...own]), new Set(Object.keys(operatorErrors)))
})
