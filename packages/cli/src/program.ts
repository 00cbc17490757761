import { Command, Option } from 'commander'
import { addAdvance } from './commands/advance.ts'
import { addExplain } from './commands/explain.ts'
import { addFaults } from './commands/faults.ts'
import { addProvoke } from './commands/provoke.ts'
import { addStart } from './commands/start.ts'
import { addToken } from './commands/token.ts'
import { addWorldCreate } from './commands/world-create.ts'
import { addWorldDelete } from './commands/world-delete.ts'
import { addWorldList } from './commands/world-list.ts'

/** Every command of `tenantry`; nothing runs before `parseAsync`. */
export function program(): Command {
  const tenantry = new Command('tenantry')
    .description('A Partner Center of your own: starts one, and drives one that runs')
    .addOption(new Option('--url <url>', 'the server').env('TENANTRY_URL').default('http://127.0.0.1:4646'))
    .addOption(
      new Option('--operator-key <key>', 'the key that the start printed').env('TENANTRY_OPERATOR_KEY'),
    )
    .option('--world <name>', 'a world other than the default one')
    .option('--json', 'answer as JSON')
    .showHelpAfterError('(add --help for the options)')
    .configureHelp({ helpWidth: 100 })
  addStart(tenantry)
  addProvoke(tenantry)
  addAdvance(tenantry)
  const world = tenantry.command('world').description('the worlds of the server')
  addWorldList(world)
  addWorldCreate(world)
  addWorldDelete(world)
  addToken(tenantry)
  addFaults(tenantry)
  addExplain(tenantry)
  return tenantry
}
