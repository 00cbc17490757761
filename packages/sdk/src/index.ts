import { asking, type Asking } from './asking.ts'
import { core, type ClientOptions, type Core } from './client.ts'
import { resources, type Resources } from './resources/index.ts'

export type { Accepted, Answer, RawAnswer, Refused } from './answer.ts'
export type { Asking } from './asking.ts'
export type { Call } from './call.ts'
export type { CallOptions, ClientOptions, Core } from './client.ts'
export { etagOf, quoted } from './etag.ts'
export { faultBody, type FaultBody } from './fault-body.ts'
export { NoAnswerError, PartnerCenterError } from './fault.ts'
export { everyItem, type Page } from './pages.ts'
export {
  appCredentials,
  fixedToken,
  refreshTokenCredentials,
  type AppCredentials,
  type TokenProvider,
} from './tokens.ts'
export { webTransport, type Transport } from './transport.ts'

/**
 * The typed client. `client.carts.create({ customerId }, body)` answers the cart and throws when it is refused;
 * `client.ask.carts.create({ customerId }, body)` answers either way, with status and headers.
 */
export type Client = Resources & { readonly ask: Asking<Resources>; readonly core: Core }

/**
 * A client of Partner Center or of a server that speaks like it.
 *
 * ```ts
 * const client = partnerCenter({ url, tokens: appCredentials({ authority: url, tenantId, clientId, clientSecret }) })
 * const answer = await client.ask.orders.checkOutCart({ customerId, cartId })
 * if (!answer.accepted) console.log(answer.status, answer.fault?.code)
 * ```
 */
export function partnerCenter(options: ClientOptions): Client {
  const made = core(options)
  return { ...resources(made.send), ask: asking(made), core: made }
}
