import { test } from 'node:test'
import { SingleReads } from './single-reads.ts'

const single = { statements: 1, roundTrips: 1, restarts: 0 }
const restarted = { statements: 6, roundTrips: 4, restarts: 1 }
const oneQuestionInTransaction = { statements: 3, roundTrips: 1, restarts: 0 }

test('an endpoint is tried with one statement until that was wrong, and again when it would have been right', (t) => {
  const reads = new SingleReads()
  t.assert.equal(reads.isLikely('listOrders'), true)
  reads.note('listOrders', restarted)
  t.assert.equal(reads.isLikely('listOrders'), false)
  for (let i = 0; i < 8; i += 1) reads.note('listOrders', oneQuestionInTransaction)
  t.assert.equal(reads.isLikely('listOrders'), true)
})

test('a rare read that asks more does not spoil the others, a frequent one does', (t) => {
  const reads = new SingleReads()
  for (let i = 0; i < 8; i += 1) reads.note('getOrder', single)
  reads.note('getOrder', restarted)
  t.assert.equal(reads.isLikely('getOrder'), true)
  reads.note('getOrder', restarted)
  t.assert.equal(reads.isLikely('getOrder'), false)
  t.assert.equal(reads.isLikely('getCart'), true)
})
