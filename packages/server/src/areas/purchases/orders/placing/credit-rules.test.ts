import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { CreditAccount } from '../../../../collaborators/purchases/credit.ts'
import { availableCents } from '../../../books/ledger/public.ts'
import { unmet } from '../../../../kernel/rule.ts'
import { creditRules, type CreditFacts } from './credit-rules.ts'

const account: CreditAccount = {
  limitUsd: '10000.00',
  state: 'active',
  unpaidInvoicesUsd: '6200.00',
  unbilledUsd: '1150.40',
  overpaymentUsd: '100.00',
  overdueDays: 0,
}

const facts = (incomingCents: bigint, change: Partial<CreditFacts> = {}): CreditFacts => ({
  environment: 'production',
  account,
  holdAfterDays: 60,
  minimumLineUsd: { reservation: '20000.00', perpetual: '1000.00' },
  families: ['license'],
  incomingCents,
  unbilledCents: 0n,
  ...change,
})

const codeOf = (broken: CreditFacts): number | undefined =>
  unmet(creditRules, broken)[0]?.fault(broken).spec.code

test('An order that takes the credit line below nothing is refused with 900121', () => {
  const order = facts(528_000n)

  equal(availableCents(order, order.incomingCents), -253_040n)
  equal(codeOf(order), 900121)
})

test('An order that leaves something of the credit line is accepted', () => {
  const order = facts(253_440n)

  equal(availableCents(order, order.incomingCents), 21_520n)
  equal(codeOf(order), undefined)
})

test('What an earlier group of the same checkout costs counts as well', () => {
  equal(codeOf(facts(253_440n + 21_520n)), undefined)
  equal(codeOf(facts(253_440n + 21_521n)), 900121)
})

test('The account is looked at from its state to its balance', () => {
  const beyond = 10_000_000n
  const states = ['manualReview', 'rejected', 'closed', 'onHold', 'active'] as const

  deepEqual(
    states.map((state) => codeOf(facts(beyond, { account: { ...account, state } }))),
    [800022, 800024, 800024, 800026, 900121],
  )
})

test('Sixty days overdue put the account on hold by themselves', () => {
  equal(codeOf(facts(0n, { account: { ...account, overdueDays: 60 } })), undefined)
  equal(codeOf(facts(0n, { account: { ...account, overdueDays: 61 } })), 800026)
})

test('Prepaid families need a line of their own size first and have their own fault for the balance', () => {
  equal(codeOf(facts(0n, { families: ['reservation'] })), 800025)
  equal(codeOf(facts(10_000_000n, { families: ['perpetual'] })), 800023)
})

test('A sandbox buys without credit', () => {
  equal(codeOf(facts(10_000_000n, { environment: 'sandbox' })), undefined)
})

test('Without a limit every order is accepted', () => {
  const { limitUsd: _none, ...unlimited } = account

  equal(codeOf(facts(10_000_000_000n, { account: unlimited })), undefined)
})
