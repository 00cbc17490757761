import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { everyFault } from '@tenantry/contract/faults/index.ts'
import { recipes, runRecipe } from '@tenantry/recipes'
import { checkedEndpoints } from '../../packages/server/src/checks.ts'
import { listsOf } from '../../packages/server/src/work/checks.ts'
import { assertSaysWhy } from '../world/says-why.ts'
import { server, world } from '../world/world.ts'

describe('every recipe brings its fault about, in every language', { concurrency: 4 }, () => {
  for (const recipe of recipes) {
    const { code, status } = everyFault[recipe.fault]
    test(`${code}/${status}: ${recipe.title}`, async (t) => {
      const here = await world(t)
      const run = await runRecipe(recipe, here)

      assert.deepEqual(run.problems, [])
      if (status < 400) return
      const [refused] = await here.operator.requests.list({ code, limit: 1 })
      if (refused !== undefined) await assertSaysWhy(here.operator, refused.id)
    })
  }
})

/** Endpoint and list. It may only shrink. */
const known = readFileSync('tests/golden/checks-without-recipe.txt', 'utf8').trim().split('\n')

test('recipes come to every list that an area declares for an endpoint, but for those that are known', async () => {
  const { unseenChecks } = await server()
  assert.deepEqual(
    unseenChecks().filter((one) => !known.includes(one)),
    [],
  )
})

test('what no recipe comes to is declared', () => {
  const declared = [...checkedEndpoints].flatMap(([name, { checks }]) =>
    listsOf(checks).map(({ title }) => `${name}: ${title}`),
  )
  assert.deepEqual(
    known.filter((one) => !declared.includes(one)),
    [],
  )
})
