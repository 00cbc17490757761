import type { rehearsalEndpoints } from '@tenantry/contract/operator/rehearsal.ts'
import { ClockStep } from '@tenantry/contract/operator/resources/clock.ts'
import type { Preview, PreviewRequest } from '@tenantry/contract/operator/resources/rehearsal.ts'
import { Type } from 'typebox'
import { effectiveRoles, findUser, type PartnerRecord } from '../../work/partner.ts'
import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import type { Rehearsal } from '../../http/request/rehearsals.ts'
import { partnerCenter } from '../../identity/tokens/audiences.ts'
import { mintToken } from '../../identity/tokens/mint-token.ts'
import type { Trace } from '../../kernel/trace.ts'
import { rehearse } from '../../world/rehearse.ts'
import type { World } from '../../world/world.ts'
import { advancedView, endOfStep } from '../clock-routes.ts'
import type { OperatorHost } from '../host.ts'
import { checked } from '../input.ts'
import type { Asked, Place } from '../operation.ts'
import { badRequest, notFound } from '../operator-error.ts'
import { comparedWithPresent, eventView, noEffects, writtenForAll } from './preview-effects.ts'
import { jsonOrText } from '../request-routes.ts'

type Endpoint = (typeof rehearsalEndpoints)['previewRequest']

const clockPath = /^\/_tenantry\/clock\/advance\/?$/i

/**
 * Runs a request of the published API, or an advance of the clock, and keeps nothing of it. The answer is the one that
 * the request would get now; ids are those that it would get if nothing else came before it.
 */
export async function preview(
  { host, world }: Place<Endpoint>,
  { body: order }: Asked<Endpoint>,
): Promise<Preview> {
  if (order.method === 'POST' && clockPath.test(order.path)) return previewClock(world, order.body)
  if (!/^\/v1\//i.test(order.path))
    throw badRequest('path: only /v1/… and /_tenantry/clock/advance can be previewed')
  return previewRequest(host, world, order)
}

async function previewRequest(host: OperatorHost, world: World, order: PreviewRequest): Promise<Preview> {
  const partner = await findPartner(world, order.partnerTenantId)
  let effects = noEffects
  let trace: Trace | undefined
  const rehearsal: Rehearsal = {
    look: async ({ scope, announced }) => {
      const { trx, now } = scope
      const perPartner = await writtenForAll(world, trx, [partner.tenantId, ...trx.joined], now)
      effects = { perPartner, events: announced.map((event) => eventView(now, event)) }
    },
    judged: (made) => (trace = made),
  }
  const given = Object.entries(order.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  )
  const token = await tokenFor(world, partner, order.userPrincipalName)
  const answer = await host.rehearsalsOf(world).run(rehearsal, (headers) =>
    host.inject({
      method: order.method,
      url: order.path,
      headers: {
        accept: 'application/json',
        ...(order.body === undefined ? {} : { 'content-type': 'application/json' }),
        authorization: `Bearer ${token}`,
        ...Object.fromEntries(given),
        ...headers,
        'tenantry-world': world.name,
      },
      ...(order.body === undefined ? {} : { payload: JSON.stringify(order.body) }),
    }),
  )
  const body = jsonOrText(answer.body)
  return {
    answer: { status: answer.status, headers: headersOf(answer.headers), body },
    ...(await comparedWithPresent(world, effects)),
    trace: trace?.read(faultCodeOf(body)) ?? [],
  }
}

function faultCodeOf(body: unknown): number | undefined {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return typeof code === 'number' ? code : undefined
}

/** Of the connection, not of the answer. */
const hopHeaders = ['connection', 'date', 'keep-alive', 'transfer-encoding']

const headersOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !hopHeaders.includes(name))
      .map(([name, value]) => [name, String(value)]),
  )

async function findPartner(world: World, name: string | undefined): Promise<PartnerRecord> {
  if (name === undefined) throw badRequest('partnerTenantId: says whose request it is')
  const partner = await world.transact('read', (trx) => new PartnerRegistry({ trx }).findByName(name))
  if (partner === undefined) throw notFound(`partner ${name}`)
  return partner
}

/** An app+user token wherever there is a user for it: nearly every operation takes one. */
async function tokenFor(world: World, partner: PartnerRecord, userName: string | undefined): Promise<string> {
  const [app] = partner.apps
  if (app === undefined) throw badRequest(`${partner.name} has no app`)
  const user =
    userName === undefined
      ? partner.users.find((one) => one.enabled && effectiveRoles(one).includes('admin-agent'))
      : findUser(partner, userName)
  if (user === undefined && userName !== undefined) throw notFound(`user ${userName} at ${partner.name}`)
  const minted = await mintToken(world, {
    tenantId: partner.tenantId,
    clientId: app.clientId,
    ...(user === undefined ? {} : { user }),
    mfa: true,
    version: '1.0',
    resource: partnerCenter,
  })
  return minted.token
}

const Subject = Type.Object({ subscriptionId: Type.Optional(Type.String({ minLength: 1 })) })

/** What renews, expires and is charged on the way; with a `subscriptionId` only of that one. */
async function previewClock(world: World, body: unknown): Promise<Preview> {
  const { subscriptionId, ...step } = checked(Subject, body ?? {}, 'body')
  const from = world.now
  const to = await endOfStep(world, checked(ClockStep, step, 'body'))
  const { effects, advanced } = await rehearse(
    world,
    to,
    subscriptionId?.toLowerCase(),
    async (trx, advance) => {
      const acting = advance.principals.map(({ partner }) => partner.tenantId)
      const perPartner = await writtenForAll(world, trx, [...acting, ...trx.joined], to)
      const { ran, isWhole } = advance
      const events = advance.events.map(({ at, event }) => ({ at, ...event }))
      return {
        effects: { perPartner, events: events.map((event) => eventView(event.at, event)) },
        advanced: advancedView({ from, now: to, ran, events, truncated: !isWhole }),
      }
    },
  )
  return {
    answer: { status: 200, headers: {}, body: advanced },
    ...(await comparedWithPresent(world, effects)),
    trace: [],
  }
}
