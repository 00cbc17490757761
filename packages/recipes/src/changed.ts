/** Members to change; one that is `undefined` is left out of what is sent, whether the contract asks for it or not. */
export type Changes<T> = { readonly [Member in keyof T]?: T[Member] | undefined }

export function changed<T extends object>(resource: T, changes: Changes<T>): T {
  const members = Object.entries({ ...resource, ...changes }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members) as T
}
