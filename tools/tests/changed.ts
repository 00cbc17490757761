import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Files that differ from what `main` had when the branch left it, written down or not, that are still there. */
export function changedFiles(): string[] {
  const base = git('merge-base', 'HEAD', 'main')[0] ?? git('merge-base', 'HEAD', 'origin/main')[0] ?? 'HEAD'
  const changed = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]
  return [...new Set(changed)].filter((file) => existsSync(file)).sort()
}

/** The lines that git answers; none where it refuses. */
function git(...args: string[]): string[] {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : []
}
