import type { WorldRequest } from '@tenantry/sdk/operator.ts'
import type { Command } from 'commander'
import { print } from '../output.ts'
import { operatorOf } from '../server.ts'

export function addWorldCreate(world: Command): void {
  world
    .command('create')
    .description('make a world: seeded, empty or branched from another one')
    .argument('[name]', 'made when left out')
    .option('--from <name>', 'branch this world')
    .option('--seed <name>', 'default, empty or a path to a world file')
    .option('--clock <mode>', 'live or fixed')
    .option('--id-seed <text>', 'the same one gives the same ids')
    .action(async (name: string | undefined, options: Omit<WorldRequest, 'name'>, command: Command) => {
      const made = await operatorOf(command).worlds.create({
        ...options,
        ...(name === undefined ? {} : { name }),
      })
      print(command, made, ({ name, url }) => `${name}  ${url}`)
    })
}
