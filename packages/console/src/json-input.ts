export type JsonInput = { readonly value: unknown } | { readonly problem: string }

/** What somebody typed, or in plain words what is wrong with it. */
export function readJson(text: string): JsonInput {
  if (text.trim() === '')
    return { problem: 'There is nothing here. Write JSON, for example {"paused": true}.' }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { problem: `This is not JSON: ${reason}${lineOf(text, reason)}.` }
  }
}

/** Engines name a position, people look for a line. */
function lineOf(text: string, reason: string): string {
  const position = /position (\d+)/.exec(reason)?.[1]
  if (position === undefined || /line \d+/.test(reason)) return ''
  return ` (line ${text.slice(0, Number(position)).split('\n').length})`
}
