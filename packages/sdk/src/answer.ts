/** An answer as it came, refused or not. `body` is `undefined` where there is none. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export const succeeded = (answer: RawAnswer): boolean => answer.status >= 200 && answer.status < 300

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
