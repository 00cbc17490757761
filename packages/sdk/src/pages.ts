import type { CallOptions, Core } from './client.ts'

export interface NextLink {
  readonly uri: string
  readonly headers?: readonly { readonly key: string; readonly value: string }[]
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly links?: { readonly next?: NextLink }
}

/**
 * Every item of a list, page by page: follows `links.next` with the headers that the server puts beside it.
 *
 * ```ts
 * for await (const customer of everyItem(client.core, client.customers.list({ size: 40 }))) …
 * ```
 * @see partner-center/developer/get-a-list-of-customers
 */
export async function* everyItem<T>(
  core: Core,
  firstPage: Page<T> | Promise<Page<T>>,
  options: CallOptions = {},
): AsyncGenerator<T, void, undefined> {
  for (let page = await firstPage; ;) {
    yield* page.items
    const next = page.links?.next
    if (next === undefined) return
    page = await nextPage(core, next, options)
  }
}

function nextPage<T>(core: Core, next: NextLink, options: CallOptions): Promise<Page<T>> {
  const headers = Object.fromEntries((next.headers ?? []).map(({ key, value }) => [key, value]))
  return core.send<Page<T>>(
    { method: 'GET', path: fromVersionRoot(next.uri) },
    { ...options, headers: { ...options.headers, ...headers } },
  )
}

/** Links are relative to the version root; a few bodies of the older stack print it. */
function fromVersionRoot(uri: string): string {
  const path = uri.startsWith('/') ? uri : `/${uri}`
  return /^\/v\d/.test(path) ? path : `/v1${path}`
}
