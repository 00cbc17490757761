import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import { wallNow } from '../../world/clock.ts'
import type { TokenVersion } from '../tokens/claims.ts'
import { instanceDiscovery, openidConfiguration, publishedKeys } from './discovery.ts'
import { EntraError, entraError, entraErrorBody, randomGuid } from './entra-error.ts'
import { entraErrors } from './entra-errors.ts'
import { grantToken } from './grant-token.ts'
import type { FindDirectoryTenant, IdentityWorld } from '../identity-world.ts'
import { tokenAnswerView, tokenRequestView, type RecordTokenCall } from './token-call.ts'
import type { TokenRequest } from './token-request.ts'

type TenantRequest = FastifyRequest<{ Params: { tenant: string } }>

export interface LoginRouting {
  readonly worldOf: (request: FastifyRequest) => IdentityWorld
  readonly findDirectoryTenant: FindDirectoryTenant
  /** Puts a call of a token endpoint into the request log. */
  readonly record?: RecordTokenCall
}

/** The login host's routes: tokens of both versions and what clients discover before they ask for one. */
export function registerIdentityRoutes(app: FastifyInstance, routing: LoginRouting): void {
  void app.register(async (login) => {
    if (!login.hasContentTypeParser(formType)) {
      login.addContentTypeParser(formType, { parseAs: 'string' }, (_request, body, done) => done(null, body))
    }
    login.post('/:tenant/oauth2/token', (request, reply) => answerToken(routing, request, reply, '1.0'))
    login.post('/:tenant/oauth2/v2.0/token', (request, reply) => answerToken(routing, request, reply, '2.0'))
    registerDiscovery(login, routing)
  })
}

const formType = 'application/x-www-form-urlencoded'

function registerDiscovery(login: FastifyInstance, routing: LoginRouting): void {
  const configuration = (version: TokenVersion) => (request: FastifyRequest, reply: FastifyReply) => {
    const { tenant } = (request as TenantRequest).params
    const answered = answerEntra(routing, request, reply, async (world) =>
      openidConfiguration(originOf(request), await tenantIdOf(routing, world, tenant), version),
    )
    return answered.then(({ body }) => body)
  }
  login.get('/:tenant/.well-known/openid-configuration', configuration('1.0'))
  login.get('/:tenant/v2.0/.well-known/openid-configuration', configuration('2.0'))
  const keys = async (request: FastifyRequest) => publishedKeys(routing.worldOf(request))
  login.get('/:tenant/discovery/v2.0/keys', keys)
  login.get('/:tenant/discovery/keys', keys)
  login.get('/common/discovery/instance', async (request: FastifyRequest) => {
    const { authorization_endpoint: authority } = request.query as { authorization_endpoint?: string }
    return instanceDiscovery(originOf(request), tenantInAuthority(authority) ?? 'common')
  })
}

async function answerToken(
  routing: LoginRouting,
  request: FastifyRequest,
  reply: FastifyReply,
  version: TokenVersion,
): Promise<unknown> {
  const { tenant } = (request as TenantRequest).params
  const basic = basicCredentials(request.headers.authorization)
  const order: TokenRequest = {
    tenant,
    version,
    form: formOf(request.body),
    ...(basic === undefined ? {} : { basic }),
  }
  void reply.headers({ 'cache-control': 'no-cache, no-store', pragma: 'no-cache', expires: '-1' })
  const answered = await answerEntra(routing, request, reply, (world) =>
    grantToken(world, order, routing.findDirectoryTenant),
  )
  const logged = routing.record?.(request, {
    requestId: answered.requestId,
    correlationId: answered.correlationId,
    request: tokenRequestView(order),
    status: answered.refusal?.spec.status ?? 200,
    answer: tokenAnswerView(answered.body as Readonly<Record<string, unknown>>),
    code: answered.refusal?.spec.code,
    tenant,
    clientId: order.basic?.clientId ?? order.form['client_id'],
  })
  if (logged !== undefined && answered.refusal !== undefined)
    void reply.header('Tenantry-Request-Log', `/_tenantry/requests/${logged}`)
  return answered.body
}

interface AnsweredEntra {
  readonly requestId: string
  readonly correlationId: string
  readonly body: object
  readonly refusal?: EntraError
}

/** The one place where a refusal of the identity platform becomes an answer. */
async function answerEntra(
  { worldOf }: LoginRouting,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (world: IdentityWorld) => Promise<object>,
): Promise<AnsweredEntra> {
  const world = worldOf(request)
  const given = request.headers['client-request-id']
  const ids = { requestId: randomGuid(), correlationId: typeof given === 'string' ? given : randomGuid() }
  void reply.headers({ 'x-ms-request-id': ids.requestId, 'client-request-id': ids.correlationId })
  try {
    return { ...ids, body: await work(world) }
  } catch (error) {
    if (!(error instanceof EntraError)) throw error
    if (request.seen !== undefined) request.seen.code = `AADSTS${error.spec.code}`
    void reply.status(error.spec.status)
    return { ...ids, body: entraErrorBody(error, wallNow(), ids.correlationId), refusal: error }
  }
}

async function tenantIdOf(
  { findDirectoryTenant }: LoginRouting,
  world: IdentityWorld,
  tenant: string,
): Promise<string> {
  if (['common', 'organizations'].includes(tenant.toLowerCase())) return tenant.toLowerCase()
  const found = await world.transact(
    'read',
    async (trx) =>
      (await new PartnerRegistry({ trx }).findByName(tenant)) ??
      (await findDirectoryTenant(trx, tenant.toLowerCase())),
  )
  if (found === undefined) throw entraError(entraErrors.tenantNotFound, { tenant })
  return found.tenantId
}

const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`

/** `https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize` names the tenant that is asked about. */
function tenantInAuthority(authority: string | undefined): string | undefined {
  if (authority === undefined || !URL.canParse(authority)) return undefined
  return new URL(authority).pathname.split('/')[1]
}

/** A name that is given twice keeps its first value. */
function formOf(body: unknown): Readonly<Record<string, string>> {
  const pairs =
    typeof body === 'string'
      ? [...new URLSearchParams(body)]
      : Object.entries((body ?? {}) as Record<string, unknown>).map(([k, v]) => [k, String(v)] as const)
  const form: Record<string, string> = {}
  for (const [name, value] of pairs) form[name] ??= value
  return form
}

function basicCredentials(header: string | undefined): TokenRequest['basic'] {
  const encoded = /^Basic +([\w+/=]+) *$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  return { clientId: decoded(text.slice(0, colon)), clientSecret: decoded(text.slice(colon + 1)) }
}

/** Both halves are form-encoded before they are put together (RFC 6749, 2.3.1). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
