import type { MadeToken, TokenRequest } from '@tenantry/contract/operator/resources/token.ts'
import type { tokenEndpoints } from '@tenantry/contract/operator/tokens.ts'
import { Directory } from '../areas/accounts/customers/public.ts'
import { findUser, type PartnerUser } from '../work/partner.ts'
import { PartnerRegistry } from '../areas/accounts/partners/public.ts'
import { findResource, partnerCenter } from '../identity/tokens/audiences.ts'
import { accessTokenSeconds, mintToken } from '../identity/tokens/mint-token.ts'
import { issueRefreshToken } from '../identity/tokens/refresh-tokens.ts'
import type { Trx } from '../store/trx.ts'
import { wallNow } from '../world/clock.ts'
import type { World } from '../world/world.ts'
import type { OperatorRoutes } from './operation.ts'
import { badRequest, notFound } from './operator-error.ts'

/** What an interactive sign-in would give, without the pages. Roles are the user's own, always. */
export const tokenRoutes: OperatorRoutes<typeof tokenEndpoints> = {
  createToken: async ({ world }, { body: order }) => {
    if (order.appOnly === (order.userPrincipalName !== undefined)) {
      throw badRequest('an app-only token has no user, and an app+user token needs userPrincipalName')
    }
    return makeToken(world, order)
  },
}

async function makeToken(world: World, order: TokenRequest): Promise<MadeToken> {
  const { tenantId, clientId, user } = await world.transact('read', (trx) => signInOf(trx, order))
  const { audience = partnerCenter.uri, mfa = true, version = '1.0', expiresIn = accessTokenSeconds } = order
  const resource = findResource(audience)
  const minted = await mintToken(world, {
    tenantId,
    clientId,
    ...(user === undefined ? {} : { user }),
    mfa,
    version,
    resource: resource ?? partnerCenter,
    // A v2 token of a known resource names it by its app id, whatever it was asked by.
    ...(version === '2.0' && resource !== undefined ? {} : { audience }),
    expiresInSeconds: expiresIn,
  })
  return {
    access_token: minted.token,
    ...(user === undefined
      ? {}
      : { refresh_token: await refreshToken(world, tenantId, clientId, user, mfa) }),
    token_type: 'Bearer',
    expires_in: expiresIn,
    claims: minted.claims,
  }
}

async function signInOf(
  trx: Trx,
  order: TokenRequest,
): Promise<{ tenantId: string; clientId: string; user: PartnerUser | undefined }> {
  const partner = await new PartnerRegistry({ trx }).findByName(order.tenantId)
  if (partner === undefined) return { ...(await signInAtCustomer(trx, order)), user: undefined }
  const clientId = order.clientId?.toLowerCase() ?? partner.apps[0]?.clientId
  if (clientId === undefined) throw badRequest(`${partner.name} has no app: name a clientId`)
  const { userPrincipalName } = order
  if (userPrincipalName === undefined) return { tenantId: partner.tenantId, clientId, user: undefined }
  const user = findUser(partner, userPrincipalName)
  if (user === undefined) throw notFound(`user ${userPrincipalName} at ${partner.name}`)
  return { tenantId: partner.tenantId, clientId, user }
}

/** Only an app alone: the world keeps no passwords or factors of customers' users. */
async function signInAtCustomer(
  trx: Trx,
  order: TokenRequest,
): Promise<{ tenantId: string; clientId: string }> {
  const directory = new Directory({ trx })
  const domain = await directory.findDomain(order.tenantId)
  const tenant = await directory.findTenant(domain?.tenantId ?? order.tenantId.toLowerCase())
  if (tenant === undefined) throw notFound(`tenant ${order.tenantId}`)
  if (order.userPrincipalName !== undefined) throw badRequest('a customer tenant gives tokens to apps alone')
  if (order.clientId === undefined) throw badRequest('a token of a customer tenant needs a clientId')
  return { tenantId: tenant.id, clientId: order.clientId.toLowerCase() }
}

const refreshToken = (world: World, tenantId: string, clientId: string, user: PartnerUser, mfa: boolean) =>
  world.transact('write', (trx) =>
    issueRefreshToken(trx, { tenantId, clientId, userPrincipalName: user.userPrincipalName, mfa }, wallNow()),
  )
