import { chargeTypes } from '@tenantry/contract/operator/resources/ledger.ts'
import { chargeEvents } from '../packages/server/src/areas/books/ledger/public.ts'

/** Which event writes which charge type: `docs/reference/charge-types.md`, from the table that the ledger writes by. */
export function chargeTypesPage(): string {
  const events = Object.entries(chargeEvents)
  const sections = chargeTypes.map((type) => {
    const rows = events.flatMap(([name, event]) =>
      event.type === type ? [`- ${words(name)}: ${event.when}`] : [],
    )
    return `## ${type}\n\n${rows.length === 0 ? 'Nothing writes it yet.' : rows.join('\n')}\n`
  })
  return `# Charge types\n\n${introduction}\n${sections.join('\n')}`
}

const introduction = [
  'Which event writes which line of the ledger (`GET /_tenantry/ledger`). `unitPrice` is the list price of one unit for a',
  'whole cycle, `effectiveUnitPrice` what one unit is charged: promotion deducted, by the days. A quantity below 0 gives',
  'back. The policy `line-rounding` says how a line gets its cents.\n',
].join('\n')

/** `moreSeats` → `more seats` */
const words = (name: string): string =>
  name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
