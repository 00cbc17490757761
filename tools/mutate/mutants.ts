import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { placesWithoutMutants, withBlocks } from './no-mutants.ts'

export interface Mutant {
  /** Counted over all files of a run. */
  readonly id: number
  readonly path: string
  readonly line: number
  /** The name of the mutator, as Stryker calls it. */
  readonly kind: string
  readonly original: string
  readonly replacement: string
  /** The same while the mutated code is, wherever in the file it stands. */
  readonly key: string
}

export interface InstrumentedFile {
  readonly path: string
  /** JavaScript with every mutant in it, each behind `mutants$.active === id`. */
  readonly code: string
  /** Of the file as it stands. */
  readonly hash: string
  readonly mutants: readonly Mutant[]
}

const isOff = (): false => false
const say = (): undefined => undefined
const silent = {
  ...{ isTraceEnabled: isOff, isDebugEnabled: isOff, isInfoEnabled: isOff, isWarnEnabled: isOff },
  ...{ isErrorEnabled: isOff, isFatalEnabled: isOff },
  ...{ trace: say, debug: say, info: say, warn: say, error: say, fatal: say },
}

/** Puts every mutant of the files at `paths` into their text, switched off. */
export async function instrument(paths: readonly string[], root: string): Promise<InstrumentedFile[]> {
  const files: InstrumentedFile[] = []
  let next = 0
  for (const path of paths) {
    const file = await instrumentFile(path, readFileSync(join(root, path), 'utf8'), next)
    next = file.next
    files.push(file)
  }
  return files
}

async function instrumentFile(
  path: string,
  source: string,
  first: number,
): Promise<InstrumentedFile & { readonly next: number }> {
  // Without types first: what stands under `as const` would else count as a type and stay as it is. And an arrow
  // function without effect is there already, as its emptied block or the change of its one expression.
  const code = withBlocks(stripTypeScriptTypes(source))
  const { files, mutants } = await new Instrumenter(silent).instrument(
    [{ name: path.replace(/\.ts$/, '.js'), mutate: true, content: code }],
    { noHeader: true, ignorers: [], excludedMutations: ['ArrowFunction'], plugins: null },
  )
  const starts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const offsetOf = ({ line, column }: { line: number; column: number }) => (starts[line] ?? 0) + column
  const leftOut = placesWithoutMutants(code)
  const seen = new Map<string, number>()
  const kept = mutants.flatMap(({ id, location, mutatorName, replacement, status }): Mutant[] => {
    const [start, end] = [offsetOf(location.start), offsetOf(location.end)]
    if (status === 'Ignored') return []
    const isLeftOut = leftOut.some((place) =>
      place.only === undefined
        ? place.start <= start && end <= place.end
        : place.only === mutatorName && place.start === start && place.end === end,
    )
    const original = plain(code.slice(start, end))
    if (isLeftOut || isNegation(mutatorName, original, replacement ?? '')) return []
    const change = `${shortPath(path)}\n${mutatorName}\n${original}\n${plain(replacement ?? '')}`
    const count = (seen.get(change) ?? 0) + 1
    seen.set(change, count)
    return [
      {
        id: first + Number(id),
        path,
        line: location.start.line + 1,
        kind: mutatorName,
        original,
        replacement: plain(replacement ?? ''),
        key: hashOf(`${change}\n${count}`).slice(0, 10),
      },
    ]
  })
  const instrumented = files[0]?.content ?? code
  return {
    path,
    code: switched(instrumented, first),
    hash: hashOf(withoutImports(source)),
    mutants: kept,
    // Stryker's numbers have gaps.
    next: 1 + mutants.reduce((most, { id }) => Math.max(most, first + Number(id)), first),
  }
}

/** Stryker's calls by the switchboard's: a comparison of numbers, as the switch stands in the hottest loops too. */
const switched = (code: string, first: number): string =>
  code
    .replace(/\bstryMutAct_9fa48\("(\d+)"\)/g, (_, id: string) => {
      const number = first + Number(id)
      return `(mutants$.active === ${number} && mutants$.hit())`
    })
    .replace(
      /\bstryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g,
      (_, ids: string) =>
        `mutants$.reach(${ids
          .split(', ')
          .map((id) => first + Number(id.slice(1, -1)))
          .join(', ')})`,
    )

const plain = (code: string): string => code.replace(/\s+/g, ' ').trim()

/**
 * The opposite of a comparison: whoever notices that it is always true and that it is always false, which are mutants
 * too, notices this.
 */
function isNegation(kind: string, original: string, replacement: string): boolean {
  if (kind !== 'EqualityOperator') return false
  const opposites = ['=== !==', '!== ===', '== !=', '!= ==', '< >=', '>= <', '> <=', '<= >']
  return opposites.some((pair) => {
    const [one = '', other = ''] = pair.split(' ')
    const at = original.indexOf(` ${one} `)
    return at !== -1 && plain(replacement).slice(at).startsWith(` ${other} `)
  })
}

/** What a file is called when the folders above its own move. */
const shortPath = (path: string): string => path.split('/').slice(-2).join('/')

/** A file that only moved, or whose imports did, is the same. */
export const withoutImports = (source: string): string => source.replace(/^import\b[^']*'[^']*'$/gm, '')

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
