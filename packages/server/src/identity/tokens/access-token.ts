import { compactVerify } from 'jose'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { wallNow } from '../../world/clock.ts'
import { findResource, normalAudience, type Resource } from './audiences.ts'
import { issuerOf, type TokenVersion } from './claims.ts'
import type { IdentityWorld } from '../identity-world.ts'
import { signingKeyOf } from './signing-key.ts'

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

/** Throws 400 (HTTP 401) for whatever is no current, genuine token of this world. */
export async function readAccessToken(world: IdentityWorld, token: string): Promise<AccessToken> {
  const claims = await signedClaims(world, token)
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '')
  const version = text('ver')
  if (version !== '1.0' && version !== '2.0') throw fault(faults.tokenIsInvalid)
  // An id token is signed by the same key and names the app as its audience.
  const resource = findResource(text('aud'))
  if (text('iss') !== issuerOf(text('tid'), version) || resource === undefined) {
    throw fault(faults.tokenIsInvalid)
  }
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
export function refuseUnlessCurrent(token: AccessToken): void {
  const wallSeconds = wallNow() / 1000
  const isCurrent = token.notBefore <= wallSeconds && wallSeconds < token.expiresAt
  if (!isCurrent) throw fault(faults.tokenIsInvalid)
}

async function signedClaims(world: IdentityWorld, token: string): Promise<Readonly<Record<string, unknown>>> {
  const key = await signingKeyOf(world)
  try {
    const { payload } = await compactVerify(token, key.publicKey, { algorithms: ['RS256'] })
    return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>
  } catch {
    // Why it is refused (no JWT, another key, an altered byte) is not told to whoever sent it.
    throw fault(faults.tokenIsInvalid)
  }
}
