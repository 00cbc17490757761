import type { IncomingHttpHeaders } from 'node:http'

/** The first value of a header that was sent. `name` in lower case. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
