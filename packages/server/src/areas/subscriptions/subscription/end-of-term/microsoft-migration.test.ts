import { test } from 'node:test'
import { plainDate } from '../../../../kernel/time.ts'
import { at } from '../subscription.fixture.ts'
import { endless } from '../term.ts'
import { isInLastDayOfTerm } from './microsoft-migration.ts'

test('the last day of a legacy term is the last twenty-four hours before the first moment of its end date', (t) => {
  const isLast = (now: string) => isInLastDayOfTerm({ commitmentEnd: plainDate('2026-12-31') }, at(now))
  t.assert.equal(isLast('2026-12-29T23:59:59Z'), false)
  t.assert.equal(isLast('2026-12-30T00:00:00Z'), false)
  t.assert.equal(isLast('2026-12-30T00:00:01Z'), true)
  t.assert.equal(isLast('2026-12-31T12:00:00Z'), true)
  t.assert.equal(isInLastDayOfTerm({ commitmentEnd: endless }, at('2026-12-31T12:00:00Z')), false)
})
