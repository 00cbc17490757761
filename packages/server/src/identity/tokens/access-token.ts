import { compactVerify, decodeProtectedHeader } from 'jose'
import { formatInstant, instant } from '../../kernel/time.ts'
import type { Trace } from '../../kernel/trace.ts'
import { wallNow } from '../../world/clock.ts'
import { findResource, normalAudience, type Resource } from './audiences.ts'
import { issuerOf, type TokenVersion } from './claims.ts'
import type { IdentityWorld } from '../identity-world.ts'
import { tokenFault } from './refuse-token.ts'
import { findSigningKey, signingKeyOf } from './signing-key.ts'

/** What a token that this world signed says. */
export interface AccessToken {
  readonly tenantId: string
  readonly appId: string
  readonly audience: string
  /** The audience as policies name it, and what is served there. */
  readonly normalAudience: string
  readonly serves: Resource['serves']
  readonly version: TokenVersion
  readonly isAppOnly: boolean
  readonly userId: string
  readonly mfa: boolean
  /** Seconds of the wall clock. */
  readonly notBefore: number
  readonly expiresAt: number
}

/** Where a token is read: the trace is told why it is refused, the other worlds are asked whether they signed it. */
export interface TokenReading {
  readonly trace: Trace | undefined
  readonly others: () => readonly IdentityWorld[]
}

/** Throws 400 (HTTP 401) for whatever is no genuine token of this world. */
export async function readAccessToken(
  world: IdentityWorld,
  token: string,
  reading: TokenReading,
): Promise<AccessToken> {
  const { trace } = reading
  const claims = await signedClaims(world, token, reading)
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '')
  const version = text('ver')
  if (version !== '1.0' && version !== '2.0') throw tokenFault(trace, 'tokenVersionIsKnown', { version })
  const issuer = issuerOf(text('tid'), version)
  if (text('iss') !== issuer)
    throw tokenFault(trace, 'issuerIsTheTenants', { issuer: text('iss'), expected: issuer })
  // An id token is signed by the same key and names the app as its audience.
  const resource = findResource(text('aud'))
  if (resource === undefined) throw tokenFault(trace, 'audienceIsKnown', { audience: text('aud') })
  const methods: readonly unknown[] = Array.isArray(claims['amr']) ? claims['amr'] : []
  return {
    tenantId: text('tid'),
    appId: text(version === '1.0' ? 'appid' : 'azp'),
    audience: text('aud'),
    normalAudience: normalAudience(text('aud')),
    serves: resource.serves,
    version,
    isAppOnly: text('idtyp') === 'app',
    userId: text('oid'),
    mfa: methods.includes('mfa'),
    notBefore: Number(claims['nbf']),
    expiresAt: Number(claims['exp']),
  }
}

/** Dates are compared with the wall clock: advancing a world by a year must not end every session in it. */
export function refuseUnlessCurrent(token: AccessToken, trace: Trace | undefined): void {
  const now = wallNow()
  const wallSeconds = now / 1000
  if (token.notBefore <= wallSeconds && wallSeconds < token.expiresAt) return
  const isOver = wallSeconds >= token.expiresAt
  throw tokenFault(trace, 'tokenIsCurrent', {
    notBefore: momentOf(token.notBefore),
    expiresAt: momentOf(token.expiresAt),
    wallClock: formatInstant(now),
    ...(isOver ? { expiredSecondsAgo: Math.floor(wallSeconds - token.expiresAt) } : {}),
  })
}

const momentOf = (seconds: number): string =>
  Number.isFinite(seconds) && Math.abs(seconds) < 1e11 ? formatInstant(instant(seconds * 1000)) : 'none'

async function signedClaims(
  world: IdentityWorld,
  token: string,
  { trace, others }: TokenReading,
): Promise<Readonly<Record<string, unknown>>> {
  const key = await signingKeyOf(world)
  if (!isCanonical(token)) throw tokenFault(trace, 'signatureIsWrittenPlainly', {})
  try {
    const { payload, protectedHeader } = await compactVerify(token, key.publicKey, { algorithms: ['RS256'] })
    if (protectedHeader.kid !== key.kid) throw new TypeError('it names another key')
    return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>
  } catch {
    // No JWT, another key, an altered byte: whoever sent it is not told which.
    const { alg, kid } = headerOf(token)
    const signer = kid === undefined ? undefined : await worldWithKey(kid, [world, ...others()])
    throw tokenFault(trace, 'signatureIsThisWorlds', {
      algorithm: alg,
      keyId: kid,
      signedBy:
        signer === world ? 'this world, and altered since' : (signer?.name ?? 'no world of this server'),
      thisWorld: world.name,
    })
  }
}

/** What the token says of its own signature; nothing of it is trusted. */
function headerOf(token: string): { readonly alg?: string; readonly kid?: string } {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    return {
      ...(alg === undefined ? {} : { alg: brief(alg) }),
      ...(kid === undefined ? {} : { kid: brief(kid) }),
    }
  } catch {
    return {} // It is no JWT at all.
  }
}

const brief = (text: unknown): string => String(text).slice(0, 64)

async function worldWithKey(
  kid: string,
  worlds: readonly IdentityWorld[],
): Promise<IdentityWorld | undefined> {
  // Bounded, because whoever has no token can ask for it.
  for (const world of worlds.slice(0, 100)) if ((await findSigningKey(world))?.kid === kid) return world
  return undefined
}

/**
 * The last character of a signature has bits that mean nothing, and decoders ignore them: of each token there would be
 * sixteen, of which a list of revoked or remembered ones knows one.
 */
function isCanonical(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1)
  return Buffer.from(signature, 'base64url').toString('base64url') === signature
}
