import { hasBody, type OperatorEndpoint } from '@tenantry/contract/operator/endpoint.ts'
import { operatorAreas } from '@tenantry/contract/operator/index.ts'
import { has, isOptional, signature } from './generate-sdk.ts'

type Areas = Readonly<Record<string, Readonly<Record<string, OperatorEndpoint>>>>

const folder = 'packages/sdk/src/operator/calls'
const head = "// Made by `npm run generate` from the contract's operator endpoints; changes belong there."

/** The operator client's generated files by their path from the root of the repository. */
export function operatorSdkFiles(areas: Areas = operatorAreas): Map<string, string> {
  refuseSharedGroups(areas)
  return new Map([
    ...Object.entries(areas).map(([area, endpoints]): [string, string] => [
      `${folder}/${area}.ts`,
      areaFile(area, endpoints),
    ]),
    [`${folder}/index.ts`, indexFile(Object.keys(areas))],
  ])
}

/** `worlds.create` stands in the group `worlds`; `ledger` stands alone. */
const groupOf = ({ call }: OperatorEndpoint): string => call.split('.')[0] ?? call

/** A group is one object of the client, so it cannot be spread over two areas. */
function refuseSharedGroups(areas: Areas): void {
  const owners = new Map<string, string>()
  for (const [area, endpoints] of Object.entries(areas)) {
    for (const group of new Set(Object.values(endpoints).map(groupOf))) {
      const other = owners.get(group)
      if (other !== undefined) throw new Error(`operator.${group} is of ${other} and of ${area}`)
      owners.set(group, area)
    }
  }
}

function areaFile(area: string, endpoints: Readonly<Record<string, OperatorEndpoint>>): string {
  const used = new Set(['AnswerOf'])
  const groups = Map.groupBy(Object.entries(endpoints), ([, endpoint]) => groupOf(endpoint))
  const members = [...groups].map(([group, own]) => {
    const methods = own.map(([name, endpoint]) => method(name, endpoint, used))
    const isAlone = own.every(([, { call }]) => call === group)
    return isAlone ? methods.join('\n') : `${group}: {\n${indented(methods.join('\n'))}},\n`
  })
  return `${head}
import type { ${[...used].sort().join(', ')} } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const ${area}Calls = (send: OperatorSend) => ({
${indented(members.join('\n'))}})
`
}

/** The parameters of the path one by one, then the body, then the query. */
function method(name: string, endpoint: OperatorEndpoint, used: Set<string>): string {
  const type = (kind: string, member = ''): string => {
    used.add(kind)
    return `${kind}<Endpoints['${name}']>${member}`
  }
  const params = Object.keys(endpoint.params.properties)
  const hasQuery = has(endpoint.query)
  const withBody = hasBody(endpoint)
  const args = [
    ...params.map((param) => `${param}: ${type('ParamsOf', `['${param}']`)}`),
    ...(withBody ? [argument('body', type('BodyOf'), endpoint.body)] : []),
    ...(hasQuery ? [argument('query', type('QueryOf'), endpoint.query)] : []),
    'options?: OperatorCallOptions',
  ]
  const call = [
    `method: '${endpoint.method}'`,
    `path: '${endpoint.path}'`,
    ...(params.length > 0 ? [`params: { ${params.join(', ')} }`] : []),
    ...(hasQuery ? ['query'] : []),
    ...(withBody ? ['body'] : []),
  ]
  const called = endpoint.call.split('.').at(-1) ?? endpoint.call
  return `/** ${endpoint.summary}. */
${signature(called, args, `Promise<${type('AnswerOf')}>`).replaceAll('\n  ', '\n')} =>
  send(
    {
      ${call.join(',\n      ')},
    },
    options,
  ),
`
}

/** Whatever has no member that must be there may be left out as a whole. */
const argument = (name: string, type: string, schema: object): string =>
  `${name}: ${type}${has(schema) && isOptional(schema) ? ' = {}' : ''}`

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ')

const indexFile = (areas: readonly string[]): string => `${head}
import type { OperatorSend } from '../core.ts'
${[...areas]
  .sort()
  .map((area) => `import { ${area}Calls } from './${area}.ts'`)
  .join('\n')}

/** Every operation of the operator API, by what it is about. */
export const operatorCalls = (send: OperatorSend) => ({
${areas.map((area) => `  ...${area}Calls(send),`).join('\n')}
})

export type OperatorCalls = ReturnType<typeof operatorCalls>
`
