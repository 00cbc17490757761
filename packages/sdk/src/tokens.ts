import { readAnswer, succeeded, type RawAnswer } from './answer.ts'
import { PartnerCenterError } from './fault.ts'
import type { Transport } from './transport.ts'

/** Where a client's access token comes from. */
export interface TokenProvider {
  token(transport: Transport): Promise<string | undefined>
  /** Forgets the token that was refused. True when asking again can give another one. */
  renew(): boolean
}

/** A token made elsewhere, for example by the operator; no token at all with `undefined`. */
export const fixedToken = (token: string | undefined): TokenProvider => ({
  token: () => Promise.resolve(token),
  renew: () => false,
})

export interface AppCredentials {
  /** Where the token service answers, for example `http://127.0.0.1:4646` or `https://login.microsoftonline.com`. */
  readonly authority: string
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  /** `v1` asks with `resource`, `v2` with `scope`. */
  readonly version?: 'v1' | 'v2'
  readonly resource?: string
}

const partnerCenterResource = 'https://api.partnercenter.microsoft.com'

/**
 * App-only tokens by client credentials.
 * @see partner-center/developer/partner-center-authentication
 */
export const appCredentials = (app: AppCredentials): TokenProvider =>
  cached((transport) => {
    const resource = app.resource ?? partnerCenterResource
    return askForToken(transport, app, {
      grant_type: 'client_credentials',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      ...(app.version === 'v2' ? { scope: `${resource}/.default` } : { resource }),
    })
  })

/**
 * App+user tokens from a refresh token, as the secure application model asks for. Each use hands out a new refresh
 * token, which `keep` may store.
 * @see partner-center/developer/enable-secure-app-model
 */
export const refreshTokenCredentials = (
  app: AppCredentials & { readonly refreshToken: string; readonly keep?: (refreshToken: string) => void },
): TokenProvider => {
  let refreshToken = app.refreshToken
  return cached(async (transport) => {
    const resource = app.resource ?? partnerCenterResource
    const answer = await askForToken(transport, app, {
      grant_type: 'refresh_token',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      refresh_token: refreshToken,
      ...(app.version === 'v2' ? { scope: `${resource}/.default` } : { resource }),
    })
    if (answer.refreshToken !== undefined) {
      refreshToken = answer.refreshToken
      app.keep?.(refreshToken)
    }
    return answer
  })
}

interface TokenAnswer {
  readonly accessToken: string
  readonly expiresInS: number
  readonly refreshToken: string | undefined
}

/** A token is renewed this long before it ends, so that none expires on its way. */
const earlyMs = 60_000

function cached(ask: (transport: Transport) => Promise<TokenAnswer>): TokenProvider {
  let held: { token: string; untilMs: number } | undefined
  return {
    async token(transport) {
      if (held !== undefined && transport.nowMs() < held.untilMs) return held.token
      const answer = await ask(transport)
      held = { token: answer.accessToken, untilMs: transport.nowMs() + answer.expiresInS * 1000 - earlyMs }
      return held.token
    },
    renew() {
      held = undefined
      return true
    },
  }
}

async function askForToken(
  transport: Transport,
  app: AppCredentials,
  form: Record<string, string>,
): Promise<TokenAnswer> {
  const path = app.version === 'v2' ? 'oauth2/v2.0/token' : 'oauth2/token'
  const response = await transport.fetch(`${app.authority.replace(/\/$/, '')}/${app.tenantId}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  })
  const answer = await readAnswer(response)
  if (!succeeded(answer)) throw refusedToken(answer)
  const body = answer.body as { access_token: string; expires_in: string | number; refresh_token?: string }
  return {
    accessToken: body.access_token,
    expiresInS: Number(body.expires_in),
    refreshToken: body.refresh_token,
  }
}

/** The token service has an error body of its own: `{error, error_description}`. */
function refusedToken(answer: RawAnswer): PartnerCenterError {
  const body = answer.body as { error?: string; error_description?: string } | undefined
  return new PartnerCenterError(
    answer,
    `token service: ${body?.error_description ?? body?.error ?? 'refused'}`,
  )
}
