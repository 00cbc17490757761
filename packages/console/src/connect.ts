import { operatorClient, type Operator } from '@tenantry/sdk/operator.ts'
import { webTransport } from '@tenantry/sdk/transport.ts'

/** What a page shows is what the server says now, never what the browser kept. */
const transport = {
  ...webTransport,
  fetch: (url: string, init: RequestInit) => fetch(url, { ...init, cache: 'no-store' }),
}

/** The operator API of the server that this page came from, for one world of it; by itself that of the address. */
export const connect = (key: string, world?: string): Operator =>
  operatorClient({ url: location.origin, key, transport, ...(world === undefined ? {} : { world }) })
