import { operatorClient, type Operator } from '@tenantry/sdk/operator.ts'
import { recipesOf, runRecipe, World, type RecipeRun } from '@tenantry/recipes'
import type { Command } from 'commander'
import { print } from '../output.ts'
import { operatorOf } from '../server.ts'

export function addProvoke(tenantry: Command): void {
  tenantry
    .command('provoke')
    .description('bring an error about by real calls, in a world made for it')
    .argument('<code>', 'a code of the catalogue, for example 900258')
    .option('--keep', 'leave the world as it is then, to look around in')
    .action(async (code: string, options: { keep?: boolean }, command: Command) => {
      const wanted = recipesOf(Number(code))
      if (wanted.length === 0)
        throw new Error(`there is no recipe for ${code}; see \`tenantry faults ${code}\``)
      const runs = []
      for (const recipe of wanted) {
        runs.push({
          title: recipe.title,
          ...(await inOwnWorld(operatorOf(command), options.keep === true, (world) =>
            runRecipe(recipe, world),
          )),
        })
      }
      print(command, runs, (found) => found.map(runText).join('\n\n'))
      if (runs.some((run) => run.problems.length > 0)) process.exitCode = 1
    })
}

async function inOwnWorld<T>(operator: Operator, isKept: boolean, work: (world: World) => Promise<T>) {
  const made = await operator.worlds.create({ seed: 'default', clock: 'fixed' })
  const { world: _other, ...connection } = operator.options
  try {
    const ran = await work(await World.open(operatorClient({ ...connection, world: made.name })))
    return { ...ran, ...(isKept ? { world: made.name, url: made.url } : {}) }
  } finally {
    if (!isKept) await operator.worlds.remove(made.name)
  }
}

const runText = (run: RecipeRun & { readonly title: string; readonly url?: string }): string =>
  [
    `${run.code} / ${run.status}  ${run.title}`,
    ...Object.entries(run.texts).map(([locale, text]) => `  ${locale}  ${text}`),
    ...run.problems.map((problem) => `  ✗ ${problem}`),
    ...(run.url === undefined ? [] : [`  the world is kept: ${run.url}`]),
  ].join('\n')
