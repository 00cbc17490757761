import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf, reachedFrom } from './imports.ts'
import { nearest } from './nearest.ts'

const ids = 'packages/server/src/kernel/ids.ts'
const unitTest = 'packages/server/src/kernel/ids.test.ts'
const scenario = 'tests/scenarios/recipes.test.ts'
const stranger = 'packages/console/src/decimal.test.ts'

test('imports are followed by path and by package, with and without a file name', () => {
  assert.ok(importsOf('tests/world/world.ts').includes('packages/sdk/src/operator.ts'))
  assert.ok(importsOf('tests/scenarios/isolation.test.ts').includes('packages/recipes/src/index.ts'))
  assert.ok(importsOf('tests/scenarios/http/worlds.test.ts').includes('packages/sdk/src/operator.ts'))
  assert.ok(importsOf('tests/world/world.ts').every((file) => !file.includes('node_modules')))
  const reached = reachedFrom(scenario)
  assert.equal(reached.get(scenario), 0)
  assert.ok((reached.get(ids) ?? 0) > 2, 'by way of the server')
})

test('the tests that reach a change run, the nearest first, as long as there is time', () => {
  const tests = [stranger, scenario, unitTest]
  const msOf = () => 1_000
  assert.deepEqual(nearest(tests, [ids], { budgetMs: 10_000, msOf }), {
    chosen: [unitTest, scenario],
    leftOut: [],
  })
  assert.deepEqual(nearest(tests, [ids], { budgetMs: 1_000, msOf }), {
    chosen: [unitTest],
    leftOut: [scenario],
  })
  assert.deepEqual(nearest(tests, [scenario], { budgetMs: 0, msOf }).chosen, [scenario])
  assert.deepEqual(nearest(tests, [], { budgetMs: 10_000, msOf }).chosen, [])
})
