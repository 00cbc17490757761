import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { endpoints } from './endpoints/index.ts'
import { faults } from './faults/index.ts'
import { openApiDocument } from './openapi.ts'

const Loaf = Type.Object({ name: Type.String(), crust: Type.Optional(Type.String()) }, { $id: 'Loaf' })

const bakery = {
  bakeLoaf: endpoint({
    method: 'PATCH',
    path: '/v1/customers/:customerId/loaves/:loafId',
    summary: 'Bake a loaf',
    see: 'partner-center/developer/bake',
    auth: 'app+user',
    roles: ['admin-agent'],
    effect: 'write',
    params: Type.Object({ customerId: Type.String(), loafId: Type.String() }),
    query: Type.Object({ size: Type.Optional(Type.Integer()) }),
    body: Type.Object({ kind: Type.Union([Type.Literal('rye'), Type.Literal('wheat')]) }),
    status: 200,
    otherStatuses: [204],
    answer: Loaf,
    faults: [faults.cartNotFound, faults.cartHasItemErrors, faults.addOnExceedsPrerequisiteShare],
  }),
}

const document = openApiDocument(bakery) as { paths: Record<string, Record<string, Json>>; components: Json }
type Json = Record<string, unknown>

test('an operation says its parameters, its bodies and which faults it can answer', () => {
  const operation = document.paths['/v1/customers/{customerId}/loaves/{loafId}']?.['patch']

  assert.deepEqual(operation?.['parameters'], [
    { name: 'customerId', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'loafId', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'size', in: 'query', required: false, schema: { type: 'integer' } },
    { $ref: '#/components/parameters/MS-RequestId' },
    { $ref: '#/components/parameters/MS-CorrelationId' },
    { $ref: '#/components/parameters/X-Locale' },
    { $ref: '#/components/parameters/If-Match' },
  ])
  assert.deepEqual(operation?.['requestBody'], {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['kind'],
          properties: { kind: { type: 'string', enum: ['rye', 'wheat'] } },
        },
      },
    },
  })
  const responses = operation?.['responses'] as Record<string, Json>
  const names = (status: string) =>
    ((responses[status]?.['x-faults'] ?? []) as { name: string }[]).map(({ name }) => name)
  assert.deepEqual(Object.keys(responses).slice(0, 3), ['200', '204', '400'])
  assert.deepEqual(Object.keys(responses).slice(-2), ['429', 'default'])
  assert.ok(names('400').includes('cartHasItemErrors'))
  assert.ok(names('404').includes('cartNotFound'))
  // What every operation can be refused for before it begins.
  assert.ok(names('401').includes('tokenIsInvalid'))
})

test('a named schema stands once among the components', () => {
  const { schemas } = document.components as { schemas: Record<string, Json> }
  assert.deepEqual(schemas['Loaf'], {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, crust: { type: 'string' } },
  })
})

test('every declared endpoint is in the document, under a path of its own', () => {
  const whole = openApiDocument(endpoints) as { paths: Record<string, object> }
  const count = Object.values(whole.paths).reduce((sum, item) => sum + Object.keys(item).length, 0)
  assert.equal(count, Object.keys(endpoints).length)
})
