import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { editDistance } from '../../kernel/nearest.ts'

/** A path of more parts is no mistyped one. */
const partsMax = 12

/** The operation that was probably meant by a request that no route took, as `GET /v1/customers/:customerId`. */
export function nearestRoute(
  asked: { readonly method: string; readonly url: string },
  endpoints: Iterable<Pick<Endpoint, 'method' | 'path'>>,
): string | undefined {
  const parts = partsOf(asked.url.split('?', 1)[0] ?? '')
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { method, path } of endpoints) {
    // Of two as near the one with the verb that was used.
    const distance = pathDistance(parts, partsOf(path)) + (method === asked.method ? 0 : 0.01)
    if (distance >= least) continue
    best = `${method} ${path}`
    least = distance
  }
  return best
}

const partsOf = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .slice(0, partsMax)

/** As between texts, part by part; a parameter takes everything, but a word that fits is nearer. */
function pathDistance(asked: readonly string[], route: readonly string[]): number {
  let row = Array.from({ length: route.length + 1 }, (_, i) => i)
  for (let i = 1; i <= asked.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= route.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + partDistance(asked[i - 1] ?? '', route[j - 1] ?? '')
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[route.length] ?? 0
}

function partDistance(asked: string, part: string): number {
  if (part.startsWith(':')) return 0.2
  return Math.min(1, (editDistance(asked, part) * 1.5) / Math.max(asked.length, part.length))
}
