import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { faultConditions } from '@tenantry/contract/faults/conditions.ts'
import { locales } from '@tenantry/contract/locales/index.ts'
import { recipeOf } from '@tenantry/recipes'
import type { Command } from 'commander'
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
      print(command, names.map(code === undefined ? row : page), () =>
        code === undefined ? listText(names) : names.map(pageText).join('\n\n'),
      )
    })
}

const row = (name: AnyFaultName) => ({
  code: everyFault[name].code,
  status: everyFault[name].status,
  name,
  text: everyFault[name].message,
  hasRecipe: recipeOf(name) !== undefined,
})

const page = (name: AnyFaultName) => ({
  ...row(name),
  texts: Object.fromEntries(Object.entries(locales).map(([locale, messages]) => [locale, messages[name]])),
  ...faultConditions[name],
})

const listText = (names: readonly AnyFaultName[]): string =>
  table([
    ['code', 'status', 'recipe', 'text'],
    ...names
      .map(row)
      .map(({ code, status, text, hasRecipe }) => [`${code}`, `${status}`, hasRecipe ? 'yes' : '', text]),
  ])

function pageText(name: AnyFaultName): string {
  const { code, status, texts, hasRecipe } = page(name)
  return [
    `${code} / ${status}  ${name}`,
    ...Object.entries(texts).map(([locale, text]) => `  ${locale}  ${text}`),
    ...(faultConditions[name]?.conditions ?? []).map(
      ({ operation, when, provenance }) => `  ${operation}\n    ${when} (${provenance})`,
    ),
    hasRecipe ? `  tenantry provoke ${code}` : '  no recipe yet',
  ].join('\n')
}
