import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Throttle } from './throttle.ts'

test('an allowance comes back with time, a part of it sooner', () => {
  const throttle = new Throttle()
  const taken = [0, 0, 0, 30_000, 30_000].map((at) => throttle.take('a', 2, at))
  assert.deepEqual(taken, [undefined, undefined, 30, undefined, 30])
})

test('a wall clock that is set back blocks nobody for longer than a minute', () => {
  const throttle = new Throttle()
  const hour = 3_600_000
  throttle.take('a', 1, hour)
  assert.equal(throttle.take('a', 1, 0), 60)
  assert.equal(throttle.take('a', 1, 60_000), undefined)
})

test('customers without end take no memory without end, and whoever is throttled stays so', () => {
  const throttle = new Throttle()
  for (let i = 0; i < 25_000; i += 1) throttle.take(`quiet-${i}`, 60, i * 2_000)
  assert.ok(throttle.size <= 10_000, `${throttle.size} buckets`)

  const busy = new Throttle()
  for (let i = 0; i < 9_999; i += 1) busy.take(`quiet-${i}`, 60, 0)
  busy.take('throttled', 1, 1_000)
  for (let i = 0; i < 5_000; i += 1) busy.take(`later-${i}`, 60, 1_000)
  assert.equal(busy.take('throttled', 1, 1_000), 60)
})
