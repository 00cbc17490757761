import { randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'
import { wallNow } from '../../world/clock.ts'
import { claimsFor, type Claims, type TokenSubject } from './claims.ts'
import type { IdentityWorld } from '../identity-world.ts'
import { signingKeyOf } from './signing-key.ts'

/** Documented: an access token lives one hour. @see partner-center/developer/partner-center-authentication */
export const accessTokenSeconds = 3600

export interface MintedToken {
  readonly token: string
  readonly claims: Claims
  readonly issuedAt: number
  readonly expiresAt: number
  readonly notBefore: number
}

export type TokenOrder = Omit<TokenSubject, 'issuedAt' | 'expiresAt' | 'nonce'> & {
  /** Negative for a token that has already expired. */
  readonly expiresInSeconds?: number
}

/** Signs an access token with the world's key, dated by the wall clock. */
export async function mintToken(world: IdentityWorld, order: TokenOrder): Promise<MintedToken> {
  const key = await signingKeyOf(world)
  const { expiresInSeconds = accessTokenSeconds, ...subject } = order
  const wallSeconds = Math.floor(wallNow() / 1000)
  const expiresAt = wallSeconds + expiresInSeconds
  const issuedAt = Math.min(wallSeconds, expiresAt - 1)
  const claims = claimsFor({ ...subject, issuedAt, expiresAt, nonce: randomBytes(12).toString('base64url') })
  const token = await new SignJWT({ ...claims })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid, x5t: key.kid })
    .sign(key.privateKey)
  return { token, claims, issuedAt, expiresAt, notBefore: Number(claims['nbf']) }
}

/** Says who signed in; its audience is the app itself. */
export async function mintIdToken(world: IdentityWorld, order: TokenOrder): Promise<string> {
  const key = await signingKeyOf(world)
  const { expiresInSeconds = accessTokenSeconds, ...subject } = order
  const issuedAt = Math.floor(wallNow() / 1000)
  const claims = claimsFor({ ...subject, issuedAt, expiresAt: issuedAt + expiresInSeconds, nonce: '' })
  const own = ['iss', 'iat', 'nbf', 'exp', 'amr', 'family_name', 'given_name', 'name', 'oid']
  const more = ['preferred_username', 'sub', 'tid', 'unique_name', 'upn', 'ver']
  const kept = Object.fromEntries(Object.entries(claims).filter(([name]) => [...own, ...more].includes(name)))
  return new SignJWT({ ...kept, aud: subject.clientId })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid, x5t: key.kid })
    .sign(key.privateKey)
}
