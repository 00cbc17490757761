/** A member of a request that ended up otherwise than it was asked for. */
export interface Difference {
  readonly path: string
  readonly asked: unknown
  readonly stored: unknown
}

const differencesMax = 100

/** What clients send back of what they read: it never says what is wanted. */
const envelope = new Set(['attributes', 'links'])

/**
 * Holds what a write asked for against the resource that it was answered with. Members that the resource does not show
 * are not told: whether they were taken cannot be seen.
 */
export function askedAgainstStored(asked: unknown, stored: unknown): Difference[] {
  const found: Difference[] = []
  compare(asked, stored, '', found)
  return found
}

function compare(asked: unknown, stored: unknown, path: string, found: Difference[]): void {
  if (found.length === differencesMax) return
  if (Array.isArray(asked) && Array.isArray(stored)) {
    if (asked.length !== stored.length)
      found.push({ path, asked: `${asked.length} entries`, stored: `${stored.length} entries` })
    for (const [i, entry] of asked.slice(0, stored.length).entries())
      compare(entry, stored[i], `${path}[${i}]`, found)
  } else if (isObject(asked) && isObject(stored)) {
    compareMembers(asked, stored, path, found)
  } else if (!isSame(asked, stored)) {
    found.push({ path, asked, stored })
  }
}

type Members = Readonly<Record<string, unknown>>

function compareMembers(asked: Members, stored: Members, path: string, found: Difference[]): void {
  const names = new Map(Object.keys(stored).map((name) => [name.toLowerCase(), name]))
  for (const [given, value] of Object.entries(asked)) {
    const name = names.get(given.toLowerCase())
    if (value === null || name === undefined || envelope.has(name)) continue
    compare(value, stored[name], path === '' ? name : `${path}.${name}`, found)
  }
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One value can be written in several ways, all of which are taken: `OneTime` and `one_time`, `Z` and `+00:00`. */
function isSame(asked: unknown, stored: unknown): boolean {
  const [a, b] = [plain(asked), plain(stored)]
  return a === b || (isMoment(a) && isMoment(b) && Date.parse(a) === Date.parse(b))
}

const plain = (value: unknown): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).toLowerCase().replaceAll('_', '')

const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dt\d\d:\d\d/.test(text)
