import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  continuationToken,
  pageOf,
  placeAfter,
  readContinuationToken,
  type Page,
  type PagedList,
  type Seek,
} from './page.ts'

const list: PagedList = { of: ['boats', 'contoso', { harbour: 'Kiel' }], place: ['integer', 'text'] }
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const parts = (token: string) =>
  JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [string, ...unknown[]]

test('a token leads back to the place it was made for', (t) => {
  for (const place of [
    [7, 'Hai'],
    [-1, ''],
    [Number.MAX_SAFE_INTEGER, 'Ähre \u{1f6a2}'],
  ] as const) {
    t.assert.deepEqual(readContinuationToken(list, continuationToken(list, place)), place)
  }
})

test('a token is of its list alone', (t) => {
  const token = continuationToken(list, [7, 'Hai'])
  for (const of of [
    ['boats', 'fabrikam', { harbour: 'Kiel' }],
    ['boats', 'contoso', { harbour: 'Emden' }],
    ['ferries', 'contoso', { harbour: 'Kiel' }],
    ['boats', 'contoso', {}],
  ]) {
    t.assert.equal(readContinuationToken({ ...list, of }, token), undefined)
  }
})

test('a token that was made up is no place', (t) => {
  const token = continuationToken(list, [7, 'Hai'])
  const [name] = parts(token)
  const madeUp = [
    'x',
    `${token}=`,
    `${token} `,
    token.slice(0, -2),
    encoded(null),
    encoded(name),
    encoded([name]),
    encoded([name, 7]),
    encoded([name, 7, 'Hai', 1]),
    encoded([name, '7', 'Hai']),
    encoded([name, 7.5, 'Hai']),
    encoded([name, 2 ** 53, 'Hai']),
    encoded([name, null, 'Hai']),
    encoded([name, 7, ['Hai']]),
    Buffer.from(`["${name}",1e999,"Hai"]`).toString('base64url'),
  ]
  for (const one of madeUp) t.assert.equal(readContinuationToken(list, one), undefined, one)
  assert.throws(() => placeAfter(list, 'x'), { name: 'Fault', message: /^400056/ })
  t.assert.equal(placeAfter(list, ''), undefined)
  t.assert.equal(placeAfter(list, undefined), undefined)
})

test('a long filter makes no long token', () => {
  const long = { ...list, of: ['x'.repeat(10_000)] }
  assert.ok(continuationToken(long, [7, 'Hai']).length < 60)
})

test('a page goes on when there is one row more than it shows', (t) => {
  const seekOf = (n: number) => [n, 'boat']
  t.assert.deepEqual(pageOf(list, [1, 2], 2, seekOf), { items: [1, 2] })
  t.assert.deepEqual(pageOf(list, [1, 2, 3], 2, seekOf), {
    items: [1, 2],
    continuationToken: continuationToken(list, [2, 'boat']),
  })
  t.assert.deepEqual(pageOf(list, [], 2, seekOf), { items: [] })
})

test('pages cover a list once each, and the last has no token', (t) => {
  const numbers: PagedList = { of: ['numbers'], place: ['integer'] }
  const all = Array.from({ length: 11 }, (_, n) => n)
  const seen: number[] = []
  for (let token: string | undefined = ''; token !== undefined;) {
    const after: Seek | undefined = placeAfter(numbers, token)
    const found = all.filter((n) => n > Number(after?.[0] ?? -1)).slice(0, 5)
    const page: Page<number> = pageOf(numbers, found, 4, (n) => [n])
    seen.push(...page.items)
    token = page.continuationToken
  }
  t.assert.deepEqual(seen, all)
})
