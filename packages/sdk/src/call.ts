/** One call as the generated methods describe it. */
export interface Call {
  readonly method: string
  /** With `:name` where a value of `params` goes. */
  readonly path: string
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
}

/** The path with its values in place. */
export function filledPath(call: Call): string {
  if (call.params === undefined) return call.path // a link of the server's own, which may hold colons
  return call.path.replaceAll(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(call.params?.[name] ?? '')),
  )
}

/** The whole address, its query included. */
export function urlOf(base: string, call: Call): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined)
      query.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const text = query.toString()
  return `${base.replace(/\/$/, '')}${filledPath(call)}${text === '' ? '' : `?${text}`}`
}
