import type { FaultPage } from '@tenantry/sdk/operator.ts'

/** The faults that hold every word somewhere: in the code, the name, the area or a text, also as it was published. */
export function searchFaults(faults: readonly FaultPage[], query: string): FaultPage[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return faults.filter((fault) => {
    const held = searchable(fault)
    return wanted.every((word) =>
      /^\d+$/.test(word) ? isCode(fault, word) || held.includes(word) : held.includes(word),
    )
  })
}

const isCode = ({ code }: FaultPage, digits: string): boolean => String(code).startsWith(digits)

const searchable = ({ name, area, texts, originals }: FaultPage): string =>
  [name, area, ...Object.values(texts), ...originals.map(({ text }) => text)].join('\n').toLowerCase()
