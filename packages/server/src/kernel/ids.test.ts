import * as fc from 'fast-check'
import { test } from 'node:test'
import { etagMatches, etagOf, parseEtag, quote } from './etag.ts'
import { idSource, isGuid } from './ids.ts'

test('the same seed and sequence give the same ids, another gives others', (t) => {
  const drawn = (seed: string, sequence: number) => {
    const ids = idSource(seed, sequence)
    return [ids.newId(), ids.newToken('0123456789abcdef', 12), ids.newId(), ids.newId()]
  }
  t.assert.deepEqual(drawn('main', 7), drawn('main', 7))
  t.assert.notDeepEqual(drawn('main', 7), drawn('main', 8))
  t.assert.notDeepEqual(drawn('main', 7), drawn('other', 7))
})

test('ids are lower-case GUIDs of version 4, and none comes twice', (t) => {
  const seen = new Set<string>()
  for (let sequence = 0; sequence < 200; sequence += 1) {
    const ids = idSource('main', sequence)
    for (let n = 0; n < 10; n += 1) seen.add(ids.newId())
  }
  t.assert.equal(seen.size, 2000)
  for (const id of seen)
    t.assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  t.assert.equal(isGuid('12345678-ABCD-4000-8000-123456789ABC'), true)
  t.assert.equal(isGuid('12345678abcd40008000123456789abc'), false)
})

test('a token uses every character of its alphabet about equally often', (t) => {
  const token = idSource('main', 1).newToken('abc', 3000)
  t.assert.equal(token.length, 3000)
  for (const letter of 'abc') t.assert.equal(token.split(letter).length > 850, true, letter)
})

test('an ETag can be read back, in quotes and weak too', (t) => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (id, version) => {
      const etag = etagOf(id, version)
      return [etag, quote(etag), `W/${quote(etag)}`].every((sent) => etagMatches(sent, id, version))
    }),
  )
  t.assert.deepEqual(parseEtag(etagOf('a', 3)), { id: 'a', version: 3 })
  t.assert.equal(parseEtag('nonsense'), undefined)
})

test('only an ETag of another version or resource is stale', (t) => {
  const etag = etagOf('a', 3)
  for (const sent of [undefined, null, '', '*', etag, `"x", ${quote(etag)}`])
    t.assert.equal(etagMatches(sent, 'a', 3), true)
  for (const sent of [etagOf('a', 2), etagOf('b', 3), '"nonsense"'])
    t.assert.equal(etagMatches(sent, 'a', 3), false)
})

test('what decodes to anything but an id with a version is no ETag', (t) => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
  t.assert.deepEqual(parseEtag(encoded({ id: 'a', version: 3 })), { id: 'a', version: 3 })
  const others = [
    null,
    'a',
    7,
    [],
    {},
    { id: 'a' },
    { version: 3 },
    { id: 7, version: 3 },
    { id: 'a', version: 1.5 },
  ]
  for (const other of others) t.assert.equal(parseEtag(encoded(other)), undefined, JSON.stringify(other))
  t.assert.equal(quote('x'), '"x"')
})
