import { faultBody, type FaultBody } from './fault-body.ts'

/** An answer as it came, refused or not. `body` is `undefined` where there is none. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** What a call was accepted with. */
export interface Accepted<Body> extends RawAnswer {
  readonly accepted: true
  readonly body: Body
}

/** What a call was refused with. */
export interface Refused extends RawAnswer {
  readonly accepted: false
  /** `undefined` for a refusal outside the catalogue, such as a gateway's page. */
  readonly fault: FaultBody | undefined
}

/** Accepted or refused: `if (answer.accepted)` tells which, and what its body is. */
export type Answer<Body> = Accepted<Body> | Refused

export const succeeded = (answer: RawAnswer): boolean => answer.status >= 200 && answer.status < 300

/** `Body` is what the contract promises for an accepted call; it is not looked at. */
export const answerOf = <Body>(answer: RawAnswer): Answer<Body> =>
  succeeded(answer)
    ? { ...answer, accepted: true, body: answer.body as Body }
    : { ...answer, accepted: false, fault: faultBody(answer.body) }

/** Bodies that are no JSON are kept as text, so that a proxy's page can still be shown. */
export async function readAnswer(response: Response): Promise<RawAnswer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text // not JSON: what a gateway in between answered
  }
}
