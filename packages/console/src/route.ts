const pageNames = [
  'world',
  'clock',
  'customers',
  'subscriptions',
  'requests',
  'faults',
  'collaborators',
  'policies',
  'worlds',
] as const

export type PageName = (typeof pageNames)[number]

/** What the URL's hash says: `#/WORLD/PAGE/SUBJECT?filter=…`. It holds no secret, so that it can be shared. */
export interface Route {
  /** Undefined before the server has said which world its address serves. */
  readonly world: string | undefined
  readonly page: PageName
  /** A customer, a request, a fault's code, a policy …: whatever the page shows one of. */
  readonly subject: string | undefined
  readonly filters: Readonly<Record<string, string>>
}

/** Reads any hash; what makes no sense leads to the world's own page. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const [world = '', page = '', subject = ''] = path.split('/', 3).map(decoded)
  const filters = Object.fromEntries(
    [...new URLSearchParams(query)].filter(([name, value]) => name !== '' && value !== ''),
  )
  const known = pageNames.find((name) => name === page)
  if (known === undefined) return { world: optional(world), page: 'world', subject: undefined, filters: {} }
  return { world: optional(world), page: known, subject: optional(subject), filters }
}

export function hashOf({ world, page, subject, filters = {} }: Partial<Route> & Pick<Route, 'page'>): string {
  const path = [world ?? 'main', page, ...(subject === undefined ? [] : [subject])].map(encodeURIComponent)
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== '')).toString()
  return `#/${path.join('/')}${query === '' ? '' : `?${query}`}`
}

/** The same place apart from its filters: the reader stays where they are. */
export const isSamePage = (a: Route, b: Route): boolean =>
  a.world === b.world && a.page === b.page && a.subject === b.subject

const optional = (text: string): string | undefined => (text === '' ? undefined : text)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
