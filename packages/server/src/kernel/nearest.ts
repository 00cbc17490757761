/** Longer texts are nothing that somebody mistyped, and to compare them takes time. */
const lengthMax = 64

/** How many letters must be changed, added or left out to get from one text to the other, in either case. */
export function editDistance(one: string, other: string): number {
  const a = one.toLowerCase().slice(0, lengthMax)
  const b = other.toLowerCase().slice(0, lengthMax)
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The name that was probably meant; none where all are too far away. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  // A third of it may be wrong.
  let least = Math.ceil(name.length / 3) + 1
  for (const candidate of names) {
    const distance = editDistance(name, candidate)
    if (distance >= least) continue
    best = candidate
    least = distance
  }
  return best
}
