import { readAnswer, succeeded, type RawAnswer } from './answer.ts'
import { filledPath, urlOf, type Call } from './call.ts'
import { quoted } from './etag.ts'
import { NoAnswerError, PartnerCenterError } from './fault.ts'
import type { TokenProvider } from './tokens.ts'
import { webTransport, type Transport } from './transport.ts'

export interface ClientOptions {
  /** Without the version: `https://api.partnercenter.microsoft.com` or a server of your own. */
  readonly url: string
  readonly tokens: TokenProvider
  /** `X-Locale` of every call. */
  readonly locale?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly transport?: Transport
  /** How often a call is made in all when the network or the server fails; 3 when absent, 1 for no repetition. */
  readonly attemptsMax?: number
  /** How long one attempt may take; 100 000 when absent. */
  readonly timeoutMs?: number
}

export interface CallOptions {
  readonly ifMatch?: string
  readonly locale?: string
  /** One value for a call and its repetitions; made when absent. */
  readonly requestId?: string
  readonly correlationId?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Is shown the whole answer, for its status and headers. */
  readonly onAnswer?: (answer: RawAnswer) => void
}

/** Makes calls; throws a `PartnerCenterError` for a refused one. */
export type Send = <A>(call: Call, options?: CallOptions) => Promise<A>

export interface Core {
  readonly send: Send
  /** The same without the throwing: refused answers are answers too. */
  readonly ask: (call: Call, options?: CallOptions) => Promise<RawAnswer>
}

export function core(options: ClientOptions): Core {
  const ask = (call: Call, callOptions: CallOptions = {}) => askWithToken(options, call, callOptions)
  return {
    ask,
    async send<A>(call: Call, callOptions: CallOptions = {}): Promise<A> {
      const answer = await ask(call, callOptions)
      callOptions.onAnswer?.(answer)
      if (!succeeded(answer)) throw new PartnerCenterError(answer, `${call.method} ${filledPath(call)}`)
      return answer.body as A
    },
  }
}

/** A token that is refused is asked for anew once: it may have been revoked or its key replaced. */
async function askWithToken(
  options: ClientOptions,
  call: Call,
  callOptions: CallOptions,
): Promise<RawAnswer> {
  const transport = options.transport ?? webTransport
  const token = await options.tokens.token(transport)
  const answer = await askRepeatedly(options, call, callOptions, token)
  if (answer.status !== 401 || !options.tokens.renew()) return answer
  return askRepeatedly(options, call, callOptions, await options.tokens.token(transport))
}

/** Answers that say the call itself was understood; asking again would only say the same. */
const isRepeatable = (answer: RawAnswer): boolean => answer.status >= 500 || answer.status === 408

/**
 * Repeats a call that failed on the way, with the same MS-RequestId, so that the server does it only once. After 429
 * it waits as long as `Retry-After` says.
 * @see partner-center/developer/api-throttling-guidance
 */
async function askRepeatedly(
  options: ClientOptions,
  call: Call,
  callOptions: CallOptions,
  token: string | undefined,
): Promise<RawAnswer> {
  const transport = options.transport ?? webTransport
  const attemptsMax = options.attemptsMax ?? 3
  const requestId = callOptions.requestId ?? transport.newRequestId()
  const init = requestOf(options, call, { ...callOptions, requestId }, token)
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await askOnce(transport, urlOf(options.url, call), init, options.timeoutMs ?? 100_000)
    const isLast = attempt >= attemptsMax
    if (outcome instanceof Error) {
      if (isLast) throw new NoAnswerError(`${call.method} ${filledPath(call)}: no answer`, { cause: outcome })
      await transport.wait(backOffMs(attempt))
    } else if (outcome.status === 429 && !isLast) {
      await transport.wait(retryAfterMs(outcome) ?? backOffMs(attempt))
    } else if (isRepeatable(outcome) && !isLast) {
      await transport.wait(retryAfterMs(outcome) ?? backOffMs(attempt))
    } else {
      return outcome
    }
  }
}

const backOffMs = (attempt: number): number => 200 * 2 ** (attempt - 1)

function retryAfterMs(answer: RawAnswer): number | undefined {
  const header = answer.headers.get('retry-after')
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1000 : undefined
}

async function askOnce(
  transport: Transport,
  url: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<RawAnswer | Error> {
  try {
    return await readAnswer(await transport.fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }))
  } catch (error) {
    // The network's failure is a value to the loop above.
    return error instanceof Error ? error : new Error(String(error))
  }
}

function requestOf(
  options: ClientOptions,
  call: Call,
  callOptions: CallOptions & { readonly requestId: string },
  token: string | undefined,
): RequestInit {
  const transport = options.transport ?? webTransport
  const locale = callOptions.locale ?? options.locale
  const headers: Record<string, string> = {
    accept: 'application/json',
    'ms-requestid': callOptions.requestId,
    'ms-correlationid': callOptions.correlationId ?? transport.newRequestId(),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(locale === undefined ? {} : { 'x-locale': locale }),
    ...(callOptions.ifMatch === undefined ? {} : { 'if-match': quoted(callOptions.ifMatch) }),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...options.headers,
    ...callOptions.headers,
  }
  return {
    method: call.method,
    headers,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  }
}
