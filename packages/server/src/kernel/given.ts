/** What of `members` is given: members that are undefined are left out. */
export function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const found: Partial<T> = {}
  for (const name in members) if (members[name] !== undefined) found[name] = members[name]
  return found as { [K in keyof T]?: Exclude<T[K], undefined> }
}
