import { globSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'

/** What has to be tested to the bone: time and money, who may ask, the ledger, rules, repositories and the store. */
const watched =
  /^packages\/server\/src\/(?:kernel\/|identity\/|store\/|areas\/(?:\w+\/)?ledger\/|.*-(?:rules|repository)\.ts$)/

const isSource = (path: string): boolean =>
  path.endsWith('.ts') && !/\.(?:test|types|fixture)\.ts$|-fixture\.ts$|node_modules/.test(path)

/** The files to mutate: those under `paths` (files or folders), or what is watched when none is named. */
export function targetsOf(paths: readonly string[], root: string): string[] {
  const found =
    paths.length === 0
      ? globSync('packages/server/src/**/*.ts', { cwd: root }).filter((path) => watched.test(path))
      : paths.flatMap((path) =>
          statSync(join(root, path)).isDirectory()
            ? globSync(`${normalize(path).replace(/\/$/, '')}/**/*.ts`, { cwd: root })
            : [normalize(path)],
        )
  return [...new Set(found.filter(isSource))].sort()
}

/** What drives a browser, breaks machines or runs the code in other processes cannot be asked about a mutant here. */
const outside =
  /node_modules|^tests\/(?:console|faults)\/|^tools\/|\/scenarios-on-postgres\.|\/http\/process\./

export const testFilesOf = (root: string): string[] =>
  globSync('{packages,tests,tools}/**/*.test.ts', { cwd: root })
    .filter((path) => !outside.test(path))
    .sort()
