import type { Command } from 'commander'
import { print } from '../output.ts'
import { operatorOf } from '../server.ts'

export function addWorldDelete(world: Command): void {
  world
    .command('delete')
    .description('remove a world and all that is in it')
    .argument('<name>')
    .action(async (name: string, _options: object, command: Command) => {
      await operatorOf(command).worlds.remove(name)
      print(command, { name, deleted: true }, () => `${name} is gone`)
    })
}
