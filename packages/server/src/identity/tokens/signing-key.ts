import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { metaTable } from '../../store/world-tables.ts'
import type { IdentityWorld } from '../identity-world.ts'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  /** As the key set publishes it. */
  readonly publicJwk: JWK
}

const metaName = 'signing-key'

const remembered = new WeakMap<IdentityWorld, { revision: number; key: Promise<SigningKey> }>()

/**
 * The world's key, made when the first token needs it, because making one takes longer than a whole start. It is stored
 * with the world: tokens survive a restart, and a branch accepts those of the world it came from. Other worlds of the
 * process may have the same number under another name; a token is of the world whose name of the key it bears.
 */
export function signingKeyOf(world: IdentityWorld): Promise<SigningKey> {
  const revision = world.identityVersion
  const known = remembered.get(world)
  if (known?.revision === revision) return known.key
  const key = loadOrMake(world)
  remembered.set(world, { revision, key })
  // A failure is not remembered: the next request tries again.
  key.catch(() => remembered.delete(world))
  return key
}

const withoutKey = new WeakMap<IdentityWorld, number>()

/** The world's key where it has one already: to ask makes none. */
export async function findSigningKey(world: IdentityWorld): Promise<SigningKey | undefined> {
  const revision = world.identityVersion
  if (remembered.get(world)?.revision === revision) return signingKeyOf(world)
  if (withoutKey.get(world) === revision) return undefined
  const stored = await world.transact('read', (trx) => trx.documents(metaTable).find({ name: metaName }))
  if (stored !== undefined) return signingKeyOf(world)
  withoutKey.set(world, revision)
  return undefined
}

async function loadOrMake(world: IdentityWorld): Promise<SigningKey> {
  const stored = await world.transact('read', (trx) => trx.documents(metaTable).find({ name: metaName }))
  if (stored !== undefined) return keyOf(stored.value as JWK)

  const fresh = await makeJwk()
  const kept = await world.transact('write', async (trx) => {
    const meta = trx.documents(metaTable)
    const other = await meta.find({ name: metaName })
    if (other !== undefined) return other.value as JWK
    await meta.insert({ version: 1, name: metaName, value: fresh })
    return fresh
  })
  return keyOf(kept)
}

let made: Promise<JWK> | undefined

/** Finding the primes takes longer than all else of a new world, so a process does it once. */
async function makeJwk(): Promise<JWK> {
  made ??= newPrivateKey()
  made.catch(() => (made = undefined))
  return { ...(await made), kid: randomBytes(32).toString('base64url') }
}

async function newPrivateKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 })
  return exportJWK(privateKey)
}

async function keyOf(jwk: JWK): Promise<SigningKey> {
  const { kty, n, e } = jwk
  if (kty === undefined || n === undefined || e === undefined)
    throw new TypeError('the stored signing key is no RSA key')
  const publicPart: JWK = { kty, n, e }
  const kid = jwk.kid ?? (await calculateJwkThumbprint(publicPart))
  return {
    kid,
    privateKey: await imported({ ...jwk, kty }),
    publicKey: await imported(publicPart),
    publicJwk: { ...publicPart, use: 'sig', alg: 'RS256', kid, x5t: kid },
  }
}

async function imported(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256')
  if (key instanceof Uint8Array) throw new TypeError('the stored signing key is symmetric')
  return key
}
