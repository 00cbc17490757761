import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { everyFault } from '@tenantry/contract/faults/index.ts'
import { recipes, runRecipe } from '@tenantry/recipes'
import { server, world } from '../world/world.ts'

describe('every recipe brings its fault about, in every language', { concurrency: 4 }, () => {
  for (const recipe of recipes) {
    const { code, status } = everyFault[recipe.fault]
    test(`${code}/${status}: ${recipe.title}`, async (t) => {
      const run = await runRecipe(recipe, await world(t))

      assert.deepEqual(run.problems, [])
    })
  }
})

test('every list that an area declares for an endpoint is one that its requests come to', async () => {
  const { unseenChecks } = await server()
  assert.deepEqual(unseenChecks(), [])
})
