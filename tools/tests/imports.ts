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

/** Undefined for a package that is not ours. */
function fileOf(path: string, from: string): string | undefined {
  const [, name, rest] = /^@tenantry\/(\w+)(?:\/(.+))?$/.exec(from) ?? []
  const file =
    name === undefined ? normalize(join(dirname(path), from)) : `packages/${name}/src/${rest ?? 'index.ts'}`
  const isOurs = name !== undefined || from.startsWith('.')
  return isOurs && /\.[jt]s$/.test(file) && existsSync(file) ? file : undefined
}

/** Everything that a file reaches by imports, itself included. */
export function reachedFrom(path: string): ReadonlySet<string> {
  const reached = new Set([path])
  // A set grows while it is gone through.
  for (const each of reached) for (const next of importsOf(each)) reached.add(next)
  return reached
}
