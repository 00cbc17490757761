import { parse } from '@babel/parser'

/**
 * What a change of would say nothing about the product. Everything else is mutated; the list is short on purpose and
 * stands in docs/decisions/0015-mutation-testing.md.
 */
export interface Place {
  readonly start: number
  readonly end: number
  /** The only kind of mutant that is left out there; every kind where it is not said. */
  readonly only?: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [member: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([member, value]) =>
    member === 'loc' || member.endsWith('Comments')
      ? []
      : (Array.isArray(value) ? value : [value]).filter(isNode),
  )
}

const isText = (node: Node | undefined): node is Node =>
  node?.type === 'StringLiteral' || node?.type === 'TemplateLiteral'

const nameOf = (node: unknown): string =>
  isNode(node) && typeof node['name'] === 'string' ? node['name'] : ''

/** How a rule or a policy is called and where it is documented: labels, which the reference pages print. */
const labels = new Set(['name', 'see', 'page'])
/** They state what the code relies on; their text is for us. */
const statements = new Set(['invariant', 'present', 'Defect', 'Error', 'TypeError', 'RangeError'])

/** The places of `code` (JavaScript) where mutants are left out. */
export function placesWithoutMutants(code: string): Place[] {
  const places: Place[] = []
  const walk = (node: Node, isAtModuleLevel: boolean): void => {
    if (node.type === 'ObjectProperty' && labels.has(nameOf(node['key'])) && isText(node['value'] as Node)) {
      places.push({ ...spanOf(node['value'] as Node), only: 'StringLiteral' })
    }
    if (/^(?:Call|New)Expression$/.test(node.type) && statements.has(nameOf(node['callee']))) {
      places.push(...(node['arguments'] as Node[]).filter(isText).map(spanOf))
    }
    // A declaration of a module emptied as a whole is refused by the compiler.
    if (node.type === 'ObjectExpression' && isAtModuleLevel) {
      places.push({ ...spanOf(node), only: 'ObjectLiteral' })
    }
    const isInside = /Function|Method/.test(node.type)
    for (const child of childrenOf(node)) walk(child, isAtModuleLevel && !isInside)
  }
  walk(treeOf(code), true)
  return places
}

/**
 * Arrow functions of an expression that no mutant empties get a block, on the same line: emptied, they answer nothing,
 * and that is decided when they are called. `() => undefined` in their place would be decided when the module is
 * loaded, and each such mutant would need a process of its own.
 */
export function withBlocks(code: string): string {
  const insertions: { readonly at: number; readonly text: string }[] = []
  const walk = (node: Node): void => {
    const body = node['body']
    if (node.type === 'ArrowFunctionExpression' && isNode(body) && !hasOwnMutant(body)) {
      const inner = spanWithParentheses(code, body)
      insertions.push({ at: inner.start, text: '{ return ' }, { at: inner.end, text: ' }' })
    }
    for (const child of childrenOf(node)) walk(child)
  }
  walk(treeOf(code))
  // Nested ones end at the same place: the inner block closes first, whichever comes first in the list.
  insertions.sort((one, other) => other.at - one.at)
  return insertions.reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), code)
}

const changedAsWhole = new Set([
  ...['BlockStatement', 'LogicalExpression', 'ObjectExpression', 'ArrayExpression'],
  ...['BooleanLiteral', 'StringLiteral', 'TemplateLiteral'],
])

/** Blocks, and expressions that are changed as a whole: to true, to false, to nothing. */
const hasOwnMutant = (body: Node): boolean =>
  changedAsWhole.has(body.type) ||
  (body.type === 'BinaryExpression' && /^(?:[=!]==?|[<>]=?)$/.test(String(body['operator'])))

function spanWithParentheses(code: string, body: Node): { readonly start: number; readonly end: number } {
  const extra = body['extra'] as { parenthesized?: boolean; parenStart?: number } | undefined
  if (extra?.parenthesized !== true || extra.parenStart === undefined) return spanOf(body)
  return { start: extra.parenStart, end: code.indexOf(')', body.end) + 1 }
}

const spanOf = ({ start, end }: Node): { readonly start: number; readonly end: number } => ({ start, end })

const treeOf = (code: string): Node => parse(code, { sourceType: 'module' }).program as unknown as Node
