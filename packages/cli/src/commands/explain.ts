import { findByText, type TextMatch } from '@tenantry/contract/faults/find-by-text.ts'
import { repairOf } from '@tenantry/contract/faults/published-texts.ts'
import type { Command } from 'commander'
import { faultPage, faultPageText } from '../fault-page.ts'
import { print } from '../output.ts'

/** Needs no server: the catalogue is part of the program. */
export function addExplain(tenantry: Command): void {
  tenantry
    .command('explain')
    .description('the fault that a pasted text or error body comes from, in any of the four languages')
    .argument('<text...>')
    .action((words: string[], _options: object, command: Command) => {
      const found = findByText(words.join(' '))
      if (found.length === 0) throw new Error('no fault of the catalogue says that')
      print(
        command,
        found.map((match) => ({ ...faultPage(match.fault), match })),
        () => found.map(matchText).join('\n\n'),
      )
    })
}

const matchText = (match: TextMatch): string =>
  [faultPageText(match.fault), ...originalText(match)].join('\n')

function originalText({ fault, locale, text, isOriginal }: TextMatch): string[] {
  return isOriginal
    ? [`  published in ${locale} as: ${text}`, `    repaired: ${repairOf(fault, locale)}`]
    : []
}
