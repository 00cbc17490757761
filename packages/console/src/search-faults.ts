import type { FaultPage } from '@tenantry/sdk/operator.ts'

/** The faults that hold every word somewhere: in the code, in a text of any language, in the name or in the area. */
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

const searchable = ({ name, area, texts }: FaultPage): string =>
  [name, area, ...Object.values(texts)].join('\n').toLowerCase()
