import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { listedSurvivors, parseSurvivors, survivorsFile } from './survivors.ts'

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

test('no settled file gets more survivors than it had', (t) => {
  if (!existsSync('.git')) return
  // The newest first; only the line of the branch itself, so that a merge counts as what it left.
  const commits = git('log', '--first-parent', '--format=%H', '--', survivorsFile).split('\n').filter(Boolean)
  const states = [
    listedSurvivors(),
    ...commits.map((commit) => parseSurvivors(git('show', `${commit}:${survivorsFile}`))),
  ]
  const grown = states.flatMap((now, place) => {
    const before = states[place + 1]
    const counts = Map.groupBy(now.survivors, ({ path }) => path)
    const earlier = Map.groupBy(before?.survivors ?? [], ({ path }) => path)
    return (before?.settled ?? [])
      .filter((path) => (counts.get(path)?.length ?? 0) > (earlier.get(path)?.length ?? 0))
      .map((path) => `${path}: ${counts.get(path)?.length} after ${earlier.get(path)?.length ?? 0}`)
  })
  t.assert.deepEqual(grown, [])
})

test('each survivor is listed once, in the order of its file, with a reason', (t) => {
  const { settled, survivors: listed } = listedSurvivors()
  const keys = listed.map(({ key }) => key)
  t.assert.equal(new Set(keys).size, keys.length)
  t.assert.deepEqual(
    listed.filter(({ path }) => !settled.includes(path)),
    [],
  )
  t.assert.deepEqual(
    settled.filter((path) => !existsSync(path)),
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
  const text = '# settled: packages/a.ts\n0123456789 packages/a.ts: a → b [X] — nobody can tell\n'
  const { settled, survivors } = parseSurvivors(text)
  t.assert.deepEqual(settled, ['packages/a.ts'])
  t.assert.deepEqual(
    survivors.map(({ path, reason }) => [path, reason]),
    [['packages/a.ts', 'nobody can tell']],
  )
})
