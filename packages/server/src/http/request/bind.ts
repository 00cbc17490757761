/** A JSON schema as TypeBox makes it: only the keywords that the contract uses. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number | boolean
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: boolean | Schema
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly default?: unknown
}

/** Why a value does not fit, in the order in which the answer names one of them. */
export type ProblemKind = 'enum' | 'unknown' | 'type' | 'range' | 'required'

export interface Problem {
  readonly kind: ProblemKind
  /** Where, for example `lineItems[0].billingCycle`. */
  readonly path: string
  readonly value: string
}

/** A member that nobody reads: the schema lets it pass and does not know it. */
export interface Ignored {
  readonly path: string
  readonly value: unknown
  /** The names that are read in its place. */
  readonly known: readonly string[]
}

export interface Bound {
  readonly value: unknown
  readonly problems: readonly Problem[]
  readonly ignored: readonly Ignored[]
}

interface Findings {
  readonly problems: Problem[]
  readonly ignored: Ignored[]
}

type Binder = (value: unknown, path: string, found: Findings) => unknown

const binders = new WeakMap<Schema, Binder>()

/** After so many the rest is not looked at: the body is refused anyway, and a huge one must not hold the server up. */
const problemsMax = 100

/**
 * Fits a client's JSON to the contract: names without regard to case (the published bodies are PascalCase or
 * camelCase), enum members in any case and with or without underscores, null as absent.
 * @see partner-center/developer/headers
 */
export function bind(schema: Schema, value: unknown): Bound {
  const found: Findings = { problems: [], ignored: [] }
  const bound = binderOf(schema)(value, '', found)
  return { value: bound, ...found }
}

function binderOf(schema: Schema): Binder {
  const known = binders.get(schema)
  if (known !== undefined) return known
  const made = make(schema)
  binders.set(schema, made)
  return made
}

function make(schema: Schema): Binder {
  if (schema.enum !== undefined) return enumBinder(schema.enum)
  if (schema.anyOf !== undefined) return choiceBinder(schema.anyOf)
  if (schema.allOf !== undefined) return objectBinder(merged(schema.allOf))
  if (schema.const !== undefined) return enumBinder([schema.const as string | number])
  switch (schema.type) {
    case 'object':
      return objectBinder(schema)
    case 'array':
      return arrayBinder(schema)
    case 'integer':
    case 'number':
      return numberBinder(schema)
    case 'string':
      return stringBinder(schema)
    case 'boolean':
      return booleanBinder
    default:
      return (value) => value
  }
}

function objectBinder(schema: Schema): Binder {
  const properties = Object.entries(schema.properties ?? {})
  const canonical = new Map(properties.map(([name]) => [name.toLowerCase(), name]))
  const inner = new Map(properties.map(([name, property]) => [name, property]))
  const open = schema.additionalProperties ?? Object.values(schema.patternProperties ?? {})[0]
  /** It takes what it does not know, and nobody reads it. */
  const isLenient = open === true && properties.length > 0
  const names = properties.map(([name]) => name)
  const isOpen = open === true || typeof open === 'object' || (open === undefined && properties.length === 0)

  return (value, path, found) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return problem(found, value === undefined || value === null ? 'required' : 'type', path, value)
    }
    const bound: Record<string, unknown> = {}
    const firstOwn = found.problems.length
    for (const [key, entry] of Object.entries(value)) {
      if (entry === null || entry === undefined) continue
      const name = canonical.get(key.toLowerCase())
      const property = name === undefined ? undefined : inner.get(name)
      const at = path === '' ? (name ?? key) : `${path}.${name ?? key}`
      if (name !== undefined && property !== undefined) bound[name] = binderOf(property)(entry, at, found)
      else if (!isOpen) problem(found, 'unknown', at, key)
      else if (key !== '__proto__') {
        bound[key] = typeof open === 'object' ? binderOf(open)(entry, at, found) : entry
        if (isLenient) ignore(found, at, entry, names)
      }
    }
    for (const [name, property] of properties) {
      if (bound[name] === undefined && property.default !== undefined) bound[name] = property.default
    }
    for (const name of schema.required ?? []) {
      if (bound[name] !== undefined) continue
      const at = path === '' ? name : `${path}.${name}`
      if (!found.problems.slice(firstOwn).some((known) => known.path === at)) {
        problem(found, 'required', at, undefined)
      }
    }
    return bound
  }
}

function arrayBinder(schema: Schema): Binder {
  const item = schema.items === undefined ? (value: unknown) => value : binderOf(schema.items)
  return (value, path, found) => {
    if (!Array.isArray(value)) return problem(found, 'type', path, value)
    if (value.length < (schema.minItems ?? 0)) problem(found, 'required', path, value)
    return value.map((entry, i) =>
      found.problems.length < problemsMax ? item(entry, `${path}[${i}]`, found) : undefined,
    )
  }
}

function enumBinder(members: readonly (string | number)[]): Binder {
  const canonical = new Map(members.map((member) => [plain(member), member]))
  return (value, path, found) => {
    const member =
      typeof value === 'string' || typeof value === 'number' ? canonical.get(plain(value)) : undefined
    return member ?? problem(found, 'enum', path, value)
  }
}

const plain = (member: string | number): string => String(member).toLowerCase().replaceAll('_', '')

/** A union of literals is an enum; any other union takes the first member that fits. */
function choiceBinder(choices: readonly Schema[]): Binder {
  const literals = choices.flatMap((choice) => choice.const ?? choice.enum ?? [])
  if (choices.every((choice) => choice.const !== undefined || choice.enum !== undefined)) {
    return enumBinder(literals as (string | number)[])
  }
  const binders = choices.filter((choice) => choice.type !== 'null').map(binderOf)
  return (value, path, found) => {
    let fewest: Problem[] | undefined
    for (const binder of binders) {
      const own: Findings = { problems: [], ignored: [] }
      const bound = binder(value, path, own)
      if (own.problems.length === 0) {
        found.ignored.push(...own.ignored)
        return bound
      }
      if (fewest === undefined || own.problems.length < fewest.length) fewest = own.problems
    }
    found.problems.push(...(fewest ?? []))
    return undefined
  }
}

function numberBinder(schema: Schema): Binder {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema
  return (value, path, found) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return problem(found, 'type', path, value)
    if (schema.type === 'integer' && !Number.isSafeInteger(value)) return problem(found, 'type', path, value)
    if (value < minimum || value > maximum) return problem(found, 'range', path, value)
    return value
  }
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function stringBinder(schema: Schema): Binder {
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u')
  return (value, path, found) => {
    if (typeof value !== 'string') return problem(found, 'type', path, value)
    if (value.length > (schema.maxLength ?? 65_536)) return problem(found, 'range', path, value)
    if (value.length < (schema.minLength ?? 0)) return problem(found, 'required', path, value)
    if (pattern !== undefined && !pattern.test(value)) return problem(found, 'type', path, value)
    if (schema.format === 'uuid') {
      return guid.test(value) ? value.toLowerCase() : problem(found, 'type', path, value)
    }
    return value
  }
}

const booleanBinder: Binder = (value, path, found) => {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : undefined
  return text === 'true' || text === 'false' ? text === 'true' : problem(found, 'type', path, value)
}

const merged = (parts: readonly Schema[]): Schema => ({
  type: 'object',
  properties: Object.assign({}, ...parts.map((part) => part.properties)) as Readonly<Record<string, Schema>>,
  required: parts.flatMap((part) => part.required ?? []),
})

function problem({ problems }: Findings, kind: ProblemKind, path: string, value: unknown): undefined {
  if (problems.length < problemsMax) problems.push({ kind, path, value: shown(value) })
  return undefined
}

/** What clients send back of what they read stands in every resource; that nobody reads it is no news. */
const envelope = /(?:^|\.)(?:attributes|links)$/i

function ignore({ ignored }: Findings, path: string, value: unknown, known: readonly string[]): void {
  if (ignored.length < problemsMax && !envelope.test(path)) ignored.push({ path, value, known })
}

/** What an answer may repeat of a value. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  return value === undefined ? '' : String(value).slice(0, 100)
}

const queryTypes = new WeakMap<Schema, ReadonlyMap<string, Schema['type']>>()

/** By the parameters' names in lower case. */
function queryTypesOf(schema: Schema): ReadonlyMap<string, Schema['type']> {
  const known = queryTypes.get(schema)
  if (known !== undefined) return known
  const made = new Map(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [name.toLowerCase(), property.type]),
  )
  queryTypes.set(schema, made)
  return made
}

/** Query strings know only texts: numbers and truth values are read from them as the schema asks. */
export function bindQuery(schema: Schema, query: Readonly<Record<string, unknown>>): Bound {
  const types = queryTypesOf(schema)
  const known: Record<string, unknown> = {}
  const unread: Ignored[] = []
  for (const [name, given] of Object.entries(query)) {
    const type = types.get(name.toLowerCase())
    const value: unknown = Array.isArray(given) ? given[0] : given
    if (type === undefined && !types.has(name.toLowerCase())) {
      if (unread.length < problemsMax)
        unread.push({ path: `?${name}`, value, known: Object.keys(schema.properties ?? {}) })
      continue
    }
    if (value === '') continue
    const isNumber =
      (type === 'integer' || type === 'number') && typeof value === 'string' && /^-?\d+$/.test(value)
    known[name] = isNumber ? Number(value) : value
  }
  const bound = bind(schema, known)
  return unread.length === 0 ? bound : { ...bound, ignored: unread }
}
