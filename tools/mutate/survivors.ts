import { existsSync, readFileSync } from 'node:fs'
import type { Mutant } from './mutants.ts'

export const survivorsFile = 'tests/golden/surviving-mutants.txt'

export interface ListedSurvivor {
  readonly key: string
  readonly path: string
  readonly change: string
  readonly reason: string
}

/** A line: `key path: original → replacement — reason`. */
const line = /^(?<key>[0-9a-f]{10}) (?<path>\S+): (?<change>.+) — (?<reason>[^—]+)$/

export interface SurvivorList {
  /** Files all of whose mutants were tried: who survives there and is not listed is new. */
  readonly settled: readonly string[]
  readonly survivors: readonly ListedSurvivor[]
}

const settledMark = '# settled: '

export function parseSurvivors(text: string): SurvivorList {
  const rows = text.split('\n').filter((row) => row !== '')
  return {
    settled: rows.filter((row) => row.startsWith(settledMark)).map((row) => row.slice(settledMark.length)),
    survivors: rows
      .filter((row) => !row.startsWith('#'))
      .map((row) => {
        const { key, path, change, reason } = line.exec(row)?.groups ?? {}
        if (key === undefined || path === undefined || change === undefined || reason === undefined) {
          throw new Error(`${survivorsFile}: no survivor and no reason in: ${row}`)
        }
        return { key, path, change, reason: reason.trim() }
      }),
  }
}

export const listedSurvivors = (path = survivorsFile): SurvivorList =>
  existsSync(path) ? parseSurvivors(readFileSync(path, 'utf8')) : { settled: [], survivors: [] }

export const survivorLine = ({ key, path, change, reason }: ListedSurvivor): string =>
  `${key} ${path}: ${change} — ${reason}`

export const changeOf = ({ kind, original, replacement }: Mutant): string =>
  `${short(original)} → ${short(replacement) || '(nothing)'} [${kind}]`.replaceAll('—', '-')

const short = (code: string): string =>
  code.length <= 90 ? code : `${code.slice(0, 60)} … ${code.slice(-25)}`
