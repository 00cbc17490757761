import { StatementSync } from 'node:sqlite'
import { Client } from 'pg'
import { keepAliveThere } from '../../packages/server/src/store/postgres/postgres-socket.ts'

/**
 * What goes to the drivers of both databases, seen from their side and not from the server's; without what a new
 * connection is told first, as others that idle for long are closed.
 */
export interface StatementSpy {
  /** Texts since the last time, in the order in which they were sent. */
  taken(): readonly string[]
}

/** Listens to every statement of this process. To be called before a server is started. */
export function spyOnStatements(): StatementSpy {
  const texts: string[] = []
  for (const name of ['all', 'run'] as const) {
    listen(StatementSync.prototype, name, ({ sourceSQL }) => {
      if (!isOfTheGroup.test(sourceSQL)) texts.push(sourceSQL)
    })
  }
  listen(Client.prototype, 'query', (_client, [query]) => {
    const text = textOf(query)
    if (text !== keepAliveThere && !text.startsWith('set tenantry.generation')) texts.push(text)
  })
  return { taken: () => texts.splice(0) }
}

/** On the embedded database many requests share these. */
const isOfTheGroup =
  /^(begin immediate|commit|rollback|(update|select version from) meta .*name = 'sequence')$/

function listen<T extends object>(
  prototype: T,
  name: keyof T & string,
  hear: (self: T, values: readonly unknown[]) => void,
): void {
  const original = prototype[name] as (this: T, ...values: unknown[]) => unknown
  const listening = function (this: T, ...values: unknown[]): unknown {
    hear(this, values)
    return original.apply(this, values)
  }
  Object.assign(prototype, { [name]: listening })
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return String((query as { readonly text?: unknown }).text)
}

/** How often each kind of statement was sent, in the order in which they came first. */
export function summaryOf(texts: readonly string[]): string[] {
  const kinds = new Map<string, number>()
  for (const text of texts) {
    const kind = kindOf(text)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return [...kinds].map(([kind, times]) => `${String(times).padStart(5)}  ${kind}`)
}

function kindOf(text: string): string {
  const [verb = ''] = /^\w+/.exec(text) ?? []
  if (text.includes(';')) return `${verb} … (${text.split(';').length} commands)`
  if (verb === 'with') return `all changes at once (${text.match(/\bw\d+ as/g)?.length ?? 0} parts)`
  if (text.includes(' as which, '))
    return `what the path names (${text.split(' union all ').length} documents)`
  const place = /\b(?:from|into|update) (\w+)/.exec(text)?.[1] ?? /^\w+ (\w+)/.exec(text)?.[1]
  return place === undefined ? verb : `${verb} ${place}`
}
