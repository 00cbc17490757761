import Fastify from 'fastify'
import { Type } from 'typebox'
import {
  customerTable,
  directoryDomainTable,
  directoryTenantTable,
  resellerLinkTable,
} from '../areas/accounts/customers/public.ts'
import { chargeLineTable } from '../areas/books/ledger/public.ts'
import { partnerOfEntry, PartnerRegistry, partnerTable } from '../areas/accounts/partners/public.ts'
import { partnerAttestation, partnerOnRecordValidation } from '../areas/accounts/partners/partner-policies.ts'
import { collaborator } from '../collaborators/collaborator.ts'
import { registry } from '../collaborators/registry.ts'
import { BareStatus } from '../http/request/bare-status.ts'
import { Rehearsals } from '../http/request/rehearsals.ts'
import { RequestLog } from '../http/watching/request-log.ts'
import { defaultPartner } from '../identity/identity.fixture.ts'
import { systemPrincipal } from '../work/principal.ts'
import { refreshTokenTable } from '../identity/tokens/refresh-tokens.ts'
import { parseInstant } from '../kernel/time.ts'
import { worldTables } from '../store/tables.ts'
import { readWorldFile } from '../world-seed/world-file.ts'
import type { World } from '../world/world.ts'
import { Worlds } from '../world/worlds.ts'
import { registerOperatorRoutes } from './routes.ts'

const operatorKey = 'the-key'

/** An outside party of the tests' own. */
const weather = collaborator({
  name: 'weather',
  schema: Type.Object(
    { sky: Type.Union([Type.Literal('clear'), Type.Literal('cloudy')]), wind: Type.Optional(Type.Integer()) },
    { additionalProperties: false },
  ),
  initial: { sky: 'clear', wind: 3 },
})

/** For tests: the operator's routes over worlds in memory that hold the default partners. */
export async function operatorSetting() {
  const worlds = new Worlds({
    folder: undefined,
    wiring: {
      tables: [
        ...worldTables,
        partnerTable,
        refreshTokenTable,
        customerTable,
        chargeLineTable,
        directoryTenantTable,
        directoryDomainTable,
        resellerLinkTable,
      ],
      listeners: {},
      schedule: {},
      collaborators: [registry, weather],
      policies: [partnerAttestation, partnerOnRecordValidation],
      systemPrincipalOf: async () => systemPrincipal(defaultPartner('contoso')),
    },
    seeding: { seed: putPartners, contentOf: (seed) => seed },
    defaults: { seed: 'default', clock: 'fixed', fixedStart: parseInstant('2026-01-15T09:00:00Z') },
  })
  await worlds.start()
  const logs = new Map<World, RequestLog>()
  const app = Fastify({ logger: false })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  const logOf = (world: World) => {
    const log = logs.get(world) ?? new RequestLog()
    logs.set(world, log)
    return log
  }
  registerOperatorRoutes(app, {
    operatorKey,
    worlds,
    verifyAnswers: true,
    endpoints: new Map(),
    worldOf: (request) => {
      const name = request.headers['tenantry-world'] ?? 'main'
      const world = worlds.find(String(name))
      if (world === undefined) throw new BareStatus(404, 'noWorld')
      return world
    },
    logOf,
    rehearsalsOf: () => new Rehearsals(),
    inject: async (request) => {
      const { statusCode: status, headers, body } = await app.inject(request)
      return { status, headers, body }
    },
    openWorld: async (wanted) => ({ name: (await worlds.create(wanted)).name, url: 'http://127.0.0.1:1' }),
    urlOf: async (name) => `http://127.0.0.1:1/${name}`,
    removeWorld: (name) => worlds.remove(name),
  })
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    world = 'main',
  ) => {
    const answer = await app.inject({
      method,
      url: `/_tenantry/${path}`,
      headers: {
        authorization: `Operator ${operatorKey}`,
        'tenantry-world': world,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.statusCode, text: answer.body, body: parsed(answer.body) }
  }
  return { app, worlds, logOf, ask }
}

const putPartners = (world: World, seed: string): Promise<void> =>
  world.transact('write', async (trx) => {
    const partners = new PartnerRegistry({ trx })
    for (const entry of readWorldFile(seed).partners) await partners.put(partnerOfEntry(entry))
  })

/** Answers are read by the tests as they come; each test says what it expects in them. */
// oxlint-disable-next-line typescript/no-explicit-any
const parsed = (text: string): any => (text === '' ? undefined : JSON.parse(text))
