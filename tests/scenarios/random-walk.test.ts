import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import fc from 'fast-check'
import { chargedSteps, otherSteps, waits, type Step } from '../world/walk-steps.ts'
import { Walk } from '../world/walk.ts'
import { world } from '../world/world.ts'

const seed = 20_260_115
/** Shrinking a long history as far as possible would take for ever. Walking it once may take a minute on PostgreSQL. */
const interruptAfterTimeLimit = 180_000

const steps: Readonly<Record<string, Step>> = { ...chargedSteps, ...otherSteps, ...waits }

interface Chosen {
  readonly name: string
  readonly which: number
  readonly value: number
}

const number = fc.noBias(fc.nat(999))
const stepsOf = (...names: string[]): fc.Arbitrary<Chosen> =>
  fc.tuple(fc.constantFrom(...names), number, number).map(([name, which, value]) => ({ name, which, value }))

/** As often as is good for a walk that shall come across everything. */
const anything = stepsOf(
  ...Object.keys(chargedSteps),
  ...Object.keys(otherSteps),
  ...['buyLicence', 'buyLicence', 'moreSeats', 'fewerSeats', 'transition', 'autoRenew', 'endOfTerm'],
  ...['changeTerm', 'changeTerm', 'changeCycle', 'legacy', 'migrate'],
  ...['hours', 'hours', 'hours', 'days', 'days', 'days', 'months'],
)
const charged = stepsOf(...Object.keys(chargedSteps), 'hours', 'days', 'days', 'months', 'months', 'year')

async function go(walk: Walk, chosen: readonly Chosen[]): Promise<void> {
  for (const { name, which, value } of chosen) {
    const before = walk.books
    walk.step = name
    await steps[name]?.(walk, which, value)
    walk.check(before, Object.hasOwn(waits, name))
  }
}

test('two hundred steps of everything keep the books in order', async (t: TestContext) => {
  const length = 200
  const histories = fc.array(anything, { maxLength: length, size: 'max' })
  const [history = []] = fc.sample(
    fc.array(anything, { minLength: length, maxLength: length, size: 'max' }),
    {
      seed,
      numRuns: 1,
    },
  )
  const answers = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(histories, async (chosen) => {
      const walk = await Walk.of(await world(t))
      await go(walk, chosen)
      for (const [name, times] of walk.answers) answers.set(name, times)
    }),
    { seed, numRuns: 1, examples: [[history]], interruptAfterTimeLimit },
  )
  t.diagnostic(
    [...answers]
      .sort()
      .map((each) => each.join(': '))
      .join(', '),
  )
  // An operation that is always refused would be no part of the walk.
  const never = [...Object.keys(chargedSteps), ...Object.keys(otherSteps)].filter(
    (name) => !answers.has(name),
  )
  assert.ok(never.length <= 2, `never accepted: ${never.join(', ')}`)
})

/** The ends of months, a leap year's among them. */
const beginnings = [
  '2026-01-28',
  '2026-01-29',
  '2026-01-30',
  '2026-01-31',
  '2026-04-30',
  '2027-02-28',
  '2027-12-31',
  '2028-02-28',
  '2028-02-29',
]

for (const [index, day] of beginnings.entries()) {
  test(`a history that begins on ${day} is charged to the cent`, async (t: TestContext) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(charged, { minLength: 4, maxLength: 14, size: 'max' }),
        number,
        async (chosen, first) => {
          const here = await world(t)
          await here.waitUntil(`${day}T10:30:00Z`)
          const walk = await Walk.of(here)
          await go(walk, [{ name: 'buyLicence', which: first, value: first }, ...chosen])
          const { customer, accounts } = walk
          const ledger = await here.operator.ledger({ customerId: customer.id })
          const written = ledger.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n)
          const owed = [...accounts.values()].reduce((sum, { total }) => sum + total, 0n)
          assert.equal(written, owed)
        },
      ),
      { seed: seed + index, numRuns: 3, interruptAfterTimeLimit },
    )
  })
}
