import { test } from 'node:test'
import { hashOf, isSamePage, parseHash } from './route.ts'

test('an address without a hash is the page of the world that the server names', (t) => {
  for (const hash of ['', '#', '#/']) {
    t.assert.deepEqual(parseHash(hash), { world: undefined, page: 'world', subject: undefined, filters: {} })
  }
})

test('a hash says the world, the page, the subject and the filters', (t) => {
  t.assert.deepEqual(parseHash('#/branch-1/requests?code=900118&path=%2Fv1%2Fcustomers'), {
    world: 'branch-1',
    page: 'requests',
    subject: undefined,
    filters: { code: '900118', path: '/v1/customers' },
  })
  t.assert.equal(parseHash('#/main/customers/0b1c').subject, '0b1c')
})

test('a hash that makes no sense leads to the page of its world', (t) => {
  t.assert.deepEqual(parseHash('#/main/nonsense/x?y=z'), {
    world: 'main',
    page: 'world',
    subject: undefined,
    filters: {},
  })
  t.assert.equal(parseHash('#/%E0%A4/clock').page, 'clock')
})

test('what a hash was made of is read from it again', (t) => {
  const route = { world: 'main', page: 'policies', subject: 'a/b?c#d', filters: { q: 'č & ř' } } as const
  t.assert.deepEqual(parseHash(hashOf(route)), route)
})

test('empty filters leave no trace in the address', (t) => {
  t.assert.equal(
    hashOf({ world: 'main', page: 'requests', filters: { code: '', path: '/v1' } }),
    '#/main/requests?path=%2Fv1',
  )
})

test('another filter is the same page, another subject is not', (t) => {
  const one = parseHash('#/main/requests?code=1')
  t.assert.equal(isSamePage(one, parseHash('#/main/requests?code=2')), true)
  t.assert.equal(isSamePage(one, parseHash('#/main/requests/7?code=1')), false)
  t.assert.equal(isSamePage(one, parseHash('#/other/requests?code=1')), false)
})
