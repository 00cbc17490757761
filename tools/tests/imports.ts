import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const statement = /^(?:import|export)\s(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

/** The files of this repository that a source file imports, types included. */
export function importsOf(path: string): readonly string[] {
  const known = remembered.get(path)
  if (known !== undefined) return known
  const found = [...readFileSync(path, 'utf8').matchAll(statement)]
    .map(([, from, later]) => fileOf(path, from ?? later ?? ''))
    .filter((file) => file !== undefined)
  remembered.set(path, found)
  return found
}

const remembered = new Map<string, readonly string[]>()

/** Undefined for what is not ours. A package of ours opens its sources as they lie. */
function fileOf(path: string, from: string): string | undefined {
  const [, name, rest = 'index'] = /^@tenantry\/(\w+)(?:\/(.+))?$/.exec(from) ?? []
  const isOurs = name !== undefined || from.startsWith('.')
  if (!isOurs) return undefined
  const file = name === undefined ? normalize(join(dirname(path), from)) : `packages/${name}/src/${rest}`
  return [file, `${file}.ts`].find((each) => /\.[jt]s$/.test(each) && existsSync(each))
}

/** Everything that a file reaches by imports, with how far away it is; itself included. */
export function reachedFrom(path: string): ReadonlyMap<string, number> {
  const reached = new Map([[path, 0]])
  // A map grows while it is gone through.
  for (const [each, distance] of reached) {
    for (const next of importsOf(each)) if (!reached.has(next)) reached.set(next, distance + 1)
  }
  return reached
}
