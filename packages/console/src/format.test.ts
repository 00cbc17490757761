import { test } from 'node:test'
import { amountText, counted, decidingText, momentText, words } from './format.ts'

test('a moment is shown in UTC, with seconds only where there are any', (t) => {
  t.assert.equal(momentText('2026-01-15T09:00:00Z'), '2026-01-15 09:00 UTC')
  t.assert.equal(momentText('2026-01-15T09:00:07Z'), '2026-01-15 09:00:07 UTC')
  t.assert.equal(momentText('2026-11-20T21:26:41.241Z'), '2026-11-20 21:26:41.241 UTC')
  t.assert.equal(momentText('soon'), 'soon')
})

test('an amount is shown with its currency', (t) => {
  t.assert.equal(amountText('-1234.50', 'EUR'), '-1,234.50 EUR')
})

test('names of the program are shown as words', (t) => {
  t.assert.equal(words('subscription-charged'), 'subscription charged')
  t.assert.equal(words('targetIsActive'), 'target is active')
})

test('one of a thing is not several', (t) => {
  t.assert.equal(counted(1, 'entry', 'entries'), '1 entry')
  t.assert.equal(counted(0, 'event'), '0 events')
  t.assert.equal(counted(12345, 'event'), '12,345 events')
})

test('what decided a check is shown value by value', (t) => {
  t.assert.equal(
    decidingText({ status: 'suspended', quantity: 3, until: null }),
    'status suspended, quantity 3, until null',
  )
})
