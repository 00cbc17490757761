import type { Advanced } from '@tenantry/sdk/operator.ts'
import type { Command } from 'commander'
import { print } from '../output.ts'
import { operatorOf } from '../server.ts'

export function addAdvance(tenantry: Command): void {
  tenantry
    .command('advance')
    .description("move the world's clock on and run what is due on the way")
    .argument('<step>', 'a duration (P1M), a time (2027-01-31T00:00:00Z) or next-event')
    .action(async (step: string, _options: object, command: Command) => {
      print(command, await operatorOf(command).clock.advance(stepOf(step)), asText)
    })
}

function stepOf(step: string): { by: string } | { to: string } | { until: 'next-event' } {
  if (step === 'next-event') return { until: step }
  return step.startsWith('P') ? { by: step } : { to: step }
}

const asText = ({ from, now, ran, events, truncated }: Advanced): string =>
  [
    `${from} → ${now}, ${ran} ran`,
    ...events.map((event) => `  ${event.at}  ${event.type}  ${event.subject}`),
    ...(truncated ? ['  …'] : []),
  ].join('\n')
