import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { everyFault } from '@tenantry/contract/faults/index.ts'
import { recipes, runRecipe } from '@tenantry/recipes'
import { assertSaysWhy } from '../world/says-why.ts'
import { world } from '../world/world.ts'

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
