import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { areas } from '../packages/server/src/areas/index.ts'
import { ruleLists } from '../packages/server/src/checks.ts'
import { boundEndpoints, wiring } from '../packages/server/src/wiring.ts'

/** What an area has and does not register would be there and do nothing: each kind of it fails here by its name. */
const server = 'packages/server/src/'
const sources = globSync(`${server}**/*.ts`)
  .filter((path) => !/\.(test|fixture|types)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** What `pattern` captures in the sources, with where it stands. */
const found = (pattern: RegExp): { readonly name: string; readonly path: string }[] =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([, name = '']) => ({ name, path: path.slice(server.length) })),
  )

const missing = (declared: ReturnType<typeof found>, known: readonly string[]): string[] =>
  declared.filter(({ name }) => !known.includes(name)).map(({ name, path }) => `${path}: ${name}`)

test('every folder of a wing is an area that is registered under its name', () => {
  const folders = globSync(`${server}areas/*/*/`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${entry.parentPath.split('/').at(-1)}/${entry.name}`)
  assert.deepEqual(areas.map(({ name }) => name).toSorted(), folders.toSorted())
})

test('every list that is enforced is in the checks of an endpoint', () => {
  const lists = found(/ruleList(?:<[^(]*>)?\(\s*'([^']+)'/g)
  assert.deepEqual(missing(lists, [...ruleLists.keys()]), [])
  assert.equal(new Set(lists.map(({ name }) => name)).size, lists.length, 'two lists have one title')
  assert.equal(lists.length, ruleLists.size)
})

test('every dated policy is one that the operator can see and change', () => {
  const policies = found(/datedPolicy\(\{\s*name: '([^']+)'/g)
  const known = wiring.policies.map(({ name }) => name)
  assert.deepEqual(missing(policies, known), [])
  assert.equal(policies.length, known.length)
  const files = globSync('packages/server/data/policies/*.json')
  assert.equal(files.length, known.length, 'a file of policies for each')
})

test('every table is created', () => {
  const tables = found(/documentTable<[^(]*>\(\)\(\{\s*name: '([^']+)'/g)
  assert.ok(tables.length > 15)
  assert.deepEqual(
    missing(
      tables,
      wiring.tables.map(({ name }) => name),
    ),
    [],
  )
})

test('every handler of the agenda and every follower is in the area that has it', () => {
  const handlers = found(/^export const (\w+): ScheduleHandlers/gm)
  const followers = found(/^export async function (\w+)\([^)]*: DomainEvent\b/gm)
  assert.ok(handlers.length > 4 && followers.length > 3)
  const unregistered = [...handlers, ...followers].filter(({ name, path }) => {
    const area = /^areas\/[\w-]+\/[\w-]+\//.exec(path)?.[0] ?? ''
    return !new RegExp(`\\b${name}\\b`).test(readFileSync(`${server}${area}area.ts`, 'utf8'))
  })
  assert.deepEqual(unregistered, [])
})

test('every endpoint of the contract is served by one area', () => {
  assert.deepEqual(
    boundEndpoints.map(({ name }) => name),
    Object.keys(endpoints),
  )
  const served = areas.flatMap((area) => Object.keys(area.routes))
  assert.deepEqual(served.toSorted(), Object.keys(endpoints).toSorted())
})
