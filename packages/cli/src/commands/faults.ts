import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { Command } from 'commander'
import { faultPage, faultPageText, faultRow } from '../fault-page.ts'
import { print, table } from '../output.ts'

/** Needs no server: the catalogue is part of the program. */
export function addFaults(tenantry: Command): void {
  tenantry
    .command('faults')
    .description('the error catalogue, or one code of it with its texts and conditions')
    .argument('[code]')
    .action((code: string | undefined, _options: object, command: Command) => {
      const names = (Object.keys(everyFault) as AnyFaultName[])
        .filter((name) => code === undefined || everyFault[name].code === Number(code))
        .sort((a, b) => everyFault[a].code - everyFault[b].code)
      if (names.length === 0) throw new Error(`the catalogue has no code ${code}`)
      print(command, names.map(code === undefined ? faultRow : faultPage), () =>
        code === undefined ? listText(names) : names.map(faultPageText).join('\n\n'),
      )
    })
}

const listText = (names: readonly AnyFaultName[]): string =>
  table([
    ['code', 'status', 'recipe', 'text'],
    ...names
      .map(faultRow)
      .map(({ code, status, text, hasRecipe }) => [`${code}`, `${status}`, hasRecipe ? 'yes' : '', text]),
  ])
