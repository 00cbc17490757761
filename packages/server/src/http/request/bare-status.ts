/** A status that the catalogue has no code for: its answer has no body. */
export class BareStatus extends Error {
  override readonly name = 'BareStatus'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string

  constructor(status: number, headers: Readonly<Record<string, string>> = {}, body = '') {
    super(`HTTP ${status}`)
    this.status = status
    this.headers = headers
    this.body = body
  }
}
