import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { money } from './money.ts'
import { enforce, on, rule, ruleList, when, type Rule } from './rule.ts'
import { parseInstant } from './time.ts'
import { Trace } from './trace.ts'

interface Facts {
  readonly isOpen: boolean
  readonly isPaid: boolean
  readonly isForeign: boolean
}

const isOpen = rule<Facts>({
  name: 'isOpen',
  holds: (facts) => facts.isOpen,
  fault: () => fault(faults.callerHasNoAccess),
  decidedBy: () => ({ closedAt: parseInstant('2026-01-15T09:00:00.250Z'), seats: 12_000_000 }),
})
const isPaid = rule<Facts>({
  name: 'isPaid',
  holds: (facts) => facts.isPaid,
  fault: () => fault(faults.tokenIsInvalid),
  decidedBy: () => ({ owed: money(-1_234n, 'EUR'), inYen: money(500, 'JPY') }),
})
const foreignIsPaid = when<Facts>((facts) => facts.isForeign, isPaid)

const all = { isOpen: true, isPaid: true, isForeign: true }

function traced(rules: readonly Rule<Facts>[], facts: Facts): Trace {
  const trace = new Trace()
  try {
    enforce(ruleList('of the test', rules), facts, trace)
  } catch {
    // What is looked at is the trace.
  }
  return trace
}

test('values are shown as people write them: instants as dates, money with its currency', () => {
  const [open, paid] = traced([isOpen, isPaid], all).read()
  assert.deepEqual(open?.decidedBy, { closedAt: '2026-01-15T09:00:00.250Z', seats: 12_000_000 })
  assert.deepEqual(paid?.decidedBy, { owed: '-12.34 EUR', inYen: '500 JPY' })
})

test('the check that decided comes first and is marked', () => {
  const trace = traced([isOpen, isPaid], { ...all, isPaid: false })
  const checks = trace.read(faults.tokenIsInvalid.code)
  assert.deepEqual(
    checks.map(({ check, held, decided }) => [check, held, decided]),
    [
      ['isPaid', false, true],
      ['isOpen', true, undefined],
    ],
  )
  assert.deepEqual(
    trace.read().map(({ check, decided }) => [check, decided]),
    [
      ['isOpen', undefined],
      ['isPaid', undefined],
    ],
  )
})

test('of several that did not hold the one whose code was answered decided', () => {
  const trace = new Trace()
  const broken = { ...all, isOpen: false, isPaid: false }
  for (const each of [isOpen, isPaid]) trace.note(each as Rule<unknown>, false, broken)
  assert.equal(trace.read(faults.callerHasNoAccess.code)[0]?.check, 'isOpen')
  assert.equal(trace.read(faults.tokenIsInvalid.code)[0]?.check, 'isPaid')
  trace.step('stepOfThePipeline', false, { seen: 1 })
  assert.equal(trace.read(900_118)[0]?.check, 'stepOfThePipeline')
})

test('a rule that does not apply holds and says that, not the values it would have looked at', () => {
  const wrapped = on<{ readonly inner: Facts }, Facts>(({ inner }) => inner, foreignIsPaid)
  const inner = { ...all, isPaid: false, isForeign: false }
  const trace = new Trace()
  enforce(ruleList('of the test', [wrapped]), { inner }, trace)
  enforce(ruleList('of the test', [wrapped]), { inner: all }, trace)
  assert.deepEqual(trace.read(), [
    { check: 'isPaid', held: true, applied: false, decidedBy: {} },
    { check: 'isPaid', held: true, decidedBy: { owed: '-12.34 EUR', inYen: '500 JPY' } },
  ])
})
