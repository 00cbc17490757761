import { test } from 'node:test'
import { Type } from 'typebox'
import { bind, bindQuery, type Schema } from './bind.ts'

const Line = Type.Object({
  catalogItemId: Type.String({ minLength: 1 }),
  quantity: Type.Integer({ minimum: 1 }),
  billingCycle: Type.Optional(Type.Enum(['monthly', 'oneTime'])),
  customerId: Type.Optional(Type.String({ format: 'uuid' })),
  context: Type.Optional(Type.Record(Type.String(), Type.String())),
})
const Body = Type.Object({
  lineItems: Type.Array(Line, { minItems: 1 }),
  isAccepted: Type.Optional(Type.Boolean()),
})

const bound = (value: unknown) => bind(Body, value)
const problems = (value: unknown) => bound(value).problems.map(({ kind, path }) => `${path}: ${kind}`)

test('names bind without regard to case, and null counts as absent', (t) => {
  const { value, problems } = bound({
    LineItems: [{ CatalogItemId: 'P:S:A', QUANTITY: 3, billingCycle: null }],
    isaccepted: 'True',
  })
  t.assert.deepEqual(problems, [])
  t.assert.deepEqual(value, { lineItems: [{ catalogItemId: 'P:S:A', quantity: 3 }], isAccepted: true })
})

test('an enum member is taken in any case and with underscores, and written as declared', (t) => {
  for (const given of ['oneTime', 'OneTime', 'one_time', 'ONETIME']) {
    const { value } = bound({ lineItems: [{ catalogItemId: 'x', quantity: 1, billingCycle: given }] })
    t.assert.deepEqual(value, { lineItems: [{ catalogItemId: 'x', quantity: 1, billingCycle: 'oneTime' }] })
  }
})

test('GUIDs are lower case after binding', (t) => {
  const customerId = '0F5B1C7E-0B5A-4E3B-9D8B-2C1D3E4F5A6B'
  const { value } = bound({ lineItems: [{ catalogItemId: 'x', quantity: 1, customerId }] })
  t.assert.equal(
    (value as { lineItems: { customerId: string }[] }).lineItems[0]?.customerId,
    customerId.toLowerCase(),
  )
})

test('each misfit is told with its place and its kind', (t) => {
  t.assert.deepEqual(problems(undefined), [': required'])
  t.assert.deepEqual(problems([]), [': type'])
  t.assert.deepEqual(problems({}), ['lineItems: required'])
  t.assert.deepEqual(problems({ lineItems: [] }), ['lineItems: required'])
  t.assert.deepEqual(problems({ lineItems: [{ catalogItemId: 'x', quantity: 0 }] }), [
    'lineItems[0].quantity: range',
  ])
  t.assert.deepEqual(problems({ lineItems: [{ catalogItemId: 'x', quantity: 1.5 }] }), [
    'lineItems[0].quantity: type',
  ])
  t.assert.deepEqual(problems({ lineItems: [{ catalogItemId: '', quantity: 1, billingCycle: 'weekly' }] }), [
    'lineItems[0].catalogItemId: required',
    'lineItems[0].billingCycle: enum',
  ])
  t.assert.deepEqual(problems({ lineItems: [{ catalogItemId: 'x', quantity: 1, colour: 'red' }] }), [
    'lineItems[0].colour: unknown',
  ])
})

test('a name cannot reach the prototype', (t) => {
  const given: unknown = JSON.parse(
    '{"lineItems": [{"catalogItemId": "x", "quantity": 1, "context": {"__proto__": "polluted", "region": "eastus"}}]}',
  )
  const { value } = bound(given)
  const [line] = (value as { lineItems: { context: Record<string, string> }[] }).lineItems
  t.assert.deepEqual(line?.context, { region: 'eastus' })
  t.assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
})

test('a query gives numbers where its schema asks for them, and ignores what it does not know', (t) => {
  const Query = Type.Object({
    size: Type.Optional(Type.Integer({ minimum: 1 })),
    filter: Type.Optional(Type.String()),
  })
  const read = (query: Record<string, unknown>) => bindQuery(Query as unknown as Schema, query)
  t.assert.deepEqual(read({ SIZE: '20', filter: '12', api: 'x' }).value, { size: 20, filter: '12' })
  t.assert.deepEqual(
    read({ size: '0' }).problems.map(({ kind }) => kind),
    ['range'],
  )
  t.assert.deepEqual(
    read({ size: 'ten' }).problems.map(({ kind }) => kind),
    ['type'],
  )
})

test('what a schema lets pass without knowing it is told, free-form members are not', (t) => {
  const open = Type.Object(
    {
      name: Type.Optional(Type.String()),
      free: Type.Optional(Type.Object({}, { additionalProperties: true })),
      parts: Type.Optional(Type.Array(Type.Object({ size: Type.Integer() }, { additionalProperties: true }))),
    },
    { additionalProperties: true },
  ) as unknown as Schema
  const { ignored, problems } = bind(open, {
    nmae: 'x',
    free: { anything: 1 },
    parts: [{ size: 1 }, { size: 2, sise: 3 }],
    links: {},
    none: null,
  })
  t.assert.deepEqual(problems, [])
  t.assert.deepEqual(ignored, [
    { path: 'nmae', value: 'x', known: ['name', 'free', 'parts'] },
    { path: 'parts[1].sise', value: 3, known: ['size'] },
  ])
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`m${i}`, i]))
  t.assert.equal(bind(open, many).ignored.length, 100)
  t.assert.equal(bindQuery(open, many).ignored.length, 100)
})
