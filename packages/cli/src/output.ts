import type { Command } from 'commander'

/** Prints an answer: the value itself with `--json`, else the text made of it. */
export function print<T>(command: Command, value: T, text: (value: T) => string): void {
  const { json } = command.optsWithGlobals<{ json?: boolean }>()
  console.log(json === true ? JSON.stringify(value, null, 2) : text(value))
}

/** One clear line; a refused call's own text holds its code, and the reference page is named after it. */
export function problemText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code =
    'code' in error && typeof error.code === 'number' ? `\nsee docs/reference/faults/${error.code}.md` : ''
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `tenantry: ${error.message}${cause}${code}`
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
