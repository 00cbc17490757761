import { NoAnswerError, OperatorRefusal } from '@tenantry/sdk/operator.ts'

export interface Problem {
  readonly text: string
  /** What to look for in the documentation or to report. */
  readonly code: string
}

/** What went wrong, for somebody who did not write the server. */
export function plainWords(error: unknown): Problem {
  if (error instanceof NoAnswerError) {
    return { text: 'The server does not answer. Is it still running?', code: 'unreachable' }
  }
  if (error instanceof OperatorRefusal) {
    const text =
      error.status === 401 ? 'The server does not accept this operator key.' : sentence(error.description)
    return { text, code: `${error.code ?? 'unknown'}, HTTP ${error.status}` }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { text: `The console itself failed: ${reason}.`, code: 'console' }
}

/** A message that begins with the path of a member, as `body/paused: …`, keeps it as it is. */
function sentence(text: string): string {
  const capital = /^\S*[/:]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(capital) ? capital : `${capital}.`
}
