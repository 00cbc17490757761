import operations from './published-operations.json' with { type: 'json' }
import type { Endpoint } from './endpoint.ts'

/** A path of the published API, with the verbs that its pages name. */
export interface PublishedPath {
  /** In the notation of the endpoints: `/v1/customers/:p1/subscriptions/usagerecords`. */
  readonly path: string
  readonly methods: readonly string[]
}

/** Every path that a documentation page names under the API's host, whether it is built here or not. */
export const publishedPaths: readonly PublishedPath[] = Object.entries(operations).map(([path, methods]) => ({
  path: numbered(path),
  methods: methods.split(' '),
}))

/**
 * The published paths that no endpoint serves and that a built one would take: a word of theirs stands where the other
 * has an id.
 */
export function pathsTakenForIds(endpoints: readonly Pick<Endpoint, 'path'>[]): readonly PublishedPath[] {
  const built = [...new Set(endpoints.map(({ path }) => shapeOf(path)))]
  const parts = built.map((path) => path.split('/'))
  return publishedPaths.filter(({ path }) => {
    const shape = shapeOf(path)
    return !built.includes(shape) && parts.some((route) => takes(route, shape.split('/')))
  })
}

const takes = (route: readonly string[], path: readonly string[]): boolean =>
  route.length === path.length && route.every((part, i) => part === ':' || part === path[i])

function numbered(path: string): string {
  let count = 0
  return path.replaceAll(/\{\w+\}/g, () => `:p${(count += 1)}`)
}

/** Names of parameters and the case of literals make no other path. */
const shapeOf = (path: string): string => path.toLowerCase().replaceAll(/:\w+/g, ':')
