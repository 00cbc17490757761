import type { Endpoint } from './endpoint.ts'
import { faultsOf } from './faults-of.ts'
import { serviceErrors } from './faults/extra.ts'
import type { FaultSpec } from './faults/fault.ts'
import { nameOf } from './faults/index.ts'
import { fields, header, jsonSchema, openApiPath, type Json, type JsonObject } from './json-schema.ts'

/** The OpenAPI 3.1 document of the declared endpoints; nothing in it is written by hand beside the contract. */
export function openApiDocument(endpoints: Readonly<Record<string, Endpoint>>): object {
  const named: Record<string, JsonObject> = {
    Fault: faultSchema,
    ServiceError: serviceErrorSchema,
    Throttled: throttledSchema,
  }
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = openApiPath(endpoint.path)
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint, named) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tenantry',
      summary: 'The REST commerce API of the Cloud Solution Provider program',
      version: 'v1',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: named,
      parameters: headerParameters,
      responses: { Fault: faultAnswer, Throttled: throttledAnswer },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

function operation(name: string, endpoint: Endpoint, named: Record<string, JsonObject>): JsonObject {
  const asked = jsonSchema(endpoint.body, named)
  const body = asked === undefined ? undefined : acceptingNull(asked)
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [tagOf(endpoint.path)],
    externalDocs: { url: `https://learn.microsoft.com/${endpoint.see.replace(/^\//, '')}` },
    parameters: [
      ...fields(endpoint.params, 'path', named),
      ...fields(endpoint.query, 'query', named),
      ...headersOf(endpoint),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { ...successes(endpoint, named), ...refusals(endpoint) },
    'x-auth': endpoint.auth,
    'x-roles': endpoint.roles,
  }
}

/** The resource that a path is about: its last literal segment. */
function tagOf(path: string): string {
  const literal = path.split('/').filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'))
  return literal.at(literal[0] === 'customers' && literal.length > 1 ? 1 : 0) ?? 'root'
}

const headersOf = (endpoint: Endpoint): Json[] => {
  const names = ['MS-RequestId', 'MS-CorrelationId', 'X-Locale']
  if (endpoint.method === 'PATCH' || endpoint.method === 'PUT') names.push('If-Match')
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

function successes(endpoint: Endpoint, named: Record<string, JsonObject>): JsonObject {
  const answer = alsoPublished(jsonSchema(endpoint.answer, named), endpoint, named)
  const content: JsonObject =
    answer === undefined ? {} : { content: { 'application/json': { schema: answer } } }
  const statuses = [endpoint.status, ...(endpoint.otherStatuses ?? [])]
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { description: descriptions[status], ...(status === 204 ? {} : content) },
    ]),
  )
}

const descriptions = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No content',
  207: 'Multi-status',
} as const

/** The declared faults by status, and one answer for every other refusal. */
function refusals(endpoint: Endpoint): JsonObject {
  const byStatus = new Map<number, FaultSpec[]>()
  for (const spec of faultsOf(endpoint)) {
    if (spec.status >= 400) byStatus.set(spec.status, [...(byStatus.get(spec.status) ?? []), spec])
  }
  const declared = [...byStatus].sort(([a], [b]) => a - b)
  return {
    ...Object.fromEntries(
      declared.map(([status, specs]) => [String(status), refusal(specs, endpoint.halfwayFaults)]),
    ),
    429: { $ref: '#/components/responses/Throttled' },
    default: { $ref: '#/components/responses/Fault' },
  }
}

function refusal(specs: readonly FaultSpec[], halfway: readonly FaultSpec[] = []): JsonObject {
  const rows = [...specs].sort((a, b) => a.code - b.code)
  return {
    description: rows.map((row) => row.code).join(', '),
    content: rows.some((row) => serviceErrors.has(row)) ? eitherContent : faultAnswer.content,
    'x-faults': rows.map((row) => ({
      code: row.code,
      status: row.status,
      name: nameOf(row),
      ...(halfway.includes(row) ? { halfway: true } : {}),
    })),
  }
}

/** Null counts as absent in a request: older clients send every member of a resource. */
function acceptingNull(node: Json): Json {
  if (Array.isArray(node)) return node.map((entry: Json) => acceptingNull(entry))
  if (typeof node !== 'object' || node === null) return node
  const { properties, ...rest } = node as JsonObject
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, acceptingNull(value)]))
  if (typeof properties !== 'object' || properties === null) return inner
  const required = Array.isArray(rest['required']) ? rest['required'] : []
  const members = Object.entries(properties).map(([name, schema]) => {
    const accepting = acceptingNull(schema)
    return [name, required.includes(name) ? accepting : orNull(accepting)]
  })
  return { ...inner, properties: Object.fromEntries(members) as JsonObject }
}

function orNull(schema: Json): Json {
  const { type, enum: members } = schema as JsonObject
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const nullable = { ...(schema as JsonObject), type: [type, 'null'] }
  return Array.isArray(members) ? { ...nullable, enum: [...members, null] } : nullable
}

/** The first choice is what is answered; the others are printed by pages that disagree with it. */
function alsoPublished(
  answer: Json | undefined,
  endpoint: Endpoint,
  named: Record<string, JsonObject>,
): Json | undefined {
  const others = (endpoint.alsoPublished ?? []).map((schema) => jsonSchema(schema, named) ?? {})
  if (answer === undefined || others.length === 0) return answer
  return {
    description: 'The first shape is answered; the others stand on documentation pages only.',
    anyOf: [answer, ...others],
  }
}

const faultSchema = {
  type: 'object',
  required: ['code', 'description', 'data', 'source'],
  properties: {
    code: { type: 'integer' },
    description: { type: 'string', maxLength: 1024 },
    data: { type: 'array', items: { type: 'string' } },
    source: { type: 'string' },
  },
} as const

/** The two that answer otherwise: 600061 and 600074. */
const serviceErrorSchema = {
  type: 'object',
  required: [
    ...['code', 'message', 'description', 'errorName', 'isRetryable', 'parameters'],
    'errorMessageExtended',
  ],
  properties: {
    code: { type: 'integer' },
    message: { type: 'string' },
    description: { type: 'string' },
    errorName: { type: 'string' },
    isRetryable: { type: 'boolean' },
    parameters: { type: 'object' },
    errorMessageExtended: { type: 'string' },
  },
} as const

const eitherContent = {
  'application/json': {
    schema: {
      anyOf: [{ $ref: '#/components/schemas/Fault' }, { $ref: '#/components/schemas/ServiceError' }],
    },
  },
} as const

const throttledSchema = {
  type: 'object',
  required: ['statusCode', 'message'],
  properties: { statusCode: { type: 'integer' }, message: { type: 'string' } },
} as const

const faultAnswer = {
  description: 'Refused; see the error catalogue',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
} as const

const throttledAnswer = {
  description: 'Too many requests',
  headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Throttled' } } },
} as const

const headerParameters = {
  'MS-RequestId': header('MS-RequestId', 'One value for a call and its repetitions', {
    type: 'string',
    format: 'uuid',
  }),
  'MS-CorrelationId': header('MS-CorrelationId', 'For tracing', { type: 'string', format: 'uuid' }),
  'X-Locale': header('X-Locale', 'Language of texts', { type: 'string', default: 'en-US' }),
  'If-Match': header('If-Match', 'The ETag of the resource as it was read, in quotes', { type: 'string' }),
} as const
