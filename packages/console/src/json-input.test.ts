import { test } from 'node:test'
import { readJson } from './json-input.ts'

test('JSON is read as it is', (t) => {
  t.assert.deepEqual(readJson(' {"paused": null} '), { value: { paused: null } })
})

test('what is no JSON is told with the line of the mistake', (t) => {
  const input = readJson('{\n  "paused": true,\n  outage: false\n}')
  t.assert.match('problem' in input ? input.problem : '', /^This is not JSON: .*line 3/)
})

test('nothing at all is told apart from a mistake', (t) => {
  const input = readJson('  \n')
  t.assert.match('problem' in input ? input.problem : '', /^There is nothing here/)
})
