import fc from 'fast-check'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'

/** The part of a JSON schema that the contract uses. */
interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
}

/** What names mean in the world at hand: values that lead a request deep into an operation, ours and others'. */
export type Known = Readonly<Record<string, readonly unknown[]>>

/** A request that fits its endpoint in most places and in a few not at all. */
export interface HostileRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: string
  /** Made from a body that the endpoint would accept, where the test has one. */
  readonly body: (accepted: unknown) => string | undefined
}

export function hostileRequest(endpoint: Endpoint, known: Known): fc.Arbitrary<HostileRequest> {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const params = fc.record(Object.fromEntries(names.map((name) => [name, param(known[name] ?? [])])))
  const query = fc
    .array(queryPair(endpoint.query as Schema, known), { maxLength: 5 })
    .map((pairs) => pairs.join('&'))
  const none = fc.constant(() => undefined)
  const body = endpoint.method === 'GET' || endpoint.method === 'HEAD' ? none : bodyOf(endpoint, known)
  return fc.record({ params, query, body })
}

const oddTexts = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u{1f600}',
    '\ud800',
    '__proto__',
    'constructor',
    'null',
    '{}',
    '%',
    '../..',
    "' or 1=1; --",
  ],
  ...[
    '0',
    '-1',
    '1e400',
    'P0D',
    'P1M',
    'P3Y',
    'P99999999Y',
    '2026-02-30',
    '2026-01-15T09:00:00Z',
    '9999-12-31T23:59:59Z',
  ],
  ...['00000000-0000-0000-0000-000000000000', 'A:B:C', 'CFQ7TTC0LH18:0001', 'x'.repeat(3_000)],
]

const oddValues: readonly unknown[] = [
  ...oddTexts,
  ...[null, true, false, 0, -0, -1, 1.5, 1e21, -1e308, 2 ** 53, 2 ** 31, 4_294_967_296, 1e-7],
  ...[
    [],
    {},
    [[]],
    [null],
    { '': null },
    { constructor: {} },
    { length: -1 },
    Array.from({ length: 300 }, () => 1),
  ],
]

const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddValues) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

const param = (values: readonly unknown[]): fc.Arbitrary<string> =>
  values.length === 0
    ? fc.constantFrom(...oddTexts)
    : fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...values).map(String) },
        { weight: 1, arbitrary: fc.constantFrom(...oddTexts) },
      )

function queryPair(schema: Schema, known: Known): fc.Arbitrary<string> {
  const declared = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fc
      .oneof(
        { weight: 3, arbitrary: fitting(property, name, known).map(queryText) },
        { weight: 1, arbitrary: fc.constantFrom(...oddTexts) },
      )
      .map((value) => `${name}=${encoded(value)}`),
  )
  const odd = fc.constantFrom('api=1', '__proto__=1', '&', '=', '%zz=%zz', 'a[]=1', 'size', 'size=1&size=2')
  return fc.oneof({ weight: 1, arbitrary: odd }, ...declared.map((arbitrary) => ({ weight: 4, arbitrary })))
}

const queryText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** Half a surrogate pair has no URL form. */
export const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

function bodyOf(endpoint: Endpoint, known: Known): fc.Arbitrary<HostileRequest['body']> {
  const raw = fc
    .constantFrom('', '{', 'null', '[]', '"x"', '{"__proto__": {"quantity": 1}}', '{"a":1,"a":2}')
    .map((text) => () => text)
  const shaped = hostile(endpoint.body as Schema, '', known).map((value) => () => JSON.stringify(value) ?? '')
  const edited = fc
    .array(edit, { maxLength: 3 })
    .map((edits) => (accepted: unknown) => JSON.stringify(edits.reduce(applied, accepted)) ?? '')
  return fc.oneof(
    { weight: 1, arbitrary: raw },
    { weight: 6, arbitrary: shaped },
    { weight: 12, arbitrary: edited },
  )
}

interface Edit {
  /** Which of the values within, counted from the outermost. */
  readonly place: number
  /** `twice` doubles the entry of an array. */
  readonly change: 'replace' | 'remove' | 'twice'
  readonly to: unknown
}

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat({ max: 60 }),
  change: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'twice'),
  to: junk,
})

function applied(value: unknown, { place, change, to }: Edit): unknown {
  const copy: unknown = structuredClone(value)
  const within = holders(copy)
  const holder = within[place % Math.max(1, within.length)]
  if (holder === undefined) return change === 'replace' ? to : copy
  if (change === 'replace') holder.of[holder.key] = to
  else if (change === 'remove') delete holder.of[holder.key]
  else if (Array.isArray(holder.of)) holder.of.push(structuredClone(holder.of[Number(holder.key)]))
  return copy
}

/** Every value within another one, by what holds it and under which name. */
function holders(value: unknown): { of: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const of = value as Record<string, unknown>
  return Object.keys(of).flatMap((key) => [{ of, key }, ...holders(of[key])])
}

/** Mostly a value that fits, now and then one that does not. */
const hostile = (schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: fitting(schema, name, known) }, { weight: 1, arbitrary: junk })

function fitting(schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> {
  const meant = known[name]
  if (meant !== undefined) return fc.constantFrom(...meant)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => fitting(one, name, known)))
  if (schema.allOf !== undefined) {
    const merged = Object.assign(
      {},
      ...schema.allOf.map(({ properties }) => properties),
    ) as Schema['properties']
    return objectOf(
      { properties: merged ?? {}, required: schema.allOf.flatMap(({ required = [] }) => required) },
      known,
    )
  }
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known)
    case 'array':
      return fc.array(hostile(schema.items ?? {}, name, known), { maxLength: 3 })
    case 'integer':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? 0, max: 40 }),
        fc.constantFrom(0, 1, 300, 1_000_000, 2 ** 40),
      )
    case 'number':
      return fc.constantFrom(0, 1, 0.01, 1e15)
    case 'boolean':
      return fc.boolean()
    case 'string':
      return fc.constantFrom(
        'Contoso',
        'US',
        'P1Y',
        'P1M',
        '2026-01-15T09:00:00Z',
        'ada@contoso.example',
        ...oddTexts,
      )
    default:
      return junk
  }
}

function objectOf({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, hostile(property, name, known)]),
  )
  // Required members are left out rarely, so that most requests come further than the binding.
  const whole = fc.record(members, { requiredKeys: required as never[] })
  const partial = fc.record(members, { requiredKeys: [] })
  const stray = fc
    .tuple(whole, fc.constantFrom('colour', '__proto__', 'toString'), junk)
    .map(([value, key, more]) => ({
      ...value,
      [key]: more,
    }))
  return fc.oneof(
    { weight: 12, arbitrary: whole },
    { weight: 2, arbitrary: partial },
    { weight: 1, arbitrary: stray },
  )
}
