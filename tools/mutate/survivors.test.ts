import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { listedSurvivors, parseSurvivors, survivorsFile } from './survivors.ts'

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

test('the list of surviving mutants only shrinks', (t) => {
  if (!existsSync('.git')) return
  // The newest first; only the line of the branch itself, so that a merge counts as what it left.
  const commits = git('log', '--first-parent', '--format=%H', '--', survivorsFile).split('\n').filter(Boolean)
  const sizes = commits.map((commit) => parseSurvivors(git('show', `${commit}:${survivorsFile}`)).length)
  const now = listedSurvivors().length
  for (const [place, size] of [now, ...sizes].entries()) {
    const before = sizes[place]
    t.assert.equal(Math.max(size, before ?? size), before ?? size, `${size} survivors after ${before}`)
  }
})

test('each survivor is listed once, in the order of its file, with a reason', (t) => {
  const listed = listedSurvivors()
  const keys = listed.map(({ key }) => key)
  t.assert.equal(new Set(keys).size, keys.length)
  t.assert.deepEqual(
    listed.filter(({ path }) => !existsSync(path)).map(({ path }) => path),
    [],
  )
  t.assert.deepEqual(
    listed.filter(({ reason }) => reason.split(' ').length < 3),
    [],
  )
  const paths = readFileSync(survivorsFile, 'utf8')
    .split('\n')
    .flatMap((row) => /^\w{10} (\S+):/.exec(row)?.[1] ?? [])
  t.assert.deepEqual(paths, paths.toSorted())
})

test('a line without a reason is refused', (t) => {
  t.assert.throws(() => parseSurvivors('0123456789 packages/a.ts: a → b\n'), /no survivor and no reason/)
  const [one] = parseSurvivors('# a comment\n0123456789 packages/a.ts: a → b [X] — nobody can tell\n')
  t.assert.deepEqual([one?.path, one?.reason], ['packages/a.ts', 'nobody can tell'])
})
