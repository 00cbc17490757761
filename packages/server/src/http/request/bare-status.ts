import type { StatusText } from '@tenantry/contract/locales/status-texts.ts'

/** A status that the catalogue has no code for. */
export class BareStatus extends Error {
  override readonly name = 'BareStatus'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** What the published API says in its body; a text of its own where it is given. */
  readonly says: StatusText | { readonly json: string } | undefined

  constructor(
    status: number,
    says?: StatusText | { readonly json: string },
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(`HTTP ${status}`)
    this.status = status
    this.headers = headers
    this.says = says
  }
}
