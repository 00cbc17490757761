import type { Fate, Result } from './result.ts'
import { changeOf } from './survivors.ts'

function counted(results: readonly Result[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { killed: 0, 'timed out': 0, survived: 0, 'not reached': 0 }
  for (const { fate } of results) counts[fate] += 1
  return counts
}

/** Killed of all, in percent; who runs into the time limit was noticed, too. */
function scoreOf(results: readonly Result[]): number {
  const { killed, 'timed out': timedOut } = counted(results)
  return results.length === 0 ? 100 : ((killed + timedOut) / results.length) * 100
}

export function summary(results: readonly Result[]): string {
  const counts = counted(results)
  return `${counts.killed} killed, ${counts['timed out']} timed out, ${counts.survived} survived, ${
    counts['not reached']
  } not reached: ${scoreOf(results).toFixed(1)} % of ${results.length}`
}

/** The score of each file, the worst first. */
export function byFile(results: readonly Result[]): string[] {
  const files = Map.groupBy(results, ({ mutant }) => mutant.path)
  return [...files]
    .map(([path, own]) => ({ path, own, score: scoreOf(own) }))
    .sort((one, other) => one.score - other.score || one.path.localeCompare(other.path))
    .map(({ path, own, score }) => {
      const alive = own.filter(({ fate }) => fate === 'survived' || fate === 'not reached').length
      const counts = `${String(alive).padStart(4)} of ${String(own.length).padStart(4)} alive`
      return `${score.toFixed(0).padStart(4)} %  ${counts}  ${path}`
    })
}

export const alive = (results: readonly Result[]): Result[] =>
  results
    .filter(({ fate }) => fate === 'survived' || fate === 'not reached')
    .sort(({ mutant: one }, { mutant: other }) => one.path.localeCompare(other.path) || one.line - other.line)

export const survivorText = ({ mutant, fate, why }: Result): string =>
  `${mutant.path}:${mutant.line} ${mutant.key} ${changeOf(mutant)} (${fate === 'survived' ? why : fate})`
