/** The documented error body. `code` is a number on the wire, whatever the table of the page says. */
export interface FaultBody {
  readonly code: number
  readonly description: string
  readonly data: readonly string[]
  readonly source: string
}

export function faultBody(body: unknown): FaultBody | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('description' in body))
    return undefined
  const data = 'data' in body && Array.isArray(body.data) ? body.data.map(String) : []
  const source = 'source' in body ? String(body.source) : ''
  return { code: Number(body.code), description: String(body.description), data, source }
}
