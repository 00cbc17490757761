import type { FaultEntry } from './api.ts'

/** The faults that hold every word somewhere: in the code, in a text of any language, in the name or in the area. */
export function searchFaults(faults: readonly FaultEntry[], query: string): FaultEntry[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return faults.filter((fault) => {
    const held = searchable(fault)
    return wanted.every((word) =>
      /^\d+$/.test(word) ? isCode(fault, word) || held.includes(word) : held.includes(word),
    )
  })
}

const isCode = ({ code }: FaultEntry, digits: string): boolean => String(code).startsWith(digits)

const searchable = ({ name, area, texts }: FaultEntry): string =>
  [name, area, ...Object.values(texts)].join('\n').toLowerCase()
