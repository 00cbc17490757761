import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { endpointAreas } from '@tenantry/contract/endpoints/index.ts'

type Areas = Readonly<Record<string, Readonly<Record<string, Endpoint>>>>

/** The SDK's generated files by their path from the root of the repository. */
export function sdkFiles(areas: Areas = endpointAreas): Map<string, string> {
  const files = new Map<string, string>()
  for (const [area, endpoints] of Object.entries(areas)) {
    files.set(`packages/sdk/src/resources/${area}.ts`, areaFile(area, endpoints))
  }
  files.set('packages/sdk/src/resources/index.ts', indexFile(Object.keys(areas)))
  return files
}

/**
 * `createCart` of the carts is `client.carts.create`: the area already says what is created. Names that say more than
 * the area stay whole.
 */
export function methodName(area: string, endpointName: string): string {
  const plural = area.charAt(0).toUpperCase() + area.slice(1)
  const noun = [plural, plural.replace(/s$/, '')].find((candidate) => endpointName.endsWith(candidate))
  return noun === undefined || noun === endpointName ? endpointName : endpointName.slice(0, -noun.length)
}

function methodNames(area: string, endpoints: Readonly<Record<string, Endpoint>>): Map<string, string> {
  const short = Object.keys(endpoints).map((name) => [name, methodName(area, name)] as const)
  const isTaken = (wanted: string) => short.filter(([, method]) => method === wanted).length > 1
  return new Map(short.map(([name, method]) => [name, isTaken(method) || method === '' ? name : method]))
}

function areaFile(area: string, endpoints: Readonly<Record<string, Endpoint>>): string {
  const table = tableName(area)
  const methods = methodNames(area, endpoints)
  const used = new Set(['AnswerOf'])
  const bodies = Object.entries(endpoints).map(([name, endpoint]) =>
    method(name, methods.get(name) ?? name, endpoint, used),
  )
  return `// Made by \`npm run generate\` from the contract's endpoints; changes belong there.
import type { ${[...used].sort().join(', ')} } from '@tenantry/contract/endpoint.ts'
import type { ${table} } from '@tenantry/contract/endpoints/${fileOf(table)}'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof ${table}

export const ${area}Resource = (send: Send) => ({
${bodies.join('\n')}})
`
}

const sources = globSync('packages/contract/src/endpoints/*.ts').map((path) => ({
  file: basename(path),
  text: readFileSync(path, 'utf8'),
}))

/** The table of endpoints of a resource, as the contract's index has it. */
function tableName(resource: string): string {
  const index = sources.find(({ file }) => file === 'index.ts')?.text ?? ''
  return new RegExp(`^  ${resource}: (\\w+Endpoints),$`, 'm').exec(index)?.[1] ?? ''
}

/** The file that declares a table. */
const fileOf = (table: string): string =>
  sources.find(({ text }) => text.includes(`export const ${table} = {`))?.file ?? ''

function method(name: string, called: string, endpoint: Endpoint, used: Set<string>): string {
  const type = (kind: string): string => {
    used.add(kind)
    return `${kind}<Endpoints['${name}']>`
  }
  const hasParams = has(endpoint.params)
  const hasQuery = has(endpoint.query)
  const hasBody = !['void', 'undefined'].includes(String((endpoint.body as { type?: string }).type))
  const args = [
    ...(hasParams ? [`params: ${type('ParamsOf')}`] : []),
    ...(hasBody ? [`body: ${type('BodyOf')}`] : []),
    ...(hasQuery ? [`query: ${type('QueryOf')}${isOptional(endpoint.query) ? ' = {}' : ''}`] : []),
    'options?: CallOptions',
  ]
  const call = [
    `method: '${endpoint.method}'`,
    `path: '${endpoint.path}'`,
    ...(hasParams ? ['params'] : []),
    ...(hasQuery ? ['query'] : []),
    ...(hasBody ? ['body'] : []),
  ]
  return `  /**
   * ${endpoint.summary}.
   * @see ${endpoint.see}
   */
  ${signature(called, args, `Promise<${type('AnswerOf')}>`)} =>
    send(
      {
        ${call.join(',\n        ')},
      },
      options,
    ),
`
}

/** On one line where it fits, as the formatter would have it. */
export function signature(called: string, args: readonly string[], answer: string): string {
  const line = `${called}: (${args.join(', ')}): ${answer}`
  return line.length + '   =>'.length <= 110
    ? line
    : `${called}: (\n    ${args.join(',\n    ')},\n  ): ${answer}`
}

const propertiesOf = (schema: unknown): Record<string, unknown> =>
  (schema as { properties?: Record<string, unknown> }).properties ?? {}

export const has = (schema: unknown): boolean => Object.keys(propertiesOf(schema)).length > 0

export const isOptional = (schema: unknown): boolean =>
  ((schema as { required?: string[] }).required ?? []).length === 0

function indexFile(areas: readonly string[]): string {
  const imports = [...areas].sort().map((area) => `import { ${area}Resource } from './${area}.ts'`)
  return `// Made by \`npm run generate\` from the contract's endpoints; changes belong there.
import type { Send } from '../client.ts'
${imports.join('\n')}

/** One resource per area of the contract. */
export const resources = (send: Send) => ({
${areas.map((area) => `  ${area}: ${area}Resource(send),`).join('\n')}
})

export type Resources = ReturnType<typeof resources>
`
}
