import { readAnswer, succeeded, type RawAnswer } from '../answer.ts'
import { filledPath, urlOf, type Call } from '../call.ts'
import { NoAnswerError } from '../fault.ts'
import { webTransport, type Transport } from '../transport.ts'
import { OperatorRefusal } from './refusal.ts'

export interface OperatorOptions {
  readonly url: string
  readonly key: string
  /** Which world of the server: sent as `Tenantry-World`. A world's own URL needs none. */
  readonly world?: string
  readonly transport?: Transport
}

export interface OperatorCallOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** Is shown the whole answer, for its status and headers. */
  readonly onAnswer?: (answer: RawAnswer) => void
}

/** Makes calls; throws an `OperatorRefusal` for a refused one. */
export type OperatorSend = <A>(call: Call, options?: OperatorCallOptions) => Promise<A>

/** A call is made once: the server does not remember the operator's requests, as it does those with an MS-RequestId. */
export function operatorSend(options: OperatorOptions): OperatorSend {
  const transport = options.transport ?? webTransport
  return async <A>(call: Call, { headers = {}, onAnswer }: OperatorCallOptions = {}): Promise<A> => {
    const asked = `${call.method} ${filledPath(call)}`
    const answer = await answerTo(transport, urlOf(options.url, call), initOf(options, call, headers), asked)
    onAnswer?.(answer)
    if (!succeeded(answer)) throw new OperatorRefusal(answer, asked)
    return answer.body as A
  }
}

async function answerTo(
  transport: Transport,
  url: string,
  init: RequestInit,
  asked: string,
): Promise<RawAnswer> {
  try {
    return await readAnswer(await transport.fetch(url, init))
  } catch (error) {
    // The network's failure: the server has said nothing.
    throw new NoAnswerError(`${asked}: no answer`, { cause: error })
  }
}

const initOf = (
  { key, world }: OperatorOptions,
  { method, body }: Call,
  headers: Readonly<Record<string, string>>,
): RequestInit => ({
  method,
  headers: {
    accept: 'application/json',
    authorization: `Operator ${key}`,
    ...(world === undefined ? {} : { 'tenantry-world': world }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})
