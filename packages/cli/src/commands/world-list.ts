import type { Command } from 'commander'
import { print, table } from '../output.ts'
import { operatorOf } from '../server.ts'

export function addWorldList(world: Command): void {
  world
    .command('list')
    .description('the worlds and where they answer')
    .action(async (_options: object, command: Command) => {
      const worlds = await operatorOf(command).worlds.list()
      print(command, worlds, (found) =>
        table([['world', 'url'], ...found.map(({ name, url }) => [name, url ?? ''])]),
      )
    })
}
