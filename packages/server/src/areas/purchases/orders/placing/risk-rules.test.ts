import { test, type TestContext } from 'node:test'
import { unmet } from '../../../../kernel/rule.ts'
import { complianceRules, riskRules, type RiskFacts } from './risk-rules.ts'

const risk = {
  newCustomerDays: 30,
  newCustomerSeatsMax: 100,
  ordersPerDayMax: 5,
  orderUsdMax: 1000,
  customersWithFraudEvents: ['mallory'],
}

const good: RiskFacts = {
  partnerId: 'contoso',
  customerId: 'alice',
  market: 'US',
  compliance: { countries: [], customers: [], partners: [], tenantTags: {} },
  risk,
  families: ['license'],
  customerAgeDays: 400,
  seats: 10,
  ordersLastDay: 0,
  orderCents: 50_000n,
}

function expectLimit(
  t: TestContext,
  rule: string,
  { lastGood, firstBad }: { readonly lastGood: Partial<RiskFacts>; readonly firstBad: Partial<RiskFacts> },
): void {
  const broken = (facts: Partial<RiskFacts>) =>
    unmet<RiskFacts>(riskRules, { ...good, ...facts }).map(({ name }) => name)
  t.assert.deepEqual(broken(lastGood), [])
  t.assert.deepEqual(broken(firstBad), [rule])
}

test('a customer is new for as many days as the limit says, and may buy as many seats as it says', (t) => {
  const rule = 'newCustomerBuysFewSeats'
  const [young, many] = [{ customerAgeDays: 29 }, { seats: 101 }]
  expectLimit(t, rule, { lastGood: { ...young, seats: 100 }, firstBad: { ...young, ...many } })
  expectLimit(t, rule, { lastGood: { ...many, customerAgeDays: 30 }, firstBad: { ...many, ...young } })
})

test('a customer orders as often in a day as the limit says, and not once more', (t) => {
  expectLimit(t, 'customerOrdersNotTooOften', {
    lastGood: { ordersLastDay: 4 },
    firstBad: { ordersLastDay: 5 },
  })
})

test('an order may cost as much as the limit says, and not a cent more', (t) => {
  expectLimit(t, 'orderIsNotTooLarge', {
    lastGood: { orderCents: 100_000n },
    firstBad: { orderCents: 100_001n },
  })
})

test('a fraud event bars a customer from Azure plans alone', (t) => {
  expectLimit(t, 'customerHasNoFraudEvent', {
    lastGood: { customerId: 'mallory', families: ['license'] },
    firstBad: { customerId: 'mallory', families: ['license', 'azurePlan'] },
  })
})

test('a purchase is refused for its market, its customer or its partner alone', (t) => {
  const isCompliant = (screened: object) => {
    const compliance = { ...good.compliance, ...screened }
    return unmet<RiskFacts>(complianceRules, { ...good, compliance }).length === 0
  }
  t.assert.equal(isCompliant({ countries: ['RU'], customers: ['mallory'], partners: ['fabrikam'] }), true)
  t.assert.equal(isCompliant({ countries: ['US'] }), false)
  t.assert.equal(isCompliant({ customers: ['alice'] }), false)
  t.assert.equal(isCompliant({ partners: ['contoso'] }), false)
})

test('the trace shows the values that a limit was held against', (t) => {
  t.assert.deepEqual(complianceRules[0]?.decidedBy?.(good), { market: 'US', customerId: 'alice' })
  t.assert.deepEqual(
    riskRules.map(({ decidedBy }) => decidedBy?.(good)),
    [
      { customerAgeDays: 400, seats: 10 },
      { ordersLastDay: 0 },
      { orderCents: '50000' },
      { customerId: 'alice' },
    ],
  )
})
