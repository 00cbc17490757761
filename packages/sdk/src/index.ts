import { core, type ClientOptions, type Core } from './client.ts'
import { resources, type Resources } from './resources/index.ts'

export type { RawAnswer } from './answer.ts'
export type { Call } from './call.ts'
export type { CallOptions, ClientOptions, Core } from './client.ts'
export { etagOf, quoted } from './etag.ts'
export { faultBody, NoAnswerError, PartnerCenterError, type FaultBody } from './fault.ts'
export { everyItem, type Page } from './pages.ts'
export {
  appCredentials,
  fixedToken,
  refreshTokenCredentials,
  type AppCredentials,
  type TokenProvider,
} from './tokens.ts'
export { webTransport, type Transport } from './transport.ts'

/** The typed client: `client.carts.create({ customerId }, body)`. */
export type Client = Resources & { readonly core: Core }

/**
 * A client of Partner Center or of a server that speaks like it.
 *
 * ```ts
 * const client = partnerCenter({ url, tokens: appCredentials({ authority: url, tenantId, clientId, clientSecret }) })
 * ```
 */
export function partnerCenter(options: ClientOptions): Client {
  const made = core(options)
  return { ...resources(made.send), core: made }
}
