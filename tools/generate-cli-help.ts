import type { Command } from 'commander'
import { program } from '../packages/cli/src/program.ts'

/** The help of every command, as it is printed: `tests/golden/cli-help.txt`. */
export const cliHelp = (): string => `${pages(program()).join('\n\n')}\n`

function pages(command: Command): string[] {
  return [command.helpInformation().trimEnd(), ...command.commands.flatMap(pages)]
}
