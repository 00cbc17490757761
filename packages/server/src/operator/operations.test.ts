import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import { openApiPath } from '@tenantry/contract/json-schema.ts'
import { operatorSetting } from './operator.fixture.ts'

const declared = Object.entries(operatorEndpoints).map(([name, { method, path }]) => ({ name, method, path }))

test('every declared operation has a route, and every route is declared', async () => {
  const { app } = await operatorSetting()

  await app.ready()

  assert.deepEqual(
    declared.filter(({ method, path }) => !app.hasRoute({ method, url: path })),
    [],
  )
  const routes = app.printRoutes({ commonPrefix: false, includeHooks: false })
  const bound = [...routes.matchAll(/\(([A-Z, ]+)\)/g)].flatMap(([, methods = '']) =>
    methods.split(', ').filter((method) => method !== 'HEAD'),
  )
  assert.equal(bound.length, declared.length)
})

test('every declared operation is in the document that the server answers', async () => {
  const { ask } = await operatorSetting()

  const { body } = await ask('GET', 'openapi.json')

  for (const { name, method, path } of declared)
    assert.equal(body.paths[openApiPath(path)][method.toLowerCase()].operationId, name)
  const documented = Object.values<object>(body.paths).flatMap((path) => Object.keys(path))
  assert.equal(documented.length, declared.length)
})

test('no two operations have one place or one name in the client', () => {
  const places = declared.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
  const calls = Object.values(operatorEndpoints).map(({ call }) => call)

  assert.equal(new Set(places).size, declared.length)
  assert.equal(new Set(calls).size, declared.length)
})
