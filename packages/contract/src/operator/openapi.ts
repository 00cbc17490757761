import { fields, header, jsonSchema, openApiPath, type Json, type JsonObject } from '../json-schema.ts'
import { operatorErrorsOf, type OperatorEndpoint } from './endpoint.ts'
import { operatorErrors, type OperatorErrorCode } from './errors.ts'

type Areas = Readonly<Record<string, Readonly<Record<string, OperatorEndpoint>>>>

/** The OpenAPI 3.1 document of the operator API; nothing in it is written by hand beside the contract. */
export function operatorDocument(areas: Areas): Readonly<Record<string, unknown>> {
  const named: Record<string, JsonObject> = { Refusal: refusalSchema }
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const [area, endpoints] of Object.entries(areas)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = openApiPath(endpoint.path)
      const described = operation(name, area, endpoint, named)
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: described }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tenantry: the operator API',
      summary: 'What happens at the vendor, at customers and in time, for whoever runs the server',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ operatorKey: [] }],
    paths,
    components: {
      schemas: named,
      parameters: headerParameters,
      responses: { Refusal: refusalAnswer },
      securitySchemes: {
        operatorKey: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Operator KEY`, with the key that the start of the server printed.',
        },
      },
    },
  }
}

function operation(
  name: string,
  area: string,
  endpoint: OperatorEndpoint,
  named: Record<string, JsonObject>,
): JsonObject {
  const body = jsonSchema(endpoint.body, named)
  // Whatever has no member that must be there may be left out as a whole.
  const required = endpoint.takesFile === true || !isPartial(endpoint.body)
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    tags: [area],
    parameters: [
      ...fields(endpoint.params, 'path', named),
      ...fields(endpoint.query, 'query', named),
      ...headersOf(endpoint),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required, content: { 'application/json': { schema: body } } } }),
    responses: { [endpoint.status]: success(endpoint, named), ...refusals(endpoint) },
    'x-call': endpoint.call,
  }
}

const isPartial = (schema: object): boolean =>
  'type' in schema &&
  schema.type === 'object' &&
  (!('required' in schema) || (schema.required as readonly string[]).length === 0)

const headersOf = (endpoint: OperatorEndpoint): Json[] =>
  [
    ...(endpoint.actsOn === 'world' ? ['Tenantry-World'] : []),
    ...(endpoint.isPaged === true ? ['MS-ContinuationToken'] : []),
    ...(endpoint.isLocalised === true ? ['X-Locale'] : []),
  ].map((name) => ({ $ref: `#/components/parameters/${name}` }))

function success(endpoint: OperatorEndpoint, named: Record<string, JsonObject>): JsonObject {
  const schema = jsonSchema(endpoint.answer, named)
  return {
    description: { 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No content' }[endpoint.status],
    ...(endpoint.isPaged === true ? { headers: { 'MS-ContinuationToken': nextPage } } : {}),
    ...(schema === undefined ? {} : { content: { 'application/json': { schema } } }),
  }
}

/** The codes by status, each with what it stands for. */
function refusals(endpoint: OperatorEndpoint): JsonObject {
  const byStatus = Map.groupBy(operatorErrorsOf(endpoint), (code) => operatorErrors[code].status)
  const declared = [...byStatus].sort(([a], [b]) => a - b)
  return {
    ...Object.fromEntries(declared.map(([status, codes]) => [String(status), refusal(codes)])),
    default: { $ref: '#/components/responses/Refusal' },
  }
}

const refusal = (codes: readonly OperatorErrorCode[]): JsonObject => ({
  description: codes.map((code) => `${code}: ${operatorErrors[code].when}`).join('; '),
  content: refusalAnswer.content,
  'x-codes': codes,
})

const refusalSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', enum: Object.keys(operatorErrors) },
        message: { type: 'string', description: 'For whoever reads it, not for programs.' },
      },
    },
  },
}

const refusalAnswer = {
  description: 'Refused; the code says why',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
}

const nextPage = {
  description: 'Asks for the next page, when it is sent with the same request; absent on the last one.',
  schema: { type: 'string' },
}

const headerParameters = {
  'Tenantry-World': header('Tenantry-World', 'Which world of the server; `main` when absent', {
    type: 'string',
  }),
  'MS-ContinuationToken': header(
    'MS-ContinuationToken',
    'Where the list goes on: as the answer before said',
    {
      type: 'string',
    },
  ),
  'X-Locale': header('X-Locale', 'Language of texts', { type: 'string', default: 'en-US' }),
}
