import { createHash, randomBytes } from 'node:crypto'
import { dayMs, type Instant } from '../../kernel/time.ts'
import { documentTable } from '../../store/table.ts'
import type { Trx } from '../../store/trx.ts'

/** Documented: a refresh token lives 90 days, and each use gives a new one. */
const refreshTokenDays = 90

/** Only the digest is stored: whoever reads the database cannot sign in with it. */
export interface RefreshTokenRecord {
  version: number
  readonly digest: string
  readonly tenantId: string
  readonly clientId: string
  readonly userPrincipalName: string
  /** Of the sign-in in which the first token of the chain was given; a refresh cannot add a factor. */
  readonly mfa: boolean
  /** Wall clock. */
  readonly issuedAt: number
  readonly expiresAt: number
}

export const refreshTokenTable = documentTable<RefreshTokenRecord>()({
  name: 'refresh_token',
  shape: 1,
  tenancy: 'world',
  key: ['digest'],
  columns: { expires: 'bigint' },
  indexes: [['expires']],
  row: ({ digest, expiresAt }) => ({ digest, expires: expiresAt }),
})

export type RefreshGrant = Pick<RefreshTokenRecord, 'tenantId' | 'clientId' | 'userPrincipalName' | 'mfa'>

/** Gives out a refresh token, and forgets those that expired more than one lifetime ago. */
export async function issueRefreshToken(trx: Trx, grant: RefreshGrant, wallNow: Instant): Promise<string> {
  const token = `1.${randomBytes(64).toString('base64url')}`
  const tokens = trx.documents(refreshTokenTable)
  await tokens.removeAll({ range: { expires: { below: wallNow - refreshTokenDays * dayMs } } })
  await tokens.insert({
    version: 1,
    ...grant,
    digest: digestOf(token),
    issuedAt: wallNow,
    expiresAt: wallNow + refreshTokenDays * dayMs,
  })
  return token
}

/**
 * Expired ones are answered too: their refusal says when they were given. A used one stays valid until it expires, as
 * in Microsoft Entra ID, where several workers may share one.
 */
export const findRefreshToken = (trx: Trx, token: string): Promise<RefreshTokenRecord | undefined> =>
  trx.documents(refreshTokenTable).find({ digest: digestOf(token) })

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')
